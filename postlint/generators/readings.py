"""Readings that the generators build alike: blocks, entries and dates."""

from __future__ import annotations

from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.key_lines import is_meant
from postlint.front_matter.missed import find_missed_block
from postlint.front_matter.nodes import Entry, Mapping, Parsed, Scalar
from postlint.front_matter.split import Split
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import DateReading, Fault, Outcome
from postlint.generators.written_date import read_written_date
from postlint.generators.zones import UTC, Zone
from postlint.source.source import Source
from postlint.values.instant import Civil, Instant
from postlint.values.span import Span

NO_FRONT_MATTER = FrontMatterReading(None, None, False)


def parse_block(
    text: str, split: Split, yaml: Yaml, toml: Toml = Toml.GO_TOML, meta: str = "pelican"
) -> tuple[Parsed, Yaml | Toml | None]:
    """Parse a block by its format; the second value is the dialect that was used."""
    kind = split.format
    if kind in ("yaml", "hexo-old"):
        return parse_yaml(text, split.block, yaml), yaml
    if kind == "toml":
        from postlint.front_matter.toml_nodes import parse_toml

        return parse_toml(text, split.block, toml), toml
    if kind in ("json", "hexo-json"):
        from postlint.front_matter.json_nodes import parse_json

        return parse_json(text, split.block, wrap_braces=kind == "hexo-json"), None
    if kind == "org":
        from postlint.front_matter.org_lines import parse_org

        return parse_org(text, split.block), None
    from postlint.front_matter.plain_meta import parse_meta

    return parse_meta(text, split.block, "mkdocs" if meta == "mkdocs" else "pelican"), None


def read_missed(
    source: Source,
    yaml: Yaml,
    toml: Toml = Toml.GO_TOML,
    *,
    accepted: frozenset[str] = frozenset(),
    why: str | None = None,
) -> FrontMatterReading:
    """Look for a block that the author meant and the generator does not see.

    `accepted` are the departures (see `Missed`) that this generator takes; `why` names the obstacle where
    it is not one of the fences.
    """
    missed = find_missed_block(source.text, has_bom=bool(source.bom))
    if missed is None:
        return NO_FRONT_MATTER
    parsed, flavour = parse_block(source.text, missed.split, yaml, toml)
    return FrontMatterReading(missed.split, parsed, False, why or missed.why(accepted), flavour=flavour)


def judge_map(text: str, split: Split, parsed: Parsed, flavour: Yaml | Toml | None) -> FrontMatterReading:
    """Return the reading of a block that the generator ignores, harmlessly, unless it is a map.

    Prose between two rules is no block at all; keys with a bad colon are one.
    """
    root = parsed.root
    if parsed.problems or root is None or isinstance(root, Mapping):
        return FrontMatterReading(split, parsed, True, flavour=flavour)
    if isinstance(root, Scalar) and not is_meant(text, split.block):
        return NO_FRONT_MATTER
    return FrontMatterReading(split, parsed, False, "not-a-map", flavour=flavour)


def is_utf8(source: Source) -> bool:
    """Tell whether the file is valid UTF-8, with or without BOM."""
    return source.encoding == "utf-8" and source.is_decodable


def as_utf8(file: PostFile) -> PostFile | None:
    """Return the file as a program sees it that shows what is not UTF-8 as U+FFFD; None if it is UTF-8."""
    if is_utf8(file.source):
        return None
    text = file.source.raw.decode("utf-8", "replace")
    return PostFile(file.path, Source(text.encode("utf-8")), file.role, file.built)


def first_problem(reading: FrontMatterReading) -> str | None:
    """Return what the generator's parser says first, None if it reads the block."""
    parsed = reading.parsed
    return parsed.problems[0].message if reading.is_read and parsed is not None and parsed.problems else None


def format_name(reading: FrontMatterReading) -> str:
    """Return the name of the block's format for messages."""
    kind = reading.split.format if reading.split is not None else "yaml"
    return {"toml": "TOML", "json": "JSON", "hexo-json": "JSON", "meta": "metadata", "org": "Org"}.get(kind, "YAML")


def raw_text(entry: Entry) -> str:
    """Return a value as written, without quotes."""
    node = entry.node
    if not isinstance(node, Scalar):
        return str(node.value)
    return node.value if isinstance(node.value, str) else node.raw


def build_date(
    key: str, entry: Entry, read: Instant | None, fault: str | None = None, *, zone: Zone = UTC
) -> DateReading:
    """Return the reading of a front matter value; `zone` is the site's, for what the author meant."""
    raw = raw_text(entry)
    civil, form = written_as(raw, entry.value)
    meant = zone.instant(civil) if civil is not None else None
    return DateReading(key, raw, entry.node.span, civil, meant, read, form, fault, entry)


def written_as(raw: str, value: object) -> tuple[Civil | None, str]:
    """Return the date that somebody wrote, as far as that can be told, and its form; `value` is what a parser read."""
    if isinstance(value, Civil) and _is_plain_iso(raw, value):
        # most dates, which the parser has read already
        return value, "iso-date" if value.date_only else "iso-datetime"
    written = read_written_date(raw)
    return written.civil, written.format


def _is_plain_iso(raw: str, civil: Civil) -> bool:
    """Tell whether a date is written as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, with a `T` or a blank."""
    if civil.date_only:
        return len(raw) == 10 and raw[4] == raw[7] == "-"
    is_long = len(raw) == 19 and civil.offset is None and not civil.nanosecond
    return is_long and raw[4] == raw[7] == "-" and raw[10] in " T"


def build_name_date(text: str, read: Instant | None, fault: str | None = None, *, zone: Zone = UTC) -> DateReading:
    """Return the reading of a date in the file's name; its span is the start of the text."""
    written = read_written_date(text)
    meant = zone.instant(written.civil) if written.civil is not None else None
    return DateReading("date", text, Span(0, 0), written.civil, meant, read, written.format, fault, None)


def left_out(cause: str, reason: str) -> Outcome:
    """Return the outcome of a post that the build leaves out without failing; `cause` as in `Outcome`."""
    return Outcome("left-out", reason, cause=cause)


def hide(outcome: Outcome, hidden: tuple[str, str] | None) -> Outcome:
    """Return the outcome of a post that is read but not published, for a cause and a reason (None: it is)."""
    if hidden is None:
        return outcome
    return outcome._replace(status="left-out", cause=hidden[0], reason=hidden[1])


def refuses(fault: Fault) -> Outcome:
    """Return the outcome of a post that ends the build for the sake of one key."""
    return Outcome("build-fails", fault.message, faults=(fault,))


def fails(reason: str) -> Outcome:
    """Return the outcome of a post that ends the build."""
    return Outcome("build-fails", reason)
