"""How far statements reach, and what their names and addresses are, where prose goes on around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

Maker = Callable[..., Post]
A = "https://example.org/a"


def found_in(text: str, make_post: Maker) -> list[Statement]:
    return list(make_post(f"# Title\n\n{text}\n").view(Attributions).statements)


@pytest.mark.parametrize(
    ("text", "kind", "wanted"),
    [
        (f"本文转载自[晨光日报]({A})，写得很清楚，推荐给大家看", "source-link", "本文转载自晨光日报"),
        (f"本文翻译自 [A Long Talk\n]({A})，对做数据的朋友来说不会陌生。", "source-link", "本文翻译自 A Long Talk\n"),
        ("分布如下：（图片来源于网络）", "photo-credit", "（图片来源于网络）"),
        ("注1：图片来源于网络", "photo-credit", "图片来源于网络"),
        ("文中部分图片来源于网络，转载请先问我。", "photo-credit", "文中部分图片来源于网络"),
        ("图中画了什么（注：图截取自《晨光内核》第三版），", "photo-credit", "图截取自《晨光内核》第三版"),
        ("![占比（图片来源：晨光图库）](a.png)", "photo-credit", "图片来源：晨光图库"),
        ("![图片摘取自别处](a.png)", "photo-credit", "图片摘取自别处"),
        (f"文章转自[晨光日报]({A});", "source-link", "文章转自晨光日报"),
        (f"以下部分内容摘自[晨光日报]({A})", "source-link", "以下部分内容摘自晨光日报"),
        ("摘抄自《山路》", "source-name", "摘抄自《山路》"),
        ("林小溪／翻譯", "translator-credit", "林小溪／翻譯"),
    ],
)
def test_text(text: str, kind: str, wanted: str, make_post: Maker) -> None:
    found = [one.text for one in found_in(text, make_post) if one.kind == kind]
    assert [one.removesuffix("，转载请先问我") for one in found] == [wanted]


@pytest.mark.parametrize(
    ("text", "source", "author"),
    [
        (f"本文翻译自 [原文链接]({A})。", None, None),
        (f"本文翻译自 Morning Wire [原文链接]({A})。", "Morning Wire", None),
        (f"本文轉載自晨光日報《[山路]({A})》，歡迎訂閱", "晨光日報", None),
        (f"本文转载自博客《[晨光日报]({A})》", "晨光日报", None),
        (f"本文譯自 Rita Moss 所寫的「[A Long Talk]({A})」。", None, "Rita Moss"),
        (f"本文翻譯自 The Morning Wire Post，原作者為 Rita Moss：[{A}]({A})", "The Morning Wire Post", "Rita Moss"),
        (f"本文翻译自 example.com，原作者为 Rita Moss：{A}", "example.com", "Rita Moss"),
        ("版权归原作者享有，如有侵权，联系删除。", None, None),
        ("内容版权归原网站或作者本人所有", None, None),
        (f"*Originally published at [A Slow Wire]({A}) on July 3rd, 2022*", "A Slow Wire", None),
        (f"文章转自：\n\n晨光博客：<{A}>", None, None),
        ("이 글은 아침 매체에 글을 연재 중인 Rita Moss의 글을 번역한 글입니다.", "Rita Moss", None),
        (f"本文分享自江城云社区《[山路]({A})》，作者：林小溪。", "江城云社区", None),
        ("本文分享自微信公众号 - 晨光之美（Dawn），作者：林小溪", "晨光之美（Dawn）", None),
        ("首發於微信公眾號「晨光」。", "晨光", None),
        ("**來源**: 公眾號：晨光時代", "晨光時代", None),
        (f"原文出处： [LinXiaoxi，2015-04-27]({A})", "LinXiaoxi", None),
        ("来源：晨光博客 题图：江城图库 版权：本文版权归原作者所有", "晨光博客", None),
        ("版权归原作者与来源站点所有", None, None),
        (f"以下摘自 Rita Moss 的[帖子]({A})，说得更清楚", None, "Rita Moss"),
    ],
)
def test_names(text: str, source: str | None, author: str | None, make_post: Maker) -> None:
    found = found_in(text, make_post)
    assert found
    assert (found[0].source, found[0].author) == (source, author)


@pytest.mark.parametrize(
    "text",
    [
        f"来源：晨光题库\n链接：{A}\n著作权归晨光题库所有。",
        f"来源：晨光题库\n\n链接：{A}",
        f"- 来源：晨光题库\n- 链接：[题目]({A})",
    ],
)
def test_link_in_a_line_of_its_own_behind_the_name(text: str, make_post: Maker) -> None:
    source = found_in(text, make_post)[0]
    assert (source.kind, source.source, source.url) == ("source-link", "晨光题库", A)


@pytest.mark.parametrize(
    "text",
    [
        "投稿/招聘/推广 请加微信：wire26",
        "本文首发于公众号，欢迎转载",
        'const source = "转载自晨光";',
        "this.source = page;",
    ],
)
def test_no_statement_or_another(text: str, make_post: Maker) -> None:
    wrong = ("author-credit", "syndication-boilerplate", "source-link", "source-name")
    assert not [one for one in found_in(text, make_post) if one.kind in wrong]


def test_script_is_no_address(make_post: Maker) -> None:
    found = found_in("正文。\n\n[阅读原文](javascript:;)", make_post)
    assert [one.url for one in found] == [None]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"> マージソートは、整列した複数の列を一つの列にまとめる方法である。<br>\n引用元：[朝焼け辞典]({A})", []),
        (f"> 整列した複数の列を一つの列にまとめる方法である。\n>\n> 出典：[朝焼け辞典]({A})", []),
        (f"> 著者：山田花子\n> 出典：[朝焼け新聞]({A})", ["author-credit", "source-link"]),
        (f"> 新しい仕様が出た！\n\n引用元：[{A}]({A})", ["source-link"]),
        ("Rita Moss의 글을 번역한 것입니다.", ["source-name"]),
        (f"(이 [링크]({A})의 글을 번역하여 정리하였다.)", ["source-link"]),
        (f"{A} 의 글을 번역해서 올립니다.", ["source-link"]),
        ("다른 사람의 글을 번역하는 일은 어렵다.", []),
    ],
)
def test_quotation_and_translation(text: str, kinds: list[str], make_post: Maker) -> None:
    post = make_post(f"# Title\n\n{text}\n\n" + "本文が続く。" * 12 + "\n")
    assert [one.kind for one in post.view(Attributions).statements] == kinds


def test_maker_behind_the_title_of_a_picture(make_post: Maker) -> None:
    text = f"ヒーロー画像：「Rain」by Rita Moss / [Wikimedia Commons]({A}) / CC BY-SA 3.0"
    found = [one for one in found_in(text, make_post) if one.kind == "photo-credit"]
    assert [(one.source, one.author) for one in found] == [("Wikimedia Commons", "Rita Moss")]


@pytest.mark.parametrize(
    ("text", "kind", "source", "author"),
    [
        ("*This article was translated from Chinese by the author.*", "source-name", None, None),
        (f"This article was translated from [Korean]({A}).", "source-link", None, None),
        ("本文译自英文原文", "source-name", None, None),
        ("This text was translated from Chinese by ChatGPT and may hold errors.", "translator-credit", None, "ChatGPT"),
        (f"版权声明：本文参考了[《晨光手册》]({A})。", "rights-notice", None, None),
        (f"<small>Cover Image by [rita moss]({A}) from Pixabay</small>", "photo-credit", "Pixabay", "rita moss"),
        (f"![](a.png)\n\n图源：[Figure 5]({A})；CC BY 4.0", "photo-credit", None, None),
    ],
)
def test_no_place_and_no_person(text: str, kind: str, source: str | None, author: str | None, make_post: Maker) -> None:
    found = [one for one in found_in(text, make_post) if one.kind == kind]
    assert [(one.source, one.author) for one in found] == [(source, author)]


def test_licence_of_the_text_under_its_badge(make_post: Maker) -> None:
    badge = "![CC](https://i.creativecommons.org/l/by-nc/4.0/88x31.png)\n\n"
    link = "https://creativecommons.org/licenses/by-nc-nd/4.0/"
    found = found_in(f"{badge}本文采用 [CC4.0]({link}) 协议授权", make_post)
    assert [(one.kind, one.subject, one.url) for one in found] == [("licence", "post", link)]


def test_bracket_behind_an_address(make_post: Maker) -> None:
    found = found_in("文章转载自 晨光社区 [https://example.org/a/b]", make_post)
    assert [one.url for one in found] == ["https://example.org/a/b"]


def test_address_behind_a_label_in_the_next_block(make_post: Maker) -> None:
    found = found_in(f"文章转自：\n\n晨光博客：<{A}>\n\n江城博客：<{A}b>", make_post)
    assert [(one.kind, one.url) for one in found] == [("source-link", A)]


def test_address_that_is_added(make_post: Maker) -> None:
    found = found_in(f"本文由国外文章整理，附原文地址：{A}", make_post)
    assert [one.url for one in found if one.kind == "source-link"] == [A]


@pytest.mark.parametrize(
    ("text", "source", "author"),
    [
        ('![Rain](a.png "Photo by Rita Moss on Unsplash")', "Unsplash", "Rita Moss"),
        ("![雨](a.png '图 5，来源：晨光图库')", "晨光图库", None),
    ],
)
def test_credit_in_the_title_of_a_picture(text: str, source: str | None, author: str | None, make_post: Maker) -> None:
    found = [one for one in found_in(text, make_post) if one.kind == "photo-credit"]
    assert [(one.source, one.author) for one in found] == [(source, author)]
