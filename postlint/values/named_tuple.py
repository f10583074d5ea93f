"""`NamedTuple` as in the standard library, for core's own classes.

The standard library compiles `__new__` for each class and looks at each hint, which took a twentieth of a run over one
post. Here `__new__` is compiled once a class has a few instances.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from operator import itemgetter
from typing import TYPE_CHECKING, Any

# instances before `__new__` is compiled, which takes as long as to make some thirty of them without
_FEW = 12


def _getter(number: int) -> Any:
    return property(itemgetter(number))


with suppress(ImportError):
    # as in the standard library: written in C where Python is
    from _collections import _tuplegetter  # type: ignore[import-not-found]  # private: see above

    def _getter(number: int) -> Any:
        return _tuplegetter(number, "")


class _Maker(type):
    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        if not bases:
            return super().__new__(cls, name, bases, body)
        fields = tuple(body.get("__annotations__", {}))
        defaults = {field: body[field] for field in fields if field in body}
        body.update({field: _getter(number) for number, field in enumerate(fields)})
        body.update(
            __slots__=(),
            __match_args__=fields,
            __new__=_late_new(fields, defaults),
            __repr__=_repr,
            __getnewargs__=_values,
            _fields=fields,
            _field_defaults=defaults,
            _make=classmethod(tuple.__new__),
            _replace=_replace,
            _asdict=_asdict,
        )
        return type(name, (tuple,), body)


def _late_new(fields: tuple[str, ...], defaults: Mapping[str, Any]) -> Callable[..., Any]:
    """Return a `__new__` for the first instances, which then puts a compiled one in its place.

    The compiled one also takes the calls that are wrong, to say so.
    """
    make, count = tuple.__new__, 0

    def __new__(cls: type, /, *values: Any, **named: Any) -> Any:  # it becomes the method
        nonlocal count
        count += 1
        given = dict(zip(fields, values, strict=False), **named)
        found = {**defaults, **given}
        if count <= _FEW and len(given) == len(values) + len(named) and found.keys() == set(fields):
            return make(cls, [found[field] for field in fields])
        home = next(one for one in cls.__mro__ if one.__dict__.get("_fields") is fields)
        compiled = _compiled(fields, defaults)
        setattr(home, "__new__", compiled)  # noqa: B010  # mypy forbids the other form
        return compiled(cls, *values, **named)

    return __new__


def _compiled(fields: tuple[str, ...], defaults: Mapping[str, Any]) -> Callable[..., Any]:
    scope: dict[str, Any] = {"make": tuple.__new__}
    listed = ", ".join(fields)
    exec(f"def __new__(_cls, {listed}): return make(_cls, ({listed},))", scope)  # noqa: S102  # names of fields only
    made: Callable[..., Any] = scope["__new__"]
    setattr(made, "__defaults__", tuple(defaults.values()))  # noqa: B010  # as above
    return made


def _values(self: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(self)


def _repr(self: Any) -> str:
    return f"{type(self).__name__}({', '.join(f'{field}={getattr(self, field)!r}' for field in self._fields)})"


def _asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _replace(self: Any, /, **changes: Any) -> Any:
    values: Iterable[Any] = [changes.pop(field, value) for field, value in zip(self._fields, self, strict=True)]
    if changes:
        raise ValueError(f"unexpected fields: {', '.join(changes)}")
    return self._make(values)


if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class NamedTuple(metaclass=_Maker):
        """The base of classes whose instances are tuples with names."""
