"""Which findings are shown where there are too many."""

from __future__ import annotations

from collections import Counter

import pytest

from postlint.reporters.folding import choose, folded_lines
from tests.unit.reporters.results import many


@pytest.mark.parametrize("cap", [0, 12, 100])
def test_few_findings_are_all_shown(cap: int) -> None:
    found = many(AA001=2, AA002=10)
    assert choose(found, cap) == (list(found), [])


@pytest.mark.parametrize(
    ("counts", "cap", "shown"),
    [
        ({"AA001": 1000}, 100, {"AA001": 100}),
        ({"AA001": 1000, "AA002": 3}, 100, {"AA001": 97, "AA002": 3}),
        ({"AA001": 50, "AA002": 50, "AA003": 2}, 22, {"AA001": 10, "AA002": 10, "AA003": 2}),
        ({"AA001": 5, "AA002": 5, "AA003": 5}, 2, {"AA001": 1, "AA002": 1}),
    ],
)
def test_every_rule_has_its_share(counts: dict[str, int], cap: int, shown: dict[str, int]) -> None:
    found = many(**counts)
    chosen, folded = choose(found, cap)
    assert Counter(item.code for item in chosen) == shown
    assert {one.code: one.count for one in folded} == {
        code: count - shown.get(code, 0) for code, count in counts.items() if count > shown.get(code, 0)
    }


def test_what_is_left_out_is_counted_exactly() -> None:
    _, folded = choose(many(AA001=30, AA002=12), 20)
    assert list(folded_lines(folded)) == [
        "22 more findings of 2 rules not shown:",
        "       20 AA001 aa001, in 20 posts",
        "        2 AA002 aa002, in 2 posts",
        "         = `--max-diagnostics 0` shows all, `--select AA001` one rule; `postlint rule AA001` explains it",
    ]
    assert list(folded_lines([])) == []
