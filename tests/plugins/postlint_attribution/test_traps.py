"""Readings that are easy to get wrong, one test each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.view import Attributions

Maker = Callable[..., Post]
FILLER = "A plain paragraph that says nothing of where this text is from.\n\n"


def kinds(post: Post) -> list[str]:
    return [statement.kind for statement in post.view(Attributions).all]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("![海](a.jpg)\n\n来源：晨光图库\n", "photo-credit"),
        (FILLER * 6 + "> 一段引文。\n>\n> 来源：[百科](https://example.org/w)\n\n" + FILLER * 9, "citation"),
        (FILLER + "来源：晨光日报\n", "source-name"),
    ],
)
def test_one_string_three_kinds(text: str, kind: str, make_post: Maker) -> None:
    assert kinds(make_post(f"# Title\n\n{text}")) == [kind]


def test_two_sources_the_first_glued_to_the_text(make_post: Maker) -> None:
    first = "<p>他们走了很久，终于到了山顶，大家都说“不虚此行”。</p>来源：晨光日报"
    text = f"<div>{first}<p>【来源：平安小城】</p><p>版权归原作者所有，向原创致敬</p></div>\n"
    found = make_post(text).view(Attributions).statements
    assert [s.span.of(text) for s in found] == ["来源：晨光日报", "【来源：平安小城】", "版权归原作者所有，向原创致敬"]
    assert [s.source for s in found] == ["晨光日报", "平安小城", None]


def test_dateline_names_the_outlet(make_post: Maker) -> None:
    (statement,) = make_post("晨光网 2 月 14 日消息，新版本今天发布。\n").view(Attributions).statements
    assert (statement.kind, statement.source) == ("source-name", "晨光网")


@pytest.mark.parametrize("label", ["文章出处：", "元記事はこちら", "原文链接："])
def test_address_in_the_next_block(label: str, make_post: Maker) -> None:
    post = make_post(f"# Title\n\n{label}\n\nhttps://example.org/post/1\n\nText.\n")
    (statement,) = post.view(Attributions).statements
    assert (statement.kind, statement.url) == ("source-link", "https://example.org/post/1")


def test_particle_is_not_part_of_the_address(make_post: Maker) -> None:
    post = make_post("# Title\n\n이 문서는 https://example.org/a를 번역한 내용입니다.\n")
    assert post.view(Attributions).statements[0].url == "https://example.org/a"


def test_a_long_header_does_not_hide_what_follows_it(make_post: Maker) -> None:
    lines = ("原文地址：https://example.org/a", "原文作者：Rita", "译文出自：晨光组", "译者：林小溪", "校对者：周大山", "定稿：陈远", "校对：赵山")
    header = "".join(f"> * {line}\n" for line in lines)
    post = make_post(f"{header}\n# Title\n\n## 副标题\n\n作者：Sam\n\n{FILLER * 12}")
    assert kinds(post) == ["source-link", "author-credit", *["translator-credit"] * 5, "author-credit"]


@pytest.mark.parametrize(
    ("below", "is_empty"),
    [
        ("Rita Moss 是城里的工程师。", False),
        ("[林小溪](https://example.org/lin)，住在山下。", False),
        ("![](portrait.jpg)\n\nRita", False),
        ("林小溪", False),
        ("# 山路", True),
        ("正文从这里开始，讲的是山路。", True),
    ],
)
def test_a_name_may_stand_below_its_label(below: str, is_empty: bool, make_post: Maker) -> None:
    (statement,) = make_post(f"本文作者：\n\n{below}\n\n{FILLER}").view(Attributions).statements
    assert (statement.kind, statement.is_empty) == ("author-credit", is_empty)


def test_the_internet_archive_is_somebody(make_post: Maker) -> None:
    text = "![](a.jpg)\n\n（图片来自：Internet Archive [Books](https://example.org/b)，CC BY-SA 4.0）\n"
    found = make_post(f"# Title\n\n{text}").view(Attributions).statements
    assert [(s.kind, s.source) for s in found] == [("photo-credit", "Internet Archive"), ("licence", None)]


def test_the_licence_of_a_credit_stands_where_it_is_written(make_post: Maker) -> None:
    text = "![](a.jpg)\n\n图片来源：Rita Moss。CC BY-SA 4.0\n"
    found = make_post(text).view(Attributions).of_kind("licence")
    assert [s.span.of(text) for s in found] == ["CC BY-SA 4.0"]


def test_a_description_is_no_outlet(make_post: Maker) -> None:
    (statement,) = make_post("本文出自南方一位住在山下的程序员的文章。\n").view(Attributions).statements
    assert (statement.kind, statement.source) == ("source-name", None)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n* "])
def test_a_source_has_the_address_of_the_line_above(gap: str, make_post: Maker) -> None:
    text = gap.join(("* 作者：山行", "链接：https://example.org/p/1", "来源：简书", "著作权归作者所有。"))
    found = make_post(f"{FILLER * 2}{text}\n").view(Attributions).statements
    assert [s.kind for s in found] == ["author-credit", "source-link", "rights-notice"]
    assert (found[1].source, found[1].url) == ("简书", "https://example.org/p/1")


def test_a_source_with_an_address_above_counts_in_mid_post(make_post: Maker) -> None:
    text = '<p>作者：山行<br>链接：<a href="https://example.org/1">https://example.org/1</a><br>来源：简书</p>\n\n'
    assert kinds(make_post(FILLER * 12 + text + FILLER * 12)) == ["author-credit", "source-link"]


def test_authors_of_linked_texts_are_not_that_of_the_post(make_post: Maker) -> None:
    text = "排序：[快速排序](https://example.org/1) 作者：林小溪\n\n查找：[二分](https://example.org/2) 作者：周大山\n"
    assert kinds(make_post(text)) == []


def test_a_title_is_no_outlet(make_post: Maker) -> None:
    (statement,) = make_post("本文译自《**[The pier](https://example.org/a)**》这篇文章。\n").view(Attributions).statements
    assert (statement.source, statement.url) == (None, "https://example.org/a")


@pytest.mark.parametrize(
    "text",
    [
        "図解の編集：誤字を直しました。",
        "编译：运行 make 即可。",
        "- Update the images by @rita in #5410",
        "This feature was borrowed from [Slow Pages](https://example.org).",
        "Please credit the account with 20 euros.",
        "请勿转发请求到内网地址。",
        "![](a.jpg)\n\n图：树的三种遍历方式",
        "- [[译] 安静的河](https://example.org/q)",
        "现在还很热门（译者：在这里还要加上 vue）",
        "编辑：Codegen 是第一个版本，感谢 [Yang](https://example.org/y) 的报告",
        "編輯：補上遺漏的指令。",
        "图片来源字段必须填写，否则无法保存。",
    ],
)
def test_notes_and_fields_are_no_credits(text: str, make_post: Maker) -> None:
    assert kinds(make_post(f"{text}\n")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("▲ 圖／周山攝", ("photo-credit", None, "周山")),
        ("写真：朝倉葵", ("photo-credit", None, "朝倉葵")),
        ("图 / 江城图书馆", ("photo-credit", "江城图书馆", None)),
        ("Illustration: Rita Moss", ("photo-credit", None, "Rita Moss")),
        ("Photo: Rolf Stein via flickr", ("photo-credit", "flickr", "Rolf Stein")),
        ("Photo: Rolf Stein / Harbour Gazette", ("photo-credit", "Harbour Gazette", "Rolf Stein")),
        ("図の例です。Photo by 朝倉葵", ("photo-credit", None, "朝倉葵")),
        ("写真：港新聞", ("photo-credit", "港新聞", None)),
        ("사진 = 한서연", ("photo-credit", None, "한서연")),
        ("*Image courtesy of the Harbour Museum*", ("photo-credit", "Harbour Museum", None)),
        ("Image credit: [Rolf Stein](https://example.org/r)", ("photo-credit", None, "Rolf Stein")),
    ],
)
def test_makers_and_sources_of_pictures(text: str, found: tuple[str, ...], make_post: Maker) -> None:
    (statement,) = make_post(f"![](a.jpg)\n\n{text}\n").view(Attributions).statements
    assert (statement.kind, statement.source, statement.author) == found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("本文来自微信公众号：山间读书会", "source-name"),
        ("觉得不错，欢迎点赞、在看、转发三连", "syndication-boilerplate"),
        ("この記事は [Slow pages](https://example.org/slow) を翻訳したものです。", "source-link"),
        ("編集部だより\n\n図の整理\n\nこの記事は https://example.org/a の転載です。", "first-published"),
        ("ⓒ 2020. 한서연", "rights-notice"),
        ("Do not reproduce without permission.", "repost-forbidden"),
        ("> 一段引文。\n>\n> —— 来源：[百科](https://example.org/w)", "citation"),
        ("Header image by Rolf Stein", "photo-credit"),
        ("原文链接在[这里](https://example.org/o)", "source-link"),
        ("感谢原作者 Ann Lee 授权翻译！", "permission-obtained"),
        ("You are free to republish this article, provided you link back to it.", "reuse-terms"),
        ("If you own one of these pictures and want it removed, contact me.", "takedown-offer"),
    ],
)
def test_one_thing_is_said_once(text: str, kind: str, make_post: Maker) -> None:
    assert kinds(make_post(f"{text}\n")) == [kind]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("本文译自 Jane Rowe 的 [How rivers move](https://example.org/r)", None),
        ("Cross-posted from [my other blog](https://example.org/b)", None),
        ("来源丨江城观察", "江城观察"),
        ("本文首发于我的公众号「山间读书会」", "山间读书会"),
        ("来源：江城观察（ID：jiangcheng）", "江城观察"),
        ("This article has been republished from [materials](https://example.org/1)", None),
        ("Via [Slow Pages](https://example.org/s)", "Slow Pages"),
        ("（来源：江城晚报 记者 林小溪）", "江城晚报"),
        ("이 글은 [항구 블로그](https://example.org/b)에 먼저 게재되었습니다.", "항구 블로그"),
        ("首次发表在 [Neurons Firing on a Keyboard](https://example.org/n)", "Neurons Firing on a Keyboard"),
        ("本文译自 [The Harbour Gazette](https://example.org/g)", "The Harbour Gazette"),
    ],
)
def test_link_texts_that_are_titles(text: str, source: str | None, make_post: Maker) -> None:
    (statement,) = make_post(f"{text}\n").view(Attributions).statements
    assert statement.source == source


def test_the_licence_link_within_a_sentence(make_post: Maker) -> None:
    deed = "https://creativecommons.org/licenses/by-nc/4.0/deed.zh"
    (statement,) = make_post(f"本站文字内容以 [CC BY-NC 4.0]({deed}) 发布\n").view(Attributions).statements
    assert (statement.kind, statement.url) == ("licence", deed)


def test_a_holder_is_who_holds(make_post: Maker) -> None:
    (statement,) = make_post("版权声明：本文版权归江城出版社所有\n").view(Attributions).statements
    assert statement.author == "江城出版社"
    (statement,) = make_post("版權所有，翻印必究\n").view(Attributions).statements
    assert statement.author is None


def test_a_link_that_leads_nowhere_is_no_address(make_post: Maker) -> None:
    (statement,) = make_post("原文地址：[A walk](undefined)\n").view(Attributions).statements
    assert (statement.kind, statement.url) == ("source-link", None)


@pytest.mark.parametrize(
    "text", ["Photo by Ann Lee on Unsplash", "Photo by [Ann Lee](https://unsplash.com/@x) on [Unsplash](https://unsplash.com/)"]
)
def test_a_credit_begins_with_its_first_word(text: str, make_post: Maker) -> None:
    post = make_post(f"# Title\n\nText.\n\n{text}\n")
    (statement,) = post.view(Attributions).statements
    assert (statement.span.of(post.text), statement.author, statement.source) == (text, "Ann Lee", "Unsplash")


def test_the_address_behind_a_tool_that_converted_the_page(make_post: Maker) -> None:
    text = "> 本文由 [简悦 SimpRead](http://ksria.com/simpread/) 转码， 原文地址 [example.org](https://example.org/q/1)\n"
    found = make_post(text).view(Attributions).statements
    assert [(s.kind, s.url) for s in found][1:] == [("source-link", "https://example.org/q/1")]


def test_a_source_stands_beside_the_request_to_follow_it(make_post: Maker) -> None:
    text = "本文转载自微信公众号「山间读书会」，可以通过以下二维码关注。\n"
    found = make_post(text).view(Attributions).statements
    assert {(s.kind, s.source) for s in found} == {("source-name", "山间读书会"), ("syndication-boilerplate", None)}


def test_the_next_role_ends_a_credit(make_post: Maker) -> None:
    text = "责任编辑：[陈远](mailto:chen@example.org) 来源：[江城网](https://example.org/51)\n"
    found = make_post(text).view(Attributions).statements
    assert [s.text for s in found] == ["责任编辑：陈远", "来源：江城网"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("转载请注明出处：https://example.org/p/1", ["reuse-terms", "self-link"]),
        ("转载请注明：[小屋](https://example.org) » [阅读原文](https://example.org/p/1)", ["reuse-terms", "self-link"]),
        ("转载请注明来自：[小屋](https://example.org)", ["reuse-terms"]),
        ("转载请注明出处", ["reuse-terms"]),
    ],
)
def test_terms_that_give_the_own_address(text: str, found: list[str], make_post: Maker) -> None:
    assert sorted(kinds(make_post(f"# Title\n\n{text}\n"))) == found


def test_a_date_is_no_outlet(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\n原文最初发表于 2019 年。\n\nFirst published on 3 May 2019.\n")) == []


def test_edit_note_is_no_editor(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\nText.\n\n编辑：那个词用错了，我改了它。\n")) == []


def test_missing_permission_is_no_permission(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\n由于没有拿到作者授权，我们无法继续提供这个内容。\n")) == []


def test_self_link_whatever_the_host(make_post: Maker) -> None:
    (statement,) = make_post("# Title\n\n本文链接：https://blog.test/a.html\n").view(Attributions).statements
    assert (statement.kind, statement.role) == ("self-link", "self")


def test_definitions_used_as_comments_are_read(make_post: Maker) -> None:
    text = "[#]: via: (https://example.org/a)\n[#]: author: (Rita Moss https://example.org/users/rita)\n\nText.\n"
    found = make_post(text).view(Attributions).statements
    assert [(s.kind, s.url, s.author) for s in found] == [
        ("source-link", "https://example.org/a", None),
        ("author-credit", "https://example.org/users/rita", "Rita Moss"),
    ]
    assert all(s.is_hidden for s in found)


def test_credit_in_a_title_alone(make_post: Maker) -> None:
    post = make_post('# Title\n\n<img src="a.jpg" title="A seal by Rita Moss, on Flickr">\n')
    assert kinds(post) == ["photo-credit"]


def test_doubled_front_matter_is_body(make_post: Maker) -> None:
    post = make_post("---\ntitle: a\n---\n---\ntitle: b\n---\n\n来源：晨光日报\n")
    assert "source-name" in kinds(post)


def test_licence_in_another_order(make_post: Maker) -> None:
    post = make_post("# Title\n\n版权声明：本文采用 CC 4.0 BY-SA 协议。\n")
    licences = [s.licence for s in post.view(Attributions).statements if s.kind == "licence"]
    assert licences == ["CC-BY-SA-4.0"]


def test_original_and_first_publication_have_roles(make_post: Maker) -> None:
    post = make_post("首发于：https://example.org/a\n\nText.\n\nvia: https://blog.test/b\n")
    assert [(s.kind, s.role) for s in post.view(Attributions).statements] == [
        ("first-published", "first-publication"),
        ("source-link", "reposted-from"),
    ]


def test_disclaimer_about_a_product_is_none(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\n免责声明：这是测试版本，不要用于生产。\n")) == []


def test_typo_in_the_cue(make_post: Maker) -> None:
    (statement,) = make_post("# Title\n\n转载至：https://example.org/a\n").view(Attributions).statements
    assert statement.kind == "source-link"


def test_translators_note_is_no_credit(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\n（译者注：原文此处有误。）\n\n訳注：ここは難しい。\n\n역자주: 어렵다\n")) == []


def test_code_is_left_alone(make_post: Maker) -> None:
    text = "# Title\n\n```\n来源：晨光日报\n```\n\n    作者：林小溪\n\ncopyrightText: '本文采用 CC BY 4.0 协议，转载请注明出处',\n"
    assert kinds(make_post(text)) == []


def test_several_kinds_in_one_line(make_post: Maker) -> None:
    post = make_post(
        "# Title\n\n> 作者：Rita Moss，[原文链接](https://example.org/a)；译者：[林小溪](https://example.org/lin)\n"
    )
    found = post.view(Attributions).statements
    assert [(s.kind, s.author, s.url) for s in found] == [
        ("author-credit", "Rita Moss", None),
        ("source-link", None, "https://example.org/a"),
        ("translator-credit", "林小溪", "https://example.org/lin"),
    ]


def test_traditional_characters_read_alike(make_post: Maker) -> None:
    post = make_post("# Title\n\n本文轉載自 [晨光社區](https://example.org/a)\n\n未經授權請勿轉載\n")
    found = post.view(Attributions).statements
    assert [(s.kind, s.source) for s in found] == [("source-link", "晨光社區"), ("repost-forbidden", None)]


@pytest.mark.parametrize(
    "piece", ["来源：", "本文由", "（", "[a](", "作者：a，", "by A, ", "this post ", "未经授权", "©2019 "]
)
def test_hostile_lengths_take_linear_time(piece: str, make_post: Maker) -> None:
    text = "# Title\n\n" + piece * 20_000 + "\n"
    assert isinstance(make_post(text).view(Attributions).statements, tuple)


@pytest.mark.parametrize(
    "text",
    [
        "> [晨光计划](https://a.test/p) 是一个翻译优质文章的社区，文章来源为 [晨光](https://a.test) 上的英文文章。",
        "晨光计划是一个翻译优质文章的社区，文章来源：[晨光](https://a.test/about)。",
        "Morning Lines is a community of translators, source: https://a.test/about",
        "朝焼け翻訳は記事を翻訳するコミュニティです、出典：[朝焼け](https://a.test/about)",
    ],
)
def test_a_community_that_presents_itself_names_no_source(text: str, make_post: Maker) -> None:
    found = kinds(make_post(f"# Title\n\n{text}\n"))
    assert set(found) <= {"syndication-boilerplate"}


def test_source_of_this_text_counts_in_any_sentence(make_post: Maker) -> None:
    text = "晨光是一个分享文章的社区，本文转载自 [小林的博客](https://a.test/1)。"
    assert kinds(make_post(f"# Title\n\n{text}\n")) == ["source-link"]


@pytest.mark.parametrize(
    "text",
    [
        "这款字体采用 CC BY 4.0 协议发布。",
        "这个项目的文档采用 CC BY-SA 4.0 许可协议。",
        "此軟體以創用 CC 姓名標示 4.0 授權釋出。",
        "The book is available under a Creative Commons Attribution 4.0 license.",
        "この本は CC BY 4.0 ライセンスで公開されています。",
        "이 소프트웨어는 CC BY 4.0 라이선스로 배포됩니다.",
    ],
)
def test_licence_of_something_else_is_none(text: str, make_post: Maker) -> None:
    assert kinds(make_post(f"# Title\n\n{text}\n")) == []


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("本文采用 CC BY 4.0 协议。", "post"),
        ("本书采用 CC BY 4.0 协议。", "part"),
        ("文中的图片采用 CC BY 4.0 许可协议。", "image"),
        ("Unless otherwise noted, all content on this site is licensed under CC BY 4.0.", "post"),
        ("The images in this post are licensed under CC BY 4.0.", "image"),
        ("この記事は CC BY 4.0 ライセンスで提供されています。", "post"),
        ("이 글은 CC BY 4.0 라이선스로 제공됩니다.", "post"),
        ("代码采用 MIT 许可，文章采用 CC BY 4.0 许可协议。", "post"),
    ],
)
def test_what_a_licence_is_of(text: str, subject: str, make_post: Maker) -> None:
    (statement,) = make_post(f"# Title\n\n{text}\n").view(Attributions).statements
    assert (statement.kind, statement.subject, statement.licence) == ("licence", subject, "CC-BY-4.0")


def test_books_in_a_list_have_no_licence_of_the_post(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\n我写了一本书。（这本书遵循知识共享许可协议。）至于内容，以后再说。\n")) == []
    book = FILLER * 6 + "本书采用 CC BY-NC 4.0 许可协议。\n\n" + FILLER * 9
    assert kinds(make_post(f"# Title\n\n{book}")) == []


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("校对者：[1992lin](https://a.test/1)、[b](https://a.test/2) [c](https://a.test/3)", "1992lin、b, c"),
        ("译者：[Vic___](https://a.test/1)", "Vic___"),
        ("原文作者：本文已获原作者 [Rita](https://a.test/1) 授权", "Rita"),
        ("Copyright © 2019-2021 Rita Moss", "Rita Moss"),
        ("原文作者：[Rita](https://a.test/1), and [Sam Moss](https://a.test/2)", "Rita, and Sam Moss"),
        ("校对：mahu, [Lin](https://a.test/1)", "mahu, Lin"),
        ("译者：[Lin] (https://a.test/1) [Zhou] (https://a.test/2)", "Lin, Zhou"),
        ("校对：[Lin](https://a.test/1)  [Zhou]（https://a.test/2）", "Lin, Zhou"),
        ("文/林小溪 图/周大山", "林小溪"),
        ("本报记者 林小溪", "林小溪"),
        ("作者丨林小溪", "林小溪"),
        ("© 2020 Slow Pages. Reprinted with permission.", "Slow Pages"),
        ("本文作者：林小溪（江城大学）", "林小溪"),
        ("本文由读者林小溪投稿", "林小溪"),
        ("© 2021 林小溪 版权所有", "林小溪"),
        ("Copyright © 2020 Rita Moss. All rights reserved.", "Rita Moss"),
        ("作者：[Rita](https://a.test/1)\u2028译者：[Lin](https://a.test/2)", "Lin"),
    ],
)
def test_names_in_credits(text: str, author: str, make_post: Maker) -> None:
    found = make_post(f"# Title\n\n{text}\n").view(Attributions).statements
    assert author in [statement.author for statement in found]


def test_the_footer_that_themes_write_names_a_licence(make_post: Maker) -> None:
    deed = "https://creativecommons.org/licenses/by-nc-sa/4.0/"
    text = f"# Title\n\nText.\n\n版权声明： 本博客所有文章除特别声明外，均采用 [BY-NC-SA]({deed}) 许可协议。转载请注明出处！\n"
    assert kinds(make_post(text)) == ["rights-notice", "licence", "reuse-terms"]


def test_the_notice_of_a_large_blog_host_names_writer_and_licence(make_post: Maker) -> None:
    text = "# Title\n\nText.\n\n版权声明：本文为某站博主「林小溪」的原创文章，遵循CC 4.0 BY-SA版权协议，转载请附上原文出处链接。\n"
    found = make_post(text).view(Attributions).statements
    assert [(one.kind, one.author, one.licence) for one in found] == [
        ("rights-notice", "林小溪", "CC-BY-SA-4.0"),
        ("licence", None, "CC-BY-SA-4.0"),
        ("reuse-terms", None, None),
    ]


def test_a_notice_in_angle_brackets_is_no_tag(make_post: Maker) -> None:
    found = make_post(f"# Title\n\n{FILLER}\n\n<저작권자(c) 예제일보, 무단 전재-재배포 금지>\n").view(Attributions).statements
    assert [(one.kind, one.author) for one in found] == [("rights-notice", "예제일보"), ("repost-forbidden", None)]


@pytest.mark.parametrize(
    "text",
    [
        "転載はご自由に、と書くだけでは足りない。",
        "出典：というラベルを行の頭に置く。",
        "무단 전재 금지라고 적힌 쪽은 건너뛴다.",
        "구독 부탁드린다는 문구를 지운다.",
    ],
)
def test_a_formula_that_a_sentence_speaks_of_is_no_statement(text: str, make_post: Maker) -> None:
    assert kinds(make_post(f"# Title\n\n{text}\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "저자: 문자열 배열 타입이며 비워 둘 수 있다",
        "번역: 키에 맞는 문자열을 돌려주는 함수",
        "文／章／節の順に番号を振る。",
        "출처: 192.168.0.10, 목적지: 192.168.0.20",
    ],
)
def test_what_a_key_means_is_no_name(text: str, make_post: Maker) -> None:
    assert kinds(make_post(f"# Title\n\n{text}\n")) == []


def test_a_sentence_that_turns_to_something_else_is_not_about_the_post(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\nOriginally released on Steam, the game now runs in the browser.\n")) == []
    text = "# Title\n\nOriginally published on Morning Wire, this article has new figures.\n"
    assert kinds(make_post(text)) == ["first-published"]


def test_the_footer_of_a_feed_gives_the_address_of_the_post(make_post: Maker) -> None:
    text = "# Title\n\nThe post [Tides](https://a.example/tides/) appeared first on [Ann](https://a.example).\n"
    found = make_post(text).view(Attributions).statements
    assert [(one.kind, one.source, one.url) for one in found] == [
        ("first-published", "Ann", "https://a.example/tides/")
    ]


def test_an_arrow_leads_to_an_address_only(make_post: Maker) -> None:
    assert kinds(make_post("# Title\n\n引用元▶ https://a.example/1\n")) == ["source-link"]
    assert kinds(make_post("# Title\n\n翻訳 → レビュー → 公開\n")) == []


def test_offices_and_courtesies_are_no_part_of_a_name(make_post: Maker) -> None:
    for text in ("寄稿：株式会社朝焼け CTO 朝倉花子さん", "執筆：朝倉花子（開発部）"):
        assert [one.author for one in make_post(f"# Title\n\n{text}\n").view(Attributions).statements] == ["朝倉花子"]
    text = "글쓴이: 홍길동 아침소프트 백엔드 개발자"
    assert [one.author for one in make_post(f"# Title\n\n{text}\n").view(Attributions).statements] == ["홍길동"]
