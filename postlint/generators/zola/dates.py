"""Dates as Zola reads them (`utils/de.rs`, `page.rs`); zone-less ones are UTC."""

from __future__ import annotations

import re

from postlint.front_matter.nodes import Entry, Scalar
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.outcome import DateReading
from postlint.generators.readings import build_date, build_name_date
from postlint.generators.recent import keeps_last
from postlint.values.instant import Civil, Instant
from postlint.values.late_pattern import late_pattern

_FORM = late_pattern(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[Tt ](\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:([Zz])|([+-])(\d{1,2})(?::(\d{2}))?)?)?",
    re.ASCII,
)
_NAME = late_pattern(r"(\d{4}-\d{2}-\d{2})(?:T[^_ -]*)?[_ -]", re.ASCII)
_FAULT = "Zola cannot read it and ends the build"


@keeps_last
def read_dates(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
    """Return the date of the front matter, that of the file's name, and `updated`."""
    entries = reading.entries
    found = []
    if "date" in entries and entries["date"].value is not None:
        found.append(_read("date", entries["date"]))
    name = _find_name_date(file.path)
    if name is not None:
        found.append(build_name_date(name, read_zola_date(name)))
    if "updated" in entries and entries["updated"].value is not None:
        found.append(_read("updated", entries["updated"]))
    return tuple(found)


def _find_name_date(path: str) -> str | None:
    *folders, name = path.split("/")
    stem = folders[-1] + "_" if name.startswith("index.") and folders else name
    match = _NAME.match(stem)
    return match[1] if match is not None and read_zola_date(match[1]) is not None else None


def _read(key: str, entry: Entry) -> DateReading:
    value, node = entry.value, entry.node
    instant = None
    if isinstance(value, Civil):
        instant = value.instant() if value.is_real else None
    elif isinstance(value, str) or (isinstance(node, Scalar) and node.type in ("date", "datetime")):
        instant = read_zola_date(str(value))
    return build_date(key, entry, instant, None if instant is not None else _FAULT)


def read_zola_date(text: str) -> Instant | None:
    """Return the instant of RFC 3339 or of `YYYY-M-D` with an optional clock and zone."""
    match = _FORM.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, zulu, sign, hours, minutes = match.groups()
    offset = 0 if zulu else None
    if sign:
        offset = (int(hours) * 3600 + int(minutes or 0) * 60) * (-1 if sign == "-" else 1)
    nanosecond = int((fraction or "0")[:9].ljust(9, "0"))
    civil = Civil(
        int(year),
        int(month),
        int(day),
        int(hour or 0),
        int(minute or 0),
        int(second or 0),
        nanosecond,
        offset,
    )
    return civil.instant() if civil.is_real else None
