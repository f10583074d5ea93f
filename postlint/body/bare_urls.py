"""URLs that stand in the text without any markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from postlint.body.mask import FILLER
from postlint.body.offsets import Offsets
from postlint.body.references import LinkRef
from postlint.body.url import Url
from postlint.values.span import Span

# GFM's extended autolinks: up to a blank or `<`
_BARE = re.compile(r"(?:https?://|ftp://|www\.)[^\s<]+", re.I)
_SCHEMES = (b"https", b"http", b"ftp")
_ENTITY_AT_END = re.compile(r"&[A-Za-z0-9]+;$")
_TRAILING = "?!.,:*_~'\""


def bare_links(
    source: str, masked: str, start: int, taken: Sequence[tuple[int, int]]
) -> Iterator[LinkRef]:
    """Yield the bare URLs of the body at `start`; `taken` holds ascending stretches of it, in bytes."""
    if "://" not in masked and "www." not in masked:
        return
    offsets = Offsets(masked[start:], start)
    starts = [first for first, _ in taken]
    done = start
    for at in _candidates(offsets.data):
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < taken[number][1]:
            continue
        first = offsets.at(at)
        match = _BARE.match(masked, first) if first >= done else None
        if match is None:
            continue
        done = first + _length(match[0])
        if number + 1 < len(taken):
            done = min(done, offsets.at(starts[number + 1]))
        span = Span(first, done)
        written = span.of(source)
        if written.endswith("//"):
            continue
        text = "http://" + written if written[:4].lower() == "www." else written
        yield LinkRef("bare", Url(text, span, written), span, span, written, FILLER in span.of(masked))


def _candidates(data: bytes) -> list[int]:
    """Return where, in bytes, a bare URL may begin. Plain searches: a pattern costs ten times as much."""
    found = []
    at = data.find(b"://")
    while at >= 0:
        lead = data[max(0, at - 6) : at].lower()
        for scheme in _SCHEMES:
            if lead.endswith(scheme):
                before = lead[: -len(scheme)][-1:]
                if not before.isalnum():
                    found.append(at - len(scheme))
                break
        at = data.find(b"://", at + 3)
    at = data.find(b"www.")
    has_schemes = bool(found)
    while at >= 0:
        before = data[at - 1 : at] if at else b""
        if not before.isalnum() and before != b"/":
            found.append(at)
        at = data.find(b"www.", at + 4)
    if has_schemes:
        found.sort()
    return found


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
