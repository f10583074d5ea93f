"""What Astro makes of an entry of a content collection."""

from __future__ import annotations

from typing import Any

from postlint.generators.astro.dates import read_dates
from postlint.generators.astro.front_matter import read_front_matter
from postlint.generators.astro.schema import DEFAULT, find_faults, find_schema
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.js_values import js_json
from postlint.generators.outcome import Outcome
from postlint.generators.readings import as_utf8, fails, first_problem, format_name, left_out


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; whether a draft or a future post is listed is up to the site's own code."""
    has_markdoc = file.path.endswith(".mdoc") and "@astrojs/markdoc" in facts.packages
    if not file.path.endswith((".md", ".mdx", ".markdown")) and not has_markdoc:
        return left_out("extension", "Astro's loader takes no entry from a file with this extension")
    seen = as_utf8(file)
    if seen is not None:
        file, reading = seen, read_front_matter(seen, facts)
    problem = first_problem(reading)
    if problem is not None:
        return fails(f"the front matter is not valid {format_name(reading)}: {problem}")
    values: dict[str, Any] = {key: entry.value for key, entry in reading.entries.items()}
    schema = find_schema(file.path, facts)
    faults = tuple(find_faults(schema, values, reading.flavour))
    if faults:
        # what is assumed where no schema can be read is nothing to hold against a single key
        return fails(faults[0].message)._replace(faults=() if schema is DEFAULT else faults)
    title = js_json(values.get("title"))
    keys = schema.date_keys or ("date", "pubDate")
    dates = read_dates(file, reading, facts)
    date = next((date for date in dates if date.key in keys and date.read is not None), None)
    return Outcome(
        "published",
        None,
        title,
        "none" if title is None else "front-matter",
        date.read if date is not None else None,
        "none" if date is None else "front-matter",
    )
