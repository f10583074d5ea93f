"""Front matter as Zola reads it (`front_matter/split.rs`)."""

from __future__ import annotations

from postlint.front_matter.fences import split_zola
from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.nodes import Mapping
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import is_utf8, parse_block, read_missed

_ACCEPTED = frozenset(
    {
        "lead:bom",
        "lead:blank-line",
        "lead:blank-lines",
        "lead:indented",
        "open:format",
        "close:trailing-blank",
    }
)


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as Zola does, else look for what was meant."""
    source = file.source
    if not is_utf8(source):
        return read_missed(source, Yaml.SERDE, Toml.RUST_TOML, why="encoding")
    split = split_zola(source.text)
    if split is None:
        return read_missed(source, Yaml.SERDE, Toml.RUST_TOML, accepted=_ACCEPTED)
    parsed, flavour = parse_block(source.text, split, Yaml.SERDE, Toml.RUST_TOML)
    is_map = bool(parsed.problems) or parsed.root is None or isinstance(parsed.root, Mapping)
    return FrontMatterReading(split, parsed, is_map, None if is_map else "not-a-map", flavour=flavour)
