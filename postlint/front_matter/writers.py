"""Values, keys and pairs as text of each front matter format."""

from __future__ import annotations

import json
from typing import Any, Protocol

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Node, Scalar, Sequence
from postlint.front_matter.yaml_quote import yaml_key, yaml_list, yaml_text
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_BARE_KEY = late_pattern(r"[A-Za-z0-9_-]+")
_CONTROL = late_pattern("[\x00-\x1f\x7f]")


class Writer(Protocol):
    """How one format writes a value, a key, and what stands between them."""

    between: str

    def value(self, value: Any, old: Node | None = None) -> str:
        """Return a value; `old` is what stands there now, for its quotes and brackets."""

    def key(self, key: str) -> str:
        """Return a key, quoted where it must be."""


def _is_list(value: Any) -> bool:
    return isinstance(value, (list, tuple))


class YamlWriter:
    """YAML in block or flow style."""

    between = ": "

    def __init__(self, flavour: Yaml, *, in_flow: bool = False) -> None:
        self._flavour, self._in_flow = flavour, in_flow

    def in_flow(self) -> YamlWriter:
        """Return a writer for values within braces."""
        return YamlWriter(self._flavour, in_flow=True)

    def value(self, value: Any, old: Node | None = None) -> str:
        """Return a value in the quotes of the old one; a list in brackets."""
        if _is_list(value):
            return yaml_list(value, self._flavour)
        style = old.style if isinstance(old, Scalar) and old.style in ("single", "double") else "plain"
        return yaml_text(value, self._flavour, style, in_flow=self._in_flow)

    def key(self, key: str) -> str:
        """Return a key."""
        return yaml_key(key, self._flavour)


class TomlWriter:
    """TOML."""

    between = " = "

    def value(self, value: Any, old: Node | None = None) -> str:
        """Return a value; text in the quotes of the old one. There is no null: it becomes `""`."""
        if _is_list(value):
            first = old.items[0] if isinstance(old, Sequence) and old.items else None
            return f"[{', '.join(self.value(item, first) for item in value)}]"
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, Civil):
            return _toml_date(value)
        if isinstance(value, (int, float)):
            return str(value)
        text = "" if value is None else str(value)
        is_literal = isinstance(old, Scalar) and old.style == "'" and "'" not in text
        return f"'{text}'" if is_literal and not _CONTROL.search(text) else _basic_string(text)

    def key(self, key: str) -> str:
        """Return a key."""
        return key if _BARE_KEY.fullmatch(key) else _basic_string(key)


def _basic_string(text: str) -> str:
    # JSON's escapes are TOML's, but for DEL
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _toml_date(civil: Civil) -> str:
    day, _, rest = str(civil).partition(" ")
    clock, _, zone = rest.partition(" ")
    return f"{day}T{clock}{'Z' if zone == '+00:00' else zone}" if clock else day


class JsonWriter:
    """JSON."""

    between = ": "

    def value(self, value: Any, old: Node | None = None) -> str:
        """Return a value; dates are text."""
        if _is_list(value):
            return f"[{', '.join(self.value(item) for item in value)}]"
        return json.dumps(str(value) if isinstance(value, Civil) else value, ensure_ascii=False)

    def key(self, key: str) -> str:
        """Return a key."""
        return json.dumps(key, ensure_ascii=False)


class MetaWriter:
    """Bare `Key: value` lines; everything is text on one line."""

    between = ": "

    def __init__(self, sample: str = "") -> None:
        self._is_capital = sample[:1].isupper()

    def value(self, value: Any, old: Node | None = None) -> str:
        """Return a value; lists are joined with commas."""
        if _is_list(value):
            return ", ".join(self.value(item) for item in value)
        if isinstance(value, bool):
            return "true" if value else "false"
        return " ".join(("" if value is None else str(value)).split())

    def key(self, key: str) -> str:
        """Return a key, with a capital if the other keys have one."""
        return key[:1].upper() + key[1:] if self._is_capital else key
