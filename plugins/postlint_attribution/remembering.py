"""Answers that are remembered: posts of one site name the same people, licences and addresses."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

_MOST = 1024
# longer texts are no names, and seldom the same
_LONGEST = 240


def remembered(judge: Callable[[str], T]) -> Callable[[str], T]:
    """Return a function of a text alone that remembers what it lately returned for short ones."""
    known = lru_cache(_MOST)(judge)

    @wraps(judge)
    def ask(text: str) -> T:
        return known(text) if len(text) <= _LONGEST else judge(text)

    return ask
