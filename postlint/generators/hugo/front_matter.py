"""Front matter as Hugo reads it; the YAML parser is goccy's since 0.152, yaml.v2 or v3 before."""

from __future__ import annotations

from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.hugo_fences import split_hugo
from postlint.front_matter.nodes import Mapping
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import parse_block, read_missed

_ACCEPTED = frozenset(
    {
        "lead:bom",
        "lead:blank-line",
        "lead:blank-lines",
        "lead:indented",
        "line:line-ends",
        "open:trailing-blank",
        "open:format",
        "close:trailing-blank",
        "close:long-fence",
    }
)


def is_older(facts: SiteFacts, *version: int) -> bool:
    """Tell whether the site names a Hugo older than a version; none named means the newest."""
    return bool(facts.version) and facts.version < version


def yaml_flavour(facts: SiteFacts) -> Yaml:
    """Return the YAML parser of this site's Hugo."""
    return Yaml.GO_YAML_OLD if is_older(facts, 0, 152) else Yaml.GO_YAML


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as Hugo does, else look for what was meant."""
    source, flavour = file.source, yaml_flavour(facts)
    if source.encoding.startswith("utf-16") or source.encoding.startswith("utf-32"):
        return read_missed(source, flavour, why="encoding")
    split = split_hugo(source.text, is_old=is_older(facts, 0, 152))
    if split is None or isinstance(split, str):
        return read_missed(source, flavour, accepted=_ACCEPTED)
    parsed, dialect = parse_block(source.text, split, flavour, Toml.GO_TOML)
    root = parsed.root
    is_map = root is None or isinstance(root, Mapping) or root.value is None or bool(parsed.problems)
    return FrontMatterReading(split, parsed, is_map, None if is_map else "not-a-map", flavour=dialect)


def find_fault(file: PostFile, facts: SiteFacts) -> str | None:
    """Return what ends the build at the fences, None if they are fine or there are none."""
    split = split_hugo(file.source.text, is_old=is_older(facts, 0, 152))
    return split if isinstance(split, str) else None
