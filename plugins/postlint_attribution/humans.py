"""Whether a name is that of a human, by its shape."""

from __future__ import annotations

from postlint import late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.values import is_latin_person

_SURNAMES = fold(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤洪赖施颜倪樊柯翁庄柳鲍凌"
    "陳黃趙吳孫馬羅鄭韓馮鄧蕭蔣葉蘇呂盧鍾譚陸韋鄒賴顏劉楊"
)
_CJK_PERSON = late_pattern(
    f"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|(?:欧阳|司马|上官|诸葛|慕容|司徒)[\u4e00-\u9fff]{{1,2}}"
)
_BODY = late_pattern(fold(r"[网报社台刊号站店团组家]$|[头前]条|新闻|日报|晚报|传媒|科技|公司|频道|资讯|论坛|社区|云$"))
_LATIN_BODIES = (
    *("News", "Times", "Post", "Blog", "Daily", "Media", "Team", "Press", "Tribune", "Magazine", "Weekly", "Journal"),
    *("Notes", "Digest", "Network", "Group", "Owner", "Admin", "Staff", "Editor", "Institute", "Foundation", "Academy"),
)


def is_human(name: str) -> bool:
    """Tell whether a name is surely that of a human: a surname with a given name, or two to three Latin words."""
    folded = fold(name.strip())
    if _CJK_PERSON.fullmatch(folded):
        return _BODY.search(folded) is None
    return is_latin_person(name.strip()) and not name.split()[-1].endswith(_LATIN_BODIES)
