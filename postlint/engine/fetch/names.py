"""Names of fetched pictures: readable, safe in any URL, the same in every run."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from itertools import chain, count
from urllib.parse import unquote, urlsplit

from postlint.values.late_pattern import late_pattern

# what a kind of picture may end in, the usual one first
EXTENSIONS: dict[str, tuple[str, ...]] = {
    "png": ("png", "apng"),
    "apng": ("png", "apng"),
    "jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "gif": ("gif",),
    "webp": ("webp",),
    "avif": ("avif",),
    "svg": ("svg",),
    "bmp": ("bmp",),
    "ico": ("ico",),
}
_UNSAFE = late_pattern(r"[^A-Za-z0-9_-]+")
_RESERVED = late_pattern(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_MOST_CHARS = 48


def picture_name(url: str, kind: str) -> str:
    """Return a file name for what is behind a URL: its own name where that says anything."""
    try:
        path = urlsplit(url).path
    except ValueError:
        path = ""
    last = unquote(path.rstrip("/").rsplit("/", 1)[-1], errors="replace")
    stem, dot, extension = last.rpartition(".")
    allowed = EXTENSIONS.get(kind, (kind,))
    if not dot or not stem:
        stem, extension = last, ""
    clean = _UNSAFE.sub("-", stem).strip("-_")[:_MOST_CHARS].strip("-_")
    if not clean or _RESERVED.fullmatch(clean):
        clean = f"image-{url_digest(url)}"
    ending = extension.lower() if extension.lower() in allowed else allowed[0]
    return f"{clean}.{ending}"


def free_name(name: str, url: str, is_taken: Callable[[str], bool]) -> str:
    """Return the name, or where another picture has it the name with a mark of the URL."""
    stem, _, extension = name.rpartition(".")
    marked = f"{stem}-{url_digest(url)}"
    numbered = (f"{marked}-{number}.{extension}" for number in count(2))
    return next(one for one in chain((name, f"{marked}.{extension}"), numbered) if not is_taken(one))


def url_digest(url: str) -> str:
    """Return eight characters that stand for a URL."""
    return sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:8]
