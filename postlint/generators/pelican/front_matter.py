"""Metadata as Pelican reads it from Markdown files (Python-Markdown's `meta`)."""

from __future__ import annotations

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.key_lines import is_meant
from postlint.front_matter.meta_lines import split_pelican
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import is_utf8, parse_block, read_missed

_ACCEPTED = frozenset(
    {
        "lead:bom",
        "line:line-ends",
        "open:trailing-blank",
        "open:long-fence",
        "open:named",
        "close:trailing-blank",
        "close:long-fence",
        "close:wrong-close",
        "close:unclosed",
    }
)


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as Pelican does, else look for what was meant."""
    source = file.source
    if not is_utf8(source):
        return read_missed(source, Yaml.PYYAML, why="encoding")
    split = split_pelican(source.text)
    if split is None:
        return read_missed(source, Yaml.PYYAML, accepted=_ACCEPTED)
    if split.block.start == split.block.end and not split.is_closed:
        missed = read_missed(source, Yaml.PYYAML, accepted=_ACCEPTED)
        if missed.split is not None:
            return missed
    parsed, flavour = parse_block(source.text, split, Yaml.PYYAML, meta="pelican")
    has_fence = len(split.opening) > 0
    is_swallowed = not has_fence and not is_meant(source.text, split.block)
    return FrontMatterReading(split, parsed, True, is_swallowed=is_swallowed, flavour=flavour)
