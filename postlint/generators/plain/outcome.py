"""What python-frontmatter makes of a post."""

from __future__ import annotations

import re

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.yaml_nodes import parse_yaml
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import Outcome
from postlint.generators.plain.dates import read_dates
from postlint.generators.python_values import python_held
from postlint.generators.readings import fails, first_problem, format_name, is_utf8
from postlint.values.late_pattern import late_pattern

_MAY_BE_TYPED = late_pattern(r"[-+.\d~][\w.:+-]*|null|true|false|yes|no|on|off", re.ASCII | re.IGNORECASE)


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; what python-frontmatter raises on counts as a failed build."""
    if not is_utf8(file.source):
        return fails("the file is not UTF-8")
    problem = first_problem(reading)
    if problem is not None:
        return fails(f"the front matter is not valid {format_name(reading)}: {problem}")
    entries = reading.entries
    if "content" in entries:
        return fails("python-frontmatter cannot use the key `content`")
    odd = _find_odd_key(file.source.text, reading)
    if odd is not None:
        return fails(f"the key `{odd}` is no text as YAML types it")
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


def _find_odd_key(text: str, reading: FrontMatterReading) -> str | None:
    """Return a key that is a number, a boolean or null: keys become names of arguments."""
    if reading.flavour is not Yaml.PYYAML:
        return None
    for entry in reading.entries.values():
        written = entry.key_span.of(text)
        if _MAY_BE_TYPED.fullmatch(written):
            root = parse_yaml(text, entry.key_span, Yaml.PYYAML).root
            if root is not None and root.type != "str":
                return written
    return None
