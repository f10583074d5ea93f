"""Plain YAML scalars to values, as each library's schema types them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from postlint.front_matter.flavours import Yaml
from postlint.values.instant import Civil

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_YES = frozenset({"yes", "Yes", "YES", "on", "On", "ON"})
_NO = frozenset({"no", "No", "NO", "off", "Off", "OFF"})
_Y, _N = frozenset({"y", "Y"}), frozenset({"n", "N"})

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TIME = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?"
    r"(?:[ \t]*(Z|([-+])(\d\d?)(?::(\d\d))?))?"
)
_PSYCH_DATE = re.compile(r"(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)")
_PSYCH_TIME = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?"
    r"(?:\s*(Z|([-+])(\d{1,2}):?(\d\d)?))?"
)
_SPECIAL_FLOAT = re.compile(r"([-+]?)\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_DECIMAL = re.compile(r"[-+]?\d+")
_CORE_FLOAT = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")
_JS3_FLOAT = re.compile(r"[-+]?(?:0|[1-9][\d_]*)(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.[\d_]+(?:[eE][-+]?\d+)?")
_PY_FLOAT = re.compile(r"[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.\d[\d_]*(?:[eE][-+]\d+)?")
_PSYCH_FLOAT = re.compile(r"[-+]?(?:\d[\d_,]*)?\.\d*(?:[eE][-+]\d+)?")
_SEXAGESIMAL = re.compile(r"([-+]?)(\d[\d_]*(?::[0-5]?\d)+)(\.[\d_]*)?")
_BASED = re.compile(r"([-+]?)0(b[01_]+|o[0-7_]+|x[0-9A-Fa-f_]+|[0-7_]+)")
_UNDERSCORED = re.compile(r"[-+]?(?:0|[1-9][\d_]*)")
_PSYCH_INT = re.compile(r"[-+]?(?:0|[1-9](?:\d|,\d|_\d)*)")
# nothing else can be anything but a text
_MAY_BE_TYPED = frozenset("0123456789+-.~nNtTfFyYoO")


def scalar_value(text: str, flavour: Yaml) -> Any:
    """Return the value of a plain scalar: str, int, float, bool, None, or Civil for a timestamp.

    A Civil may hold fields out of range: js-yaml rolls them over, others raise or keep a text. The
    integral floats of JavaScript are ints here, as JavaScript prints them.
    """
    if not text:
        return None
    if text[0] not in _MAY_BE_TYPED:
        return text
    return _READERS[flavour](text)


def _word(text: str, *, has_yes: bool, has_y: bool = False) -> Any:
    """Return None, True or False for such a word, else the text itself."""
    if text in _NULLS:
        return None
    if text in _TRUE or (has_yes and text in _YES) or (has_y and text in _Y):
        return True
    if text in _FALSE or (has_yes and text in _NO) or (has_y and text in _N):
        return False
    return text


def _timestamp(text: str) -> Civil | None:
    match = _DATE.fullmatch(text)
    if match:
        return Civil(int(match[1]), int(match[2]), int(match[3]), date_only=True)
    match = _TIME.fullmatch(text)
    return _civil(match) if match else None


def _civil(match: re.Match[str]) -> Civil:
    fraction = (match[7] or "")[:9].ljust(9, "0")
    offset = None
    if match[8]:
        sign = -1 if match[9] == "-" else 1
        offset = sign * (int(match[10] or 0) * 3600 + int(match[11] or 0) * 60)
    year, month, day, hour, minute, second = (int(match[number]) for number in range(1, 7))
    return Civil(year, month, day, hour, minute, second, int(fraction), offset)


def _special(text: str) -> float | None:
    match = _SPECIAL_FLOAT.fullmatch(text)
    if not match:
        return None
    if text.lower().endswith("nan"):
        return float("nan")
    return float("-inf") if match[1] == "-" else float("inf")


def _based(text: str, *, letters: str, has_old_octal: bool) -> int | None:
    """Return an integer with a base mark among `letters`, or `0` + octal digits."""
    match = _BASED.fullmatch(text)
    if not match:
        return None
    sign, digits = (-1 if match[1] == "-" else 1), match[2].replace("_", "")
    mark = digits[:1]
    if mark in ("b", "o", "x"):
        if mark not in letters or len(digits) < 2:
            return None
        return sign * int(digits[1:], {"b": 2, "o": 8, "x": 16}[mark])
    return sign * int(digits or "0", 8) if has_old_octal else None


def _sexagesimal(text: str) -> int | float | None:
    match = _SEXAGESIMAL.fullmatch(text)
    if not match:
        return None
    total: int | float = 0
    for part in match[2].replace("_", "").split(":"):
        total = total * 60 + int(part)
    if match[3] is not None:
        total = float(total) + float(f"0{match[3].replace('_', '')}0")
    return -total if match[1] == "-" else total


def _number(text: str) -> int | float:
    """Return a JavaScript number: integral ones as int."""
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 1e21 else value


def _read_js4(text: str) -> Any:
    word = _word(text, has_yes=False)
    if word is not text:
        return word
    found = _special(text)
    if found is None and _DECIMAL.fullmatch(text):
        return int(text) if len(text) < 400 else float("inf")
    if found is None and "_" not in text:
        found = _based(text, letters="box", has_old_octal=False)
    if found is None and _CORE_FLOAT.fullmatch(text):
        found = _number(text)
    return found if found is not None else _timestamp(text) or text


def _read_js3(text: str) -> Any:
    word = _word(text, has_yes=False)
    if word is not text:
        return word
    found = _special(text)
    if found is None and text[-1] != "_":
        found = _based(text, letters="bx", has_old_octal=True)
        if found is None and _UNDERSCORED.fullmatch(text):
            found = int(text.replace("_", ""))
        if found is None and text.lstrip("+-")[:1] != "0" and ":" in text:
            found = _sexagesimal(text)
        if found is None and _JS3_FLOAT.fullmatch(text):
            found = _number(text.replace("_", ""))
    return found if found is not None else _timestamp(text) or text


def _read_core(text: str) -> Any:
    """YAML 1.2 core: npm `yaml` with hexo-front-matter's timestamps, serde_yaml."""
    word = _word(text, has_yes=False)
    if word is not text:
        return word
    found = _special(text)
    if found is None and _DECIMAL.fullmatch(text):
        return int(text)
    if found is None and "_" not in text:
        found = _based(text, letters="ox", has_old_octal=False)
    if found is None and _CORE_FLOAT.fullmatch(text):
        found = _number(text)
    return found if found is not None else _timestamp(text) or text


def _read_go(text: str) -> Any:
    """goccy/go-yaml: no exponent without a point, old octals, underscores."""
    word = _word(text, has_yes=False)
    if word is not text:
        return word
    found = _special(text)
    if found is None:
        found = _based(text, letters="box", has_old_octal=True)
    if found is None and _UNDERSCORED.fullmatch(text):
        found = int(text.replace("_", ""))
    if found is None and "." in text and _CORE_FLOAT.fullmatch(text):
        found = float(text)
    return found if found is not None else _timestamp(text) or text


def _read_go_old(text: str) -> Any:
    word = _word(text, has_yes=True, has_y=True)
    if word is not text:
        return word
    found = _special(text)
    if found is None:
        found = _based(text, letters="box", has_old_octal=True)
    if found is None and _UNDERSCORED.fullmatch(text):
        found = int(text.replace("_", ""))
    if found is None and _CORE_FLOAT.fullmatch(text):
        found = float(text)
    return found if found is not None else _timestamp(text) or text


def _read_psych(text: str) -> Any:
    if text.lower() in ("yes", "true", "on"):
        return True
    if text.lower() in ("no", "false", "off"):
        return False
    if text in _NULLS:
        return None
    found = _special(text)
    if found is None and ":" not in text:
        found = _based(text, letters="bx", has_old_octal=True)
        if found is None and _PSYCH_INT.fullmatch(text):
            found = int(re.sub("[,_]", "", text))
        if found is None and _PSYCH_FLOAT.fullmatch(text) and re.search(r"\d", text):
            found = float(re.sub("[,_]", "", text))
    if found is None and ":" in text:
        found = _psych_sexagesimal(text)
    if found is not None:
        return found
    match = _PSYCH_DATE.fullmatch(text)
    if match:
        civil = Civil(int(match[1]), int(match[2]), int(match[3]), date_only=True)
        return civil if civil.is_real else text
    match = _PSYCH_TIME.fullmatch(text)
    return _civil(match) if match else text


def _psych_sexagesimal(text: str) -> int | float | None:
    """`12:30` is 45000: Psych counts the first part as hours, whatever follows."""
    match = _SEXAGESIMAL.fullmatch(text)
    if not match or len(match[2].split(":")) > 3:
        return None
    if match[3] is not None:
        return _sexagesimal(text)
    parts = match[2].replace("_", "").split(":")
    total: int = sum(int(part) * (3600, 60, 1)[index] for index, part in enumerate(parts))
    return -total if match[1] == "-" else total


def _read_safe_yaml(text: str) -> Any:
    found = _read_psych(text)
    if isinstance(found, int) and ":" in text:
        value = _sexagesimal(text)
        return float(value) if value is not None and text.count(":") == 1 else found
    return found


def _read_pyyaml(text: str) -> Any:
    word = _word(text, has_yes=True)
    if word is not text:
        return word
    found = _special(text)
    if found is None:
        found = _based(text, letters="bx", has_old_octal=True)
    if found is None and _UNDERSCORED.fullmatch(text):
        found = int(text.replace("_", ""))
    if (found is None and ":" in text and not text.lstrip("+-").startswith("0")) or (
        found is None and ":" in text and "." in text
    ):
        found = _sexagesimal(text)
    if found is None and _PY_FLOAT.fullmatch(text):
        found = float(text.replace("_", ""))
    return found if found is not None else _timestamp(text) or text


_READERS: dict[Yaml, Callable[[str], Any]] = {
    Yaml.JS_YAML_4: _read_js4,
    Yaml.JS_YAML_3: _read_js3,
    Yaml.YAML_1_2: _read_core,
    Yaml.GO_YAML: _read_go,
    Yaml.GO_YAML_OLD: _read_go_old,
    Yaml.PSYCH: _read_psych,
    Yaml.SAFE_YAML: _read_safe_yaml,
    Yaml.PYYAML: _read_pyyaml,
    Yaml.SERDE: _read_core,
}
