"""`dataclass`, `field` and `replace` as in the standard library, for core's own classes.

The standard library compiles up to six methods for each class; a run over one post spent a quarter of its
time on that, and a tenth on loading it with `inspect`. Here `__init__` alone is compiled, once a class
has a few instances; all classes share the other methods.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any

_FIELDS = "__postlint_fields__"
_VALUES = "__postlint_values__"
_MISSING: Any = object()
# instances of a class before its `__init__` is compiled, which takes as long as to make some thirty without
_FEW = 12


class _Field:
    """What `field` returns."""

    __slots__ = ("default", "default_factory")

    def __init__(self, *, default: Any = _MISSING, default_factory: Any = _MISSING) -> None:
        self.default, self.default_factory = default, default_factory


def _lean_dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False) -> Any:
    """Add `__init__`, `__repr__`, `__eq__` and, if `frozen`, `__hash__` to a class; `slots` makes it anew with slots.

    `field` takes `default` and `default_factory`; neither `InitVar` nor `__post_init__` is known here.
    """
    if cls is None:
        return lambda decorated: _make(decorated, frozen=frozen, slots=slots)
    return _make(cls, frozen=frozen, slots=slots)


def _lean_replace(value: Any, /, **changes: Any) -> Any:
    """Return a copy with other values in some fields."""
    fields = getattr(value, _FIELDS, None)
    if fields is None:
        from dataclasses import replace

        return replace(value, **changes)
    for name in fields:
        if name not in changes:
            changes[name] = getattr(value, name)
    return value.__class__(**changes)


def _make(cls: type, *, frozen: bool, slots: bool) -> type:
    fields: dict[str, Any] = {}
    for base in cls.__mro__[-1:0:-1]:
        fields.update(base.__dict__.get(_FIELDS, {}))
    own = [name for name, hint in cls.__annotations__.items() if not _is_of_class(hint)]
    inherited = frozenset(fields)
    for name in own:
        fields[name] = cls.__dict__.get(name, _MISSING)
    attributes = _shared(cls, fields, frozen=frozen, slots=slots)
    if slots:
        left_out = {*own, "__dict__", "__weakref__"}
        body = {name: value for name, value in cls.__dict__.items() if name not in left_out}
        body["__slots__"] = tuple(name for name in own if name not in inherited)
        made = type(cls)(cls.__name__, cls.__bases__, {**body, **attributes})
        made.__qualname__ = cls.__qualname__
    else:
        made = cls
        for name, value in attributes.items():
            setattr(cls, name, value)
        for name in own:
            if isinstance(cls.__dict__.get(name), _Field):
                _settle_default(cls, name)
    _take_init(made, _late_init(made, fields, frozen=frozen, slots=slots))
    return made


def _take_init(cls: type, init: Callable[..., None]) -> None:
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    setattr(cls, "__init__", init)  # noqa: B010  # mypy forbids the other form


def _late_init(cls: type, fields: Mapping[str, Any], *, frozen: bool, slots: bool) -> Callable[..., None]:
    """Return an `__init__` for the first instances, which then compiles the real one and puts it in its place.

    Most classes of a run over one post have few. The real one also takes the calls that are wrong, to say so.
    """
    put = object.__setattr__ if frozen else setattr
    defaults: dict[str, Any] = {}
    factories: dict[str, Callable[[], Any]] = {}
    count = 0

    def __init__(self: object, /, *values: Any, **named: Any) -> None:
        nonlocal count, defaults, factories
        if count == 0:
            defaults, factories = _defaults(fields)
        count += 1
        given = dict(zip(fields, values, strict=False), **named)
        is_plain = len(given) == len(values) + len(named) and count <= _FEW
        whole = defaults | {name: make() for name, make in factories.items() if name not in given} | given
        if is_plain and whole.keys() == fields.keys():
            for name in fields:
                put(self, name, whole[name])
            return
        init = _init(cls, fields, frozen=frozen, slots=slots)
        _take_init(cls, init)
        init(self, *values, **named)

    return __init__


def _defaults(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Callable[[], Any]]]:
    """Return the defaults of fields, and what makes those of others, by name."""
    known = {name: given if isinstance(given, _Field) else _Field(default=given) for name, given in fields.items()}
    return (
        {name: field.default for name, field in known.items() if field.default is not _MISSING},
        {name: field.default_factory for name, field in known.items() if field.default_factory is not _MISSING},
    )


def _is_of_class(hint: object) -> bool:
    return str(hint).startswith(("ClassVar", "typing.ClassVar"))


def _settle_default(cls: type, name: str) -> None:
    default = cls.__dict__[name].default
    if default is _MISSING:
        delattr(cls, name)
    else:
        setattr(cls, name, default)


def _shared(cls: type, fields: dict[str, Any], *, frozen: bool, slots: bool) -> dict[str, Any]:
    """Return what a class gets besides `__init__`."""
    given = cls.__dict__
    added: dict[str, Any] = {
        _FIELDS: fields,
        # twice, so that it gives a tuple for one field, too
        _VALUES: attrgetter(*fields, next(iter(fields))) if fields else attrgetter("__class__"),
        "__match_args__": tuple(fields),
        "__dataclass_fields__": _Standard("__dataclass_fields__"),
        "__dataclass_params__": _Standard("__dataclass_params__"),
    }
    if "__repr__" not in given:
        added["__repr__"] = _repr
    has_equality = "__eq__" in given
    if not has_equality:
        added["__eq__"] = _eq
    if given.get("__hash__") is None:
        # a class that says what is equal and not how to hash has None here
        added["__hash__"] = _hash if frozen else None
    if frozen:
        added["__setattr__"] = added["__delattr__"] = _refuse
    if frozen and slots:
        added["__getstate__"], added["__setstate__"] = _getstate, _setstate
    return added


def _init(cls: type, fields: Mapping[str, Any], *, frozen: bool, slots: bool) -> Callable[..., None]:
    """Compile `__init__`; frozen classes set their fields past `__setattr__`."""
    scope: dict[str, Any] = {"MISSING": _MISSING}
    parameters, lines = [], []
    for number, (name, given) in enumerate(fields.items()):
        default, factory = given, _MISSING
        if isinstance(given, _Field):
            default, factory = given.default, given.default_factory
        value = name
        if factory is not _MISSING:
            scope[f"_factory{number}"] = factory
            parameters.append(f"{name}=MISSING")
            value = f"_factory{number}() if {name} is MISSING else {name}"
        elif default is not _MISSING:
            scope[f"_default{number}"] = default
            parameters.append(f"{name}=_default{number}")
        else:
            parameters.append(name)
        if not frozen:
            lines.append(f"self.{name} = {value}")
        elif slots:
            scope[f"_set{number}"] = getattr(cls, name).__set__
            lines.append(f"_set{number}(self, {value})")
        else:
            lines.append(f"self.__dict__[{name!r}] = {value}")
    source = f"def __init__(self, {', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"])
    exec(source, scope)  # noqa: S102  # names of fields only
    init: Callable[..., None] = scope["__init__"]
    return init


class _Standard:
    """What `dataclasses.fields` and its like look for in a class; made when one of them does."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, instance: object, owner: type) -> Any:
        from dataclasses import make_dataclass

        fields = [(name, Any, _standard_field(given)) for name, given in getattr(owner, _FIELDS).items()]
        is_frozen = owner.__setattr__ is _refuse
        return getattr(make_dataclass(owner.__name__, fields, frozen=is_frozen), self.name)


def _standard_field(given: Any) -> Any:
    from dataclasses import field

    if not isinstance(given, _Field):
        given = _Field(default=given)
    if given.default_factory is not _MISSING:
        return field(default_factory=given.default_factory)
    return field() if given.default is _MISSING else field(default=given.default)


def _values(value: object) -> Any:
    return getattr(value.__class__, _VALUES)(value)


def _repr(self: object) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name in getattr(self, _FIELDS))
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _eq(self: object, other: object) -> Any:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _refuse(self: object, name: str, value: object = None) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _getstate(self: object) -> list[Any]:
    return [getattr(self, name) for name in getattr(self, _FIELDS)]


def _setstate(self: object, state: list[Any]) -> None:
    for name, value in zip(getattr(self, _FIELDS), state, strict=True):
        object.__setattr__(self, name, value)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:
    dataclass, field, replace = _lean_dataclass, _Field, _lean_replace
