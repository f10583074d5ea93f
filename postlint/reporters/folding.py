"""Which findings the text output shows where there are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from postlint.values.dataclass import dataclass
from postlint.values.diagnostic import Diagnostic
from postlint.values.findings import by_post, count_findings


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
    counts: Counter[str] = Counter()
    for kind, number in count_findings(diagnostics).items():
        counts[kind.code] += number
    share = _share(counts, cap)
    taken: Counter[str] = Counter()
    shown: list[Diagnostic] = []
    hidden: Counter[tuple[str, str]] = Counter()
    posts: Counter[tuple[str, str]] = Counter()
    for post in by_post(diagnostics):
        left: Counter[tuple[str, str]] = Counter()
        for kind, number in post.tallies:
            left[kind.code, kind.name] += number
        # most posts come when all is shown that will be: their findings need not be read
        if len(shown) < cap and any(taken[code] < share for code, _ in left):
            for diagnostic in post.load():
                if taken[diagnostic.code] < share and len(shown) < cap:
                    taken[diagnostic.code] += 1
                    left[diagnostic.code, diagnostic.name] -= 1
                    shown.append(diagnostic)
        left = +left
        hidden.update(left)
        posts.update(left.keys())
    return shown, [Folded(code, name, hidden[code, name], posts[code, name]) for code, name in sorted(hidden)]


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
