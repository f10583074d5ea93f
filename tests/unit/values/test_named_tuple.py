"""Core's `NamedTuple` behaves as the standard library's."""

from __future__ import annotations

import copy
import pickle
from typing import Any, NamedTuple

import pytest

from postlint.values.named_tuple import NamedTuple as Lean


class Ours(Lean):
    """A place."""

    path: str
    line: int = 1
    tag: str | None = None

    @property
    def shown(self) -> str:
        return f"{self.path}:{self.line}"


class Theirs(NamedTuple):
    """A place."""

    path: str
    line: int = 1
    tag: str | None = None

    @property
    def shown(self) -> str:
        return f"{self.path}:{self.line}"


def results(call: Any) -> Any:
    try:
        return call()
    except Exception as error:
        return type(error)


@pytest.mark.parametrize(
    "call",
    [
        lambda cls: cls("a.md"),
        lambda cls: cls("a.md", 2, "x"),
        lambda cls: cls("a.md", tag="x"),
        lambda cls: cls(line=3, path="a.md"),
        lambda cls: cls(),
        lambda cls: cls("a.md", 1, None, 4),
        lambda cls: cls("a.md", path="b.md"),
        lambda cls: cls("a.md", wrong=1),
        lambda cls: cls(line=3),
        lambda cls: cls("a.md").shown,
        lambda cls: repr(cls("a.md")).partition("(")[2],
        lambda cls: cls._make(["a.md", 1, None]),
        lambda cls: cls("a.md")._replace(line=7),
        lambda cls: cls("a.md")._replace(wrong=7),
        lambda cls: cls("a.md")._asdict(),
        lambda cls: (cls._fields, cls._field_defaults, cls.__match_args__, cls.__doc__, cls.__slots__),
        lambda cls: setattr(cls("a.md"), "line", 3),
        lambda cls: hasattr(cls("a.md"), "__dict__"),
        lambda cls: isinstance(cls("a.md"), tuple),
        lambda cls: {cls("a.md"): 1}[("a.md", 1, None)],
        lambda cls: [one.line for one in sorted([cls("b.md", 2), cls("a.md", 5)])],
        lambda cls: copy.deepcopy(cls("a.md", 7)),
        lambda cls: type(pickle.loads(pickle.dumps(cls("a.md", 7)))).__name__ == cls.__name__,
        lambda cls: type("Child", (cls,), {})("a.md", tag="x"),
        lambda cls: [cls(f"{number}", tag="x") for number in range(40)],
        lambda cls: [cls(path=f"{number}").line for number in range(40)],
    ],
)  # fmt: skip
def test_it_does_what_the_standard_library_does(call: Any) -> None:
    for _ in range(20):
        assert results(lambda: call(Ours)) == results(lambda: call(Theirs))
