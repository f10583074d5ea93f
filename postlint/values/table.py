"""A table of statistics."""

from __future__ import annotations

from postlint.values.dataclass import dataclass

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """What `--statistics` prints below the findings: a title, the names of the columns, rows of as many cells.

    Rows are in the order they are shown, the most telling first: text output shows the first ones only.
    Numbers are aligned to the right; None is an empty cell.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
