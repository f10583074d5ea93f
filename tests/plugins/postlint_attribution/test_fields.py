"""What statements say: addresses, outlets and people read off their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

Maker = Callable[..., Post]
A = "https://example.org/a"
FILLER = "A plain paragraph that says nothing of where this text is from.\n\n"


def statements(post: Post) -> tuple[Statement, ...]:
    return post.view(Attributions).all


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"本文转载自晨光专栏：{A}", "晨光专栏"),
        (f"本文最早发表于少年派：<{A}>", "少年派"),
        ("*A version of this piece first ran in The Morning Wire on March 3, 2014.*", "The Morning Wire"),
        ("（出典：朝焼け新聞 2019年4月2日付朝刊）", "朝焼け新聞"),
        ("이 글은 아침잡지 2018년 5월호에 기고했던 글입니다.", "아침잡지"),
        ("This essay was adapted from a talk and first published at Slow Quarterly.", "Slow Quarterly"),
        ("Excerpted from the book *Small Walks* (Hill Press, 2011).", "Small Walks"),
        ("圖／翻攝自山城日報", "山城日報"),
        ("圖片來源／山城日報", "山城日報"),
        ("This article first appeared in the June 2015 issue of Slow Magazine.", "Slow Magazine"),
        ("内容来源于网络，如有侵权请告知", None),
        ("以上图片搜集于互联网", None),
    ],
)
def test_outlets(text: str, source: str | None, make_post: Maker) -> None:
    lead = "![](a.jpg)\n\n" if text.startswith("圖") else ""
    found = statements(make_post(f"# Title\n\nText.\n\n{lead}{text}\n"))
    assert found
    assert {one.source for one in found} - {None} == ({source} if source else set())


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"This is a translation of [A Long Talk]({A}) by Rita Moss.", "Rita Moss"),
        (f"本篇譯自 Rita Moss 的 [A Long Talk]({A})", "Rita Moss"),
        (f"この記事は、Rita Moss氏の「[A Long Talk]({A})」を翻訳したものです。", "Rita Moss"),
        (f"本文译自 [A Long Talk]({A})，译者水平有限。", None),
    ],
)
def test_the_writer_beside_a_link(text: str, author: str | None, make_post: Maker) -> None:
    (statement,) = statements(make_post(f"# Title\n\n{text}\n"))
    assert (statement.kind, statement.url, statement.author) == ("source-link", A, author)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("本文由晨光组成员 @lin 翻译", "lin"),
        ("By Rita Moss, Staff Writer", "Rita Moss"),
        ("Story by Rita Moss · Edited by Tom Hill", "Rita Moss"),
        ("Reporting by Rita Moss; editing by Tom Hill", "Rita Moss"),
        ("About the author: Rita Moss is an engineer who lives in the hills.", "Rita Moss"),
        ("Guest post by Rita Moss (@rmoss)", "Rita Moss"),
        ("文：林小溪（資深媒體人）", "林小溪"),
        ("著者：朝倉花子（株式会社みなと）", "朝倉花子"),
        ("（来源：晨光日报，记者 林小溪）", "林小溪"),
        ("옮긴이: 홍길동 / 감수: 김하늘", "홍길동"),
        ("![](a.jpg)\n\n*The harbour. Photograph by Rita Moss for the Times.*", "Rita Moss"),
    ],
)
def test_people(text: str, author: str, make_post: Maker) -> None:
    assert author in [one.author for one in statements(make_post(f"# Title\n\n{text}\n"))]


@pytest.mark.parametrize("holder", ["their respective owners", "各権利者"])
def test_whoever_it_is_is_nobody(holder: str, make_post: Maker) -> None:
    text = f"Copyright of {holder}." if holder.isascii() else f"著作権は{holder}に帰属します。"
    (statement,) = statements(make_post(f"# Title\n\n{text}\n"))
    assert (statement.kind, statement.author) == ("rights-notice", None)


@pytest.mark.parametrize(
    "text",
    [
        f"原文はこちら→ {A}",
        f"(via [The Hill]({A}))",
        f"Read the original article [here]({A}).",
        f"元の記事 : {A}",
        f"本記事は下記サイトの翻訳です。\n{A}",
    ],
)
def test_links_that_a_cue_points_at(text: str, make_post: Maker) -> None:
    (statement,) = statements(make_post(f"# Title\n\n{text}\n"))
    assert (statement.kind, statement.url) == ("source-link", A)


def test_the_source_of_a_quotation_in_a_short_post(make_post: Maker) -> None:
    quoted = f"> Walk slowly.\n\nSource: [On walks]({A})\n\n"
    (statement,) = statements(make_post(f"# Title\n\n{FILLER * 3}{quoted}{FILLER}"))
    assert statement.kind == "citation"
    (statement,) = statements(make_post(f"# Title\n\n{FILLER * 3}{quoted}"))
    assert statement.kind == "source-link"


@pytest.mark.parametrize(
    ("below", "is_empty"),
    [("这一段是正文，讲的是山路怎么走，走多久能到山顶上的小屋。", True), ("- 晨光日报\n- 江城网", False), ("", True)],
)
def test_a_source_label_without_a_value(below: str, is_empty: bool, make_post: Maker) -> None:
    found = statements(make_post(f"# Title\n\n正文。\n\n来源：\n\n{below}\n"))
    assert [one.is_empty for one in found] == [True] * is_empty


@pytest.mark.parametrize(
    "text",
    [
        "该功能首发于 [Hill 89](https://example.org/hill)，其他浏览器随后跟进。",
        "这个命令很好用，我要为它的作者点赞。",
        "她想把知识分享给更多的人。",
        "## 未完待续",
    ],
)
def test_prose_with_the_same_words(text: str, make_post: Maker) -> None:
    assert statements(make_post(f"# Title\n\n{text}\n")) == ()


@pytest.mark.parametrize(
    ("text", "source", "url"),
    [
        (f"*Originally published at: [{A}]({A})*", None, A),
        (f"**Originally posted on:** [Slow Quarterly]({A})", "Slow Quarterly", A),
        ("Originally published on: Slow Quarterly", "Slow Quarterly", None),
    ],
)
def test_a_colon_before_the_first_publication(text: str, source: str | None, url: str | None, make_post: Maker) -> None:
    (found,) = statements(make_post(f"# Title\n\n{text}\n\n{FILLER}"))
    assert (found.kind, found.source, found.url) == ("first-published", source, url)


def test_a_colon_before_a_date_or_a_thing_is_no_first_publication(make_post: Maker) -> None:
    assert not statements(make_post(f"# Title\n\nFirst published on: 3 May 2019\n\n{FILLER}"))


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ('(Header image by <a href="https://example.org/u">tide42</a> from Pixabay, released under CC0.)', "tide42"),
        ("Rita Moss, licensed under CC BY 4.0", None),
        ("Released under CC0.", None),
        ("Photo by Rita Moss under CC BY 4.0", "Rita Moss"),
        ("Photo by Down Under Photos", "Down Under Photos"),
    ],
)
def test_under_a_licence_is_no_name(text: str, author: str | None, make_post: Maker) -> None:
    found = statements(make_post(f"# Title\n\n![A seal](a.jpg)\n\n{text}\n\n{FILLER}"))
    assert [one.author for one in found if one.kind == "photo-credit"] == [author]


def test_a_guest_whose_post_was_published_elsewhere(make_post: Maker) -> None:
    text = f"This is a guest post by [Rita Moss]({A}), the article was originally published on [Slow Walks]({A}b)."
    found = statements(make_post(f"# Title\n\n{text}\n\n{FILLER}"))
    assert [(one.kind, one.author, one.source, one.url) for one in found] == [
        ("author-credit", "Rita Moss", None, A),
        ("first-published", None, "Slow Walks", f"{A}b"),
    ]
