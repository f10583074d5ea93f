"""Front matter as Astro reads it (`internal-helpers`, `frontmatter`): YAML or TOML."""

from __future__ import annotations

from postlint.front_matter.fences import split_astro
from postlint.front_matter.flavours import Toml, Yaml
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import judge_map, parse_block, read_missed

_ACCEPTED = frozenset(
    {
        "lead:bom",
        "lead:blank-line",
        "lead:blank-lines",
        "open:trailing-blank",
        "open:format",
        "close:trailing-blank",
        "close:long-fence",
    }
)


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as Astro does, else look for what was meant."""
    source = file.source
    if source.encoding.startswith(("utf-16", "utf-32")):
        return read_missed(source, Yaml.JS_YAML_4, Toml.SMOL_TOML, why="encoding")
    split = split_astro(source.text)
    if split is None:
        return read_missed(source, Yaml.JS_YAML_4, Toml.SMOL_TOML, accepted=_ACCEPTED)
    parsed, flavour = parse_block(source.text, split, Yaml.JS_YAML_4, Toml.SMOL_TOML)
    return judge_map(source.text, split, parsed, flavour)
