"""Which findings the text output shows where there are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postlint.values.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Folded:
    """The findings of one rule that are not shown."""

    code: str
    name: str
    count: int
    posts: int


def choose(diagnostics: Sequence[Diagnostic], cap: int) -> tuple[list[Diagnostic], list[Folded]]:
    """Return at most `cap` findings (0: all), every rule having its share, and what is left of each rule."""
    if not cap or len(diagnostics) <= cap:
        return list(diagnostics), []
    counts = Counter(diagnostic.code for diagnostic in diagnostics)
    share = _share(counts, cap)
    taken: Counter[str] = Counter()
    shown: list[Diagnostic] = []
    hidden: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if taken[diagnostic.code] < share and len(shown) < cap:
            taken[diagnostic.code] += 1
            shown.append(diagnostic)
        else:
            hidden.setdefault(diagnostic.code, []).append(diagnostic)
    folded = [Folded(code, d[0].name, len(d), len({one.path for one in d})) for code, d in sorted(hidden.items())]
    return shown, folded


def _share(counts: Counter[str], cap: int) -> int:
    """Return how many findings of each rule fit if every rule may show equally many, at least 1."""
    share, used, rules = 0, 0, len(counts)
    for count in sorted(counts.values()):
        step = min(count - share, (cap - used) // rules)
        share, used = share + step, used + step * rules
        if share < count:
            break
        rules -= 1
    return max(1, share)


def folded_lines(folded: Sequence[Folded]) -> Iterator[str]:
    """Yield what was left out, by rule, and how to see it."""
    if not folded:
        return
    total = sum(one.count for one in folded)
    yield f"{total} more findings of {len(folded)} rule{'' if len(folded) == 1 else 's'} not shown:"
    for one in folded:
        yield f"{one.count:>9} {one.code} {one.name}, in {one.posts} post{'' if one.posts == 1 else 's'}"
    code = max(folded, key=lambda one: one.count).code
    yield f"         = `--max-diagnostics 0` shows all, `--select {code}` one rule; `postlint rule {code}` explains it"
