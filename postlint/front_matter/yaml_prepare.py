"""YAML rewritten so that PyYAML takes what the generator's library takes.

A rewrite keeps the length of the text, or says what it cut out; nodes get their text from the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Problem
from postlint.values.dataclass import dataclass, field, replace
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# what libyaml refuses (C0, DEL, C1, surrogates, U+FFFE, U+FFFF) or takes for a line end or a BOM
ODD = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
# these parsers end a line at U+0085, U+2028 and U+2029, and take no key after a BOM inside the block
_KNOWN = "\x85\u2028\u2029\ufeff"
_LIBYAML = frozenset({Yaml.GO_YAML_OLD, Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.PYYAML, Yaml.SERDE})
_TAKES_CONTROLS = frozenset({Yaml.GO_YAML, Yaml.YAML_1_2})
_NEVER_REFUSED = "\x85\u2028\u2029\ufeff"
_TAB_AFTER_DASH = late_pattern(r"^([ ]*(?:-[ ]+)*-)([ \t]*\t[ \t]*)", re.MULTILINE)
_TAB_LINE = late_pattern(r"^[ \t]*\t[ \t]*(?=#|$)", re.MULTILINE)
_TAB_LEAD = late_pattern(r"^[ ]*(\t[ \t]*)(?=-\s|[^\s:#\"'-][^\s:]*:\s)", re.MULTILINE)
_TAB_ITEM = late_pattern(r"^[ ]*\t[ \t]*-\s", re.MULTILINE)
_LONG_KEY = late_pattern(r"^[ ]*(?:- +)*([^\s\"'#&*!|>%@`\[\]{},?:-][^\n:]{1000,})(?=:[ \n])", re.MULTILINE)
# goccy takes anything for a tag, and so does the libyaml of its time in Go
_TAKES_ANY_TAG = frozenset({Yaml.GO_YAML, Yaml.GO_YAML_OLD})
_GO_TAG = late_pattern(r"(?<=[:-] )!(?![\w!/.:-]*\s)[^\s]+")
_NAME = late_pattern(r"[^\s,\[\]{}]{1,200}")
_LATE_KEY = late_pattern(
    r"^((?:\"[^\"\n]{0,80}\"|'[^'\n]{0,80}'|[^\s#\"'\[{-](?:[^\n:]|:(?=\S)){0,80}):) \?(?=\s)", re.MULTILINE
)
# goccy takes a text in the line below its key, indented or not
_LATE_TEXT = late_pattern(
    r"^([A-Za-z_][\w-]*:)[ ]*\n(?=[^\s#:?,\[\]{}&*!|>%@`-][^:#\n]*(?:\n|\Z))", re.MULTILINE | re.ASCII
)
_SURROGATE = late_pattern(r"\\u(d[89a-f][0-9a-f]{2})(?:(?<=u[dD][89abAB]..)\\u(d[c-f][0-9a-f]{2}))?", re.IGNORECASE)
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
            return min(index, len(self.original))
        shift = sum(length for at, length in self.cuts if at <= index)
        return min(index + shift, len(self.original))

    def restore(self, value: str) -> str:
        """Return a value with the characters that the original has."""
        return value.translate(self.stand_ins) if self.stand_ins else value

    def key_at(self, start: int, end: int, text: str) -> str:
        """Return the text of a plain scalar, whole where it was cut."""
        return self.original[start:end] if self.cuts and end - start > len(text) > 900 else text

    def with_names(self, match: re.Match[str] | None) -> Prepared | None:
        """Return a copy in which an anchor's name that libyaml does not take is replaced."""
        name = match[0] if match is not None else ""
        if not re.search(r"[^0-9A-Za-z_-]", name):
            return None
        stand_in = _name_of_length(len(name), self.text)
        pattern = re.compile(rf"(?<=[&*]){re.escape(name)}(?=[\s,\]}}]|\Z)")
        text = pattern.sub(stand_in, self.text)
        return replace(self, text=text)


def prepare(block: str, flavour: Yaml, base: int) -> Prepared:
    """Rewrite a block for the parser; `base` is its offset in the source, for problems."""
    if flavour is Yaml.JS_YAML_3 and ": ?" in block:
        # js-yaml 3 takes what follows `? ` for the next key of the same map
        block = _LATE_KEY.sub(r"\1\n?", block)
    # js-yaml adds a last line end, and every other library gets the block with one
    prepared = Prepared(block if block.endswith("\n") else f"{block}\n", block)
    if ODD.search(block):
        _replace_odd(prepared, flavour, base)
    if flavour in _TAKES_ANY_TAG and "!" in block:
        prepared.text = _GO_TAG.sub(lambda match: "!" + "x" * (len(match[0]) - 1), prepared.text)
    if flavour in _LIBYAML:
        cuts = []
    else:
        if "\t" in block:
            _replace_tabs(prepared, flavour)
        if flavour is Yaml.GO_YAML and ":\n" in block:
            prepared.text = _LATE_TEXT.sub(lambda match: match[1].ljust(len(match[0])), prepared.text)
        cuts = _find_cuts(prepared.text, flavour)
    if block[:1] == "\ufeff":
        if flavour in (Yaml.PSYCH, Yaml.SAFE_YAML):
            # they get the opening fence, too: after it a BOM indents the first key
            prepared.text = f" {prepared.text[1:]}"
        else:
            cuts.insert(0, Span(0, 1))
    if cuts:
        _cut(prepared, cuts)
    return prepared


def repair(prepared: Prepared, index: int, flavour: Yaml) -> Prepared | None:
    """Return a copy in which the character that stopped the parser at `index` stops it no more.

    None if the library refuses it, too.
    """
    text = prepared.text
    char = text[index : index + 1]
    if char in ("&", "*") and flavour not in _LIBYAML:
        return prepared.with_names(_NAME.match(text, index + 1))
    before = text[:index].rstrip(" ")[-1:]
    if flavour is Yaml.JS_YAML_3 and char == "," and before in ("[", ","):
        # js-yaml 3 reads null between two commas
        return replace(prepared, text=f"{text[:index]} {text[index + 1 :]}")
    if flavour is Yaml.GO_YAML and char in (",", "}") and before in (":", "-"):
        code = next(_free_codes(prepared))
        stand_ins = {**prepared.stand_ins, code: char}
        return replace(prepared, text=f"{text[:index]}{chr(code)}{text[index + 1 :]}", stand_ins=stand_ins)
    if flavour not in _LIBYAML and (escape := _SURROGATE.match(text, index - 2)) is not None:
        return _with_surrogate(prepared, escape, flavour)
    return None


def _with_surrogate(prepared: Prepared, escape: re.Match[str], flavour: Yaml) -> Prepared | None:
    """Return a copy in which the escape of half a character is one that libyaml takes."""
    text, low = prepared.text, escape[2]
    if low is None:
        # Go refuses a half on its own, JavaScript has texts with such halves
        is_kept = flavour is not Yaml.GO_YAML
        return replace(prepared, text=f"{text[: escape.start()]}\\ufffd{text[escape.end() :]}") if is_kept else None
    char = chr(0x10000 + ((int(escape[1], 16) & 0x3FF) << 10) + (int(low, 16) & 0x3FF))
    whole, nothing = (code for code, _ in zip(_free_codes(prepared), range(2), strict=False))
    stand_ins = {**prepared.stand_ins, whole: char, nothing: ""}
    written = f"\\u{whole:04x}\\u{nothing:04x}"
    return replace(prepared, text=f"{text[: escape.start()]}{written}{text[escape.end() :]}", stand_ins=stand_ins)


def _free_codes(prepared: Prepared) -> Iterator[int]:
    """Yield private-use characters that neither the text nor an escape in it uses."""
    text = prepared.text
    return (code for code in _PRIVATE if chr(code) not in text and code not in prepared.stand_ins)


def _replace_odd(prepared: Prepared, flavour: Yaml, base: int) -> None:
    used = set(prepared.text)
    free = (code for code in _PRIVATE if chr(code) not in used)
    table: dict[int, str] = {}
    for char in sorted(set(ODD.findall(prepared.text))):
        if char in _KNOWN and flavour in _LIBYAML:
            continue
        code = next(free, 0xFFFD)
        table[ord(char)] = chr(code)
        if code != 0xFFFD:
            prepared.stand_ins[code] = char
    prepared.text = prepared.text.translate(table)
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


def _find_cuts(text: str, flavour: Yaml) -> list[Span]:
    """Return what is left out: the end of keys that libyaml finds too long, tabs that js-yaml 3 skips."""
    cuts = []
    if len(text) > _KEY_LIMIT and any(len(line) > _KEY_LIMIT for line in text.split("\n")):
        cuts = [Span(match.start(1) + _KEY_LIMIT - 80, match.end(1)) for match in _LONG_KEY.finditer(text)]
    if flavour is Yaml.JS_YAML_3 and "\t" in text:
        # where the document starts, a tab counts
        for match in _TAB_LEAD.finditer(text, len(text) - len(text.lstrip())):
            if not _is_in_tab_list(text, match.start()):
                cuts.append(Span(*match.span(1)))
    return sorted(cuts)


def _is_in_tab_list(text: str, start: int) -> bool:
    """Tell whether a line is one of several items indented with tabs: js-yaml 3 stops after the first."""
    if not _TAB_ITEM.match(text, start):
        return False
    before = text.rfind("\n", 0, max(start - 1, 0)) + 1
    after = text.find("\n", start) + 1
    has_one_before = before < start and _TAB_ITEM.match(text, before) is not None
    return has_one_before or (after > 0 and _TAB_ITEM.match(text, after) is not None)


def _cut(prepared: Prepared, spans: list[Span]) -> None:
    parts, cuts, done, length = [], [], 0, 0
    for start, end in spans:
        parts.append(prepared.text[done:start])
        length += start - done
        cuts.append((length, end - start))
        done = end
    prepared.text = "".join((*parts, prepared.text[done:]))
    prepared.cuts = tuple(cuts)


def _name_of_length(length: int, text: str) -> str:
    for letter in "zqxjkvbpygfwmucldrhsnioate":
        name = letter * length
        if f"&{name}" not in text and f"*{name}" not in text:
            return name
    return "Z" * length
