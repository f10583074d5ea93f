"""One form for what is written in many: scripts, widths, case.

Traditional characters become simplified ones and full-width signs plain ones, one code point for one, so
that offsets stay what they were. It is meant for finding wordings and comparing names, not for printing.
"""

from __future__ import annotations

import re

_TRADITIONAL = (
    "來譯譯載轉貼連結網鏈處權聲著製複創發佈佈專為於號關註標題圖書報導編輯責環聯繫刪除許請勿謝絕禁歡"
    "個僅觀點業員與沒獲經對實際雜誌誰記者撰寫筆訊資訊內頁數據學習參攝檔閱讀見讓給選視頻說變類開放頻"
    "應該將並別兩張簡體東過還這裡裏時間後會須負擔從價務單條款訂閱戲錄頂買賣們產總統萬億廣雲優臺灣"
    "國際準則嚴職場無達術誤級論續違認識爭議遵規範協議項屬歸蹤證審華態傳圍鏡樣隨語話動機電"
)
_SIMPLIFIED = (
    "来译译载转贴连结网链处权声着制复创发布布专为于号关注标题图书报导编辑责环联系删除许请勿谢绝禁欢"
    "个仅观点业员与没获经对实际杂志谁记者撰写笔讯资讯内页数据学习参摄档阅读见让给选视频说变类开放频"
    "应该将并别两张简体东过还这里里时间后会须负担从价务单条款订阅戏录顶买卖们产总统万亿广云优台湾"
    "国际准则严职场无达术误级论续违认识争议遵规范协议项属归踪证审华态传围镜样随语话动机电"
)
_SIGNS = {
    "\u00a0": " ",
    "\t": " ",
    "︰": "：",
    "﹕": "：",
    "∶": "：",
    "︱": "｜",
    "│": "｜",
    "﹐": "，",
    "﹔": "；",
    "．": ".",
    "⼯": "工",
    "着": "著",
}


def _table() -> dict[int, int]:
    table = {ord(a): ord(b) for a, b in zip(_TRADITIONAL, _SIMPLIFIED, strict=True) if a != b}
    table |= {ord(a): ord(b) for a, b in _SIGNS.items()}
    table[ord("著")] = ord("著")
    table |= {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
    return table


_FOLD = _table()
_NAME_NOISE = re.compile(r"[\s\W_]+")


def fold(text: str) -> str:
    """Return the text with simplified characters and plain signs; the length stays the same."""
    return text.translate(_FOLD)


def fold_name(name: str) -> str:
    """Return a name without case, width, script, blanks and punctuation, for comparing only."""
    return _NAME_NOISE.sub("", fold(name)).casefold()


def unfolded(cue: str) -> tuple[str, ...]:
    """Return a folded literal as it may stand in a text: as it is, and in traditional characters."""
    forms = {cue}
    for char in dict.fromkeys(cue):
        for other in _UNFOLD.get(char, ""):
            forms |= {form.replace(char, other) for form in forms}
    return tuple(sorted(forms))


_UNFOLD: dict[str, str] = {}
for _a, _b in _FOLD.items():
    if _a >= 0x3000 and chr(_b) not in _UNFOLD.get(chr(_b), "") and _a != _b:
        _UNFOLD[chr(_b)] = _UNFOLD.get(chr(_b), "") + chr(_a)
