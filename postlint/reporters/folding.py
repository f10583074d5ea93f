"""Which findings the text output shows where there are too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from postlint.values.dataclass import dataclass
from postlint.values.diagnostic import Diagnostic
from postlint.values.findings import by_post, count_findings
from postlint.values.packed_result import Tally, tally


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
    # thousands of posts share few kinds of tallies
    left: Counter[tuple[tuple[Tally, int], ...]] = Counter()
    for post in by_post(diagnostics):
        # most posts come when all is shown that will be: their findings need not be read
        if len(shown) < cap and any(taken[kind.code] < share for kind, _ in post.tallies):
            rest: list[Diagnostic] = []
            for diagnostic in post.load():
                if taken[diagnostic.code] < share and len(shown) < cap:
                    taken[diagnostic.code] += 1
                    shown.append(diagnostic)
                else:
                    rest.append(diagnostic)
            left[tuple(tally(rest).items())] += 1
        else:
            left[post.tallies] += 1
    return shown, _folded(left)


def _folded(left: Counter[tuple[tuple[Tally, int], ...]]) -> list[Folded]:
    """Return what is left of each rule; `left` counts the posts of each kind of tallies."""
    findings: Counter[tuple[str, str]] = Counter()
    posts: Counter[tuple[str, str]] = Counter()
    for tallies, number in left.items():
        for kind, count in tallies:
            findings[kind.code, kind.name] += count * number
        for rule in {(kind.code, kind.name) for kind, _ in tallies}:
            posts[rule] += number
    return [Folded(code, name, findings[code, name], posts[code, name]) for code, name in sorted(findings)]


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
