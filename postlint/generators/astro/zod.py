"""Content schemas that stand literally in a config file; no code is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from postlint.generators.astro.field import Field, Schema

CONFIG_FILES = tuple(
    f"src/{name}.{extension}"
    for name in ("content.config", "content/config")
    for extension in ("ts", "mts", "js", "mjs")
)
_LIMIT = 262_144
# strings stay, comments go; a regular expression with a quote or `//` in it would be misread
_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|//[^\n]*|/\*.*?(?:\*/|\Z)""",
    re.DOTALL,
)
_DEFINED = re.compile(r"(?:const|let|var)\s+(\w+)\s*=\s*defineCollection\s*\(")
_OBJECT = re.compile(r"z\s*\.\s*object\s*\(\s*\{")
_NAMED_OBJECT = re.compile(r"(?:const|let|var)\s+(\w+)\s*=\s*(?:\([^)]*\)\s*=>\s*)?z\s*\.\s*object\s*\(\s*\{")
_SCHEMA = re.compile(
    r"schema\s*:\s*(?:\(?[^)=]{0,80}\)?\s*=>\s*)?(?P<value>z\s*\.\s*object\s*\(\s*\{|(?P<name>\w+))"
)
_BASE = re.compile(r"""base\s*:\s*["'`](?:\./|/)?([^"'`]*)["'`]""")
_EXPORTED = re.compile(r"export\s+const\s+collections\s*=\s*\{([^}]*)\}")
_KEY = re.compile(r"""\s*(?:["']([^"']+)["']|([\w$]+))\s*:\s*(.*)""", re.DOTALL)
_PAIR = re.compile(r"""["']?([\w-]+)["']?\s*(?::\s*(\w+))?""")
_KINDS = (
    ("coerce-date", re.compile(r"z\s*\.\s*coerce\s*\.\s*date\(")),
    ("date", re.compile(r"z\s*\.\s*date\(")),
    ("string", re.compile(r"z\s*\.\s*string\(")),
    ("number", re.compile(r"z\s*\.\s*number\(")),
    ("boolean", re.compile(r"z\s*\.\s*boolean\(")),
    ("array", re.compile(r"z\s*\.\s*array\(|(?:z|reference)\b.*\.\s*array\(\s*\)")),
)
# what changes the meaning of the type before it
_OPAQUE = re.compile(
    r"\.\s*(?:or|and|pipe|preprocess|union|catch)\s*\(|^z\s*\.\s*(?:preprocess|union|any|unknown|lazy)\b"
)
_OPTIONAL = re.compile(r"\.\s*(?:optional|default|nullish|prefault)\s*\(|^z\s*\.\s*(?:any|unknown)\b")
_NULLABLE = re.compile(r"\.\s*(?:nullable|nullish)\s*\(")


@lru_cache(maxsize=32)
def read_schemas(text: str) -> Mapping[str, Schema]:
    """Return the schemas of a content config by the folder that a collection is read from.

    Collections without a `base` are under `src/content/NAME`. What is not a plain `z.object` is left out.
    """
    source = _TOKEN.sub(lambda token: token["string"] or " ", text[:_LIMIT])
    shared = {match[1]: match.end() - 1 for match in _NAMED_OBJECT.finditer(source)}
    names = dict(_exported(source))
    found: dict[str, Schema] = {}
    for match in _DEFINED.finditer(source):
        inner = _inside(source, match.end() - 1)
        if inner is None:
            continue
        base = _BASE.search(inner)
        folder = base[1].strip("/") if base is not None else f"src/content/{names.get(match[1], match[1])}"
        schema = _read_schema(source, inner, shared)
        if schema is not None:
            found[folder] = schema
    return MappingProxyType(found)


def _exported(source: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of variable and collection name."""
    exported = _EXPORTED.search(source)
    for pair in _PAIR.finditer(exported[1]) if exported is not None else ():
        yield pair[2] or pair[1], pair[1]


def _read_schema(source: str, inner: str, shared: dict[str, int]) -> Schema | None:
    match = _SCHEMA.search(inner)
    if match is None:
        return None
    if match["name"] is None:
        body = _inside(inner, match.end() - 1)
    else:
        body = _inside(source, shared[match["name"]]) if match["name"] in shared else None
    if body is None or "..." in body:
        return None
    return Schema(MappingProxyType(dict(_fields(body))))


def _fields(body: str) -> Iterator[tuple[str, Field]]:
    for part in _parts(body):
        match = _KEY.match(part)
        if match is not None:
            yield match[1] or match[2], _field(match[3].strip())


def _field(expression: str) -> Field:
    is_optional, is_nullable = bool(_OPTIONAL.search(expression)), bool(_NULLABLE.search(expression))
    if not _OPAQUE.search(expression):
        for kind, pattern in _KINDS:
            if pattern.match(expression):
                return Field(kind, is_optional, is_nullable)
    return Field("any", is_optional, is_nullable)


def _inside(text: str, start: int) -> str | None:
    """Return what stands between the bracket at `start` and its partner; None if it is never closed."""
    end = _partner(text, start)
    return text[start + 1 : end] if end is not None else None


_BRACKET = re.compile(r"""["'`]|[()\[\]{}]""")
_STRING = re.compile(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`""", re.DOTALL)


def _partner(text: str, start: int) -> int | None:
    depth, at = 0, start
    while (found := _BRACKET.search(text, at)) is not None:
        at = found.end()
        if found[0] in "\"'`":
            string = _STRING.match(text, found.start())
            at = string.end() if string is not None else at
        elif found[0] in "([{":
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                return found.start()
    return None


def _parts(body: str) -> Iterator[str]:
    """Yield the pieces between the commas of the outermost level."""
    start = at = 0
    while at < len(body):
        if body[at] in "([{":
            end = _partner(body, at)
            at = len(body) if end is None else end + 1
        elif body[at] in "\"'`":
            string = _STRING.match(body, at)
            at = string.end() if string is not None else at + 1
        elif body[at] == ",":
            yield body[start:at]
            start = at = at + 1
        else:
            at += 1
    yield body[start:]
