"""URLs that stand in the text without any markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from postlint.body.mask import FILLER
from postlint.body.references import LinkRef
from postlint.body.url import Url
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

# GFM's extended autolinks: up to a blank or `<`
_BARE = late_pattern(r"(?:https?://|ftp://|www\.)[^\s<]+", re.I)
_SCHEMES = ("https", "http", "ftp")
_ENTITY_AT_END = late_pattern(r"&[A-Za-z0-9]+;$")
_TRAILING = "?!.,:*_~'\""


def bare_links(source: str, masked: str, start: int, taken: Sequence[Span]) -> Iterator[LinkRef]:
    """Yield the bare URLs of the body at `start` outside the ascending stretches `taken`."""
    starts = [span.start for span in taken]
    done = start
    for at in _candidates(masked, start):
        number = bisect_right(starts, at) - 1
        if at < done or (number >= 0 and at < taken[number].end):
            continue
        match = _BARE.match(masked, at)
        if match is None:
            continue
        done = at + _length(match[0])
        if number + 1 < len(taken):
            done = min(done, starts[number + 1])
        span = Span(at, done)
        written = span.of(source)
        if written.endswith("//"):
            continue
        text = "http://" + written if written[:4].lower() == "www." else written
        yield LinkRef("bare", Url(text, span, written), span, span, written, FILLER in span.of(masked))


def _candidates(masked: str, start: int) -> list[int]:
    """Return where a bare URL may begin. Plain searches: a pattern costs ten times as much."""
    found = []
    at = masked.find("://", start)
    while at >= 0:
        lead = masked[max(0, at - 6) : at].lower()
        for scheme in _SCHEMES:
            if lead.endswith(scheme):
                if not _is_word(lead[: -len(scheme)][-1:]):
                    found.append(at - len(scheme))
                break
        at = masked.find("://", at + 3)
    at = masked.find("www.", start)
    if at < 0:
        return found
    while at >= 0:
        before = masked[at - 1 : at] if at else ""
        if before != "/" and not _is_word(before):
            found.append(at)
        at = masked.find("www.", at + 4)
    found.sort()
    return found


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _length(url: str) -> int:
    """Return the length without what GFM does not count.

    That is closing punctuation, parentheses that nothing opened and an entity at the end.
    """
    surplus = url.count(")") - url.count("(")
    end = len(url)
    while end:
        last = url[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last == ")" and surplus > 0:
            end -= 1
            surplus -= 1
        elif last == ";" and (entity := _ENTITY_AT_END.search(url, max(0, end - 40), end)):
            end = entity.start()
        else:
            break
    return end
