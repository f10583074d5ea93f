"""What body and front matter say of where a post comes from."""

from __future__ import annotations

import unicodedata

from postlint import Entry, Post
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

SOURCE_URL_KEYS = (
    "source_url",
    "source-url",
    "original_url",
    "originalUrl",
    "originallink",
    "original_link",
    "origin",
    "post_link",
    "copyright_url",
    "copyright.source",
    "copyright.ref.url",
    "repost.url",
    "reprint",
    "via",
    "external_url",
    "from_url",
    "canonical_url",
    "canonicalUrl",
    "canonicalURL",
    "canonical",
)
SOURCE_NAME_KEYS = ("source_name", "source", "origin_name", "from")
_VAGUE = frozenset(
    {
        "网络",
        "互联网",
        "网上",
        "網路",
        "網絡",
        "網際網路",
        "ネット",
        "インターネット",
        "인터넷",
        "internet",
        "web",
        "theinternet",
    }
)
_ORIGINS = ("source-name", "source-link", "first-published")


def fold(name: str) -> str:
    """Return a name for comparison: width, case, blanks and punctuation folded."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in text if char.isalnum())


def is_vague(name: str) -> bool:
    """Tell whether a source names nobody."""
    return fold(name) in _VAGUE


def origins(post: Post) -> tuple[Statement, ...]:
    """Return the statements of the body that name where the post comes from."""
    found = post.view(Attributions).of_kind(*_ORIGINS)
    return tuple(s for s in found if s.subject in ("post", "part"))


def source_entries(post: Post) -> tuple[Entry, ...]:
    """Return the filled front matter keys that name a source or its address."""
    if post.front_matter is None:
        return ()
    keys = (*SOURCE_URL_KEYS, *SOURCE_NAME_KEYS)
    found = (post.front_matter.find_dotted(key) for key in keys)
    return tuple(entry for entry in found if entry is not None and isinstance(entry.value, str) and entry.value)


def has_address(post: Post) -> bool:
    """Tell whether body or front matter hold an address of the source."""
    if any(statement.url for statement in origins(post)):
        return True
    return any("://" in entry.value for entry in source_entries(post))
