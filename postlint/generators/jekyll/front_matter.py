"""Front matter as Jekyll reads it (`document.rb`)."""

from __future__ import annotations

from postlint.front_matter.fences import split_jekyll
from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Mapping
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import is_utf8, read_missed
from postlint.values.span import Span

_ACCEPTED = frozenset({"lead:bom", "open:trailing-blank", "close:trailing-blank"})


def yaml_flavour(facts: SiteFacts) -> Yaml:
    """Return the YAML parser of this site's Jekyll: SafeYAML where it is named, else Psych (as Debian's)."""
    return Yaml.SAFE_YAML if "safe_yaml" in facts.packages else Yaml.PSYCH


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as Jekyll does, else look for what was meant."""
    source, flavour = file.source, yaml_flavour(facts)
    if not is_utf8(source):
        return read_missed(source, flavour, why="encoding")
    split = split_jekyll(source.text)
    if split is None:
        return read_missed(source, flavour, accepted=_ACCEPTED)
    parsed = parse_yaml(source.text, split.block, flavour)
    if parsed.problems and source.text.startswith("%", split.block.start):
        # the parser gets the opening fence, too: a directive after it ends an empty document
        parsed = parse_yaml(source.text, Span(split.block.start, split.block.start), flavour)
    reading = FrontMatterReading(split, parsed, True, flavour=flavour)
    if parsed.problems or parsed.root is None or isinstance(parsed.root, Mapping):
        return reading
    if _has_no_value(parsed.root.value):
        return reading
    return reading._replace(is_read=False, why="not-a-map")


def _has_no_value(value: object) -> bool:
    # `merge_data!(data) if data`: null and false are as good as nothing
    return value is None or value is False
