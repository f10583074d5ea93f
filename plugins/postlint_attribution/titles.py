"""Whether the text of a link is the title of a page and no name of an outlet."""

from __future__ import annotations

import re

from postlint import late_pattern

_QUESTION = late_pattern(
    r"(?:how|why|what|when|my|our|your|his|her|their|introduction)\s|an?(?:\s\S+){4}", re.IGNORECASE
)
# the last word of an outlet's name, and not of a title
_OUTLET_WORD = late_pattern(
    r"\b(?:blog|magazine|newsletter|news|journal|website|forum|wiki|weekly|gazette|docs)$", re.IGNORECASE
)
_WORD = late_pattern(r"[a-z0-9]+")
_SMALL = late_pattern(r"of|the|and|for|in|on|de|la|to|at|a|an|by|with|from|blog|magazine|news|wiki|weekly|docs")


def names_page(name: str, url: str | None) -> bool:
    """Tell whether the words of a name are those that an address ends with, and the page is not that of a book."""
    words = _WORD.findall(name.lower())
    folders, _, page = (url or "").lower().partition("?")[0].rstrip("/").rpartition("/")
    return len(words) > 1 and "book" not in folders and "-".join(words) in page.replace("_", "-")


def is_title(name: str) -> bool:
    """Tell whether a Latin name is that of a text: a question, or three words with small ones that no outlet has."""
    if _QUESTION.match(name):
        return True
    words = name.split()
    if _OUTLET_WORD.search(name):
        return False
    is_sentence = any(word[0].islower() and not _SMALL.fullmatch(word) for word in words)
    return is_sentence and len(words) >= 3 and name.isascii() and name[0].isupper()
