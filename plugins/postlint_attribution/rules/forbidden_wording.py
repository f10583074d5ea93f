"""ATT101 forbidden-wording."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Block, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, option
from postlint_attribution.folding import fold


class ForbiddenWordingOptions(Options):
    wordings: tuple[str, ...] = option(
        default=(), doc="Words that no post may hold; traditional and simplified characters count as one."
    )
    patterns: tuple[re.Pattern[str], ...] = option(default=(), doc="Patterns (RE2) that no post's text may match.")


class ForbiddenWording(PostRule[ForbiddenWordingOptions]):
    """A post holds a wording that the site's configuration forbids.

    Which words a site does not want to publish (another site's notice, a former partner's name) only the
    site knows. Nothing is forbidden without configuration.
    """

    code = "ATT101"
    name = "forbidden-wording"
    severity = Severity.ERROR
    valid = (
        Valid(post="扫码关注\n", why="nothing is configured"),
        Valid(post="正文。\n", options={"wordings": ("扫码关注",)}),
        Valid(post="```\n扫码关注\n```\n", options={"wordings": ("扫码关注",)}, why="code is left alone"),
    )
    invalid = (
        Invalid(post="欢迎扫码关注我们。\n", options={"wordings": ("扫码关注",)}, reports=("扫码关注",)),
        Invalid(post="Brought to you by Acme.\n", options={"patterns": ("by Acme\\b",)}, reports=("by Acme",)),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look for the wordings in what readers see."""
        if not (self.options.wordings or self.options.patterns) or post.role != "post":
            return
        wordings = [fold(wording) for wording in self.options.wordings if wording]
        for block in post.blocks:
            if block.kind not in ("code", "comment", "definition") and block.text:
                yield from self._block(block, wordings)

    def _block(self, block: Block, wordings: list[str]) -> Iterable[Report]:
        folded = fold(block.text)
        for wording in wordings:
            at = folded.find(wording)
            while at >= 0:
                yield _report(block.source_span(at, at + len(wording)), block.text[at : at + len(wording)])
                at = folded.find(wording, at + len(wording))
        for pattern in self.options.patterns:
            for found in pattern.finditer(block.text):
                if found.end() > found.start():
                    yield _report(block.source_span(*found.span()), found.group())


def _report(span: Span, wording: str) -> Report:
    return Report(span, f'"{wording[:60]}" is a forbidden wording', hint="reword or remove it")
