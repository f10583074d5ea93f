"""Front matter as python-frontmatter reads it, for sites of no known generator."""

from __future__ import annotations

from postlint.front_matter.fences import split_plain
from postlint.front_matter.flavours import Toml, Yaml
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import is_utf8, judge_map, parse_block, read_missed

_ACCEPTED = frozenset(
    {
        "lead:blank-line",
        "lead:blank-lines",
        "lead:indented",
        "line:line-ends",
        "open:trailing-blank",
        "open:long-fence",
        "open:format",
        "close:trailing-blank",
        "close:long-fence",
    }
)


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as python-frontmatter does, else look for what was meant."""
    source = file.source
    if not is_utf8(source):
        return read_missed(source, Yaml.PYYAML, Toml.PY_TOML, why="encoding")
    if source.bom:
        return read_missed(source, Yaml.PYYAML, Toml.PY_TOML, why="bom")
    split = split_plain(source.text)
    if split is None:
        return read_missed(source, Yaml.PYYAML, Toml.PY_TOML, accepted=_ACCEPTED)
    parsed, flavour = parse_block(source.text, split, Yaml.PYYAML, Toml.PY_TOML)
    return judge_map(source.text, split, parsed, flavour)
