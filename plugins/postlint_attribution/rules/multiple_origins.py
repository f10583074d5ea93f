"""ATT010 multiple-origins."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Span, Valid, late_pattern
from postlint_attribution.addresses import domain_of, host_of
from postlint_attribution.folding import fold
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.provenance import Provenance, holds_the_text, judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_OF_THIS_TEXT = late_pattern(r"首发|同步|初出")


class MultipleOrigins(PostRule[Options]):
    """Two addresses are given for the same original.

    One of them must be the canonical one. Where a copy and a first publication are both linked, the first
    publication is the better choice for readers and search engines.

    Limits: where a translation says where the translation itself came out first, that is another text.
    """

    code = "ATT010"
    name = "multiple-origins"
    severity = Severity.INFO
    about = Attributions
    topics = SOURCE_KINDS
    valid = (
        Valid(post="via: https://example.org/a\n"),
        Valid(
            post="首发于：https://example.org/a\n\n正文。\n\nvia: https://blog.test/b\n",
            why="the translation came out elsewhere than its original",
        ),
        Valid(
            post="via: https://example.org/a\n\n本文改编自 https://blog.test/b\n",
            why="what a text was made from is another text",
        ),
    )
    invalid = (
        Invalid(
            post="via: https://example.org/a\n\nText.\n\nThis article originally appeared on [a blog](https://blog.test/b).\n",
            reports=("originally appeared on [a blog](https://blog.test/b)",),
        ),
        Invalid(
            post="> 原文地址：https://example.org/a\n\n正文。\n\n本文转载自 [山路博客](https://blog.test/b)\n",
            reports=("本文转载自 [山路博客](https://blog.test/b)",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare the domains of originals and first publications."""
        found = judged(post)
        if found is None or not found.linked:
            return
        origins = _origins(found)
        for statement in origins[1:]:
            first = next((o for o in origins if _domain(o) != _domain(statement)), None)
            if first is not None and _are_one_text(first, statement):
                yield _report(statement.span, statement.url or "", first)
                return
        canonical = found.declared.of("canonical")
        firsts = [s for s in origins if s.kind == "first-published"]
        if canonical and firsts and domain_of(host_of(canonical[0].value)) != _domain(firsts[0]):
            yield Report(
                canonical[0].span,
                "the canonical address is not where the text says it came out first",
                hint="choose the first publication as canonical",
                data={"canonical": canonical[0].value, "first": firsts[0].url},
                related=(Related(firsts[0].span, "first published here"),),
            )


def _origins(found: Provenance) -> list[Statement]:
    kept = []
    for statement in found.linked:
        is_own = found.is_own(statement.url or "")
        if statement.subject == "post" and not is_own and not _OF_THIS_TEXT.search(fold(statement.cue)):
            kept.append(statement)
    return kept


def _are_one_text(first: Statement, second: Statement) -> bool:
    """Tell whether two addresses are given for the same text, not one for what the other was made from."""
    if "first-published" in (first.kind, second.kind):
        return True
    return holds_the_text(first) and holds_the_text(second)


def _domain(statement: Statement) -> str:
    return domain_of(host_of(statement.url or ""))


def _report(span: Span, url: str, first: Statement) -> Report:
    return Report(
        span,
        f"the text names a second origin beside {host_of(first.url or '')}",
        hint="choose one as canonical, best the first publication",
        data={"url": url, "other": first.url},
        related=(Related(first.span, "the other origin"),),
    )
