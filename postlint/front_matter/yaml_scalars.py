"""Plain YAML scalars to values, as each library's schema types them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.yaml_numbers import READERS, Number, special_float
from postlint.values.instant import Civil
from postlint.values.late_pattern import late_pattern
from postlint.values.named_tuple import NamedTuple

# a plain scalar that starts with anything else is text in every library
TYPED_STARTS = frozenset("0123456789+-.~tTfFnNyYoO=")
# a whole number that every library reads alike: no octal one, and none that JavaScript cannot hold
_ORDINARY = frozenset("123456789")
_SHORT = 16

_NULLS = dict.fromkeys(("~", "null", "Null", "NULL"))
_TRUE_FALSE = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_CORE: dict[str, bool | None] = {**_NULLS, **_TRUE_FALSE}
_YAML_1_1: dict[str, bool | None] = {
    **_CORE,
    **dict.fromkeys(("yes", "Yes", "YES", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "off", "Off", "OFF"), False),
}
_YAML_1_1_SHORT = {**_YAML_1_1, "y": True, "Y": True, "n": False, "N": False}
# Psych and SafeYAML take these in any case
_RUBY = {"~": None, "null": None, "yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_RUBY_FLAVOURS = frozenset({Yaml.PSYCH, Yaml.SAFE_YAML})
# these raise on some scalars that their schema has typed
RAISES = frozenset({Yaml.PYYAML, Yaml.PSYCH})

_DAY = late_pattern(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_CLOCK = r"(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?"
_ZONE = r"(?:[ \t]*(?:(Z)|([-+])(\d\d?)(?::(\d\d))?))?"
_TIME = late_pattern(rf"(\d{{4}})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+){_CLOCK}{_ZONE}", re.ASCII)
# hexo-front-matter 5 brings its own timestamp tag
_NPM_TIME = late_pattern(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[tT]|[ \t]+)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d+))?"
    r"(?:[ \t]*(?:(Z)|([-+])([012]?\d)(?::(\d\d))?))?)?",
    re.ASCII,
)
_RUBY_DAY = late_pattern(r"(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)", re.ASCII)
_RUBY_TIME = late_pattern(
    rf"(-?\d{{4}})-(\d\d?)-(\d\d?)(?:[Tt]|\s+){_CLOCK}(?:\s*(?:(Z)|([-+])(\d\d?):?(\d\d)?))?", re.ASCII
)


class Schema(NamedTuple):
    """How one library types plain scalars; `day` and `time` are None where it has no dates."""

    flavour: Yaml
    words: dict[str, bool | None]
    number: Callable[[str], Number]
    day: re.Pattern[str] | None = None
    time: re.Pattern[str] | None = None

    def read(self, text: str) -> Any:
        """Return the value of a plain scalar that starts with one of TYPED_STARTS."""
        first = text[0]
        if first in _ORDINARY and len(text) < _SHORT and text.isdecimal() and text.isascii():
            # 1, 2024: the same number everywhere
            return int(text)
        if first.isalpha() or first == "~":
            if self.flavour in _RUBY_FLAVOURS:
                return self.words.get(text.lower(), text) if len(text) <= 5 else text
            return self.words.get(text, text)
        if self.day is not None and self.time is not None and (text[4:5] == "-" or first == "-"):
            date = _read_date(text, self.day, self.time)
            if date is not None:
                return text if self.flavour in _RUBY_FLAVOURS and not _is_ruby_date(date) else date
        return self._read_number(text)

    def _read_number(self, text: str) -> Any:
        special: float | None = None
        if self.flavour in _RUBY_FLAVOURS:
            lower = text.lower()
            special = special_float(lower) if lower in (".inf", "+.inf", "-.inf", ".nan") else None
        elif text[0] == "." or text[1:2] == ".":
            special = special_float(text)
            if special is not None and text[0] == "+" and self.flavour is Yaml.GO_YAML:
                return text
        if special is not None:
            return special
        number = self.number(text)
        return text if number is None else number


SCHEMAS = {
    flavour: Schema(flavour, words, READERS[flavour], day, time)
    for flavour, words, day, time in (
        (Yaml.JS_YAML_4, _CORE, _DAY, _TIME),
        (Yaml.JS_YAML_3, _CORE, _DAY, _TIME),
        (Yaml.YAML_1_2, _CORE, _DAY, _NPM_TIME),
        (Yaml.GO_YAML, _CORE, None, None),
        (Yaml.GO_YAML_OLD, _YAML_1_1_SHORT, None, None),
        (Yaml.PSYCH, _RUBY, _RUBY_DAY, _RUBY_TIME),
        (Yaml.SAFE_YAML, _RUBY, _DAY, _RUBY_TIME),
        (Yaml.PYYAML, _YAML_1_1, _DAY, _TIME),
        (Yaml.SERDE, _CORE, None, None),
    )
}


def scalar_value(raw_text: str, flavour: Yaml) -> Any:
    """Return the value of a plain scalar: str, int, float, bool, None or Civil.

    The fields of a Civil may be out of range: js-yaml rolls them over, PyYAML raises (`scalar_fault`).
    """
    if not raw_text:
        return None
    return SCHEMAS[flavour].read(raw_text) if raw_text[0] in TYPED_STARTS else raw_text


# Psych splits there, and raises if it cannot (`ScalarScanner#parse_time`)
_DAY_END = late_pattern("[ tT]")


def scalar_fault(raw_text: str, value: Any, flavour: Yaml) -> str | None:
    """Return why the library raises on a plain scalar that its schema has typed; None if it does not."""
    if flavour is Yaml.PYYAML:
        if isinstance(value, Civil):
            return _find_date_fault(value)
        if raw_text == "=":
            return "`=` alone is a special value that PyYAML cannot build"
        if re.fullmatch(r"[-+]?0[bx]_+", raw_text):
            return f'"{raw_text}" is a number without digits'
    if flavour is Yaml.PSYCH and isinstance(value, Civil) and not value.date_only and not _DAY_END.search(raw_text):
        return f'date "{raw_text[:40]}" has a tab where Ruby looks for a blank'
    if flavour is Yaml.PSYCH and len(raw_text) > 1 and raw_text[0] == ":" and raw_text[1:2].strip():
        return f'"{raw_text}" is a Ruby symbol, which Jekyll does not load'
    return None


def key_text(raw_text: str, value: Any, flavour: Yaml) -> str:
    """Return a key as the generator sees it: JavaScript and Go make text of numbers and null."""
    if isinstance(value, str):
        return value
    if flavour in (Yaml.GO_YAML_OLD, Yaml.SERDE):
        # they read keys into strings from the start
        return raw_text
    if value is None:
        return "" if flavour is Yaml.YAML_1_2 else "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        whole = flavour not in _RUBY_FLAVOURS and flavour is not Yaml.PYYAML and value.is_integer()
        return str(int(value)) if whole and abs(value) < 1e21 else str(value)
    return raw_text


@lru_cache(maxsize=1024)
def _read_date(text: str, day: re.Pattern[str], time: re.Pattern[str]) -> Civil | None:
    """Return a timestamp. Posts of one day have one date, and those that were imported together often one clock."""
    found = day.fullmatch(text) if len(text) <= 10 else None
    if found is not None:
        year, month, date = found.groups()
        return Civil(int(year), int(month), int(date), 0, 0, 0, 0, None, True)
    match = time.fullmatch(text)
    return _build_civil(match) if match is not None else None


def _build_civil(match: re.Match[str]) -> Civil:
    """Return the date of groups year, month, day, hour, minute, second, fraction, Z, sign, hours, minutes."""
    year, month, day, hour, minute, second, fraction, zulu, sign, hours, minutes = match.groups()
    if hour is None:
        return Civil(int(year), int(month), int(day), date_only=True)
    offset = 0 if zulu else None
    if sign:
        offset = (int(hours) * 3600 + int(minutes or 0) * 60) * (-1 if sign == "-" else 1)
    nanosecond = int(fraction[:9].ljust(9, "0")) if fraction else 0
    return Civil(int(year), int(month), int(day), int(hour), int(minute), int(second), nanosecond, offset)


def _is_ruby_date(civil: Civil) -> bool:
    """Tell whether Ruby builds this date: `Time.utc` takes 24:00:00 and rolls 30 February over."""
    if civil.date_only:
        return civil.is_real
    late = civil.hour == 24 and (civil.minute or civil.second)
    return (
        1 <= civil.month <= 12
        and 1 <= civil.day <= 31
        and civil.hour <= 24
        and not late
        and civil.minute <= 59
        and civil.second <= 60
        and abs(civil.offset or 0) < 86_400
    )


def _find_date_fault(civil: Civil) -> str | None:
    if not civil.year >= 1:
        return f'date "{civil}" is before the year 1'
    if not civil.is_real or civil.second > 59:
        return f'date "{civil}" does not exist'
    if abs(civil.offset or 0) >= 86_400:
        return f'date "{civil}" has a zone of a day or more'
    return None
