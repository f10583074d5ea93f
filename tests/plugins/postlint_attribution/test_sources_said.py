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
        (f"{SEA}图丨晨光图库", "photo-credit", "晨光图库", None),
        (f"{SEA}（图自 @小岳）", "photo-credit", None, "@小岳"),
        (f"{SEA}以下图片如无说明均来自晨光图库", "photo-credit", "晨光图库", None),
        (f"{SEA}Photo: Unsplash/Rita Moss", "photo-credit", "Unsplash", "Rita Moss"),
        (f"{SEA}Map data © Morning Maps", "photo-credit", None, "Morning Maps"),
        ("英文版：https://example.org/en/a", "source-link", None, None),
        ("阅读原文请移步：https://example.org/a", "source-link", None, None),
        ("综合新华社、央视新闻报道", "source-name", "新华社、央视新闻", None),
        ("（综合自晨光网，侵删）", "source-name", "晨光网", None),
        ("供图供文：晨光家委会", "author-credit", None, "晨光家委会"),
        ("本文为团队成员小溪原创投稿", "author-credit", None, "小溪"),
        ("中文翻譯：林小溪", "translator-credit", None, "林小溪"),
        ("▼ 往期精彩回顾 ▼", "syndication-boilerplate", None, None),
        ("允许转载，但需保留署名和本文链接。", "reuse-terms", None, None),
        ("转载授权请联系后台。", "reuse-terms", None, None),
        ("By: Rita Moss", "author-credit", None, "Rita Moss"),
        ("All content © Wren Studio unless otherwise stated.", "rights-notice", None, "Wren Studio"),
        ("These are my personal views and not those of the company.", "views-disclaimer", None, None),
        ("Click here to read the full story.", "syndication-boilerplate", None, None),
        ("文丨林小溪 编辑丨大山", "author-credit", None, "林小溪"),
        (f"{SEA}文中插图均为本人手绘", "photo-credit", None, None),
        (f"{SEA}题图取自电影《海边来信》剧照", "photo-credit", "海边来信", None),
        (f"{SEA}（以上图片截自 B 站 UP 主@小岳 的视频）", "photo-credit", None, "小岳"),
        ("[原文](https://a.example.org/1) / [译文](https://b.example.org/2)", "source-link", None, None),
        ("以上信息由晨光招生办提供", "source-name", "晨光招生办", None),
        ("By：阿岚", "author-credit", None, "阿岚"),
        ("作者@小岳，转载请注明", "author-credit", None, "@小岳"),
        ("主讲人：林小溪 | 整理：大山", "author-credit", None, "林小溪"),
        ("特约撰稿人 林小溪", "author-credit", None, "林小溪"),
        ("中文翻译 by [@xiaoyue](https://example.org/u)", "translator-credit", None, "@xiaoyue"),
        ("（林语 译，文字有改动）", "translator-credit", None, "林语"),
        ("同步发布于个人公众号【晨光早茶】", "first-published", "晨光早茶", None),
        ("本文于 2020 年 3 月首次发表在晨光网", "first-published", "晨光网", None),
        ("首发于晨光社区，[点击查看](https://example.org/a)", "first-published", "晨光社区", None),
        ("关注我，带你了解更多干货", "syndication-boilerplate", None, None),
        ("扫描上图二维码，回复“1024”领取资料", "syndication-boilerplate", None, None),
        ("本文内容不反映任何机构的官方立场", "views-disclaimer", None, None),
        ("本文禁转，谢谢合作。", "repost-forbidden", None, None),
        ("署名 4.0 国际 (CC BY 4.0)", "licence", None, None),
        ("文章类型：原创", "originality-claim", None, None),
        (f"{SEA}Picture: courtesy of the Morning Library", "photo-credit", "Morning Library", None),
        (f"{SEA}Figure 2: The pipes. Adapted from Moss et al. (2019).", "photo-credit", "Moss et al", None),
        (f"{SEA}All photos by the author", "photo-credit", None, None),
        ("This article was sourced from the internet.", "source-name", None, None),
        ("This piece ran in the October issue of Morning Wire.", "first-published", "Morning Wire", None),
        ("This is an original work.", "originality-claim", None, None),
        (f"{SEA}▲図は朝焼け通信より", "photo-credit", "朝焼け通信", None),
        ("転載の際はご一報ください。", "reuse-terms", None, None),
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
        ("摄影：从入门到放弃", "photo-credit"),
        ("摄影：光圈与快门的关系", "photo-credit"),
        ("图片作者一栏留空即可。", "photo-credit"),
        ("如果代码是复制过来的，请在文件头注明出处和原作者。", "reuse-terms"),
        ("画像の出典を表示する設定があります。", "photo-credit"),
        ("本記事は CC BY 4.0 のもとで公開しています。", "first-published"),
        ("Text: CC BY-SA 4.0", "author-credit"),
        ("视频创作者所制作的内容越来越多。", "photo-credit"),
    ],
)
def test_is_not_read(text: str, kind: str, make_post: Maker) -> None:
    assert kind not in {statement.kind for statement in make_post(f"{text}\n").view(Attributions).statements}
