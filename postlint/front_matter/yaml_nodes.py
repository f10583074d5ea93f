"""YAML front matter to nodes with exact spans, as a generator's library reads it."""

from __future__ import annotations

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Mapping, Parsed, Problem
from postlint.front_matter.yaml_lines import read_lines
from postlint.front_matter.yaml_mappings import find_duplicates
from postlint.values.span import Span, new_span


def parse_yaml(text: str, block: Span, flavour: Yaml) -> Parsed:
    """Parse a block of a text; spans are offsets into the text. Never raises.

    The text may have any line ends. After a syntax error the root holds what a person would read.
    """
    entries = read_lines(text, block, flavour)
    if entries is None:
        # a YAML parser takes long to import, and most posts need none
        from postlint.front_matter.yaml_events import parse_events

        return parse_events(text[block.start : block.end], block.start, flavour)
    if not entries:
        return Parsed(None)
    root = Mapping(new_span(entries[0].start, entries[-1].end), entries)
    problems: list[Problem] = []
    duplicates = find_duplicates(entries, flavour, problems)
    return Parsed(root, tuple(problems), duplicates) if duplicates else Parsed(root)
