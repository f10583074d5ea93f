"""Tables of a run: findings by rule, and what plugins add up."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from postlint.reporters.columns import expand, width
from postlint.reporters.escape import clean_json, visible
from postlint.reporters.reporter import Reporter
from postlint.values.findings import by_post
from postlint.values.run_result import RunResult
from postlint.values.table import Cell, Table

# of a longer table text shows this many rows; the other formats hold all
_SHOWN = 20
# what a spreadsheet takes for a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class StatisticsReporter(Reporter):
    """The tables as text, without the findings themselves."""

    name: ClassVar[str] = "statistics"

    def render(self, result: RunResult) -> str:
        """Return every table that has rows."""
        return "".join(f"{line}\n" for line in statistics_lines(result, most=0))


class StatisticsJsonReporter(Reporter):
    """The tables as one JSON array: title, columns, and the rows as objects by column."""

    name: ClassVar[str] = "statistics-json"
    extension: ClassVar[str] = ".json"

    def render(self, result: RunResult) -> str:
        """Return the array, an object a table."""
        tables = [
            {
                "title": table.title,
                "columns": table.columns,
                "rows": [dict(zip(table.columns, row, strict=True)) for row in table.rows],
            }
            for table in (findings_table(result), *result.tables)
        ]
        return clean_json(json.dumps(tables, ensure_ascii=False, indent=1)) + "\n"


class StatisticsCsvReporter(Reporter):
    """The tables one below the other, each with its title and its columns, for a spreadsheet."""

    name: ClassVar[str] = "statistics-csv"
    extension: ClassVar[str] = ".csv"

    def render(self, result: RunResult) -> str:
        """Return the rows; an empty line stands between tables."""
        out = io.StringIO()
        import csv

        writer = csv.writer(out, lineterminator="\n")
        for number, table in enumerate((findings_table(result), *result.tables)):
            if number:
                out.write("\n")
            writer.writerow([table.title])
            writer.writerow(table.columns)
            writer.writerows([_plain(cell) for cell in row] for row in table.rows)
        return out.getvalue()


def findings_table(result: RunResult) -> Table:
    """Return a row a rule and severity: how many findings, in how many posts, how many can be fixed."""
    counts: Counter[tuple[str, str, str]] = Counter()
    posts: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, str]] = Counter()
    for post in by_post(result.diagnostics):
        posts.update({(kind.code, kind.severity.value) for kind, _ in post.tallies})
        for kind, number in post.tallies:
            counts[kind.code, kind.name, kind.severity.value] += number
            fixable[kind.code, kind.severity.value] += number if kind.fix else 0
    rows = tuple(
        (count, posts[code, severity], fixable[code, severity], severity, code, name)
        for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    )
    return Table("Findings by rule", ("findings", "posts", "fixable", "severity", "code", "rule"), rows)


def statistics_lines(result: RunResult, most: int = _SHOWN) -> Iterator[str]:
    """Yield the tables that have rows as lines of text; of each, `most` rows at most (0: all)."""
    for number, table in enumerate(_tables(result)):
        if number:
            yield ""
        title = expand(table.title)
        yield title if title.endswith("?") else f"{title}:"
        yield from _table_lines(table, most)


def _tables(result: RunResult) -> list[Table]:
    return [table for table in (findings_table(result), *result.tables) if table.rows]


def _table_lines(table: Table, most: int) -> Iterator[str]:
    shown = table.rows[:most] if most else table.rows
    lines = [[expand(name) for name in table.columns], *([_text(cell) for cell in row] for row in shown)]
    wide = [max(width(line[at]) for line in lines) for at in range(len(table.columns))]
    is_number = [all(not isinstance(row[at], str) for row in table.rows) for at in range(len(table.columns))]
    for line in lines:
        cells = [_align(*cell) for cell in zip(line, wide, is_number, strict=True)]
        yield f"  {'  '.join(cells)}".rstrip()
    if len(shown) < len(table.rows):
        left = len(table.rows) - len(shown)
        yield f"  … and {left} more rows; `--output-format statistics-csv` holds all"


def _text(cell: Cell) -> str:
    return "" if cell is None else expand(str(cell).replace("\n", " "))


def _align(text: str, columns: int, is_number: bool) -> str:  # called with zipped cells
    blanks = " " * (columns - width(text))
    return blanks + text if is_number else text + blanks


def _plain(cell: Cell) -> Cell:
    """Return a cell that a spreadsheet shows as it is written, and a terminal too."""
    if not isinstance(cell, str):
        return cell
    text = visible(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
