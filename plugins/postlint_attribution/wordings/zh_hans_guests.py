"""Chinese: guests and volunteers who wrote or translated it."""

from __future__ import annotations

from postlint_attribution.wordings.wording import Wording

WORDINGS = (
    Wording(
        "author-credit",
        "phrase",
        r"(?:<this>|这篇|今天这篇|<b>)(?:文章|内容|故事)?\s*(?:是|为|系|来自)\s*(?:我们?的?|本站的?|本号的?)?(?:一[位名个])?(?:热心|忠实|[新老])?(?:读者|网友|粉丝|朋友|同学|群友|同事|嘉宾|作者|用户|老师)\s*"
        r"(?P<v>(?!的|们|和|或)[^，。：:\n]{1,24}?)\s*(?:的)?(?:投稿|来稿|供稿|客座)",
        ("投稿", "来稿", "供稿", "客座"),
        "这篇是读者林小溪的投稿。",
        "这篇是读者的投稿指南。",
        value="person",
        place="edge",
    ),
    Wording(
        "author-credit",
        "phrase",
        r"^\W*作者[： :]\s*(?P<v>[A-Za-z]\w{1,15}) ?[(（][^()（）\n]{0,40}[)）]\s{1,8}(?:看板|站内)[： :]",
        ("看板", "站内"),
        "作者  linxiaoxi (山路)    看板  Mountain",
        "作者 linxiaoxi 在看板 Mountain 发文。",
        value="person",
        place="start",
    ),
    Wording(
        "translator-credit",
        "phrase",
        r"(?:感谢|多谢|谢谢|鸣谢)\s*(?P<v>(?!您|你|大家|各位|使用|阅读)(?:(?!授权|许可|允许|同意)[^，。！!：:\n]){1,30}?)\s*(?:同学|老师|朋友|网友)?\s*(?:"
        r"(?:为|给|对|替)?(?:<this>|我们|本站)(?:的)?(?:提供|贡献|带来|完成|做)?(?:了|的)*\s*(?:简体|繁体|正体)?(?:中文|汉语|中)?(?:翻译|译文|校对|审校|译)|"
        r"(?:翻译|校对|审校)(?:了)?(?:<this>|全文)|(?:提供|贡献|带来|完成)(?:了|的)*(?:简体|繁体|正体)?(?:中文|汉语)?(?:翻译|译文|译稿)(?=[，。！!～~\s]|$)|(?:的)?(?:友情|辛勤|倾情|热心|协助)?(?:翻译|校对)(?:(?:和|与|及|、)(?:翻译|校对|审校))?(?=[。！!～~]|$))",
        ("感谢", "多谢", "谢谢", "鸣谢"),
        "感谢 [@linxiaoxi](https://example.org/u) 为本文提供中文翻译。",
        "感谢您使用本文的翻译工具。",
        value="person",
        place="edge",
        role="profile",
        shape=r"[谢][^，。！!：:\n]{1,60}?(?:翻译|译文|译稿|校对|审校)",
    ),
)
