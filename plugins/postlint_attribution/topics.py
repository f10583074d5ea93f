"""Sentences about what pages ask of readers: buttons as a topic, and nothing that is asked for."""

from __future__ import annotations

from postlint import late_pattern

_READER_DOES = late_pattern(r"(?:用户|用戶|访客|訪客|读者|[他她]们?|人们|有人|没人)[^，,。\n]{0,6}$")
_BUTTONS = late_pattern(
    r"[^，,。！!\n]{0,6}?[”\"」』]?\s*(?:这|那)?(?:[一二三四五六七八九十两几\d]+个)?的?"
    r"(?:按[钮鈕]|图[标示]|事件|次数|接口|[组元]件|埋点|[转點点][化击擊]率|人数)"
)
_MARKS = "。！？\n"


def is_topic(folded: str, start: int, end: int) -> bool:
    """Tell whether a range of a folded text is what a sentence is about: "用户点击“阅读原文”", "点赞按钮"."""
    return bool(_READER_DOES.search(folded, sentence_start(folded, start), start) or _BUTTONS.match(folded, end))


def sentence_start(folded: str, at: int) -> int:
    """Return where the sentence around an offset of a folded text begins."""
    return max(folded.rfind(mark, 0, at) for mark in _MARKS) + 1
