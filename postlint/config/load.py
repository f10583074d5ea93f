"""One config file to raw settings with the line of every key."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from typing import Any

from postlint.values.errors import ConfigError

NAMES = ("postlint.toml", ".postlint.toml", "pyproject.toml")


@dataclass(frozen=True)
class RawConfig:
    """A parsed config file: `path` as shown, its `values`, and the 1-based line of each dotted key."""

    path: str
    root: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def line(self, key: str) -> int:
        """Return the line of a dotted key, else that of its nearest parent, else 1."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)


def find_config(folder: str) -> str | None:
    """Return the config file in an absolute folder; a pyproject.toml counts only with `[tool.postlint]`."""
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != "pyproject.toml" or _has_section(path)):
            return path
    return None


def load_config(path: str, seen: tuple[str, ...] = ()) -> RawConfig:
    """Read a config file and the ones it extends. Raises ConfigError."""
    shown = os.path.relpath(path)
    text = _read(path, shown)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(shown, _error_line(str(error)), f"not valid TOML: {error}") from None
    prefix = ""
    if os.path.basename(path) == "pyproject.toml":
        data, prefix = data.get("tool", {}).get("postlint", {}), "tool.postlint."
    raw = RawConfig(shown, os.path.dirname(os.path.abspath(path)), data, _lines(text, prefix))
    base = data.pop("extends", None)
    if base is None:
        return raw
    if not isinstance(base, str):
        raise ConfigError(shown, raw.line("extends"), "extends is not a path")
    full = os.path.normpath(os.path.join(raw.root, base))
    if full in seen or full == os.path.abspath(path):
        raise ConfigError(shown, raw.line("extends"), f'"{base}" extends itself')
    if not os.path.isfile(full):
        raise ConfigError(shown, raw.line("extends"), f'"{base}" is not there')
    parent = load_config(full, (*seen, os.path.abspath(path)))
    return RawConfig(shown, raw.root, _merge(parent.values, data), raw.lines)


def _merge(base: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in extra.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _read(path: str, shown: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read()
    except UnicodeDecodeError:
        raise ConfigError(shown, 1, "the file is not UTF-8") from None
    except OSError as error:
        raise ConfigError(shown, 1, error.strerror or "it cannot be read") from None


def _has_section(path: str) -> bool:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return "[tool.postlint" in file.read()
    except OSError:
        return False


def _error_line(message: str) -> int:
    import re

    match = re.search(r"line (\d+)", message)
    return int(match[1]) if match else 1


def _lines(text: str, prefix: str) -> dict[str, int]:
    """Return the first line of every dotted key, without `prefix`."""
    from postlint.front_matter.flavours import Toml
    from postlint.front_matter.nodes import Mapping, Node, Sequence
    from postlint.front_matter.toml_nodes import parse_toml
    from postlint.values.lines import LineIndex
    from postlint.values.span import Span

    index = LineIndex(text)
    lines: dict[str, int] = {}

    def visit(node: Node | None, path: str) -> None:
        if isinstance(node, Mapping):
            for entry in node.entries:
                key = f"{path}{entry.key}"
                lines.setdefault(key.removeprefix(prefix), index.position(entry.key_span.start).line)
                visit(entry.node, f"{key}.")
        elif isinstance(node, Sequence):
            for item in node.items:
                visit(item, path)

    visit(parse_toml(text, Span(0, len(text)), Toml.GO_TOML).root, "")
    return lines
