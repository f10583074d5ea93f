"""What Gatsby makes of a post."""

from __future__ import annotations

from postlint.generators.facts import SiteFacts
from postlint.generators.gatsby.dates import read_dates
from postlint.generators.gatsby.front_matter import read_front_matter
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.gray_matter import find_gray_fault
from postlint.generators.js_values import js_json
from postlint.generators.outcome import Outcome
from postlint.generators.readings import as_utf8, fails


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; what date a page shows is up to the site's own code."""
    seen = as_utf8(file)
    if seen is not None:
        file, reading = seen, read_front_matter(seen, facts)
    fault = find_gray_fault(file, reading)
    if fault is not None:
        return fails(fault)
    entries = reading.entries
    title = js_json(entries["title"].value) if "title" in entries else ""
    date = next((date.read for date in read_dates(file, reading, facts)), None)
    return Outcome(
        "published",
        None,
        title,
        "none" if title == "" else "front-matter",
        date,
        "none" if date is None else "front-matter",
    )
