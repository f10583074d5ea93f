"""Sources, first publications and credits in everyday words, and the names in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.view import Attributions

Maker = Callable[..., Post]
SEA = "![Sea](a.jpg)\n\n"


@pytest.mark.parametrize(
    ("text", "kind", "source", "author"),
    [
        ("Republished with permission from [Wire](https://wire.example.org/9).", "source-link", "Wire", None),
        ("Republished with permission from Morning Wire.", "source-name", "Morning Wire", None),
        (
            "This essay is based on [The Art of Waiting](https://example.org/w) by Ann Lee.",
            "source-link",
            None,
            "Ann Lee",
        ),
        ("By Rita Moss, Morning Gazette", "source-name", "Morning Gazette", None),
        ("By Rita Moss, Morning Gazette", "author-credit", None, "Rita Moss"),
        ("Original: <https://example.org/w>, by Ann Lee. Translated by Tom Hill.", "source-link", None, "Ann Lee"),
        (
            "Original: <https://example.org/w>, by Ann Lee. Translated by Tom Hill.",
            "translator-credit",
            None,
            "Tom Hill",
        ),
        (
            "Cross-posted from the [Dawn engineering blog](https://e.example.org/a)",
            "first-published",
            "Dawn engineering blog",
            None,
        ),
        ("이 글은 [In praise of waiting rooms](https://example.org/w)을 번역한 글입니다.", "source-link", None, None),
        ("この記事は[A Talk](https://example.org/t)を著者の許可を得て翻訳したものです。", "source-link", None, None),
        ("本記事は朝焼け通信の[A Talk](https://example.org/t)の翻訳です。", "source-link", "朝焼け通信", None),
        (
            "この記事は[朝焼け開発者ブログ](https://example.org/t)に掲載した記事を転載したものです。",
            "first-published",
            "朝焼け開発者ブログ",
            None,
        ),
        ("（本文首刊於方格：https://example.cc/a/5）", "first-published", "方格", None),
        ("原载《晨光》2003 年第 5 期", "first-published", "晨光", None),
        ("内容来源：2018 年 6 月 23 日，晨光沙龙", "source-name", "晨光沙龙", None),
        ("本文由社区成员 [@lin](https://example.org/lin) 投稿。", "author-credit", None, "@lin"),
        (
            "本文由 [晨光翻译计划](https://example.org/t) 的 [lin](https://example.org/lin) 翻译",
            "translator-credit",
            None,
            "lin",
        ),
        ("译 / 林小溪", "translator-credit", None, "林小溪"),
        ("글쓴이: 박지훈 (백엔드 개발자)", "author-credit", None, "박지훈"),
        (f"{SEA}新华社记者 林小溪 摄", "photo-credit", "新华社", "林小溪"),
        (f"{SEA}封面图来自 pixiv，画师：ハルカ（ID 1234567）", "photo-credit", None, "ハルカ"),
        (f"{SEA}图自《山路》官方微博", "photo-credit", "山路", None),
        (f"{SEA}Photograph: Rita Moss/The Morning Post", "photo-credit", "The Morning Post", "Rita Moss"),
        (f"{SEA}Photograph: Rita Moss/AFP/Getty Images", "photo-credit", "AFP/Getty Images", "Rita Moss"),
        (f"{SEA}Screenshot from the BBC website", "photo-credit", "BBC", None),
        (f"{SEA}画像引用元：[PhotoAC](https://example.org/p)", "photo-credit", "PhotoAC", None),
        ("图 | 来源于网络", "photo-credit", None, None),
        ("本文转载自公众号“晨光”，作者：林小溪，已获授权。", "permission-obtained", None, None),
        ("本文採用創用CC授權條款釋出", "licence", None, None),
        ("本文永久更新地址: https://me.example.org/12.html", "self-link", None, None),
        ("喜歡的話請幫我拍手，並追蹤我的專頁！", "syndication-boilerplate", None, None),
        ("本文使用 [晨光助手](https://example.org/t) 同步", "syndication-boilerplate", None, None),
        ("本文来自[晨光](https://example.org/a)，作者阿岚，编辑老许。", "author-credit", None, "阿岚"),
        (
            "This piece by Rita Moss was first posted at [Dawn](https://example.org/a/).",
            "author-credit",
            None,
            "Rita Moss",
        ),
        ("采写：晨光日报记者 林小溪", "author-credit", None, "林小溪"),
        ("译者 | 小岳，责编 | 大山", "author-credit", None, "大山"),
        ("文字：小岳｜攝影：大山", "author-credit", None, "小岳"),
        ("本文翻译、校对均由 Rita 完成，欢迎指正。", "translator-credit", None, "Rita"),
        ("以下内容摘自《山中来信》", "source-name", "山中来信", None),
        ("原文出处：[Slow Roads](https://example.org/blog/slow-roads)", "source-link", None, None),
        (
            "이 글은 Rita Moss의 허락을 받아 [A Talk](https://example.org/t)를 번역한 것입니다.",
            "permission-obtained",
            None,
            None,
        ),
        ("参照元記事：https://news.example.com/2021/x", "source-link", None, None),
        ("The author holds shares in one of the companies named above.", "views-disclaimer", None, None),
        ("文中观点不代表任何组织。", "views-disclaimer", None, None),
        ("可以加我微信 abc123，备注“进群”。", "syndication-boilerplate", None, None),
        (f"{SEA}（资料图片，新华社发）", "photo-credit", "新华社", None),
        (f"{SEA}*Cover photo: [A Light](https://example.org/p/1) by Rita Moss*", "photo-credit", None, "Rita Moss"),
    ],
)
def test_is_read(text: str, kind: str, source: str | None, author: str | None, make_post: Maker) -> None:
    found = make_post(f"{text}\n").view(Attributions).statements
    assert (kind, source, author) in {(statement.kind, statement.source, statement.author) for statement in found}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reprinted by permission of Ann Lee.", "source-name"),
        ("This guide is based on [Harp](https://harp.example.org).", "source-link"),
        ("By Rita Moss, News Editor", "source-name"),
        ("应用弹出窗口，已获授权，可以读取相册。", "permission-obtained"),
        ("He points at the BBC website.", "photo-credit"),
    ],
)
def test_is_not_read(text: str, kind: str, make_post: Maker) -> None:
    assert kind not in {statement.kind for statement in make_post(f"{text}\n").view(Attributions).statements}
