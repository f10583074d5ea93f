"""What bloggers get wrong in a line of YAML, and how to put it right."""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple

_KEY = late_pattern(r"(?P<lead>\s*(?:- +)*)(?P<key>[^\s:：#'\"\[\]{},][^:：]{0,60}?)(?P<gap>\s*)(?P<colon>[:：])")
_ITEM = late_pattern(r"\s*- +")
_QUOTED_KEY = late_pattern(r"\s*(?P<key>\"[^\"]{1,60}\"|'[^']{1,60}')\s*:(?=\s|\Z)")
_WORD_KEY = late_pattern(r"[\w-]+")
_WIDE = "\u00a0\u3000\u2002\u2003\u2009\u202f"
_NO_START = {
    "@": "an at sign",
    "`": "a backtick",
    "%": "a percent sign",
    ",": "a comma",
    "]": "a bracket",
    "}": "a brace",
}
_PROPERTY = {"*": "an alias", "&": "an anchor", "!": "a tag"}
_ESCAPE = late_pattern(r"\\(?:[0abt\tnvfre \"/\\N_LP\r\n]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\Z)")


class Mistake(NamedTuple):
    """A mistake in a line, its columns from 0, and `kind` as in Problem."""

    start: int
    end: int
    message: str
    hint: str
    kind: str = "syntax"


def shortened(text: str, limit: int = 40) -> str:
    """Return a text for a message, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def find_mistake(line: str) -> Mistake | None:
    """Return the first mistake of a line that holds a key, an item or something that is neither."""
    content = line.strip()
    if not content or content.startswith("#"):
        return None
    start = len(line) - len(line.lstrip())
    found = _find_in_lead(line, start) or _find_comment(line, start)
    if found is None and line.startswith("-\t", start):
        found = Mistake(start + 1, start + 2, "a tab stands after the dash", "put a blank after the dash")
    if found is not None:
        return found
    quoted = _QUOTED_KEY.match(line)
    if quoted is not None:
        return find_value_mistake(line, quoted.end(), quoted["key"][1:-1])
    match = _KEY.match(line)
    item = _ITEM.match(line)
    if item is not None and (match is None or not _is_key(line, match)):
        return find_value_mistake(line, item.end(), "item")
    if match is None:
        return None
    return _find_at_colon(line, match) or find_value_mistake(line, match.end(), match["key"])


def _is_key(line: str, match: re.Match[str]) -> bool:
    after = line[match.end() : match.end() + 1]
    return not after or after.isspace() or match["colon"] == "："


def _find_in_lead(line: str, start: int) -> Mistake | None:
    lead = line[:start]
    if "\t" in lead:
        at = lead.index("\t")
        return Mistake(at, at + 1, "the line is indented with a tab", "indent with blanks")
    for at, char in enumerate(lead):
        if char in _WIDE:
            return Mistake(at, at + 1, f"the line is indented with U+{ord(char):04X}", "indent with blanks")
    return None


def _find_comment(line: str, start: int) -> Mistake | None:
    end = len(line.rstrip())
    for mark in ("//", "<!--", "/*"):
        if line.startswith(mark, start):
            return Mistake(start, end, f"`{mark}` starts no comment in YAML", "start the comment with #")
    return None


def _find_at_colon(line: str, match: re.Match[str]) -> Mistake | None:
    key, at = match["key"], match.start("colon")
    after = line[at + 1 : at + 2]
    if match["colon"] == "：":
        if len(key) > 40 or " " in key:
            return None
        message = f"the colon after `{shortened(key)}` is a full-width one"
        return Mistake(at, at + 1, message, f"write `{shortened(key)}: ` with an ASCII colon and a blank")
    if after and after in _WIDE:
        message = f"the colon of `{shortened(key)}` is followed by U+{ord(after):04X}, not by a blank"
        return Mistake(at + 1, at + 2, message, "put an ordinary blank after the colon")
    if after and not after.isspace() and _WORD_KEY.fullmatch(key) and not line.startswith("//", at + 1):
        message = f"there is no blank after the colon of `{shortened(key)}`"
        return Mistake(at, at + 2, message, "put a blank after the colon")
    return None


def find_value_mistake(line: str, at: int, key: str) -> Mistake | None:
    """Return what is wrong with the value that follows `at`; `key` names it in hints."""
    rest = line[at:]
    value = rest.strip(" \t\r")
    if not value or value[0] == "#":
        return None
    start = at + len(rest) - len(rest.lstrip(" \t"))
    end = start + len(value)
    first = value[0]
    name = shortened(key, 30)
    if first in "\"'":
        return _find_in_quotes(value, start, name)
    if first in "[{":
        return _find_in_brackets(value, start, name)
    if first in _NO_START:
        message = f'value "{shortened(value)}" starts with {_NO_START[first]}'
        return Mistake(start, end, message, f"quote the {name}: it starts with {first}")
    if first in _PROPERTY and value[1:2].strip():
        found = _find_property(value, start, name)
        if found is not None:
            return found
    if first in ">|" and re.match(r"[>|][-+0-9]*[^-+0-9\s]|[>|][-+0-9]*\s+[^#\s]", value):
        message = f'value "{shortened(value)}" starts with {first}, which opens a block of text'
        return Mistake(start, end, message, f"quote the {name}: it starts with {first}")
    if first in "-?" and value[1:2] in ("", " "):
        message = f'value "{shortened(value)}" starts with {first} and a blank'
        return Mistake(start, end, message, f"quote the {name}: it starts with {first}")
    bare = re.split(r"\s#", value, maxsplit=1)[0].rstrip()
    if re.search(r":\s", bare) or bare.endswith(":"):
        message = f'value "{shortened(value)}" holds a colon that YAML takes for a key\'s'
        return Mistake(start, start + len(bare), message, f"quote the {name}: it holds a colon")
    return None


def _find_property(value: str, start: int, name: str) -> Mistake | None:
    kind = _PROPERTY[value[0]]
    is_alias = value[0] == "*" and not re.fullmatch(r"\*[\w-]+(\s+#.*)?", value)
    is_picture = value.startswith("![")
    if not is_alias and not is_picture and not re.search(r":\s|:\Z", value):
        return None
    message = f'value "{shortened(value)}" starts with {value[0]}, which YAML reads as {kind}'
    return Mistake(start, start + len(value), message, f"quote the {name}: it starts with {value[0]}")


def _find_in_quotes(value: str, start: int, name: str) -> Mistake | None:
    quote = value[0]
    at = 1
    while at < len(value):
        char = value[at]
        if char == "\\" and quote == '"':
            match = _ESCAPE.match(value, at)
            if match is None:
                bad = value[at : at + 2]
                message = f"`{bad}` is no escape in a double-quoted value"
                return Mistake(start + at, start + at + 2, message, "use single quotes, or double the backslash")
            at = match.end()
        elif char == quote:
            if quote == "'" and value[at + 1 : at + 2] == "'":
                at += 2
                continue
            return _find_after_quote(value, at + 1, start, quote)
        else:
            at += 1
    message = f"the quote that opens `{name}` is not closed"
    return Mistake(start, start + len(value), message, "close the quote at the end of the value", "unclosed")


def _find_after_quote(value: str, end: int, start: int, quote: str) -> Mistake | None:
    rest = value[end:]
    if not rest.strip() or re.match(r"\s+#", rest):
        return None
    message = f'text stands after the closing quote: "{shortened(rest)}"'
    inner = "double the inner quotes" if quote == "'" else "put a backslash before the inner quotes"
    hint = inner if value.endswith(quote) else "put the quotes around the whole value"
    return Mistake(start + end, start + len(value), message, hint)


def _find_in_brackets(value: str, start: int, name: str) -> Mistake | None:
    closing = {"[": "]", "{": "}"}[value[0]]
    what = "bracket" if closing == "]" else "brace"
    depth, quote = 0, ""
    for at, char in enumerate(value):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and at and value[at - 1] in " [{,:":
            quote = char
        elif char == "#" and value[at - 1] in " [{,":
            message = f'`#` within the {what}s starts a comment: "{shortened(value[at:], 30)}" is not read'
            return Mistake(start + at, start + len(value), message, "quote what starts with #")
        elif char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
            if depth == 0:
                rest = value[at + 1 :]
                if not rest.strip() or re.match(r"\s+#", rest):
                    return None
                message = f'text stands after the closing {what}: "{shortened(rest)}"'
                hint = f"quote the {name}: it starts with a {what}"
                return Mistake(start, start + len(value), message, hint)
    message = f"the {what} that opens `{name}` is not closed"
    hint = f"close it with {closing}, or quote the value"
    return Mistake(start, start + len(value), message, hint, "unclosed")
