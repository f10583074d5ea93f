"""What Ruby's `Date._parse` finds in a text: numbers named year, mon, mday, yday, hour, min, sec, a zone.

Source of the behaviour: ruby/date `ext/date/date_parse.c` of Ruby 3.1. The text is searched for one shape
after the other; what matched is cut out, the rest is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint.generators.ruby_day import Found, set_day
from postlint.generators.ruby_digits import take_digits
from postlint.values.late_pattern import late_pattern

Take = Callable[[re.Match[str], Found], None]

_ABBREVIATIONS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = "|".join(_ABBREVIATIONS)
_ALPHA = r"[^\W0-9_]"
_HALF = r"[ap](?:m\b|\.m\.)"
_ERA = r"(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?"
_ERAS = {"m": 1867, "t": 1911, "s": 1925, "h": 1988, "r": 2018}
_MOST = 128


def _pattern(source: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    # \d is ASCII in Ruby, \b is not
    return late_pattern(source.replace(r"\d", "[0-9]").replace(r"\D", "[^0-9]"), flags)


_NOISE = late_pattern(r"(?:[^-+',./:@\w\[\]]|_)+")
_WEEKDAY = _pattern(r"\b(sun|mon|tue|wed|thu|fri|sat)[^-/0-9\s]*")
_TIME = _pattern(
    rf"((?:\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?)(?:\s*{_HALF})?"
    rf"|\d+\s*{_HALF})"
    r"(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?"
    rf"|(?:{_ALPHA}|[.\s])+(?:standard|daylight)\stime\b|{_ALPHA}+(?:\sdst)?\b))?"
)
_TIME_PARTS = _pattern(r"(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d+))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?")
_EUROPEAN = _pattern(rf"('?\d+)[^-0-9\s]*\s*({_MONTH})[^-0-9\s']*(?:\s*{_ERA}\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?")
_AMERICAN = _pattern(rf"\b({_MONTH})[^-0-9\s']*\s*('?\d+)[^-0-9\s']*(?:\s*,?\s*{_ERA}\s*('?-?\d+))?")
_ISO = _pattern(r"('?[-+]?\d+)-(\d+)-('?-?\d+)", 0)
_JAPANESE = _pattern(r"\b([mtshr])(\d+)\.(\d+)\.(\d+)")
_VMS_DAY = _pattern(rf"('?-?\d+)-({_MONTH})[^-/.]*-('?-?\d+)")
_VMS_MONTH = _pattern(rf"\b({_MONTH})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?")
_SLASHES = _pattern(r"('?-?\d+)/\s*('?\d+)(?:\D\s*('?-?\d+))?")
_DOTS = _pattern(r"('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)")
_ISO_WEEK = _pattern(r"\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b")
_ISO_WEEKDAY = _pattern(r"-w-(\d)\b")
_ISO_DAY = _pattern(r"--(\d{2})?-(\d{2})\b", 0)
_ISO_MONTH = _pattern(r"--(\d{2})(\d{2})?\b", 0)
_ORDINAL_BAR = _pattern(r"[,.](\d{2}|\d{4})-\d{3}\b", 0)
_ORDINAL = _pattern(r"\b(\d{2}|\d{4})-(\d{3})\b", 0)
_BARE_ORDINAL_BAR = _pattern(r"\d-\d{3}\b", 0)
_BARE_ORDINAL = _pattern(r"\b-(\d{3})\b", 0)
_YEAR = _pattern(r"'(\d+)\b", 0)
_MONTH_ALONE = _pattern(rf"\b({_MONTH})\S*")
_DAY_ALONE = _pattern(r"(\d+)(st|nd|rd|th)\b")
_DIGITS = _pattern(
    r"([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?"
)
_BEFORE_CHRIST = _pattern(r"\b(bc\b|bce\b|b\.c\.|b\.c\.e\.)")
_REST = _pattern(r"\A\s*(\d{1,2})\s*\Z")


def find_parts(text: str) -> Found | None:
    """Return what Ruby finds in a text; None if it is over Ruby's limit of 128 bytes."""
    if len(text.encode("utf-8", "surrogatepass")) > _MOST:
        return None
    found: Found = {"comp": True}
    text = _NOISE.sub(" ", text)
    has_letter, has_digit = _has(text)
    if has_letter:
        text = _cut(text, _WEEKDAY, _ignore, found) or text
    if has_digit:
        text = _cut(text, _TIME, _take_time, found) or text
    text = _find_day(text, found)
    if any(char.isascii() and char.isalpha() for char in text):
        text = _cut(text, _BEFORE_CHRIST, _take_era, found) or text
    _cut(text, _REST, _take_rest, found)
    year = found.get("year")
    if year is not None and found.get("bc"):
        found["year"] = year = 1 - year
    if year is not None and found["comp"] and 0 <= year <= 99:
        found["year"] = year + (1900 if year >= 69 else 2000)
    return found


def _has(text: str) -> tuple[bool, bool]:
    """Tell whether there is an ASCII letter and an ASCII digit."""
    plain = [char for char in text if char.isascii()]
    return any(map(str.isalpha, plain)), any(map(str.isdigit, plain))


def _cut(text: str, pattern: re.Pattern[str], take: Take, found: Found) -> str | None:
    match = pattern.search(text)
    if match is None:
        return None
    take(match, found)
    return f"{text[: match.start()]} {text[match.end() :]}"


def _find_day(text: str, found: Found) -> str:
    """Try the shapes of a day in Ruby's order; return the text without the one that fits."""
    has_letter, has_digit = _has(text)
    for pattern, take, needs, bar in _SHAPES:
        if ("a" in needs and not has_letter) or ("0" in needs and not has_digit):
            continue
        if any(mark not in text for mark in needs if mark not in "a0"):
            continue
        if bar is not None and bar.search(text):
            continue
        rest = _cut(text, pattern, take, found)
        if rest is not None:
            return rest
    return text


def _ignore(match: re.Match[str], found: Found) -> None:
    pass


def _take_time(match: re.Match[str], found: Found) -> None:
    if match[2] is not None:
        found["zone"] = match[2]
    parts = _TIME_PARTS.match(match[1])
    if parts is None:
        return
    hour, minute, second, fraction, half = parts.groups()
    found["hour"] = int(hour)
    if half is not None:
        found["hour"] = int(hour) % 12 + (12 if half in "pP" else 0)
    if minute is not None:
        found["min"] = int(minute)
    if second is not None:
        found["sec"] = int(second)
    if fraction is not None:
        found["fraction"] = fraction


def _month_number(name: str) -> str:
    return str(_ABBREVIATIONS.index(name[:3].lower()) + 1)


def _take_european(match: re.Match[str], found: Found) -> None:
    set_day(found, match[4], _month_number(match[2]), match[1])
    _take_named_era(match[3], found)


def _take_american(match: re.Match[str], found: Found) -> None:
    set_day(found, match[4], _month_number(match[1]), match[2])
    _take_named_era(match[3], found)


def _take_named_era(era: str | None, found: Found) -> None:
    if era and era[0] in "bB":
        found["bc"] = True


def _take_three(match: re.Match[str], found: Found) -> None:
    set_day(found, match[1], match[2], match[3])


def _take_japanese(match: re.Match[str], found: Found) -> None:
    found["year"] = int(match[2]) + _ERAS[match[1].lower()]
    found["mon"], found["mday"] = int(match[3]), int(match[4])


def _take_vms_day(match: re.Match[str], found: Found) -> None:
    set_day(found, match[3], _month_number(match[2]), match[1])


def _take_vms_month(match: re.Match[str], found: Found) -> None:
    set_day(found, match[3], _month_number(match[1]), match[2])


def _take_iso_day(match: re.Match[str], found: Found) -> None:
    for name, text in (("mon", match[1]), ("mday", match[2])):
        if text is not None:
            found[name] = int(text)


def _take_ordinal(match: re.Match[str], found: Found) -> None:
    found["year"], found["yday"] = int(match[1]), int(match[2])


def _take_bare_ordinal(match: re.Match[str], found: Found) -> None:
    found["yday"] = int(match[1])


def _take_year(match: re.Match[str], found: Found) -> None:
    found["year"] = int(match[1])


def _take_month(match: re.Match[str], found: Found) -> None:
    found["mon"] = int(_month_number(match[1]))


def _take_day(match: re.Match[str], found: Found) -> None:
    found["mday"] = int(match[1])


def _take_era(match: re.Match[str], found: Found) -> None:
    found["bc"] = True


def _take_rest(match: re.Match[str], found: Found) -> None:
    number = int(match[1])
    if "hour" in found and "mday" not in found and 1 <= number <= 31:
        found["mday"] = number
    if "mday" in found and "hour" not in found and number <= 24:
        found["hour"] = number


_SHAPES: tuple[tuple[re.Pattern[str], Take, str, re.Pattern[str] | None], ...] = (
    (_EUROPEAN, _take_european, "a0", None),
    (_AMERICAN, _take_american, "a0", None),
    (_ISO, _take_three, "0-", None),
    (_JAPANESE, _take_japanese, "0.", None),
    (_VMS_DAY, _take_vms_day, "a0-", None),
    (_VMS_MONTH, _take_vms_month, "a0-", None),
    (_SLASHES, _take_three, "0/", None),
    (_DOTS, _take_three, "0.", None),
    (_ISO_WEEK, _ignore, "0", None),
    (_ISO_WEEKDAY, _ignore, "0", None),
    (_ISO_DAY, _take_iso_day, "0", None),
    (_ISO_MONTH, _take_iso_day, "0", None),
    (_ORDINAL, _take_ordinal, "0", _ORDINAL_BAR),
    (_BARE_ORDINAL, _take_bare_ordinal, "0", _BARE_ORDINAL_BAR),
    (_YEAR, _take_year, "0", None),
    (_MONTH_ALONE, _take_month, "a", None),
    (_DAY_ALONE, _take_day, "0", None),
    (_DIGITS, take_digits, "0", None),
)
