"""ATT009 unlicensed-translation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions

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


class UnlicensedTranslation(PostRule[Options]):
    """The post says itself that it was translated or reposted without permission.

    That is a declared breach of somebody's rights, printed where everybody can read it.
    """

    code = "ATT009"
    name = "unlicensed-translation"
    severity = Severity.WARNING
    about = Attributions
    valid = (
        Valid(post="原著者の許可を得て翻訳しました。\n"),
        Valid(post="未经授权，禁止转载。\n", why="a prohibition is no admission"),
        Valid(
            post="Source: https://example.org/a\n\nThis text may not be reposted without permission.\n",
            why="the terms of the source",
        ),
    )
    invalid = (
        Invalid(post="原文: https://example.org/a\n\nこの記事は無断翻訳です。\n", reports=("無断翻訳です",)),
        Invalid(
            post="Original: https://example.org/a\n\nTranslated without permission.\n",
            reports=("Translated without permission",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look for the admission in and beside the blocks that hold a statement."""
        found = judged(post)
        if found is None or not found.statements:
            return
        blocks = post.view(Attributions).blocks
        near = {s.block + step for s in found.statements for step in (-1, 0, 1)}
        for at in sorted(near):
            if not 0 <= at < len(blocks):
                continue
            block = blocks[at]
            if not _WORDS.search(block.text):
                continue
            admission = _ADMISSION.search(fold(block.text))
            if admission:
                yield Report(
                    block.source_span(*admission.span()),
                    "the translation says itself that there is no permission",
                    hint="ask for permission, or take the text down",
                )
