"""Front matter as gray-matter reads it: Gatsby, Eleventy, Docusaurus (the last two by @11ty's copy)."""

from __future__ import annotations

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.gray_fences import GraySplit, split_gray
from postlint.front_matter.missed import find_missed_block
from postlint.front_matter.nodes import Mapping, Parsed
from postlint.front_matter.split import Split
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.readings import first_problem, judge_map, parse_block, read_missed
from postlint.source.source import Source

_ACCEPTED = frozenset({"lead:bom", "open:trailing-blank", "open:named", "close:trailing-blank", "close:long-fence"})
_WIDE = ("utf-16", "utf-32")


def read_gray_matter(file: PostFile, flavour: Yaml, *, is_strict: bool = False) -> FrontMatterReading:
    """Split and parse as gray-matter does, else look for what was meant.

    `is_strict` tells that the program cannot go on with a block that is no map.
    """
    source = file.source
    if source.encoding.startswith(_WIDE):
        return read_missed(source, flavour, why="encoding")
    found = split_gray(source.text)
    if found is None:
        return read_missed(source, flavour, accepted=_ACCEPTED)
    return _read_split(source, found, flavour, is_strict=is_strict)


def _read_split(source: Source, found: GraySplit, flavour: Yaml, *, is_strict: bool) -> FrontMatterReading:
    split = found.split
    if found.is_empty:
        return FrontMatterReading(split, Parsed(None), True, flavour=flavour)
    if found.engine is None:
        return FrontMatterReading(split, Parsed(None), False, "wrong-fence", flavour=flavour)
    if found.engine == "js":
        # evaluated as code, so that its keys cannot be told
        return FrontMatterReading(split, Parsed(None), True)
    parsed, dialect = parse_block(source.text, split, flavour)
    if parsed.problems and not split.is_closed:
        return _read_unclosed(source, split, parsed, flavour)
    if _is_null(parsed) and not parsed.problems:
        return FrontMatterReading(split, Parsed(None), True, flavour=dialect)
    if is_strict and not parsed.problems and not isinstance(parsed.root, Mapping):
        return FrontMatterReading(split, parsed, False, "not-a-map", flavour=dialect)
    return judge_map(source.text, split, parsed, dialect)


def _is_null(parsed: Parsed) -> bool:
    return parsed.root is None or parsed.root.value is None


def _read_unclosed(source: Source, split: Split, parsed: Parsed, flavour: Yaml) -> FrontMatterReading:
    """Take the block to end where it stops to look like one: the whole text went to the YAML parser."""
    missed = find_missed_block(source.text, has_bom=bool(source.bom))
    if missed is None:
        return FrontMatterReading(split, parsed, True, flavour=flavour)
    inner, dialect = parse_block(source.text, missed.split, flavour)
    return FrontMatterReading(missed.split, inner, False, missed.why(_ACCEPTED), flavour=dialect)


def find_gray_fault(file: PostFile, reading: FrontMatterReading) -> str | None:
    """Return why gray-matter throws, None if it does not."""
    found = split_gray(file.source.text)
    if found is None or found.is_empty:
        return None
    if found.engine is None:
        return f"`---{found.language}` names no format that gray-matter knows"
    problem = first_problem(reading)
    if problem is not None:
        return f"the front matter is not valid {'JSON' if found.engine == 'json' else 'YAML'}: {problem}"
    if reading.split is not None and not reading.is_read and reading.why != "not-a-map":
        return "the front matter is not closed by `---`, so that the whole text is read as YAML"
    return None
