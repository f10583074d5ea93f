"""Values in messages, and which of them may be written into a post as they are."""

from __future__ import annotations

from fnmatch import fnmatchcase

from postlint import late_pattern

# no bracket, quote, blank, brace or backslash: these mean something in Markdown, HTML, YAML or templates
_PLAIN = late_pattern(r"[A-Za-z0-9._~:/?#@!$*+,=%&\-\u00a1-\uffef]+")


def clip(text: str, width: int = 48) -> str:
    """Return the text on one line, cut in the middle if it is longer than `width`."""
    if len(text) > width:
        tail = width // 3
        text = f"{text[: width - tail - 1]}…{text[-tail:]}"
    return " ".join(text.split())


def is_plain(url: str) -> bool:
    """Tell whether a URL means the same in every place where a post can hold one."""
    return bool(_PLAIN.fullmatch(url))


def file_name(url: str) -> str:
    """Return the last segment of a URL's path; of a bare host with a query, that of the query."""
    path = url.partition("?")[0].partition("#")[0].rstrip("/")
    is_host = path.count("/") <= 2 and "//" in path
    return (url.rstrip("/") if is_host else path).rpartition("/")[2]


def is_below(host: str, domains: tuple[str, ...]) -> bool:
    """Tell whether a host is one of some domains or below one (`*.` in front makes no difference)."""
    return any(host == name or host.endswith("." + name) for name in (d.removeprefix("*.").lower() for d in domains))


def matches_any(text: str, globs: tuple[str, ...]) -> bool:
    """Tell whether a text fits one of some globs, in exactly this case."""
    return any(fnmatchcase(text, glob) for glob in globs)
