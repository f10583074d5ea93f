"""Front matter as Hexo reads it (hexo-front-matter; versions by that of Hexo)."""

from __future__ import annotations

import re

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.hexo_fences import split_hexo
from postlint.front_matter.key_lines import is_meant
from postlint.front_matter.nodes import Mapping, Sequence
from postlint.front_matter.split import Split
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import NO_FRONT_MATTER, judge_map, parse_block, read_missed
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_TABS_BEFORE_START = late_pattern(r"\t+(?=---)")
_TAB_INDENT = late_pattern(r"\n\t")
# a run that closes may be followed by anything, and the old style needs no opening one
_ACCEPTED = frozenset({"lead:bom", "close:trailing-blank", "close:long-fence"})


def uses_new_front_matter(facts: SiteFacts) -> bool:
    """Tell whether the site names hexo-front-matter 5 or later, which reads YAML with `yaml`."""
    named = facts.packages.get("hexo-front-matter")
    version = re.search(r"\d+", named) if named else None
    return version is not None and int(version[0]) >= 5


def yaml_flavour(facts: SiteFacts) -> Yaml:
    """Return the YAML parser of this site's Hexo: js-yaml 4 since Hexo 6."""
    if uses_new_front_matter(facts):
        return Yaml.YAML_1_2
    return Yaml.JS_YAML_3 if facts.version and facts.version[0] < 6 else Yaml.JS_YAML_4


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as Hexo does, else look for what was meant."""
    source, flavour = file.source, yaml_flavour(facts)
    if source.encoding.startswith("utf-16") or source.encoding.startswith("utf-32"):
        return read_missed(source, flavour, why="encoding")
    text = source.text
    is_strict = bool(facts.version) and facts.version[0] < 4
    split = split_hexo(text, closes_strictly=is_strict)
    if split is None:
        return read_missed(source, flavour, accepted=_ACCEPTED)
    reading = _parse(text, split, flavour)
    if split.format == "yaml":
        return reading
    if split.opening == split.closing or not len(split.opening):
        return _judge_old_style(file, reading, flavour)
    return reading


def _parse(text: str, split: Split, flavour: Yaml) -> FrontMatterReading:
    if split.format == "hexo-json":
        parsed, _ = parse_block(text, split, flavour)
        # bad JSON is no error: the whole text is then the body
        is_read = not parsed.problems
        return FrontMatterReading(split, parsed, is_read, None if is_read else "format")
    block = split.block
    has_tabs = text.find("\t", block.start, block.end) >= 0
    if has_tabs and flavour is not Yaml.YAML_1_2:
        # js-yaml does not count a tab as indentation where a document starts
        tabs = _TABS_BEFORE_START.match(text, block.start, block.end)
        block = Span(tabs.end(), block.end) if tabs is not None else block
    if has_tabs and _TAB_INDENT.search(text, block.start, block.end):
        if text[block.start] == "\t":
            # js-yaml counts this tab for less than the two blanks that Hexo makes of all others
            block = Span(block.start + 1, block.end)
        parsed = parse_yaml(text[: block.end].replace("\n\t", "\n "), block, flavour)
    else:
        parsed = parse_yaml(text, block, flavour)
    if isinstance(parsed.root, (Mapping, Sequence)) or parsed.problems:
        return FrontMatterReading(split, parsed, True, flavour=flavour)
    if parsed.root is None:
        # nothing but comments: Hexo takes the whole text for the body
        return FrontMatterReading(split, parsed, False, "not-a-map", flavour=flavour)
    return judge_map(text, split, parsed, flavour)


def _judge_old_style(file: PostFile, reading: FrontMatterReading, flavour: Yaml) -> FrontMatterReading:
    """Tell front matter without an opening fence from prose above a rule, which Hexo swallows."""
    split = reading.split
    if split is None:
        return read_missed(file.source, flavour, accepted=_ACCEPTED)
    if not reading.is_read:
        if split.format == "hexo-old":
            return read_missed(file.source, flavour, accepted=_ACCEPTED)
        return reading if is_meant(file.source.text, split.block) else NO_FRONT_MATTER
    return reading if is_meant(file.source.text, split.block) else reading._replace(is_swallowed=True)
