"""What the author of a date meant, whatever a generator makes of it."""

from __future__ import annotations

import re

from postlint.generators.written_clock import Clock, read_clock
from postlint.values.dataclass import dataclass, replace
from postlint.values.instant import Civil, Instant, days_from_civil
from postlint.values.late_pattern import late_pattern

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = (
    r"(?:(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?,?\s*)?"
)
_DAY = r"(?P<day>\d{1,2})(?P<suffix>st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|'?\d\d)"

_COMMON = late_pattern(
    r"(\d{4})-(\d\d)-(\d\d)(?:([T ])(\d\d):(\d\d):(\d\d)(?:(Z)|( ?)([+-])(\d\d)(:?)(\d\d))?)?", re.ASCII
)
_QUOTES = ("'", '"')
_TIME_ONLY = late_pattern(r"\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?", re.ASCII | re.IGNORECASE)


def _form(source: str) -> re.Pattern[str]:
    return late_pattern(rf"{source}(?P<rest>.*)", re.ASCII | re.IGNORECASE | re.DOTALL)


# the form's name, its pattern; tried in order, each from the start of the text
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", _form(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d-])")),
    ("iso", _form(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?![\d-])")),
    ("slashes", _form(r"(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?![\d/])")),
    ("dots", _form(r"(?P<year>\d{4})\. ?(?P<month>\d{1,2})\. ?(?P<day>\d{1,2})\.?(?!\d)")),
    ("slashes", _form(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4}|\d\d)(?![\d/])")),
    ("dots", _form(r"(?P<first>\d{1,2})\. ?(?P<second>\d{1,2})\. ?(?P<year>\d{4}|\d\d)(?![\d.])")),
    ("other", _form(r"(?P<first>\d{1,2})-(?P<second>\d{1,2})-(?P<year>\d{4}|\d\d)(?![\d-])")),
    (
        "cjk",
        _form(r"(?P<year>\d{4})\s*[年년]\s*(?P<month>\d{1,2})\s*[月월]\s*(?:(?P<day>\d{1,2})\s*[日号號일])?"),
    ),
    ("text", _form(rf"{_WEEKDAY}{_DAY}(?:\s+(?:of\s+)?|[-/ ]){_MONTH}(?:[-/,]|\s)\s*{_YEAR}(?!\d)")),
    ("text", _form(rf"{_WEEKDAY}{_MONTH}[-\s]\s*{_DAY}(?:,\s*|[-\s]\s*){_YEAR}(?![\d:])")),
    ("text", _form(rf"(?P<year>\d{{4}})[-,\s]\s*{_MONTH}[-\s]\s*{_DAY}(?!\d)")),
    ("text", _form(rf"{_MONTH},?\s+(?P<year>\d{{4}})(?!\d)")),
)
# Thu Oct 10 04:35:37 [+0800] 2021: the year comes last
_UNIX = late_pattern(
    rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})\s+(?P<clock>\d{{1,2}}:\d\d(?::\d\d)?)\s+"
    r"(?P<zone>(?:[A-Z]{2,5}|[+-]\d{4})\s+)?(?P<year>\d{4})(?P<rest>.*)",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
_RFC2822 = late_pattern(
    r"(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{2,4}\s+\d\d?:\d\d(?::\d\d)?\s+(?:[+-]\d{4}|[a-z]{1,4})"
    r"(?:\s*\([^()]*\))?",
    re.ASCII | re.IGNORECASE,
)
_RFC3339 = late_pattern(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as its author wrote it.

    `civil` is None where the text is no date. `format` is one of the names of `DateReading.format`.
    `swapped` is the other reading where day and month could be told either way. `weekday` counts from
    Monday (0), None where none is written.
    """

    civil: Civil | None
    format: str
    swapped: Civil | None = None
    weekday: int | None = None

    @property
    def is_impossible(self) -> bool:
        """Tell whether this names a day or a clock that does not exist; 24:00 is the end of the day."""
        civil = self.civil
        if civil is None:
            return False
        if civil.hour == 24 and civil.minute == civil.second == 0:
            civil = replace(civil, hour=0)
        return not civil.is_real

    @property
    def has_wrong_weekday(self) -> bool:
        """Tell whether the day is not on the weekday that is written."""
        if self.weekday is None or self.civil is None or self.is_impossible:
            return False
        days = days_from_civil(self.civil.year, self.civil.month, self.civil.day)
        return (days + 3) % 7 != self.weekday


_NOTHING = WrittenDate(None, "other")


def read_written_date(text: str) -> WrittenDate:
    """Return what an author means by a text: English, CJK, ISO and numeric forms, times and zones.

    Of `10/11/2021` the month comes first, of `10.11.2021` and `10-11-2021` the day, unless it cannot be.
    Two-digit years are 1970 to 2069. `CST` and the like are those of North America.
    """
    text = text.strip()
    if text[:1] in _QUOTES and text[-1:] == text[:1]:
        # plain metadata (Pelican) keeps them
        text = text[1:-1].strip()
    common = _COMMON.fullmatch(text)
    if common is not None:
        return _read_common(common)
    if len(text) > 200:
        return _NOTHING
    if text.isdecimal() and text.isascii():
        return _read_number(text)
    if _TIME_ONLY.fullmatch(text):
        return WrittenDate(None, "time-only")
    unix = _UNIX.fullmatch(text)
    if unix is not None:
        clock = read_clock(f" {unix['clock']} {unix['zone'] or ''}{unix['rest']}")
        return _build("text", unix.groupdict(), clock, text)
    for name, form in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            rest = match["rest"]
            clock = read_clock(rest)
            # a letter that touches the day is a slip of the keys: `2021-10-1O`
            if clock is None and rest[0].isalnum() and rest[0].isascii():
                return _NOTHING
            return _build(name, match.groupdict(), clock, text)
    return _NOTHING


def _read_common(match: re.Match[str]) -> WrittenDate:
    year, month, day, separator, hour, minute, second, zulu, blank, sign, hours, colon, minutes = match.groups()
    if separator is None:
        return WrittenDate(Civil(int(year), int(month), int(day), date_only=True), "iso-date")
    offset = None
    if zulu:
        offset = 0
    elif sign:
        offset = (int(hours) * 60 + int(minutes)) * (-60 if sign == "-" else 60)
    is_rfc = bool(zulu) or (bool(colon) and not blank)
    civil = Civil(int(year), int(month), int(day), int(hour), int(minute), int(second), 0, offset)
    return WrittenDate(civil, "rfc3339" if is_rfc else "iso-datetime")


def _read_number(text: str) -> WrittenDate:
    """Read a run of digits: a day, a year, or seconds or milliseconds since 1970."""
    number = int(text)
    if len(text) == 10:
        return WrittenDate(Instant(number).civil(), "epoch-seconds")
    if len(text) == 13:
        instant = Instant(number // 1000, number % 1000 * 1_000_000)
        return WrittenDate(instant.civil(), "epoch-milliseconds")
    if len(text) == 8:
        civil = Civil(number // 10_000, number // 100 % 100, number % 100, date_only=True)
        if 1900 <= civil.year <= 2200 and civil.month <= 12 and civil.day <= 31:
            return WrittenDate(civil, "number")
    if len(text) == 14:
        day, clock = divmod(number, 1_000_000)
        civil = Civil(day // 10_000, day // 100 % 100, day % 100, *_digits_of_clock(clock))
        if civil.is_real:
            return WrittenDate(civil, "number")
    if len(text) == 4 and 1900 <= number <= 2200:
        return WrittenDate(Civil(number, 1, 1, date_only=True), "number")
    return WrittenDate(None, "number")


def _digits_of_clock(clock: int) -> tuple[int, int, int]:
    return clock // 10_000, clock // 100 % 100, clock % 100


def _build(name: str, parts: dict[str, str | None], clock: Clock | None, text: str) -> WrittenDate:
    year = _read_year(parts["year"] or "")
    swapped = None
    if "first" in parts:
        month, day, is_open = _sort(name, int(parts["first"] or 0), int(parts["second"] or 0))
        if is_open:
            swapped = _with_clock(Civil(year, day, month, date_only=True), clock)
    else:
        word = parts.get("name")
        month = _MONTHS.index(word[:3].lower()) + 1 if word else int(parts["month"] or 0)
        day = int(parts.get("day") or 1)
    civil = _with_clock(Civil(year, month, day, date_only=True), clock)
    return WrittenDate(civil, _format(name, text, civil, clock), swapped, _read_weekday(parts))


def _sort(name: str, first: int, second: int) -> tuple[int, int, bool]:
    """Return month and day, and whether the other order is possible too."""
    is_open = 1 <= first <= 12 and 1 <= second <= 12 and first != second
    if first > 12 or (name != "slashes" and second <= 12):
        return second, first, is_open
    return first, second, is_open


def _read_year(text: str) -> int:
    digits = text.lstrip("'")
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= 70 else 2000)


def _read_weekday(parts: dict[str, str | None]) -> int | None:
    word = (parts.get("weekday") or "").lower()
    return next((at for at, name in enumerate(WEEKDAYS) if word and name.startswith(word[:3])), None)


def _with_clock(day: Civil, clock: Clock | None) -> Civil:
    if clock is None or clock.hour is None:
        return day
    return Civil(
        day.year,
        day.month,
        day.day,
        clock.hour,
        clock.minute,
        clock.second,
        clock.nanosecond,
        clock.offset_of(day),
    )


def _format(name: str, text: str, civil: Civil, clock: Clock | None) -> str:
    if clock is None or not clock.is_whole:
        return "other"
    if name == "iso":
        if civil.date_only:
            return "iso-date"
        return "rfc3339" if _RFC3339.fullmatch(text) else "iso-datetime"
    return "rfc2822" if name == "text" and _RFC2822.fullmatch(text) else name
