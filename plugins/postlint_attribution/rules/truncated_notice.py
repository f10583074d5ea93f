"""ATT023 truncated-notice."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, late_pattern
from postlint_attribution.provenance import judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_CUT = late_pattern(r"(?:…+|\.{3,}|请联|请联系我?删|如有侵|版权归)\s*$")
_KINDS = (
    "source-name",
    "source-link",
    "first-published",
    "rights-notice",
    "takedown-offer",
    "repost-forbidden",
)
_SOURCE_CUE = late_pattern(r"链接|地址|转载自|出处|来源|原文(?!作者)|출처|出典|引用元|(?i:source)")


class TruncatedNotice(PostRule[Options]):
    """A notice breaks off: its value, its end or its closing bracket is missing.

    Imports lose what was a link or stood behind a length limit, and readers get a label with nothing behind
    it.

    Fix safety: unsafe. Only a closing bracket is added.
    """

    code = "ATT023"
    name = "truncated-notice"
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    about = Attributions
    valid = (
        Valid(post="原文链接：https://example.org/a\n"),
        Valid(post="原文链接：\n\nhttps://example.org/a\n", why="the value is in the next paragraph"),
    )
    invalid = (
        Invalid(post="正文。\n\n原文链接：\n", reports=("原文链接：",), message="nothing follows the label"),
        Invalid(post="산길을 오래 걸었다.\n\n출처 :\n", reports=("출처 :",)),
        Invalid(
            post="正文。\n\n【来源：晨光日报\n",
            reports=("【来源：晨光日报",),
            fixed="正文。\n\n【来源：晨光日报】\n",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at labels without a value and at notices without an end."""
        found = judged(post)
        if found is None:
            return
        for statement in found.statements:
            if statement.is_empty and _SOURCE_CUE.search(statement.cue):
                yield _report(statement.span, "nothing follows the label", "give the value, or leave the label out")
            elif statement.kind in _KINDS and not statement.is_hidden:
                yield from _ends(post, statement)


def _ends(post: Post, statement: Statement) -> Iterable[Report]:
    block = post.view(Attributions).blocks[statement.block]
    if statement.url is None and _CUT.search(statement.text) and block.text.rstrip().endswith(statement.text.rstrip()):
        yield _report(statement.span, "the notice breaks off", "complete it")
    before = post.text[max(0, statement.span.start - 1) : statement.span.start]
    text = block.text
    if before in ("【", "「") and block.span.start == statement.span.start - 1 and text.count("【") > text.count("】"):
        span = Span(statement.span.start - 1, statement.span.end)
        close = "】" if before == "【" else "」"
        fix = Fix.unsafe("close the bracket", Edit(Span(span.end, span.end), close))
        yield Report(span, "the bracket is never closed", hint="close it", fix=fix)


def _report(span: Span, message: str, hint: str) -> Report:
    return Report(span, message, hint=hint)
