"""YAML rewritten so that PyYAML takes what the generator's library takes.

A rewrite keeps the length of the text, or says what it cut out; nodes get their text from the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Problem
from postlint.values.span import Span

# what libyaml refuses (C0, DEL, C1, surrogates, U+FFFE, U+FFFF) or takes for a line end or a BOM
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_BREAKS = "\x85\u2028\u2029"
# these parsers end a line at U+0085, U+2028 and U+2029
_LIBYAML = frozenset({Yaml.GO_YAML_OLD, Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.PYYAML, Yaml.SERDE})
_TAKES_CONTROLS = frozenset({Yaml.GO_YAML, Yaml.YAML_1_2})
_NEVER_REFUSED = "\x85\u2028\u2029\ufeff"
_TAB_AFTER_DASH = re.compile(r"^([ ]*(?:-[ ]+)*-)([ \t]*\t[ \t]*)", re.MULTILINE)
_TAB_LINE = re.compile(r"^[ \t]*\t[ \t]*$", re.MULTILINE)
_LONG_KEY = re.compile(r"^[ ]*(?:- +)*([^\s\"'#&*!|>%@`\[\]{},?:-][^\n:]{1000,})(?=:[ \n])", re.MULTILINE)
_KEY_LIMIT = 1000
_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Prepared:
    """The text for the parser, the original, and the way back.

    `cuts` are ascending offsets into `text` with the length that was cut out there; `stand_ins` maps
    private-use characters to what they stand for.
    """

    text: str
    original: str
    cuts: tuple[tuple[int, int], ...] = ()
    stand_ins: dict[int, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def original_index(self, index: int) -> int:
        """Return the offset into the original of an offset into the text."""
        if not self.cuts:
            return index
        shift = sum(length for at, length in self.cuts if at < index or at == 0)
        return min(index + shift, len(self.original))

    def restore(self, value: str) -> str:
        """Return a value with the characters that the original has."""
        return value.translate(self.stand_ins) if self.stand_ins else value

    def key_at(self, start: int, end: int, text: str) -> str:
        """Return the text of a plain scalar, whole where it was cut."""
        return self.original[start:end] if self.cuts and end - start > len(text) > 900 else text

    def with_names(self, name: str) -> Prepared | None:
        """Return a copy in which an anchor's name that libyaml does not take is replaced."""
        if not re.search(r"[^0-9A-Za-z_-]", name):
            return None
        stand_in = _name_of_length(len(name), self.text)
        pattern = re.compile(rf"(?<=[&*]){re.escape(name)}(?=[\s,\]}}]|\Z)")
        text = pattern.sub(stand_in, self.text)
        if text == self.text:
            return None
        return Prepared(text, self.original, self.cuts, self.stand_ins, self.problems)


def prepare(block: str, flavour: Yaml, base: int) -> Prepared:
    """Rewrite a block for the parser; `base` is its offset in the source, for problems."""
    prepared = Prepared(block, block)
    if ODD.search(block):
        _replace_odd(prepared, flavour, base)
    if "\t" in block and flavour not in _LIBYAML:
        _replace_tabs(prepared, flavour)
    if flavour not in _LIBYAML and len(block) > _KEY_LIMIT:
        _cut_keys(prepared)
    return prepared


def _replace_odd(prepared: Prepared, flavour: Yaml, base: int) -> None:
    used = set(prepared.text)
    free = (code for code in _PRIVATE if chr(code) not in used)
    table: dict[int, str] = {}
    for char in sorted(set(ODD.findall(prepared.text))):
        if char in _BREAKS and flavour in _LIBYAML:
            continue
        code = next(free, 0xFFFD)
        table[ord(char)] = chr(code)
        if code != 0xFFFD:
            prepared.stand_ins[code] = char
    lead = 1 if prepared.text[0] == "\ufeff" and flavour is not Yaml.PSYCH else 0
    prepared.text = prepared.text[lead:].translate(table)
    if lead:
        prepared.cuts = ((0, 1),)
    if flavour not in _TAKES_CONTROLS:
        prepared.problems.extend(_find_refused(prepared.original, base))


def _find_refused(original: str, base: int) -> list[Problem]:
    found = []
    for match in ODD.finditer(original):
        char = match[0]
        if char in _NEVER_REFUSED or "\ud800" <= char <= "\udfff":
            continue
        span = Span(base + match.start(), base + match.end())
        found.append(Problem(span, f"control character U+{ord(char):04X} is not allowed in YAML", "delete it"))
        if len(found) == 20:
            break
    return found


def _replace_tabs(prepared: Prepared, flavour: Yaml) -> None:
    text = _TAB_AFTER_DASH.sub(lambda match: match[1] + " " * len(match[2]), prepared.text)
    if flavour is not Yaml.GO_YAML:
        text = _TAB_LINE.sub(lambda match: " " * len(match[0]), text)
    prepared.text = text


def _cut_keys(prepared: Prepared) -> None:
    if not any(len(line) > _KEY_LIMIT for line in prepared.text.split("\n")):
        return
    parts, cuts, done, at = [], list(prepared.cuts), 0, 0
    for match in _LONG_KEY.finditer(prepared.text):
        keep = match.start(1) + _KEY_LIMIT - 80
        parts.append(prepared.text[done:keep])
        at += keep - done
        cuts.append((at - 1, match.end(1) - keep))
        done = match.end(1)
    prepared.text = "".join((*parts, prepared.text[done:]))
    prepared.cuts = tuple(cuts)


def _name_of_length(length: int, text: str) -> str:
    for letter in "zqxjkvbpygfwmucldrhsnioate":
        name = letter * length
        if f"&{name}" not in text and f"*{name}" not in text:
            return name
    return "Z" * length
