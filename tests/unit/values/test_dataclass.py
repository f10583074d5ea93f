"""Core's `dataclass` behaves as the standard library's."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any, ClassVar

import pytest

from postlint.values import dataclass as lean

KINDS = [{}, {"frozen": True}, {"slots": True}, {"frozen": True, "slots": True}]


def body(field: Any = lean.field, **more: Any) -> dict[str, Any]:
    hints = {"kind": "ClassVar[str]", "path": "str", "line": "int", "tags": "list[str]"}
    given = {"kind": "post", "line": 1, "tags": field(default_factory=list)}
    return {"__annotations__": hints, "__qualname__": "Place", "__module__": __name__, **given, **more}


@pytest.fixture(params=KINDS, ids=str)
def pair(request: pytest.FixtureRequest) -> tuple[type, type]:
    """Return the same class as core and as the standard library make it."""
    return (
        lean._lean_dataclass(**request.param)(type("Place", (), body())),
        dataclasses.dataclass(**request.param)(type("Place", (), body(dataclasses.field))),
    )


def results(call: Any) -> Any:
    try:
        return call()
    except Exception as error:
        return type(error)


@pytest.mark.parametrize(
    "call",
    [
        lambda cls: repr(cls("a.md", 2)),
        lambda cls: repr(cls("a.md", tags=["x"])),
        lambda cls: cls("a.md"),
        lambda cls: cls(),
        lambda cls: cls("a.md", 1, [], 4),
        lambda cls: cls("a.md") == cls("a.md", 1),
        lambda cls: cls("a.md") == cls("b.md"),
        lambda cls: cls("a.md") == "a.md",
        lambda cls: cls("a.md").tags is cls("a.md").tags,
        lambda cls: hash(cls("a.md")),
        lambda cls: hash(cls("a.md", 1, ())) == hash(cls("a.md", 1, ())),
        lambda cls: setattr(cls("a.md"), "line", 3),
        lambda cls: delattr(cls("a.md"), "line"),
        lambda cls: cls.__match_args__,
        lambda cls: cls.kind,
        lambda cls: hasattr(cls("a.md"), "__dict__"),
        lambda cls: dataclasses.asdict(cls("a.md")),
        lambda cls: [field.name for field in dataclasses.fields(cls)],
        lambda cls: repr(dataclasses.replace(cls("a.md"), line=5)),
        lambda cls: repr(lean._lean_replace(cls("a.md"), line=5)),
        lambda cls: lean._lean_replace(cls("a.md"), wrong=5),
        lambda cls: repr(copy.deepcopy(cls("a.md", 7))),
    ],
)  # fmt: skip
def test_it_does_what_the_standard_library_does(pair: tuple[type, type], call: Any) -> None:
    ours, theirs = (results(lambda cls=cls: call(cls)) for cls in pair)
    if dataclasses.is_dataclass(ours):
        ours, theirs = repr(ours), repr(theirs)
    assert ours == theirs


@lean.dataclass(frozen=True, slots=True)
class Base:
    name: ClassVar[str] = "base"
    number: float
    text: str = "x"


@lean.dataclass(frozen=True, slots=True)
class Derived(Base):
    more: tuple[int, ...] = ()


def test_the_hundredth_instance_is_as_the_first(pair: tuple[type, type]) -> None:
    ours, theirs = ([cls("a.md", number) for number in range(100)] for cls in pair)
    assert repr(ours) == repr(theirs)
    assert len({id(one.tags) for one in ours}) == 100


def test_a_subclass_adds_fields() -> None:
    assert repr(Derived(1, more=(2,))) == "Derived(number=1, text='x', more=(2,))"
    assert Derived(1) != Base(1)
    assert Derived.__slots__ == ("more",)


def test_values_travel_between_processes() -> None:
    value = Derived(1.5, "y", (3,))
    assert pickle.loads(pickle.dumps(value)) == value


def test_one_field_that_equals_nothing_else_is_compared_by_identity_first() -> None:
    one = lean._lean_dataclass(type("One", (), {"__annotations__": {"number": "float"}}))
    value = float("nan")
    assert one(value) == one(value)


def test_a_class_keeps_the_methods_it_brings() -> None:
    own = {"__repr__": lambda self: "shown", "__eq__": lambda self, other: True, "__hash__": lambda self: 5}
    made = lean._lean_dataclass(frozen=True)(type("Place", (), body(**own)))
    assert (repr(made("a")), made("a") == 4, hash(made("a"))) == ("shown", True, 5)


def test_nothing_can_be_added_to_a_frozen_value() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'other'"):
        Derived(1).other = 3  # type: ignore[attr-defined]
