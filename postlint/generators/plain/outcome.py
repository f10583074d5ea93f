"""What python-frontmatter makes of a post."""

from __future__ import annotations

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import Outcome
from postlint.generators.plain.dates import read_dates
from postlint.generators.python_values import python_held
from postlint.generators.readings import entries_of, fails, first_problem, format_name, is_utf8


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; what python-frontmatter raises on counts as a failed build."""
    if not is_utf8(file.source):
        return fails("the file is not UTF-8")
    problem = first_problem(reading)
    if problem is not None:
        return fails(f"the front matter is not valid {format_name(reading)}: {problem}")
    entries = entries_of(reading)
    if "content" in entries:
        return fails("python-frontmatter cannot use the key `content`")
    title = python_held(entries["title"].value) if "title" in entries else None
    date = next((date.read for date in read_dates(file, reading, facts) if date.key == "date"), None)
    return Outcome(
        "published",
        None,
        title,
        "none" if title is None else "front-matter",
        date,
        "none" if date is None else "front-matter",
    )
