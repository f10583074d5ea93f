"""What bloggers get wrong in TOML, and how to put it right: messages with hints."""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern

Said = tuple[str, str]

_OPEN_QUOTES = "\"'“”‘’「«"
_BAD_ESCAPE = late_pattern(r"\\(?![btnfr\"\\ \t\r\n]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})(.?)")


def describe_key(word: str) -> Said:
    """Say what is wrong with a key that is none; an empty word means that there is no key."""
    if not word:
        return "a line has no key", "write it as `key = value`"
    return f'"{word[:40]}" is no bare key in TOML', "put the key in quotes"


def describe_missing_equals(name: str, char: str) -> Said:
    """Say what is wrong where `char` follows a key instead of `=`."""
    name = name[:40]
    if char and char in ":：":
        return f"`{name}` is followed by a colon, as in YAML", f"write `{name} = …` in a block of +++"
    if not char or char in "\r\n#":
        return f"`{name}` has no value", f"write it as `{name} = …`"
    return f"there is no = after the key `{name}`", "put a key with blanks in quotes"


def describe_value(raw: str, whole: str) -> Said:
    """Say what is wrong with a bare value; `whole` is the rest of its line."""
    whole = whole[:40]
    if raw.lower() in ("true", "false"):
        return f'"{raw}" is no value in TOML', f"write {raw.lower()}"
    if raw[0] in _OPEN_QUOTES:
        return f"`{raw[0]}` is no quote in TOML", 'use the straight quotes "'
    if re.match(r"\d{4}-\d\d?-\d\d?", raw):
        hint = "write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, an existing day"
        return f'date "{whole}" is none that TOML has', hint
    if raw[0].isdigit() or raw[0] in "+-":
        return f'"{whole}" is no number in TOML', "put text in quotes"
    return f'"{whole}" is not in quotes', "put text in quotes"


def find_bad_escape(raw: str) -> tuple[int, int, Said]:
    """Return start, end and description of what is not allowed in a quoted value."""
    match = _BAD_ESCAPE.search(raw) if raw[0] == '"' else None
    if match is None:
        return 0, len(raw), ("a string holds a control character", "delete it")
    said = f"`{match[0]}` is no escape in TOML", "use single quotes, or double the backslash"
    return match.start(), match.end(), said
