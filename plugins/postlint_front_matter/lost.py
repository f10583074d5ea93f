"""What stands in a value and is not read: comments, anchors, tags, brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from postlint import FrontMatter, Mapping, NamedTuple, Node, Scalar, Sequence, Span, Yaml, late_pattern
from postlint_front_matter.meant import PROSE_KEYS, TEXT_KEYS, line_end
from postlint_front_matter.wording import clip

_TAIL = late_pattern(r"[ \t]*#(?P<after>.?)[^\r\n]*")
# remarks of a template about the key
_REMARK = late_pattern(
    r"#+ *(?:postlint-|todo|fixme|required|optional|title|date|标题|必填|可选|选填|默认|是否)|.*(?:可选|必填|选填)",
    re.IGNORECASE,
)
_REMARKED_LINE = late_pattern(r"[ \t]#[ \t]", re.MULTILINE)
_MANY_REMARKS = 2
_ANCHOR = late_pattern(r"&(?P<name>[^\s,\[\]{}]+)")
_ALIAS = late_pattern(r"\*([^\s,\]}*]+)(?![^\s,\]}])")
_TAG = late_pattern(r"!(?!!)\S*")
_WIKI = late_pattern(r"\[\[[^\[\],]+\]\]")
# they read the first document of a block and do not look further
_FIRST_ONLY = frozenset({Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.GO_YAML_OLD})
_IGNORES_TAGS = frozenset({Yaml.PSYCH, Yaml.SAFE_YAML, Yaml.GO_YAML, Yaml.GO_YAML_OLD})


class Loss(NamedTuple):
    """A value of which the generator reads less than stands there.

    `whole` is all that stands there, `lost` the part that is not read, `how` says in words what became of
    it, `is_sure` tells that it can be nothing but text.
    """

    whole: Span
    lost: Span
    how: str
    is_sure: bool


def find_loss(block: FrontMatter, key: str, node: Node) -> Loss | None:
    """Return what the generator does not read of the value of a key; items of lists count as values."""
    if isinstance(node, Scalar):
        return _find_properties(block, key, node) or _find_tail(block, key, node)
    return _find_brackets(block, key, node) or _find_properties(block, key, node)


def find_rest(block: FrontMatter) -> Span | None:
    """Return the lines of a block that are not read since the parser stops before them."""
    if block.reading.flavour not in _FIRST_ONLY or not block.root.entries or block.problems:
        return None
    start, end = block.root.span.end, block.split.block.end
    if block.root.style == "flow" or not block.text[start:end].strip():
        return None
    for match in re.finditer(r"[^\r\n]+", block.text[line_end(block.text, start) : end]):
        line = match[0]
        if line.strip() and not line.lstrip().startswith("#"):
            at = line_end(block.text, start) + match.start()
            return Span(at, at + len(line.rstrip()))
    return None


def _find_tail(block: FrontMatter, key: str, node: Scalar) -> Loss | None:
    """Find text behind ` #`, which YAML takes for a comment."""
    if node.style not in ("plain", "empty") or key.casefold() not in TEXT_KEYS:
        return None
    text, start, at = block.text, node.span.start, node.span.end
    match = _TAIL.match(text, at, line_end(text, at))
    if match is None or (node.style == "plain" and match[0][0] == "#"):
        return None
    lost = Span(at + match[0].index("#"), at + len(match[0].rstrip()))
    is_sure = bool(match["after"].strip()) and match["after"] != "#"
    if _REMARK.match(lost.of(text)) or (not is_sure and not _is_lone_remark(block, node)):
        return None
    if node.style == "empty":
        return Loss(lost, lost, "takes the value for a comment: it is empty", True) if is_sure else None
    return Loss(Span(start, lost.end), lost, f'takes what follows "{_short(node.raw)}" for a comment', is_sure)


def _is_lone_remark(block: FrontMatter, node: Scalar) -> bool:
    """Tell whether ` # ` is no habit of this block: templates explain one key after another so."""
    lines = block.split.block.of(block.text)
    return "\n" not in node.raw and len(_REMARKED_LINE.findall(lines)) < _MANY_REMARKS


@lru_cache(maxsize=2)
def _aliases(lines: str) -> frozenset[str]:
    """Return the names that `*name` stands for in a block; once for all of its anchors."""
    return frozenset(_ALIAS.findall(lines))


def _find_properties(block: FrontMatter, key: str, node: Node) -> Loss | None:
    """Find `&x` and `!x` before a value."""
    text, start = block.text, node.span.start
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    at = max(text.rfind(": ", line, start), text.rfind("- ", line, start), text.rfind(", ", line, start)) + 2
    lead = text[at:start].strip() if at > 1 else ""
    lost = Span(at + len(text[at:start]) - len(text[at:start].lstrip()), start)
    if lead[:1] == "&" and (name := _ANCHOR.match(lead)) is not None:
        if name["name"] in _aliases(block.split.block.of(text)):
            return None
        return Loss(Span(lost.start, node.span.end), _trimmed(lost, lead), f"takes {_short(lead)} for an anchor", True)
    if lead[:1] == "!" and _TAG.match(lead) and block.reading.flavour in _IGNORES_TAGS:
        return Loss(Span(lost.start, node.span.end), _trimmed(lost, lead), f"takes {_short(lead)} for a tag", True)
    return None


def _find_brackets(block: FrontMatter, key: str, node: Sequence | Mapping) -> Loss | None:
    """Find text in brackets or braces that is a list or a map to YAML."""
    if node.style != "flow" or block.text[node.span.start] not in "[{":
        return None
    raw = node.span.of(block.text)
    if raw.startswith("{{"):
        return Loss(node.span, node.span, "takes `{{ }}` for a map", True)
    what = "list" if isinstance(node, Sequence) else "map"
    if key.casefold() in PROSE_KEYS:
        return Loss(node.span, node.span, f"takes {_short(raw)} for a {what}", True)
    if _WIKI.fullmatch(raw) and key.casefold() not in ("categories", "category"):
        return Loss(node.span, node.span, f"takes {_short(raw)} for a list in a list", True)
    return None


def _trimmed(lost: Span, lead: str) -> Span:
    return Span(lost.start, lost.start + len(lead))


def _short(text: str) -> str:
    return clip(" ".join(text.split()), 30)
