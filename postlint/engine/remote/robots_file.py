"""What a robots.txt allows (RFC 9309)."""

from __future__ import annotations

import re
from string import ascii_letters, digits, punctuation
from typing import NamedTuple
from urllib.parse import quote

from postlint.values.late_pattern import late_pattern

_AGENT = "postlint"
_ANYBODY = "*"
_MOST_RULES = 10_000
_ESCAPED = late_pattern(r"%[0-9A-Fa-f]{2}")
_UNRESERVED = frozenset(ascii_letters + digits + "-._~")
_ASCII = ascii_letters + digits + punctuation


class Rule(NamedTuple):
    """A pattern of paths: `*` stands for anything, `$` at its end for the end."""

    pattern: str
    allows: bool


def read_robots(text: str) -> tuple[Rule, ...]:
    """Return the rules for postlint: those of its own groups, else those for anybody."""
    rules: dict[str, list[Rule]] = {}
    agents: list[str] = []
    is_naming = False
    for line in text.removeprefix("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().lower(), value.strip()
        if not colon:
            continue
        if name == "user-agent":
            agents = [*(agents if is_naming else ()), re.split(r"[/\s]", value.lower())[0]]
            rules.setdefault(agents[-1], [])
            is_naming = True
        elif name in ("allow", "disallow"):
            is_naming = False
            # an empty pattern matches nothing
            for agent in agents if value else ():
                rules[agent].append(Rule(_normal(value), name == "allow"))
    return tuple(rules.get(_AGENT, rules.get(_ANYBODY, []))[:_MOST_RULES])


def is_allowed(path: str, rules: tuple[Rule, ...]) -> bool:
    """Tell whether a path (with its query) may be asked for: the longest pattern decides, the kinder one of two."""
    path = _normal(path)
    found = [rule for rule in rules if _matches(rule.pattern, path)]
    return max(found, key=lambda rule: (len(rule.pattern), rule.allows)).allows if found else True


def _matches(pattern: str, path: str) -> bool:
    """Match without a regular expression, whose time a pattern of many stars could run up."""
    is_whole = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    last = parts.pop() if parts and is_whole else ""
    for part in parts:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    if not is_whole:
        return True
    return path.endswith(last) and at <= len(path) - len(last) if "*" in pattern else at == len(path)


def _normal(text: str) -> str:
    """Escape a path in one way, whatever its writer escaped; what has a meaning of its own stays as it was."""
    return _ESCAPED.sub(lambda found: _unescape(found.group()), quote(text, safe=_ASCII))


def _unescape(escape: str) -> str:
    """Return the character that an escape needlessly stands for, else the escape in capitals."""
    character = chr(int(escape[1:], 16))
    return character if character in _UNRESERVED else escape.upper()
