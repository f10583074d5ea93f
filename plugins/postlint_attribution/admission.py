"""Admissions that a text was translated or reposted without permission."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Span, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.provenance import Provenance

_ADMISSION = late_pattern(
    fold(
        r"無断で?(?:の)?(?:翻訳|和訳|転載)(?:です|した|しました|記事|になります|であり)|(?:翻訳|転載)許可は?(?:取って|得て|もらって)い?(?:ない|ません)|"
        r"(?:尚未|没有?|暂未|未)\s*(?:获得?|得到|取得|联系)[^，。\n]{0,8}(?:授权|许可|同意)(?:的)?(?:翻译|译文)|"
        r"(?:翻译|转载|译文)(?:尚?未|没有?|暂未)\s*(?:获得?|得到|取得|经)[^，。\n]{0,8}(?:授权|许可|同意)|无授权(?:翻译|转载)|"
        r"(?<!not be )(?<!be )\b(?:translated|reposted|republished|posted|reproduced)\s+"
        r"without\s+(?:the\s+)?(?:\w+['’]s\s+)?(?:explicit\s+)?permission|"
        r"(?:허락|허가|동의)\s?(?:없이|를 받지 않고|받지 않은)\s?(?:번역|옮긴|퍼온)"
    ),
    re.IGNORECASE,
)


_WORDS = late_pattern(r"断|[許许]可|授[权權]|同意|ermission|허[락가]|동의")


def admissions(found: Provenance) -> Iterable[Span]:
    """Yield where a post admits it, in and beside the blocks that hold a statement."""
    blocks = found.attributions.blocks if found.statements else ()
    near = {s.block + step for s in found.statements for step in (-1, 0, 1)}
    for at in sorted(near):
        if not 0 <= at < len(blocks) or not _WORDS.search(blocks[at].text):
            continue
        admission = _ADMISSION.search(fold(blocks[at].text))
        if admission:
            yield blocks[at].source_span(*admission.span())
