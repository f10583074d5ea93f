"""Classes of plugins, imported when they are first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Late(Generic[T]):
    """A class, or the place where it lies: `module:Class`. Equal are the same class and the same place."""

    __slots__ = ("_found", "_key", "place")

    def __init__(self, place: str, found: T | None = None) -> None:
        self.place, self._found = place, found
        self._key: object = place if found is None else found

    @classmethod
    def of(cls, given: Any) -> Late[Any]:
        """Return one for a class that is there already."""
        return cls(f"{given.__module__}:{given.__qualname__}", given)

    def get(self) -> T:
        """Return the class. Raises whatever its module raises, and AttributeError."""
        found = self._found
        if found is None:
            module, _, name = self.place.partition(":")
            made: Any = import_module(module)
            for part in name.split("."):
                made = getattr(made, part)
            found = self._found = made
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Late) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)
