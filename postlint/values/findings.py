"""The findings of a run, post by post: counted without being decoded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import overload

from postlint.values.diagnostic import Diagnostic
from postlint.values.packed_result import Tally, tally


class PostFindings:
    """The findings of one post in order; `load` gives them when they are asked for."""

    __slots__ = ("_load", "path", "tallies")

    def __init__(
        self, path: str, tallies: tuple[tuple[Tally, int], ...], load: Callable[[], Sequence[Diagnostic]]
    ) -> None:
        self.path, self.tallies, self._load = path, tallies, load

    @classmethod
    def of(cls, path: str, diagnostics: Sequence[Diagnostic]) -> PostFindings:
        """Make the group of findings that are there already, in the order of output."""
        return cls(path, tuple(tally(diagnostics).items()), lambda: diagnostics)

    def load(self) -> Sequence[Diagnostic]:
        """Return the findings."""
        return self._load()


class Findings(Sequence[Diagnostic]):
    """All findings by path; those who only count look at `posts`.

    They are loaded anew each time they are gone over, and never all kept; who needs them twice makes a tuple.
    """

    def __init__(self, posts: Iterable[PostFindings]) -> None:
        self.posts = tuple(posts)

    def __len__(self) -> int:
        return sum(count for post in self.posts for _, count in post.tallies)

    def __iter__(self) -> Iterator[Diagnostic]:
        for post in self.posts:
            yield from post.load()

    @overload
    def __getitem__(self, index: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, index: slice) -> list[Diagnostic]: ...
    def __getitem__(self, index: int | slice) -> Diagnostic | list[Diagnostic]:
        return list(self)[index]


def by_post(diagnostics: Sequence[Diagnostic]) -> Sequence[PostFindings]:
    """Return findings, sorted by path, post by post."""
    if isinstance(diagnostics, Findings):
        return diagnostics.posts
    return [PostFindings.of(path, list(group)) for path, group in groupby(diagnostics, key=lambda item: item.path)]


def count_findings(diagnostics: Sequence[Diagnostic]) -> Counter[Tally]:
    """Return how many findings there are of each kind."""
    total: Counter[Tally] = Counter()
    # few kinds of posts: thousands of them share one tuple
    kinds = Counter(post.tallies for post in by_post(diagnostics))
    for tallies, posts in kinds.items():
        for kind, number in tallies:
            total[kind] += number * posts
    return total
