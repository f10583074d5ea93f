"""Options of a rule or view: declared once, checked once, frozen."""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from typing import Any, ClassVar, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from postlint.values.dataclass import dataclass

T = TypeVar("T")


class OptionError(ValueError):
    """An option has a wrong type or is unknown; `key` is kebab-case."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key, self.message = key, message


@dataclass(frozen=True, slots=True)
class OptionInfo:
    """A declared option: `name` in snake_case, its default, its doc and its type."""

    name: str
    default: Any
    doc: str
    type: Any

    @property
    def key(self) -> str:
        """Return the name as config files write it (kebab-case)."""
        return self.name.replace("_", "-")

    @property
    def type_name(self) -> str:
        """Return the type in words for docs and messages."""
        return _describe(self.type)


@dataclass(frozen=True, slots=True)
class _Declared:
    default: Any
    doc: str


def option(*, default: T, doc: str) -> T:
    """Declare an option in the body of an Options class. `doc` is a sentence for users."""
    return _Declared(default, doc)  # type: ignore[return-value]  # replaced by the value in __init__


class Options:
    """Base of all option sets; an empty set by itself.

    Supported types: bool, int, float, str, Literal, PurePosixPath, re.Pattern (of google-re2: linear
    time), tuple[X, ...], Mapping[str, X] (or of a Literal), and unions with None.
    """

    _infos: ClassVar[tuple[OptionInfo, ...] | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._infos = None

    def __init__(self, values: Mapping[str, Any] | None = None) -> None:
        """Take raw values by snake_case or kebab-case name. Raises OptionError."""
        # most sets are as they are without a config, and resolving type hints takes longer than all the rest
        for name, declared in self._declared().items():
            object.__setattr__(self, name, declared.default)
        if not values:
            return
        given = {name.replace("-", "_"): value for name, value in values.items()}
        for info in self.infos():
            if info.name in given:
                object.__setattr__(self, info.name, convert(info.key, given.pop(info.name), info.type))
        for name in given:
            raise OptionError(name.replace("_", "-"), f'unknown option "{name.replace("_", "-")}"')

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"options are frozen; {name} cannot be set")

    @classmethod
    def _declared(cls) -> dict[str, _Declared]:
        return {
            name: value
            for base in reversed(cls.__mro__)
            for name, value in vars(base).items()
            if isinstance(value, _Declared)
        }

    @classmethod
    def infos(cls) -> tuple[OptionInfo, ...]:
        """Return the declared options in order."""
        if cls._infos is None:
            # type hints are resolved on first use: a class body runs at import, when names may be missing
            hints = get_type_hints(cls) if cls is not Options else {}
            cls._infos = tuple(OptionInfo(n, d.default, d.doc, hints[n]) for n, d in cls._declared().items())
        return cls._infos


def convert(key: str, value: Any, wanted: Any) -> Any:
    """Return `value` as the wanted type, lists as tuples. Raises OptionError."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _convert_union(key, value, arguments)
    if origin is Literal:
        if value in arguments:
            return value
        raise OptionError(key, f"{value!r} is not one of {', '.join(str(item) for item in arguments if item != '')}")
    if origin is tuple:
        if isinstance(value, list | tuple):
            return tuple(convert(key, item, arguments[0]) for item in value)
        raise OptionError(key, f"{value!r} is not a list")
    if isinstance(origin, type) and issubclass(origin, Mapping):
        if isinstance(value, Mapping):
            named = {convert(key, str(name), arguments[0]): item for name, item in value.items()}
            return {name: convert(key, item, arguments[1]) for name, item in named.items()}
        raise OptionError(key, f"{value!r} is not a table")
    return _convert_plain(key, value, origin or wanted)


def _convert_union(key: str, value: Any, arguments: tuple[Any, ...]) -> Any:
    error = None
    for argument in arguments:
        if argument is type(None):
            if value is None:
                return None
            continue
        try:
            return convert(key, value, argument)
        except OptionError as caught:
            error = caught
    raise error or OptionError(key, f"{value!r} is not accepted")


def _convert_plain(key: str, value: Any, wanted: Any) -> Any:
    if wanted is Any:
        return value
    if wanted is re.Pattern:
        return _compile(key, value)
    make = wanted
    if _is_path(wanted):
        wanted = str
    if wanted is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)):
        return make(value)
    raise OptionError(key, f"{value!r} is not {_describe(wanted)}")


def _is_path(wanted: Any) -> bool:
    # who declares such an option has imported pathlib
    return getattr(wanted, "__module__", "").partition(".")[0] == "pathlib"


def _compile(key: str, value: Any) -> Any:
    if not isinstance(value, str):
        raise OptionError(key, f"{value!r} is not a pattern")
    import re2

    quiet = re2.Options()
    quiet.log_errors = False
    try:
        return re2.compile(value, quiet)
    except re2.error as error:
        text = error.args[0] if error.args else ""
        reason = text.decode("utf-8", "replace") if isinstance(text, bytes) else str(text)
        raise OptionError(key, f"pattern {value!r} is not valid: {reason}") from None


_NAMES = {bool: "true or false", int: "a whole number", float: "a number", str: "a text"}


def _describe(wanted: Any) -> str:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return " or ".join("nothing" if a is type(None) else _describe(a) for a in arguments)
    if origin is Literal:
        return "one of " + ", ".join(f"`{a}`" for a in arguments)
    if origin is tuple:
        return f"a list ({_describe(arguments[0])} each)"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"a table ({_describe(arguments[1])} each)"
    if (origin or wanted) is re.Pattern:
        return "a pattern (RE2 syntax)"
    if _is_path(wanted):
        return "a path"
    return _NAMES.get(wanted, "any value")
