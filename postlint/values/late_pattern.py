"""Patterns that are compiled when they are first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, AnyStr

from postlint.values.kept_patterns import compile_pattern


class LatePattern:
    """Stands for a compiled pattern, whose methods it takes over as they are used; invalid ones raise then."""

    def __init__(self, source: Any, flags: int = 0) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self.__dict__["_compiled"] = compile_pattern(self.pattern, self._flags)
        # from now on it is found in the instance, as quickly as in the pattern itself
        value = self.__dict__[name] = getattr(compiled, name)
        return value


if TYPE_CHECKING:
    import re

    def late_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """Return a pattern that is compiled when it is first used: for those that a module holds.

        A run over one post uses one in six of all patterns, and compiling the others took a fifth of its
        time. It does for its methods and attributes, not for `re.search(pattern, text)` and its like.
        """

else:
    late_pattern = LatePattern
