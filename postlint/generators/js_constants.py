"""Texts that a JavaScript config names: constants of its own, and those that it imports from files beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from postlint.generators.js_literals import LIMIT
from postlint.generators.site_paths import folder_of, join_path
from postlint.values.late_pattern import late_pattern

Read = Callable[[str], str | None]

_CONSTANT = late_pattern(r"""\bconst\s+([A-Za-z_$][\w$]*)\s*(?::\s*string\s*)?=\s*(?:"([^"\n\\]*)"|'([^'\n\\]*)')""")
# `import { BASE, SITE as url } from "./src/consts"`, `const { BASE } = require("./consts")`
_IMPORTED = late_pattern(
    r"""\b(?:import|const|let|var)\s*\{(?P<names>[^{}]*)\}\s*(?:from\s*|=\s*require\(\s*)["'](?P<path>\.\.?/[^"'\n]+)["']"""
)
_NAME = late_pattern(r"\s*([A-Za-z_$][\w$]*)(?:\s*(?:as\s+|:\s*)([A-Za-z_$][\w$]*))?\s*")
_ENDINGS = ("", ".ts", ".js", ".mjs", ".mts", ".cjs")
_MOST_NAMES = 50
_MOST_FILES = 8


def with_constants(text: str, path: str, read: Read) -> str:
    """Return the text of a config with the values of constants where it names them: in templates and as values."""
    found = {**dict(_imported(text, path, read)), **dict(_constants(text))}
    for name, value in list(found.items())[:_MOST_NAMES]:
        if f"${{{name}}}" in text and len(text) < 2 * LIMIT:
            text = text.replace(f"${{{name}}}", value)
        if '"' not in value:
            text = _named(text, name, f'"{value}"')
    return text


def _named(text: str, name: str, quoted: str) -> str:
    """Put a text in place of a constant that is the value of a key; `base,` alone is short for `base: base,`."""
    written = re.escape(name)
    if not re.search(rf"[:\n]\s*{written}\b", text):
        return text
    text = re.sub(rf"(?<=:)(\s*){written}(?=\s*[,}}\n])", lambda match: match[1] + quoted, text)
    return re.sub(rf"(?m)^([ \t]*{written})(?=,[ \t]*$)", lambda match: f"{match[1]}: {quoted}", text)


def _constants(text: str) -> Iterator[tuple[str, str]]:
    for name, double, single in _CONSTANT.findall(text)[:_MOST_NAMES]:
        yield name, double or single


def _imported(text: str, path: str, read: Read) -> Iterator[tuple[str, str]]:
    for imported in list(_IMPORTED.finditer(text))[:_MOST_FILES]:
        place = join_path(folder_of(path), imported["path"])
        found = next((other for end in _ENDINGS if place and (other := read(place + end)) is not None), None)
        if found is None:
            continue
        constants = dict(_constants(found[:LIMIT]))
        for piece in imported["names"].split(","):
            name = _NAME.fullmatch(piece)
            if name is not None and name[1] in constants:
                yield name[2] or name[1], constants[name[1]]
