"""How dates are written, and who cannot read them so."""

from __future__ import annotations

import re

from postlint import DateReading, dataclass, late_pattern

PORTABLE = late_pattern(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| ?[+-]\d\d:\d\d)?)?", re.ASCII)
_BARE_OFFSET = late_pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)? ?[+-]\d{4}", re.ASCII)
_NO_SECONDS = late_pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?: ?(?:Z|[+-]\d\d:?\d\d))?", re.ASCII)
_UNPADDED = late_pattern(r"\d{4}-\d{1,2}-\d{1,2}(?!\d)(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?", re.ASCII)
_MONTH_ONLY = late_pattern(r"\d{4}-\d\d?", re.ASCII)
_HALF_DAY = late_pattern(r"\d\s*[ap]\.?m\b", re.ASCII | re.IGNORECASE)
_DOUBTFUL_ZONE = late_pattern(r"\d ?\b[A-Z]{2,4}T\b(?<!GMT)(?<! UT)", re.ASCII)
_YEAR_FIRST = late_pattern(r"\d{4}", re.ASCII)
_PLACEHOLDER = late_pattern(
    r"tbd|tba|todo|fixme|xxx+|n/?a|none|undefined|unknown|draft|soon|now|today|date|\?+|-+|\.{2,}"
    r"|(?:yyyy|xxxx|0000|9999)[-/.](?:mm|xx|00|99)[-/.](?:dd|xx|00|99)\b.*|1970-01-01(?:[T ]00:00.*)?"
    r"|0001-01-01.*|.*(?:\{\{.*\}\}|\{%.*%\}|<%.*%>|\$\{.*\}).*|<(?!\d{4}-)[^<>]*>|\[[a-z' ]*date[a-z' ]*\]",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Style:
    """A way to write a date that not everyone reads: its name in words, and who cannot read it."""

    title: str
    fails_in: tuple[str, ...]


_TYPED = ("Astro (z.date)", "Eleventy", "Material for MkDocs")
_TEXT = (*_TYPED, "Gatsby", "Hugo", "Zola")
STYLES = {
    "offset-without-colon": Style("an offset without a colon", (*_TYPED, "Docusaurus")),
    "no-seconds": Style("a time without seconds", (*_TYPED, "Hugo", "Zola")),
    "unpadded": Style("a one-digit month, day or hour", (*_TYPED, "Gatsby", "Hugo")),
    "month-only": Style("a month without a day", ("Astro (z.date)", "Hugo", "Jekyll", "Material for MkDocs")),
    "half-day": Style("a 12-hour clock", (*_TEXT, "Docusaurus")),
    "named-zone": Style("a time zone by name", (*_TEXT, "Docusaurus", "Pelican")),
    "rfc2822": Style("the RFC 2822 form of e-mail", (*_TYPED, "Docusaurus", "Gatsby", "Zola")),
    "text": Style("a month by name", _TEXT),
    "slashes": Style("slashes", _TEXT),
    "slashes-year-last": Style("slashes with the year last", _TEXT),
    "dots": Style("dots", _TEXT),
    "epoch-seconds": Style(
        "seconds since 1970", (*_TYPED, "Docusaurus", "Gatsby", "Hexo", "Jekyll", "Pelican", "Zola")
    ),
    "epoch-milliseconds": Style(
        "milliseconds since 1970", (*_TEXT, "Docusaurus", "Jekyll", "Pelican")
    ),
    "number": Style("digits alone", (*_TEXT, "Docusaurus", "Hexo")),
    "cjk": Style("年月日", (*_TEXT, "Docusaurus", "Hexo", "Jekyll", "Pelican")),
    "other": Style("an unusual form", _TEXT),
}  # fmt: skip

# they know no dates of their own: what is no YAML date stays text
UNDATED = ("plain", "mkdocs")
# the form that the generator's own documentation or starter uses
_DEFAULTS = {
    "jekyll": ("offset-without-colon",),
    "pelican": ("no-seconds",),
    "astro": ("text",),
}


def style_of(date: DateReading) -> str | None:
    """Return the key of `STYLES` that fits, None for the portable forms and for what is no date."""
    raw = date.raw.strip()
    if PORTABLE.fullmatch(raw) or date.civil is None:
        return None
    if date.format in ("iso-date", "iso-datetime", "rfc3339"):
        return _iso_style(raw)
    if date.format == "slashes":
        return "slashes" if _YEAR_FIRST.match(raw) else "slashes-year-last"
    return date.format if date.format in STYLES else "other"


def _iso_style(raw: str) -> str:
    for style, pattern in (
        ("offset-without-colon", _BARE_OFFSET),
        ("no-seconds", _NO_SECONDS),
        ("month-only", _MONTH_ONLY),
        ("unpadded", _UNPADDED),
    ):
        if pattern.fullmatch(raw):
            return style
    if _HALF_DAY.search(raw):
        return "half-day"
    return "named-zone" if re.search("[A-Za-z]{2}", raw) else "other"


def has_doubtful_zone(raw: str) -> bool:
    """Tell whether a zone is named by letters that mean another one elsewhere (`CST`, `IST`, `EST`)."""
    return _DOUBTFUL_ZONE.search(raw) is not None


def is_default(style: str, generator: str) -> bool:
    """Tell whether this generator's own documentation writes dates so."""
    return style in _DEFAULTS.get(generator, ())


def is_placeholder(text: str) -> bool:
    """Tell whether a text stands for a date that is still to come."""
    if text[:2] in ("20", "19") and text[:4] != "1970":
        return False
    stripped = text.strip().strip("\"'").strip()
    return bool(stripped) and len(stripped) <= 200 and _PLACEHOLDER.fullmatch(stripped) is not None


def short(text: str, most: int = 40) -> str:
    """Return a text for a message: one line, in quotes, cut where it is long."""
    line = " ".join(text.split())
    shown = line if len(line) <= most else line[: most - 1] + "…"
    return shown if shown[:1] == '"' else f'"{shown}"'


def fitted(key: str, text: str, rest: str) -> str:
    """Return `key "text": rest`, the text cut so that the message stays within 100 characters."""
    return f"{key} {short(text, max(10, 95 - len(key) - len(rest)))}: {rest}"
