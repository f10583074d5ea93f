"""Config files to raw tables that know where every key stands."""

from __future__ import annotations

import os
from typing import Any

from postlint.config.trust import Trust, is_inside, project_root
from postlint.source.regular import open_regular
from postlint.values.dataclass import dataclass, field
from postlint.values.errors import ConfigError
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Position

Path = tuple[str | int, ...]
_START = Position(1, 1)
_MOST_BYTES = 1_000_000
_PLACE = late_pattern(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True)
class RawConfig:
    """One parsed file: its absolute `path`, the path as `shown`, its `table`, and where its keys stand.

    `places` are by path of keys; items of lists count from 0.
    """

    path: str
    shown: str
    table: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Position] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """Return the absolute folder of the file."""
        return os.path.dirname(self.path)

    def place(self, *path: str | int) -> Position:
        """Return where a key stands, else the nearest of its parents."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, _START)

    def error(self, message: str, *path: str | int) -> ConfigError:
        """Return the error for a key."""
        place = self.place(*path)
        return ConfigError(self.shown, place.line, message, place.column)

    def origin(self, *path: str | int) -> str:
        """Return `file:line` of a key."""
        return f"{self.shown}:{self.place(*path).line}"


def load_chain(path: str, trust: Trust | None = None) -> tuple[RawConfig, ...]:
    """Read a config file and those that it extends, the most basic one first. Raises ConfigError.

    Only a trusted one is read from, or may extend what lies, outside its project.
    """
    return _load_chain(os.path.abspath(path), (), trust or Trust())


def _load_chain(path: str, above: tuple[str, ...], trust: Trust) -> tuple[RawConfig, ...]:
    root = project_root(path)
    if not is_inside(path, root) and not trust.covers(path):
        message = f"it is a link out of the project ({root}); run with --trust-config if it is yours"
        raise ConfigError(shown_path(path), 1, message)
    raw = load_file(path)
    bases = raw.table.pop("extends", [])
    bases = [bases] if isinstance(bases, str) else bases
    if not isinstance(bases, list) or not all(isinstance(base, str) for base in bases):
        raise raw.error("extends is no path and no list of paths", "extends")
    chain: list[RawConfig] = []
    for base in bases:
        full = os.path.normpath(os.path.join(raw.root, os.path.expanduser(base)))
        if not is_inside(full, root) and not trust.covers(path):
            message = f'extends "{base}" leads out of the project ({root}); run with --trust-config if it is yours'
            raise raw.error(message, "extends")
        if full == path or full in above:
            raise raw.error(f'"{base}" extends this file in turn', "extends")
        if not os.path.isfile(full):
            raise raw.error(f'extends "{base}", which is not there ({full})', "extends")
        chain.extend(_load_chain(full, (*above, path), trust))
    return (*chain, raw)


def load_file(path: str) -> RawConfig:
    """Read one config file by its absolute path. Raises ConfigError."""
    shown = shown_path(path)
    text = _read(path, shown)
    import tomllib

    try:
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (text.count("\n") + 1, 1)
        words = _PLACE.sub("", str(error)) or "it is nested too deeply"
        raise ConfigError(shown, line, f"not valid TOML: {words}", column) from None
    places = _places(text)
    if os.path.basename(path) == "pyproject.toml":
        table = (table.get("tool") or {}).get("postlint", {})
        places = {key[2:]: place for key, place in places.items() if key[:2] == ("tool", "postlint")}
        if not isinstance(table, dict):
            raise ConfigError(shown, places.get((), _START).line, "tool.postlint is not a table")
    return RawConfig(path, shown, table, places)


def shown_path(path: str) -> str:
    """Return an absolute path as users see it: relative to the working directory where it lies below."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        # another drive
        relative = path
    return (path if relative.startswith("..") else relative).replace(os.sep, "/")


def _read(path: str, shown: str) -> str:
    try:
        with open_regular(path) as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) > _MOST_BYTES:
            raise ConfigError(shown, 1, "the file is larger than 1 MB")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(shown, 1, "the file is not UTF-8") from None
    except OSError as error:
        raise ConfigError(shown, 1, f"it cannot be read: {error.strerror or error}") from None


def _places(text: str) -> dict[Path, Position]:
    from postlint.front_matter.flavours import Toml
    from postlint.front_matter.nodes import Mapping, Node, Sequence
    from postlint.front_matter.toml_nodes import parse_toml
    from postlint.values.lines import LineIndex
    from postlint.values.span import Span

    index = LineIndex(text)
    places: dict[Path, Position] = {}

    def visit(node: Node | None, path: Path) -> None:
        if isinstance(node, Mapping):
            for entry in node.entries:
                places.setdefault((*path, entry.key), index.position(entry.key_span.start))
                visit(entry.node, (*path, entry.key))
        elif isinstance(node, Sequence):
            for number, item in enumerate(node.items):
                places.setdefault((*path, number), index.position(item.span.start))
                visit(item, (*path, number))

    visit(parse_toml(text, Span(0, len(text)), Toml.GO_TOML).root, ())
    return places
