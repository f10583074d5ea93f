"""Edits of front matter: the exact key, and nothing else; nothing ever dumps a block."""

from __future__ import annotations

import json
import re
from typing import Any

from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.nodes import Entry, Mapping, Scalar
from postlint.front_matter.split import Split
from postlint.front_matter.yaml_scalars import scalar_value
from postlint.values.edit import Edit
from postlint.values.instant import Civil
from postlint.values.span import Span

_LEADING_SPECIAL = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`\s]")
_INNER_SPECIAL = re.compile(r":(\s|$)|\s#|[\x00-\x1f\x7f]")


class FrontMatterEdit:
    """Makes edits of one block; offsets are those of `text`."""

    def __init__(self, text: str, split: Split, root: Mapping, flavour: Yaml | Toml) -> None:
        self.text, self.split, self.root, self.flavour = text, split, root, flavour

    def set(self, key: str, value: Any) -> tuple[Edit, ...]:
        """Give a top-level key a new value (a Python value); the quotes of a text stay as they are."""
        entry = self.root.find(*key.split("."))
        if entry is None:
            return self.insert(key, value)
        style = entry.node.style if isinstance(entry.node, Scalar) else "plain"
        content = self._render(value, style)
        lead = " " if self._is_yaml and self.text[entry.node.span.start - 1 : entry.node.span.start] == ":" else ""
        return (Edit(entry.node.span, lead + content),)

    def remove(self, key: str) -> tuple[Edit, ...]:
        """Take a top-level key away with its whole lines."""
        return tuple(Edit(self._lines(entry), "") for entry in self.root.entries if entry.key == key)

    def rename(self, key: str, new: str) -> tuple[Edit, ...]:
        """Give a top-level key another name, its quotes kept."""
        entry = self.root.find(key)
        if entry is None:
            return ()
        written = entry.key_span.of(self.text)
        quote = written[0] if written[:1] in "\"'" and len(written) > 1 else ""
        return (Edit(entry.key_span, f"{quote}{new}{quote}"),)

    def insert(self, key: str, value: Any, after: str | None = None) -> tuple[Edit, ...]:
        """Add a top-level key after another one, else at the end of the block's top level."""
        anchor = self.root.find(after) if after else self._last_plain()
        line = self._line(key, value)
        if anchor is None:
            at = self.split.block.start
            return (Edit(Span(at, at), f"{line}\n"),)
        end = self._lines(anchor).end
        at_line_start = end > 0 and self.text[end - 1] in "\r\n"
        return (Edit(Span(end, end), f"{line}\n" if at_line_start else f"\n{line}"),)

    @property
    def _is_yaml(self) -> bool:
        return self.split.format in ("yaml", "hexo-old")

    def _last_plain(self) -> Entry | None:
        """Return the last entry; in TOML the last one before the first table, or the key would move into it."""
        entries = self.root.entries
        if self.split.format == "toml":
            entries = tuple(e for e in entries if not self.text[: e.key_span.start].rstrip(" \t").endswith("["))
        return entries[-1] if entries else None

    def _lines(self, entry: Entry) -> Span:
        start, end = entry.span
        while start > self.split.block.start and self.text[start - 1] not in "\r\n":
            start -= 1
        while end < self.split.block.end and self.text[end] not in "\r\n":
            end += 1
        if self.text.startswith("\r\n", end):
            end += 2
        elif end < len(self.text) and self.text[end] in "\r\n":
            end += 1
        return Span(start, min(end, len(self.text)))

    def _line(self, key: str, value: Any) -> str:
        if self.split.format == "toml":
            return f"{key} = {self._render(value, 'plain')}"
        if self.split.format in ("json", "hexo-json"):
            return f"{json.dumps(key, ensure_ascii=False)}: {self._render(value, 'plain')},"
        return f"{key}: {self._render(value, 'plain')}"

    def _render(self, value: Any, style: str) -> str:
        if self.split.format in ("json", "hexo-json"):
            return json.dumps(str(value) if isinstance(value, Civil) else value, ensure_ascii=False)
        if self.split.format == "toml":
            return _toml(value)
        if not self._is_yaml:
            return str(value)
        if isinstance(value, str):
            return self.quote(value, style)
        if isinstance(value, Civil):
            return str(value)
        return json.dumps(value, ensure_ascii=False)

    def quote(self, value: str, style: str = "plain") -> str:
        """Return a text as a YAML scalar of this flavour: quoted as before, or where it must be."""
        flavour = self.flavour if isinstance(self.flavour, Yaml) else Yaml.JS_YAML_4
        is_plain = (
            bool(value)
            and not _LEADING_SPECIAL.match(value)
            and not value[-1:].isspace()
            and not _INNER_SPECIAL.search(value)
            and isinstance(scalar_value(value, flavour), str)
            and isinstance(scalar_value(value, Yaml.PYYAML), str)
        )
        if style == "plain" and is_plain:
            return value
        if style == "double" or re.search(r"[\x00-\x1f\x7f]", value):
            return json.dumps(value, ensure_ascii=False)
        return "'" + value.replace("'", "''") + "'"


def _toml(value: Any) -> str:
    if isinstance(value, Civil):
        return str(value).replace(" +", "+").replace(" -", "-")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)
