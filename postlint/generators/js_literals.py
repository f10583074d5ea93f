"""Literal values in JavaScript or TypeScript config files, found without running code."""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple

LIMIT = 262_144
"""Characters of a file that are looked at."""

_TOKEN = late_pattern(
    r"""(?P<skip>\s+|//[^\n]*|/\*.*?(?:\*/|\Z))"""
    # an unclosed string is a piece of its own, so that no stretch is scanned twice
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
    r"""|(?P<open>["'][^\n]*|`.*)"""
    r"""|(?P<name>[A-Za-z_$][\w$]*)"""
    r"""|(?P<number>\d[\w.]*)"""
    r"""|(?P<mark>.)""",
    re.DOTALL,
)
_ESCAPE = late_pattern(r"\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|.)", re.DOTALL)
_SIMPLE = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}
_BEFORE_REGEX = frozenset("(,=:[!&|?{};+-*%<>~^")
# stands for a key whose value depends on a condition
_CHOICE = "?"
_WORDS = {"true": True, "false": False, "null": None}


class Literal(NamedTuple):
    """A literal with its place: the keys of the objects and the names of the calls around it.

    `path` of `defineConfig({build: {format: "file"}})` is `("defineConfig()", "build", "format")`; items of
    an array have the path of the array, arguments of a call the path of the call.
    """

    path: tuple[str, ...]
    value: str | int | float | bool | None


def find_literals(text: str) -> list[Literal]:
    """Return the literals of a file in order of appearance. Linear in the first `LIMIT` characters.

    A template literal counts if nothing but `__dirname` or `import.meta.dirname` is filled in, which is
    then taken as `.`. Strings that are joined with `+` are no literals.
    """
    return _Scanner(text[:LIMIT]).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Literal] = []
        # the key and the call under which each open bracket stands
        self.open: list[tuple[str, ...]] = []
        self.key = ""
        self.word = ""
        self.last = ""

    def scan(self) -> list[Literal]:
        at, text = 0, self.text
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                break
            kind, piece = match.lastgroup or "", match.group()
            at = match.end()
            if kind == "skip":
                continue
            if kind == "mark" and piece == "/" and (not self.last or self.last in _BEFORE_REGEX):
                at = _skip_regex(text, at)
                self.last = "/regex/"
                continue
            self._take(kind, piece, at)
            self.last = piece
        return self.found

    def _take(self, kind: str, piece: str, end: int) -> None:
        if kind == "mark":
            self._take_mark(piece)
        elif kind == "string":
            self._take_string(piece, end)
        elif kind == "name":
            if piece in _WORDS:
                self._add(_WORDS[piece], end)
            self.word = f"{self.word}.{piece}" if self.last == "." and self.word else piece
        elif kind == "number":
            self._add(_number(piece), end)

    def _take_mark(self, piece: str) -> None:
        if piece in ":=":
            if self.key != _CHOICE:
                self.key = self.word
            self.word = ""
        elif piece == "?":
            self.key, self.word = _CHOICE, ""
        elif piece in "({[":
            call = f"{self.word}()" if piece == "(" and self.word else ""
            self.open.append(tuple(part for part in (self.key, call) if part))
            self.key = self.word = ""
        elif piece in ")}],;":
            if piece in ")}]" and self.open:
                self.open.pop()
            self.key = self.word = ""
        elif piece != ".":
            self.word = ""

    def _take_string(self, piece: str, end: int) -> None:
        value = _unquote(piece)
        self.word = value or ""
        if value is not None and not re.match(r"\s*:", self.text[end : end + 20]):
            self._add(value, end)

    def _add(self, value: str | int | float | bool | None, end: int) -> None:
        # part of an expression
        if self.last in ("+", ".") or re.match(r"\s*[+.(?]|\s*:", self.text[end : end + 20]):
            return
        path = tuple(part for names in (*self.open, (self.key,)) for part in names if part)
        if _CHOICE not in path:
            self.found.append(Literal(path, value))


def _unquote(piece: str) -> str | None:
    body = piece[1:-1]
    if piece[0] == "`" and "${" in body:
        body = re.sub(r"\$\{(?:__dirname|import\.meta\.dirname)\}", ".", body)
        if "${" in body:
            return None
    return _ESCAPE.sub(_unescape, body) if "\\" in body else body


def _unescape(match: re.Match[str]) -> str:
    code = match[1]
    if len(code) > 1 and code[0] in "ux":
        number = int(code[1:].strip("{}"), 16)
        return chr(number) if number < 0x110000 else ""
    return _SIMPLE.get(code, code)


def _number(piece: str) -> int | float | None:
    try:
        return int(piece.replace("_", ""), 0)
    except ValueError:
        try:
            return float(piece)
        except ValueError:
            return None


def _skip_regex(text: str, at: int) -> int:
    """Return the end of a regular expression literal whose opening slash is just before `at`."""
    in_class = False
    while at < len(text) and text[at] != "\n":
        char = text[at]
        if char == "\\":
            at += 1
        elif char == "[":
            in_class = True
        elif char == "]":
            in_class = False
        elif char == "/" and not in_class:
            return at + 1
        at += 1
    return at
