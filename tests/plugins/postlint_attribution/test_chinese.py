"""What Chinese posts say of their origin in everyday words, and sentences that hold the same words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.view import Attributions

Maker = Callable[..., Post]
LEAD = "山路走了一半，天就黑了下来。\n\n"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("（节录自《山中来信》第三辑，有删改）", "source-name"),
        ("以下文字为网上搜集，原作者不详", "source-name"),
        ("📌 原文在此 → https://blog.example.org/a/1", "source-link"),
        ("老人把伞递给孩子，自己走进了雨里。（来源：江城晚报）", "source-name"),
        ("永久地址：https://me.example.org/p/12", "self-link"),
        ("本篇链接 → https://me.example.org/p/12", "self-link"),
        ("译    者：周大山", "translator-credit"),
        ("今天这篇是我们的老读者阿岚的来稿", "author-credit"),
        ("谢谢 @dashan 同学翻译本文", "translator-credit"),
        ("利益相关：在该公司实习过三个月", "views-disclaimer"),
        ("转载请先在评论区留言申请", "reuse-terms"),
        ("本文经作者周大山授权转载，原文已略作删节", "permission-obtained"),
        ("严禁以任何方式翻录、外传本课程内容", "repost-forbidden"),
        ("本站文章不接受任何形式的转载", "repost-forbidden"),
        ("如果文中图片损害了您的合法权益，请来信告知，我会立刻撤下", "takedown-offer"),
        ("版权方面如有异议，欢迎私信，我马上删", "takedown-offer"),
        ("文中看法与我所在的公司无关", "views-disclaimer"),
        ("来源：豆瓣 链接：https://www.example.com/n/1", "source-link"),
        ("点击下方名片，关注「山路漫谈」，别走丢", "syndication-boilerplate"),
        ("✍ 文 / 林小溪　🎨 图 / 周大山", "author-credit"),
        ("未经书面同意，请勿整段复制粘贴", "repost-forbidden"),
        ("致谢：感谢周大山提供翻译", "translator-credit"),
        ("录自周大山《溪边旧事》", "source-name"),
        ("要转走的话打个招呼就好，记得附上来源", "reuse-terms"),
        ("（節錄自《山中來信》第三輯，有刪改）", "source-name"),
        ("——轉引自林小溪《溪邊舊事》", "source-name"),
        ("2.媒體來源:江城新聞網", "source-name"),
        ("3.完整新聞連結: https://news.example.org/a/1", "source-link"),
        ("圖文轉貼自山友社 https://forum.example.org/t/5", "source-link"),
        ("原　　文：<https://blog.example.org/a>", "source-link"),
        ("※ 文章網址: https://www.example.cc/bbs/Hike/M.15.html", "self-link"),
        ("特約撰稿｜林小溪", "author-credit"),
        ("（記者周大山／花蓮報導）山屋今天重新開放。", "author-credit"),
        ("（此文由山友小岳協助翻譯）", "translator-credit"),
        ("🔖 本文以 CC BY-SA 4.0 釋出", "licence"),
        ("要使用照片的朋友請先來信告知", "reuse-terms"),
        ("感謝山路月刊同意轉載", "permission-obtained"),
        ("圖文請勿任意取用", "repost-forbidden"),
        ("拜託不要整篇複製貼上", "repost-forbidden"),
        ("著作權若有疑義或問題，煩請來信，將立即移除", "takedown-offer"),
        ("圖文均為 溪邊的貓 所有，翻印必究", "rights-notice"),
        ("以上心得與任職公司無關", "views-disclaimer"),
        ("利益揭露：本人持有文中提到的股票", "views-disclaimer"),
        ("覺得有幫助的話請幫我拍手 50 下", "syndication-boilerplate"),
        ("掃描 QR Code 加入社團", "syndication-boilerplate"),
        ("永久連結：https://me.example.tw/p/7", "self-link"),
        ("感謝小岳為本篇提供中文翻譯！", "translator-credit"),
        ("原帖见此：https://forum.example.org/t/9", "source-link"),
        ("固定链接 → https://me.example.org/p/3", "self-link"),
        ("💡 作者：林小溪", "author-credit"),
        ("来自读者老周的投稿", "author-credit"),
        ("特别感谢 林小溪 的翻译与校对！", "translator-credit"),
        ("公众号开白请在后台留言", "reuse-terms"),
        ("想转载的朋友请私信我开白", "reuse-terms"),
        ("搬运前请跟我说一声", "reuse-terms"),
        ("本文由出版社授权发布", "permission-obtained"),
        ("原创内容，不授权任何形式的搬运", "repost-forbidden"),
        ("谢绝以任何形式进行复制、采集", "repost-forbidden"),
        ("若冒犯了您的权益，请邮件联系，第一时间下架", "takedown-offer"),
        ("著作权如有争议请联系我处理", "takedown-offer"),
        ("本文观点与我任职的单位无关", "views-disclaimer"),
        ("利益披露：作者持有上述公司股票", "views-disclaimer"),
        ("点击上方蓝字关注我们", "syndication-boilerplate"),
        ("内容来源：网上收集整理", "source-name"),
        ("来源：知乎，链接：https://www.example.com/a/2", "source-link"),
        ("（以上內容節錄自林小溪的臉書）", "source-name"),
        ("新聞來源：江城日報", "source-name"),
        ("4. 完整新聞內文連結：https://news.example.org/2", "source-link"),
        ("轉貼自：山友論壇", "source-name"),
        ("感謝譯者小岳為本文完成翻譯", "translator-credit"),
        ("請勿隨意下載圖片使用", "repost-forbidden"),
        ("圖片請勿隨意下載使用", "repost-forbidden"),
        ("版權若有疑慮煩請告知，立即下架", "takedown-offer"),
        ("內文依創用 CC 姓名標示 4.0 釋出", "licence"),
        ("喜歡的話幫我按個讚", "syndication-boilerplate"),
        ("感謝山路出版社授權轉載", "permission-obtained"),
        ("本文與我任職的公司立場無關", "views-disclaimer"),
        ("欲使用圖文者請先來信告知", "reuse-terms"),
        ("歡迎分享原文連結", "reuse-terms"),
    ],
)
def test_statement(line: str, kind: str, make_post: Maker) -> None:
    found = make_post(LEAD * 12 + line + "\n").view(Attributions).statements
    assert kind in {statement.kind for statement in found}


@pytest.mark.parametrize(
    "line",
    [
        "他把声音录自己的手机里，再传到电脑上。",
        "永久地址由网关分配，重启以后不会变。",
        "用户点击阅读原文以后，页面跳转了两次。",
        "点赞、收藏、转发三个接口都要加锁。",
        "来源：10.0.0.8，目标：10.0.0.9",
        "翻译：把字节流变成汉字",
        "编辑：Emacs；浏览器：Firefox",
        "感谢翻译软件，我终于看懂了报错。",
        "我们不接受转发的请求，防火墙直接丢弃。",
        "禁止以任何方式直接写数据库。",
        "利益相关方要在评审会上签字。",
        "损害用户权益的弹窗都该下架。",
        "版权有问题的书，图书馆不会采购。",
        "这个白名单由后台任务每天刷新一次。",
        "搬运工的请求先进队列，再告知调度器。",
        "这次故障与机构投资者的态度无关。",
        "由作者字段授权发布到测试环境。",
        "新华书店6月3日电子书打折。",
        "采集站点的数据先去重，再入库。",
        "网上搜集资料的方法有三种。",
        "→ 来源 → 目标",
        "这篇是为读者写的投稿指南。",
        "感谢大家提供翻译建议。",
        "他不同意转载这件事交给我办。",
        "文章网址要短，最好不带日期。",
        "按讚與分享兩個圖示要對齊。",
        "媒體來源的權重比社群高。",
        "來源：192.168.1.5，目的：192.168.1.9",
        "編輯：VS Code；終端機：iTerm",
        "記者站在花蓮，報導寫了三天。",
        "原文有三段，我刪了一段。",
        "程式碼依 MIT 授權，跟文章無關。",
        "使用者點擊「閱讀原文」按鈕後會跳轉。",
        "轉貼自動化腳本寫好了。",
        "利益揭露制度是去年上路的。",
        "任意取用快取會造成髒讀。",
        "圖文框的邊界請勿任意調整。",
        "整篇複製到剪貼簿的功能壞了。",
        "著作權有問題的素材不能上架。",
        "文章網址的格式改成小寫。",
        "看板娘的作者換人了。",
        "同意轉載條款的核取方塊預設不勾。",
        "永久連結的設定在後台。",
        "拍手功能的計數器寫錯了。",
        "掃描 QR Code 的函式庫有三個。",
        "這版與公司無線網路的設定有關。",
        "翻印機的滾筒要換。",
        "摘自己寫的舊稿來用，不算抄。",
        "翻譯：從英文字串產生鍵值",
        "中央社區12日電力檢修。",
        "采集站点的爬虫不接受任何形式的代理。",
        "本服务未授权任何平台的转发请求。",
        "我不同意这种转载的做法。",
        "感谢机器翻译的校对功能。",
        "这篇来自读者的投稿讨论了锁。",
        "固定地址 → 物理地址的映射表。",
        "开白名单以后，转载页面就能打开了。",
        "用户的合法权益受影响，平台撤下了商品。",
        "利益冲突：两个团队抢同一台机器。",
        "在后台回复请求的线程有四个。",
        "任职于文中提到的公司的人，薪水都不低。",
        "来源 | 数量",
        "新华网页面改版",
        "翻译 | 校对 | 发布 三步走",
        "编辑：打开设置，选择主题",
        "版权有争议的时候，法院会看合同，再联系双方。",
        "圖片請勿隨意放大，會糊掉。",
        "感謝使用者協助翻譯介面字串",
        "新聞來源的演算法怎麼排？",
        "記者：請問這次的版本號？",
        "作者 id 欄位看板權限",
        "按讚數的事件要節流",
        "依 CC 欄位寄副本",
        "轉貼自走棋的攻略",
        "摘錄自動化：用腳本每天跑一次",
        "同意轉載的按鈕壞了",
    ],
)
def test_no_statement(line: str, make_post: Maker) -> None:
    assert make_post(LEAD * 2 + line + "\n").view(Attributions).statements == ()


@pytest.mark.parametrize(
    ("line", "source", "author"),
    [
        ("中央社記者林小溪花蓮8日電，山屋今天重新開放。", "中央社", None),
        ("作者  dashan (大山)    看板  Hiking", None, "dashan"),
    ],
)
def test_first_line(line: str, source: str | None, author: str | None, make_post: Maker) -> None:
    (statement,) = make_post(f"{line}\n\n{LEAD}").view(Attributions).statements
    assert (statement.source, statement.author) == (source, author)


def test_link_behind_the_name_has_a_label_of_its_own(make_post: Maker) -> None:
    (statement,) = make_post(f"{LEAD}来源：豆瓣 链接：https://example.org/n/1\n").view(Attributions).statements
    assert (statement.source, statement.url) == ("豆瓣", "https://example.org/n/1")


def test_bracket_in_a_sentence_is_a_citation(make_post: Maker) -> None:
    post = make_post(f"{LEAD * 9}那天傍晚下着大雨，老人把伞递给孩子，自己走进了雨里（来源：江城晚报）。\n")
    assert [statement.kind for statement in post.view(Attributions).all] == ["citation"]


@pytest.mark.parametrize(
    ("line", "source", "author"),
    [
        ("文／林小溪（山路月刊總編輯）", None, "林小溪"),
        ("作者：林小溪（测绘部）", None, "林小溪"),
        ("作者：晚风（花名：小岳）", None, "晚风（花名：小岳）"),
        ("（此文由山友 Ray 協助翻譯）", None, "山友 Ray"),
        ("（此文由好友 Ray 協助翻譯）", None, "Ray"),
        ("![海](a.jpg)\n\n（圖／記者林小溪攝）", None, "林小溪"),
        ("![海](a.jpg)\n\n圖片翻攝自 Hikers", "Hikers", None),
        ("![海](a.jpg)\n\n摄影师：Ann Lee，图源 Unsplash", "Unsplash", "Ann Lee"),
        ("本文原刊登於〈山路月刊〉：https://example.org/a", "山路月刊", None),
        ("獲授權轉載自《山路月刊》", "山路月刊", None),
        ("（来源：江城新闻网）", "江城新闻网", None),
        ("（江城新闻网）", "江城新闻网", None),
        ("著作權聲明：本部落格之文字受著作權法保護 Copyright ⓒ 溪邊的貓", None, "溪邊的貓"),
    ],
)
def test_fields(line: str, source: str | None, author: str | None, make_post: Maker) -> None:
    found = make_post(f"{LEAD}{line}\n").view(Attributions).statements
    assert (source, author) in {(statement.source, statement.author) for statement in found}


def test_dateline_of_an_agency_names_its_reporters(make_post: Maker) -> None:
    found = make_post(f"新华社江城3月5日电（记者 林小溪、周大山）新桥通车。\n\n{LEAD}").view(Attributions).statements
    assert [(one.source, one.author) for one in found] == [("新华社", None), (None, "林小溪、周大山")]


@pytest.mark.parametrize(
    "line",
    ["来源：/var/log/hike.log", "来源 → 目标", "来源：localhost 的请求", "翻译 → 发布"],
)
def test_machines_and_arrows_name_no_source(line: str, make_post: Maker) -> None:
    assert make_post(f"{LEAD}{line}\n").view(Attributions).statements == ()
