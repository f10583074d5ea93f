"""Findings counted by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from postlint.reporters.reporter import Reporter
from postlint.values.run_result import RunResult


class StatisticsReporter(Reporter):
    """A table by rule, the most frequent first."""

    name: ClassVar[str] = "statistics"

    def render(self, result: RunResult) -> str:
        """Return a line a rule; nothing where nothing was found."""
        return "".join(f"{line}\n" for line in statistics_lines(result))


def statistics_lines(result: RunResult) -> Iterator[str]:
    """Yield a line a rule and severity: findings, posts, code, name, how many can be fixed."""
    counts = Counter((d.code, d.name, d.severity) for d in result.diagnostics)
    posts: dict[str, set[str]] = {}
    fixable: Counter[tuple[str, object]] = Counter()
    for item in result.diagnostics:
        posts.setdefault(f"{item.code} {item.severity.value}", set()).add(item.path)
        fixable[item.code, item.severity] += item.fix is not None
    wide = max((len(name) for _, name, _ in counts), default=0)
    if counts:
        yield f"{'findings':>8} {'posts':>7} {'fixable':>7}  {'severity':8} {'code':7} rule"
    for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0][0])):
        in_posts = len(posts[f"{code} {severity.value}"])
        fixes = fixable[code, severity]
        yield f"{count:>8} {in_posts:>7} {fixes:>7}  {severity.value:8} {code:7} {name:{wide}}".rstrip()
