"""TOML front matter to nodes with exact spans; `tomllib` has the last word on what is valid."""

from __future__ import annotations

from postlint.front_matter.flavours import Toml
from postlint.front_matter.nodes import Mapping, Parsed, Problem
from postlint.front_matter.toml_scan import MAX_DEPTH, LimitError, ScanError, Scanner
from postlint.front_matter.toml_tables import Table, TableList
from postlint.front_matter.toml_values import NEWER
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_PLACE = late_pattern(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
_MAX_PROBLEMS = 10


def parse_toml(text: str, block: Span, dialect: Toml) -> Parsed:
    """Parse a block of a text; spans are offsets into the text. Never raises.

    After an error the root holds what a person would read.
    """
    if dialect is Toml.SMOL_TOML and text.startswith("\ufeff", block.start, block.end):
        block = Span(block.start + 1, block.end)
    scanner = Scanner(text, block, dialect)
    root = Table(block.start, is_defined=True)
    try:
        _read_lines(scanner, root)
        frozen = root.freeze()
    except LimitError as error:
        at = error.args[0]
        message = f"front matter is nested more than {MAX_DEPTH} deep"
        return Parsed(None, (Problem(Span(at, at), message, "make it flatter", "limit"),))
    problems = sorted(scanner.problems or _judge(scanner, block), key=lambda problem: problem.span)[:_MAX_PROBLEMS]
    if not frozen.entries:
        return Parsed(None, tuple(problems))
    start = min(entry.span.start for entry in frozen.entries)
    node = Mapping(Span(start, max(frozen.span.end, start)), frozen.entries)
    return Parsed(node, tuple(problems), tuple(scanner.duplicates))


def _read_lines(scanner: Scanner, root: Table) -> None:
    table = root
    while (char := scanner.skip_gap()) and len(scanner.problems) < _MAX_PROBLEMS:
        line = scanner.at
        try:
            if char == "[":
                table = _read_header(scanner, root)
            else:
                scanner.read_pair(table)
            _expect_line_end(scanner)
        except ScanError as error:
            scanner.problems.append(error.problem)
            scanner.at = max(line, scanner.at)
            scanner.skip_line()


def _expect_line_end(scanner: Scanner) -> None:
    char = scanner.peek()
    if char and char not in "\r\n#":
        start = scanner.at
        end = start + len(scanner.text[start : scanner.end].split("\n", 1)[0].rstrip())
        raise scanner.fail(
            start, end, "text stands after the value", "put the whole value in quotes, or start a new line"
        )


def _read_header(scanner: Scanner, root: Table) -> Table:
    """Read `[a.b]` or `[[a.b]]`; return the table that the next lines belong to."""
    start = scanner.at
    brackets = "]]" if scanner.text.startswith("[[", start) else "]"
    scanner.at += len(brackets)
    parts = scanner.read_key()
    scanner.peek()
    if not scanner.text.startswith(brackets, scanner.at):
        raise scanner.fail(
            start, scanner.at, "the bracket of a table's name is not closed", f"close it with {brackets}"
        )
    scanner.at += len(brackets)
    table = root
    for name, span in parts[:-1]:
        table = _descend(scanner, table, name, span, start)
    name, span = parts[-1]
    found = table.index.get(name)
    if brackets == "]]":
        return _append_table(scanner, table, name, span, start)
    if isinstance(found, Table) and not found.is_defined:
        found.is_defined = True
        return found
    made = Table(start, is_defined=True)
    made.end = scanner.at
    if not table.add(name, span, made):
        _refuse_table(scanner, name, span)
    return made


def _append_table(scanner: Scanner, table: Table, name: str, span: Span, start: int) -> Table:
    found = table.index.get(name)
    made = Table(start, is_defined=True)
    made.end = scanner.at
    if isinstance(found, TableList):
        found.tables.append(made)
        return made
    listed = TableList()
    listed.tables.append(made)
    if not table.add(name, span, listed):
        _refuse_table(scanner, name, span)
    return made


def _descend(scanner: Scanner, table: Table, name: str, span: Span, start: int) -> Table:
    found = table.index.get(name)
    if isinstance(found, TableList):
        return found.tables[-1]
    if isinstance(found, Table):
        return found
    made = Table(start)
    if not table.add(name, span, made):
        _refuse_table(scanner, name, span)
    return made


def _refuse_table(scanner: Scanner, name: str, span: Span) -> None:
    message = f"`{name[:60]}` is there already"
    scanner.problems.append(Problem(span, message, "give the table another name", "duplicate-key"))


def _judge(scanner: Scanner, block: Span) -> list[Problem]:
    """Return what `tomllib` says of a block in which the scanner has found nothing wrong."""
    content = block.of(scanner.text)
    if scanner.dialect in NEWER:
        # tomllib reads TOML 1.0: it is asked about keys and tables only
        content = _without_values(scanner, block)
    elif scanner.dialect is Toml.PY_TOML:
        return []
    import tomllib

    try:
        tomllib.loads(content.encode("utf-8", "replace").decode("utf-8"))
    except (ValueError, RecursionError) as error:
        return [_generic(str(error), content, block)]
    return []


def _without_values(scanner: Scanner, block: Span) -> str:
    """Return the block with stand-ins of the same length (in lines, too) for its values."""
    parts, done = [], block.start
    for start, end in scanner.values:
        value = scanner.text[start:end]
        stand_in = {"[": "[]", "{": "{}"}.get(value[0], "0")
        parts += [scanner.text[done:start], stand_in, " " * (len(value) - len(stand_in))]
        done = end
    parts.append(scanner.text[done : block.end])
    return "".join(parts)


def _generic(message: str, content: str, block: Span) -> Problem:
    place = _PLACE.search(message)
    at = len(content)
    if place is not None and place[1]:
        lines = content.split("\n")
        at = min(sum(len(line) + 1 for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1, len(content))
    said = _PLACE.sub("", message).strip()
    said = said[:1].lower() + said[1:]
    start = block.start + at
    return Problem(
        Span(min(start, block.end), min(start + 1, block.end)),
        f"the block is not valid TOML here: {said}"[:100],
        "write each line as `key = value`",
    )
