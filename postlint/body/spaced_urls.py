"""Blanks in the address of a picture, which kramdown and Python-Markdown take, and CommonMark does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postlint.body.mask import fill
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# a picture whose URL has blanks, or a "title" in parentheses, which is part of the URL
_BLANKS_IN_URL = late_pattern(
    r"!\[[^\[\]\n]*\]\((?P<url>[^\s()<>\"'][^()<>\"'\n]*(?:\([^()\n]*\)[^()<>\"'\n]*)*)(?=\)|[ \t][\"'])"
)


def join_urls(body: str) -> str:
    """Return a body of the same length in which CommonMark finds the pictures whose addresses have blanks."""
    return fill(body, 0, _joined(body)) if "![" in body else body


def _joined(body: str) -> Iterator[tuple[Span, str]]:
    for match in _BLANKS_IN_URL.finditer(body):
        url = match["url"].rstrip()
        if " " in url or "\t" in url:
            first = match.start("url")
            yield Span(first, first + len(url)), re.sub(r"[ \t]", "-", url)
