"""A broken YAML block key by key: one bad value spoils only its own key."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Entry, Mapping, Problem, Scalar
from postlint.front_matter.yaml_builder import LimitError, build_nodes
from postlint.front_matter.yaml_prepare import prepare
from postlint.front_matter.yaml_problems import describe_error, describe_line
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_KEY = late_pattern(
    r"^(?P<lead>[ \t\u00a0\u3000]*)(?P<quote>[\"']?)(?P<key>[^\s:：#\"'\-\[\]{},][^\s:：#\"']{0,80})(?P=quote)"
    r"[ \t]*[:：]",
    re.MULTILINE,
)
_MAX_PROBLEMS = 10


def read_broken(block: str, base: int, flavour: Yaml) -> tuple[Mapping | None, list[Problem]]:
    """Return the entries that a person would read, and the problem of each part that does not parse."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for match, end in _parts(block):
        start = match.start()
        part = block[start:end]
        parsed, found = _parse_part(part, base + start, flavour)
        if len(problems) < _MAX_PROBLEMS:
            problems.extend(found)
        entries.extend(parsed if parsed is not None else [_as_text(match, block, base)])
    if not entries:
        return None, problems
    return Mapping(Span(entries[0].span.start, entries[-1].span.end), tuple(entries)), problems


def _parts(block: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the top-level keys, each with where the next one starts."""
    matches = list(_KEY.finditer(block))
    if not matches:
        return
    indent = min(len(match["lead"]) for match in matches)
    top = [match for match in matches if len(match["lead"]) == indent or ("\t" in match["lead"] and indent == 0)]
    for match, following in zip(top, [*top[1:], None], strict=True):
        yield match, following.start() if following is not None else len(block)


def _parse_part(part: str, base: int, flavour: Yaml) -> tuple[list[Entry] | None, list[Problem]]:
    prepared = prepare(part, flavour, base)
    try:
        built = build_nodes(prepared, base, flavour)
    except yaml.YAMLError as error:
        return None, [describe_error(error, prepared, base)]
    except LimitError:
        return None, []
    if not isinstance(built.root, Mapping):
        found = describe_line(part, base)
        return None, [found] if found is not None else []
    return list(built.root.entries), built.problems


def _as_text(match: re.Match[str], block: str, base: int) -> Entry:
    """Return a key with the rest of its line as text."""
    end = block.find("\n", match.end())
    line = block[match.end() : end if end >= 0 else len(block)]
    raw = line.strip()
    start = base + match.end() + len(line) - len(line.lstrip())
    value = raw[1:-1] if len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "\"'" else raw
    span = Span(start, start + len(raw)) if raw else Span(base + match.end(), base + match.end())
    node = Scalar(span, raw, value or None, "plain" if raw else "empty")
    lead = len(match["quote"])
    key_start = base + match.start("key") - lead
    key_span = Span(key_start, base + match.end("key") + lead)
    return Entry(match["key"], key_span, node, Span(key_start, max(node.span.end, key_span.end)))
