"""Content schemas that stand literally in a config file; no code is run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from postlint.generators.astro.field import Field, Schema
from postlint.generators.astro.zod_field import read_field
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

CONFIG_FILES = tuple(
    f"src/{name}.{extension}"
    for name in ("content.config", "content/config")
    for extension in ("ts", "mts", "js", "mjs")
)
_LIMIT = 262_144
# strings stay, comments go; a regular expression with a quote or `//` in it would be misread
_TOKEN = late_pattern(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|//[^\n]*|/\*.*?(?:\*/|\Z)""",
    re.DOTALL,
)
_DEFINED = late_pattern(r"(?:(?:const|let|var)\s+(\w+)\s*=|\b(\w+)[\"']?\s*:)\s*defineCollection\s*\(")
_NAMED_OBJECT = late_pattern(r"(?:const|let|var)\s+(\w+)\s*=\s*(?:\([^)]*\)\s*=>\s*)?z\s*\.\s*object\s*\(\s*\{")
_SCHEMA = late_pattern(r"schema\s*:\s*(?:\(?[^)=]{0,80}\)?\s*=>\s*)?(?P<value>z\s*\.\s*object\s*\(\s*\{|(?P<name>\w+))")
_BASE = late_pattern(r"""base\s*:\s*["'`](?:\./|/)?([^"'`]*)["'`]""")
# texts with a name, and the two ways in which a folder or a glob uses them
_CONSTANT = late_pattern(
    r"""\b(?:const|let|var)\s+(\w+)\s*(?::\s*string\s*)?=\s*(?:"([^"\\\n]*)"|'([^'\\\n]*)'|`([^`\\$]*)`)"""
)
_INSERTED = late_pattern(r"\$\{\s*(\w+)\s*\}")
_USED = late_pattern(r"\b(base|pattern)\s*:\s*(\w+)(?=\s*[,}])")
_GLOB = late_pattern(r"\bglob\s*\(\s*\{")
_PATTERN = late_pattern(r"\bpattern\s*:\s*(?=[\"'`\[])")
_LOADER = late_pattern(r"\bloader\s*[:,(]")
_TEXT = late_pattern(r""""([^"\\\n]*)"|'([^'\\\n]*)'|`([^`\\$]*)`""")
_EXPORTED = late_pattern(r"export\s+const\s+collections\s*=\s*\{([^}]*)\}")
_KEY = late_pattern(r"""\s*(?:["']([^"']+)["']|([\w$]+))\s*:\s*(.*)""", re.DOTALL)
_PAIR = late_pattern(r"""["']?([\w-]+)["']?\s*(?::\s*(\w+))?""")
# a string as a whole, or one mark
_MARK = late_pattern(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[()\[\]{},]""", re.DOTALL)
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
# after these an object has other keys than those that stand there
_REWORKED = late_pattern(r"\)\s*\.\s*(?:partial|deepPartial|omit|pick|extend|safeExtend|merge|and|or|catch)\s*\(")


@lru_cache(maxsize=32)
def read_schemas(text: str) -> Mapping[str, Schema]:
    """Return the schemas of a content config by the folder that a collection is read from.

    Collections without a `base` are under `src/content/NAME`. What is not a plain `z.object` is left out.
    """
    found = {folder: schema for _, folder, schema in _collections(text) if schema is not None}
    return MappingProxyType(found)


def unread_collections(text: str) -> tuple[str, ...]:
    """Return the names of the collections whose schema is no literal `z.object`."""
    return tuple(name for name, _, schema in _collections(text) if schema is None)


@lru_cache(maxsize=32)
def read_patterns(text: str) -> tuple[tuple[str, tuple[str, ...] | None], ...]:
    """Return the folder of each collection and the globs of the files that its loader takes.

    No globs where there is no loader; None where they do not stand there literally.
    """
    return tuple((folder, source.read_globs(inner)) for source, _, folder, inner in _definitions(text))


def _collections(text: str) -> Iterator[tuple[str, str, Schema | None]]:
    """Yield name, folder and schema of each collection."""
    for source, name, folder, inner in _definitions(text):
        yield name, folder, source.read_schema(inner)


def _definitions(text: str) -> Iterator[tuple[_Source, str, str, Span]]:
    """Yield the text, and name, folder and the place of the definition of each collection in it."""
    source = _Source(_filled(_TOKEN.sub(lambda token: token["string"] or " ", text[:_LIMIT])))
    names = dict(_exported(source.text))
    for match in _DEFINED.finditer(source.text):
        inner = source.inside(match.end() - 1)
        if inner is None:
            continue
        variable = match[1] or match[2]
        name = names.get(variable, variable)
        base = _BASE.search(source.text, *inner)
        folder = base[1].strip("/") if base is not None else f"src/content/{name}"
        yield source, name, folder, inner


def _filled(source: str) -> str:
    """Return a config with the texts in place of the names that stand for them in folders and globs."""
    constants = {match[1]: match[2] or match[3] or match[4] or "" for match in _CONSTANT.finditer(source)}
    if not constants:
        return source
    source = _INSERTED.sub(lambda match: constants.get(match[1], match[0]), source)
    return _USED.sub(
        lambda match: f'{match[1]}: "{constants[match[2]]}"' if match[2] in constants else match[0], source
    )


def _exported(source: str) -> Iterator[tuple[str, str]]:
    """Yield pairs of variable and collection name."""
    exported = _EXPORTED.search(source)
    for pair in _PAIR.finditer(exported[1]) if exported is not None else ():
        yield pair[2] or pair[1], pair[1]


class _Source:
    """A config's text without comments, and the partner of every bracket in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._partners = _find_partners(text)
        self._shared = {match[1]: match.end() - 1 for match in _NAMED_OBJECT.finditer(text)}

    def inside(self, start: int) -> Span | None:
        """Return what stands between the bracket at `start` and its partner; None if it is never closed."""
        end = self._partners.get(start)
        return Span(start + 1, end) if end is not None else None

    def read_schema(self, inner: Span) -> Schema | None:
        """Return the schema in the arguments of `defineCollection`."""
        match = _SCHEMA.search(self.text, *inner)
        if match is None:
            return None
        name = match["name"]
        start = match.end() - 1 if name is None else self._shared.get(name)
        body = self.inside(start) if start is not None else None
        if body is None or "..." in body.of(self.text) or _REWORKED.match(self.text, body.end + 1):
            return None
        return Schema(MappingProxyType(dict(self._fields(body))))

    def read_globs(self, inner: Span) -> tuple[str, ...] | None:
        """Return the globs of the loader in the arguments of `defineCollection`."""
        if _LOADER.search(self.text, *inner) is None:
            return ()
        loader = _GLOB.search(self.text, *inner)
        options = self.inside(loader.end() - 1) if loader is not None else None
        found = _PATTERN.search(self.text, *options) if options is not None else None
        if found is None:
            return None
        listed = self.inside(found.end()) if self.text[found.end()] == "[" else None
        texts = _TEXT.finditer(self.text, *listed) if listed is not None else [_TEXT.match(self.text, found.end())]
        globs = tuple(text[1] or text[2] or text[3] or "" for text in texts if text is not None)
        has_code = listed is not None and _TEXT.sub("", listed.of(self.text)).strip(" ,\n\t") != ""
        return None if has_code or not globs else globs

    def _fields(self, body: Span) -> Iterator[tuple[str, Field]]:
        for part in self._parts(body):
            match = _KEY.match(part)
            if match is not None:
                yield match[1] or match[2], read_field(match[3].strip())

    def _parts(self, body: Span) -> Iterator[str]:
        """Yield the pieces between the commas of the outermost level."""
        start = at = body.start
        while (found := _MARK.search(self.text, at, body.end)) is not None:
            at = found.end()
            if found[0] in _OPENING:
                at = self._partners.get(found.start(), body.end) + 1
            elif found[0] == ",":
                yield self.text[start : found.start()]
                start = at
        yield self.text[start : body.end]


def _find_partners(text: str) -> dict[int, int]:
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in _MARK.finditer(text):
        if match[0] in _OPENING:
            opened.append(match.start())
        elif match[0] in _CLOSING and opened:
            found[opened.pop()] = match.start()
    return found
