"""The tokens of V8's date grammar, and what gathers them."""

from __future__ import annotations

from postlint.values.late_pattern import late_pattern

_SPACE = "\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_TOKEN = late_pattern(rf"(?P<number>[0-9]+)|(?P<word>[^\0-@{_SPACE}]+)|(?P<space>[{_SPACE}])")
_MARKS = ":+-.)"
_DIGITS = 9
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ZONES = {
    "ut": 0, "utc": 0, "z": 0, "gmt": 0, "cdt": -5, "cst": -6, "edt": -4, "est": -5,
    "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
}  # fmt: skip
_HALVES = {"am": 0, "pm": 12}


class Token:
    """A piece of the text. `kind` is `0` number, `w` word, `T`, a mark, a blank, `?` or empty at the end."""

    __slots__ = ("kind", "length", "text", "value")

    def __init__(self, kind: str, text: str = "") -> None:
        self.kind, self.text, self.length = kind, text, len(text)
        # digits after the first nine that count do not count
        self.value = int(text.lstrip("0")[:_DIGITS] or 0) if kind == "0" else 0

    def is_number(self, length: int) -> bool:
        """Tell whether this is a number of so many digits."""
        return self.kind == "0" and self.length == length

    @property
    def is_zulu(self) -> bool:
        """Tell whether this is the word Z."""
        return self.kind == "w" and self.text in ("z", "Z")

    @property
    def milliseconds(self) -> int:
        """Return the first three digits of a fraction, as V8 cuts them."""
        if self.length <= 3:
            return self.value * (1000, 100, 10, 1)[self.length]
        scale: int = 10 ** (min(self.length, _DIGITS) - 3)
        return self.value // scale

    @property
    def meaning(self) -> tuple[str, int]:
        """Return `month`, `zone`, `half` or nothing, and its number. Only months may be spelt out."""
        word = "".join(chr(ord(char) | 0x20) for char in self.text[:3])
        if len(word) == 3 and word in _MONTHS:
            return "month", _MONTHS.index(word) + 1
        if self.length <= 3:
            if word in _ZONES:
                return "zone", _ZONES[word]
            if word in _HALVES:
                return "half", _HALVES[word]
        return "", 0


class Scanner:
    """Reads tokens one by one; parentheses and what is in them are one token of kind `?`."""

    __slots__ = ("_at", "_peeked", "_text", "end")

    def __init__(self, text: str) -> None:
        self._text = text.partition("\0")[0]
        self._at = 0
        self.end = Token("")
        self._peeked = self._scan()

    def peek(self) -> Token:
        """Return the next token and stay."""
        return self._peeked

    def next(self) -> Token:
        """Return the next token and go on."""
        token = self._peeked
        self._peeked = self._scan()
        return token

    def skip(self, mark: str) -> bool:
        """Go past a mark if it is next."""
        if self._peeked.kind != mark:
            return False
        self._peeked = self._scan()
        return True

    def _scan(self) -> Token:
        if self._at >= len(self._text):
            return self.end
        match = _TOKEN.match(self._text, self._at)
        if match is not None:
            self._at = match.end()
            text = match[0]
            if match.lastgroup == "number":
                return Token("0", text)
            if match.lastgroup == "word":
                return Token("T" if text in ("T", "t") else "w", text)
            return Token(" ", text)
        char = self._text[self._at]
        if char == "(":
            self._skip_parentheses()
            return Token("?", "(")
        self._at += 1
        return Token(char if char in _MARKS else "?", char)

    def _skip_parentheses(self) -> None:
        depth = 0
        while self._at < len(self._text):
            char = self._text[self._at]
            self._at += 1
            depth += (char == "(") - (char == ")")
            if depth == 0:
                return


class Day:
    """Up to three numbers and a named month."""

    __slots__ = ("is_iso", "month", "numbers")

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.month: int | None = None
        self.is_iso = False

    @property
    def is_empty(self) -> bool:
        """Tell whether no number was read."""
        return not self.numbers

    def add(self, number: int) -> bool:
        """Take a number; False if there are three."""
        if len(self.numbers) == 3:
            return False
        self.numbers.append(number)
        return True

    def resolve(self) -> tuple[int, int, int] | None:
        """Return year, month and day; the day may be one that the month does not have."""
        if not self.numbers:
            return None
        first, second, third = (*self.numbers, 1, 1)[:3]
        if self.month is not None:
            year, month, day = self._with_month(first, second)
        elif self.is_iso or not 1 <= first <= 31:
            year, month, day = first, second, third
        else:
            year, month, day = third, first, second
        if not self.is_iso and 0 <= year <= 99:
            year += 2000 if year < 50 else 1900
        return (year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None

    def _with_month(self, first: int, second: int) -> tuple[int, int, int]:
        month = self.month or 0
        return (second, month, first) if 1 <= first <= 31 else (first, month, second)


class Clock:
    """Hour, minute, second and millisecond, and the half of the day."""

    __slots__ = ("half", "numbers")

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.half: int | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether no number was read."""
        return not self.numbers

    def expects(self, number: int) -> bool:
        """Tell whether a number without a colon may go on with the clock."""
        count = len(self.numbers)
        return (count in (1, 2) and number < 60) or (count == 3 and number < 1000)

    def add(self, number: int) -> bool:
        """Take a number; False if there are four."""
        if len(self.numbers) == 4:
            return False
        self.numbers.append(number)
        return True

    def add_last(self, number: int) -> None:
        """Take a number and fill the rest with zeros."""
        self.add(number)
        self.numbers += [0] * (4 - len(self.numbers))

    def resolve(self) -> tuple[int, int, int, int] | None:
        """Return the clock, None if it is out of range."""
        hour, minute, second, millisecond = (*self.numbers, 0, 0, 0, 0)[:4]
        if self.half is not None:
            if hour > 12:
                return None
            hour = hour % 12 + self.half
        is_midnight = hour == 24 and minute == second == millisecond == 0
        if (hour < 24 or is_midnight) and minute < 60 and second < 60 and millisecond < 1000:
            return hour, minute, second, millisecond
        return None


class Offset:
    """The zone: a sign, hours and minutes."""

    __slots__ = ("hour", "minute", "sign")

    def __init__(self) -> None:
        self.sign: int | None = None
        self.hour: int | None = None
        self.minute: int | None = None

    @property
    def is_utc(self) -> bool:
        """Tell whether UTC was named."""
        return self.hour == 0 and self.minute == 0

    def set(self, hours: int) -> None:
        """Take a zone of so many hours."""
        self.sign, self.hour, self.minute = -1 if hours < 0 else 1, abs(hours), 0

    def expects(self, number: int) -> bool:
        """Tell whether a number may be the minutes of the offset."""
        return self.hour is not None and self.minute is None and number < 60

    def resolve(self) -> int | None:
        """Return seconds east of UTC, None if no zone was read."""
        if self.sign is None:
            return None
        return self.sign * ((self.hour or 0) * 3600 + (self.minute or 0) * 60)
