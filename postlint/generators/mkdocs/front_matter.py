"""Front matter as MkDocs reads it (`mkdocs/utils/meta.py`), and Material's blog plugin."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.front_matter.fences import split_mkdocs
from postlint.front_matter.flavours import Yaml
from postlint.front_matter.key_lines import is_meant
from postlint.front_matter.meta_lines import split_mkdocs_lines
from postlint.front_matter.nodes import Mapping, Node, Parsed, Problem, Scalar
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import is_utf8, judge_map, parse_block, read_missed
from postlint.generators.roles import blog_folders
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_MAY_HOLD_TABS = frozenset({"single", "double", "literal", "folded"})
_COMMENT = late_pattern(r"(?:^|[ \t])#")
_ACCEPTED = frozenset({"lead:bom", "line:line-ends", "open:trailing-blank", "close:trailing-blank"})


def is_blog_post(file: PostFile, facts: SiteFacts) -> bool:
    """Tell whether Material's blog plugin reads the file."""
    return file.role == "post" and bool(blog_folders(facts))


def _with_tab(text: str, block: Span, parsed: Parsed) -> Parsed:
    """Add the problem of a tab: Material parses with PyYAML itself, which takes tabs in quotes and comments only.

    MkDocs takes the parser in C where there is one, which minds them at the start of a line only.
    """
    inside = [node.span for node in _scalars(parsed.root) if node.style in _MAY_HOLD_TABS]
    at = text.find("\t", block.start, block.end)
    while at >= 0:
        line = text[max(text.rfind("\n", 0, at) + 1, block.start) : at]
        if not _COMMENT.search(line) and not any(span.start < at < span.end for span in inside):
            problem = Problem(Span(at, at + 1), "a tab stands outside of quotes", "write a blank instead")
            return parsed._replace(problems=(*parsed.problems, problem))
        at = text.find("\t", at + 1, block.end)
    return parsed


def _scalars(root: Node | None) -> Iterator[Scalar]:
    if isinstance(root, Mapping):
        for _, scalar in root.walk():
            yield scalar


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as MkDocs does, else look for what was meant."""
    source = file.source
    if not is_utf8(source):
        return read_missed(source, Yaml.PYYAML, why="encoding")
    text = source.text
    split = split_mkdocs(text)
    if split is not None:
        parsed, flavour = parse_block(text, split, Yaml.PYYAML)
        if is_blog_post(file, facts) and "\t" in text[split.block.start : split.block.end]:
            parsed = _with_tab(text, split.block, parsed)
        return judge_map(text, split, parsed, flavour)
    lines = split_mkdocs_lines(text) if not is_blog_post(file, facts) else None
    if lines is None:
        missed = read_missed(source, Yaml.PYYAML, accepted=_ACCEPTED)
        split = missed.split
        if split is not None and split.is_closed and split.closing.end == len(text):
            # the only thing that may be wrong is the line end that is not there
            return missed._replace(why="wrong-close" if missed.why == "format" else missed.why)
        return missed
    parsed, flavour = parse_block(text, lines, Yaml.PYYAML, meta="mkdocs")
    return FrontMatterReading(lines, parsed, True, is_swallowed=not is_meant(text, lines.block), flavour=flavour)
