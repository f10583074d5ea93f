"""The page of the hostile inputs that were tried."""

from __future__ import annotations

from tests.hostile.case import Case
from tests.hostile.cases import GROUPS

_HEAD = """<!-- made by `pytest tests/hostile --update-snapshots`; do not edit -->

# Hostile input

What was tried to make postlint hang, crash, run code, read or write what it should not, or mislead those who read its
output. Each row is a test: a folder is made with this in it, `postlint check` runs over it, and the exit code and the
words are compared; nothing in the folder may change, and no control character may reach the terminal. {count} inputs.

One post may take 20 s of processor time, 500 MB of memory and 10 MB of text; beyond that comes a notice (PL006), the
other posts are linted all the same, and the exit code is 2. [security.md](security.md) tells what that means for you.
"""


def render() -> str:
    """Return the page."""
    count = sum(map(len, GROUPS.values()))
    sections = [f"\n## {title}\n\n| input | exit | postlint says |\n| --- | --- | --- |\n{_rows(cases)}" for title, cases in GROUPS.items()]
    return _HEAD.format(count=count) + "".join(sections)


def _rows(cases: tuple[Case, ...]) -> str:
    return "".join(f"| {_cell(case.what)} | {case.exit} | {_cell(f'`{case.says}`' if case.says else 'nothing')} |\n" for case in cases)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
