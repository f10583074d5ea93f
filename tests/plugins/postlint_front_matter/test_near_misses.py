"""Slips of the pen between keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint_front_matter.near_misses import slips_between

_WORDS = st.text("abcde", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("title", "title", 0),
        ("titel", "title", 1),
        ("tilte", "title", 1),
        ("titl", "title", 1),
        ("tittle", "title", 1),
        ("catagories", "categories", 1),
        ("catagoris", "categories", 2),
        ("data", "date", 1),
        ("abc", "xyz", 3),
    ],
)
def test_slips(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other, 2) == slips


@given(_WORDS, _WORDS)
def test_it_is_the_same_both_ways(one: str, other: str) -> None:
    found = slips_between(one, other, 3)
    assert found == slips_between(other, one, 3)
    assert (found == 0) == (one == other)
    assert found >= min(abs(len(one) - len(other)), 4)
