"""What MkDocs makes of a page, and Material's blog plugin of a post."""

from __future__ import annotations

import re
from typing import Any

from postlint.front_matter.nodes import Parsed
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.mkdocs.dates import read_dates
from postlint.generators.mkdocs.front_matter import is_blog_post
from postlint.generators.outcome import Outcome
from postlint.generators.python_values import python_held
from postlint.generators.readings import fails, first_problem, is_utf8, left_out
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern

_EXTENSIONS = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
_ATX = late_pattern(r"^#(?!#)[ \t]*(?P<text>[^\r\n]+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_SETEXT = late_pattern(r"^(?P<text>[^\s#>|-][^\r\n]*)\r?\n=+[ \t]*$", re.MULTILINE)
_OPTIONS: dict[str, tuple[tuple[type, ...], str]] = {
    "authors": ((list,), "a list"),
    "categories": ((list,), "a list"),
    "draft": ((bool,), "true or false"),
    "pin": ((bool,), "true or false"),
    "readtime": ((int,), "a number"),
    "slug": ((str,), "text"),
    "links": ((list,), "a list"),
}


def judge(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
    """Return the outcome; MkDocs shows bad front matter as text, the blog plugin ends the build."""
    if not file.path.endswith(_EXTENSIONS):
        return left_out("extension", "MkDocs takes no page from a file with this extension and copies it as it is")
    if not is_utf8(file.source):
        return fails("the file is not UTF-8")
    values = {key: entry.value for key, entry in reading.entries.items()}
    problem = first_problem(reading)
    if is_blog_post(file, facts):
        fault = problem and f"the front matter is not valid YAML: {problem}"
        fault = fault or (None if reading.is_read else "the post has no front matter") or _find_bad_option(values)
        if fault is not None:
            return fails(fault)
        if values.get("draft") is True:
            return left_out("draft", "it is a draft")
    if problem is not None:
        reading, values = FrontMatterReading(None, Parsed(None), False), {}
    title, title_from = _title(file, reading, values)
    date = next((date.read for date in read_dates(file, reading, facts) if date.key == "date"), None)
    origin = "none" if date is None else "front-matter"
    return Outcome("published", None, title, title_from, date, origin)


def _find_bad_option(values: dict[str, Any]) -> str | None:
    date = values.get("date")
    created = date.get("created") if isinstance(date, dict) else date
    if not isinstance(created, Civil):
        return "`date` is missing" if date is None else "`date` is no date as YAML types it"
    for key, (types, shown) in _OPTIONS.items():
        value = values.get(key)
        if value is not None and (not isinstance(value, types) or (isinstance(value, bool) and bool not in types)):
            return f"`{key}` is not {shown}"
    for key in ("authors", "categories"):
        if any(not isinstance(item, str) for item in values.get(key) or ()):
            return f"`{key}` is no list of texts"
    return None


def _title(file: PostFile, reading: FrontMatterReading, values: dict[str, Any]) -> tuple[Any, str]:
    if "title" in values:
        title = python_held(values["title"])
        return title, "none" if title is None else "front-matter"
    text = file.source.text
    start = reading.split.body if reading.is_read and reading.split is not None else 0
    heading = find_heading(text, start)
    if heading is not None:
        return heading, "body"
    name = file.path[file.path.rfind("/") + 1 :]
    stem = name[: name.rfind(".")]
    if stem.lower() in ("index", "readme") and file.path.count("/") <= 1:
        return "Home", "file-name"
    title = stem.replace("-", " ").replace("_", " ")
    return (title.capitalize() if title.lower() == title else title), "file-name"


def find_heading(text: str, start: int) -> str | None:
    """Return the first heading of level 1 from an offset on, without its marks."""
    atx = _ATX.search(text, start) if "#" in text else None
    setext = _SETEXT.search(text, start) if "\n=" in text else None
    found = min((match for match in (atx, setext) if match is not None), key=re.Match.start, default=None)
    return found["text"].strip() if found is not None else None
