"""YAML that does not parse: what is wrong in words, and as much as a person would still read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Mapping, Node, Parsed, Problem, Scalar
from postlint.values.span import Span

_KEY = re.compile(r"""(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#:&*!\[\]{}"'-][^:\n]*?))[ \t]*:(?:[ \t]+|$)""")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_GLUED = re.compile(r"([A-Za-z_][\w-]*)(:)(?=[^\s/])")
_FULL_WIDTH = re.compile(r"[\w-]+\s*(：)")
# PyYAML gives up on keys that most others take
_LONG_KEY = 1024
_TAKES_LONG_KEYS = frozenset({Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.YAML_1_2, Yaml.GO_YAML})
_LEADING = {
    "@": "an at sign",
    "%": "a percent sign",
    "`": "a backtick",
    "*": "an asterisk",
    "&": "an ampersand",
    "!": "an exclamation mark",
    "[": "a bracket",
    "{": "a brace",
    ">": "a greater-than sign",
    "|": "a bar",
    "-": "a hyphen and a blank",
    "?": "a question mark and a blank",
    ",": "a comma",
}


def recover(raw: str, block: Span, flavour: Yaml, error: yaml.YAMLError | Problem, problems: list[Problem]) -> Parsed:
    """Return the problem of a block and its other top-level keys: one bad value spoils only its own."""
    from postlint.front_matter.yaml_nodes import parse_yaml

    entries: list[Entry] = []
    duplicates: list[Entry] = []
    found: Problem | None = error if isinstance(error, Problem) else None
    is_excused = False
    for start, end in _chunks(raw):
        chunk = Span(block.start + start, block.start + end)
        part = None if end - start == len(raw) else parse_yaml(_padded(raw, start, end, block), chunk, flavour)
        is_long = flavour in _TAKES_LONG_KEYS and _has_long_key(raw, start, end)
        is_excused = is_excused or is_long
        if part is not None and not part.problems and isinstance(part.root, Mapping):
            entries.extend(part.root.entries)
            continue
        entries.extend(_as_written(raw, start, end, block.start))
        if is_long:
            continue
        if found is None and (part is None or part.problems):
            found = explain(raw, start, end, block.start)
    if found is None and not is_excused:
        found = _plain(raw, block, error)
    seen: set[str] = set()
    for entry in entries:
        if entry.key in seen:
            duplicates.append(entry)
        seen.add(entry.key)
    root: Node | None = Mapping(block, tuple(entries)) if entries else None
    return Parsed(root, (*problems, *([found] if found else [])), tuple(duplicates))


def _has_long_key(raw: str, start: int, end: int) -> bool:
    match = _KEY.match(raw, start, end)
    return match is not None and match.end() - start > _LONG_KEY


def _padded(raw: str, start: int, end: int, block: Span) -> str:
    """Return a text in which the chunk stands at its own offset."""
    return " " * (block.start + start) + raw[start:end]


def _chunks(raw: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of lines that belong to one top-level key each."""
    begin: int | None = None
    at = 0
    while at < len(raw):
        match = _LINE.match(raw, at)
        end = match.end() if match else len(raw)
        line = raw[at:end]
        starts = line[:1] not in (" ", "\t", "#", "-", "\r", "\n", "]", "}", "")
        if starts:
            if begin is not None:
                yield begin, at
            begin = at
        elif begin is None and line.strip() and not line.startswith("#"):
            begin = at
        at = end
    if begin is not None:
        yield begin, len(raw)


def _as_written(raw: str, start: int, end: int, offset: int) -> Iterator[Entry]:
    match = _KEY.match(raw, start, end)
    if match is None:
        return
    group = next(number for number in (1, 2, 3) if match.group(number) is not None)
    key_span = Span(offset + match.start(group), offset + match.end(group))
    line_end = min((at for at in (raw.find("\n", start, end), raw.find("\r", start, end)) if at >= 0), default=end)
    value = raw[match.end() : max(line_end, match.end())].strip()
    value_start = offset + match.end()
    node = Scalar(Span(value_start, value_start + len(value)), value, value or None, "plain")
    yield Entry(match.group(group), key_span, node, Span(key_span.start, node.span.end))


def explain(raw: str, start: int, end: int, offset: int) -> Problem:
    """Return what is wrong with the lines of one key, in words for people who write posts."""
    line_end = raw.find("\n", start, end)
    line = raw[start : line_end if line_end >= 0 else end].rstrip("\r")
    return (
        _explain_key(line, offset + start)
        or _explain_value(line, offset + start)
        or Problem(
            Span(offset + start, offset + start + max(1, len(line.rstrip()))),
            f'"{line.strip()[:60]}" is not valid YAML',
            "check quotes, colons and indentation",
        )
    )


def _explain_key(line: str, at: int) -> Problem | None:
    if line.startswith("\t") or "\t" in line[: len(line) - len(line.lstrip())]:
        return Problem(Span(at, at + 1), "the line is indented with a tab", "indent with blanks")
    match = _FULL_WIDTH.match(line)
    if match:
        where = Span(at + match.start(1), at + match.end(1))
        return Problem(where, "a full-width colon follows the key", "write `: ` (a colon and a blank)")
    if line.lstrip().startswith("//"):
        return Problem(Span(at, at + len(line)), "`//` starts no comment in YAML", "start comments with #")
    if _KEY.match(line):
        return None
    match = _GLUED.match(line)
    if match:
        where = Span(at + match.start(2), at + match.end(2))
        return Problem(where, f'no blank follows the colon of "{match[1][:40]}"', "put a blank after the colon")
    if line[:1] in ("\xa0", "\u3000"):
        return Problem(Span(at, at + 1), "the line is indented with a special blank", "use ordinary blanks")
    shown = line.strip()[:60]
    return Problem(Span(at, at + max(1, len(line))), f'"{shown}" is no `key: value` line', "add a key, or indent it")


def _explain_value(line: str, at: int) -> Problem | None:
    match = _KEY.match(line)
    if match is None:
        return None
    key = next(group for group in match.groups() if group is not None)[:40]
    value = line[match.end() :].strip()
    begin = at + match.end()
    quote = value[:1]
    if quote in ("'", '"'):
        return _explain_quoted(key, value, begin)
    colon = re.search(r":(?:\s|$)", value)
    if quote not in ("[", "{") and colon:
        where = Span(begin + colon.start(), begin + colon.start() + 1)
        return Problem(where, f"the value of {key} holds a colon", f"quote the {key}: it holds a colon")
    if quote in _LEADING:
        where = Span(begin, begin + 1)
        return Problem(where, f"the value of {key} starts with {_LEADING[quote]}", f"quote the {key}")
    return None


def _explain_quoted(key: str, value: str, begin: int) -> Problem | None:
    quote = value[0]
    where = Span(begin, begin + len(value))
    close = value.find(quote, 1)
    if close < 0:
        return Problem(where, f"the quote that opens the value of {key} is not closed", f"end it with {quote}")
    escape = re.search(r"\\[^0abt\tnvfre \"/\\N_LPxuU]", value) if quote == '"' else None
    if escape:
        spot = Span(begin + escape.start(), begin + escape.end())
        return Problem(spot, f'"{escape.group()}" is no escape in double quotes', "use single quotes")
    rest = value[close + 1 :].strip()
    if rest and not rest.startswith("#"):
        return Problem(where, f"text follows the closing quote of {key}", "quote the whole value")
    return None


def _plain(raw: str, block: Span, error: yaml.YAMLError | Problem) -> Problem:
    mark = getattr(error, "problem_mark", None)
    at = block.start + min(mark.index if mark else 0, max(0, len(raw) - 1))
    text = str(getattr(error, "problem", None) or "the block is not valid YAML")
    return Problem(Span(at, min(at + 1, block.end)), text[:100], "check quotes, colons and indentation")
