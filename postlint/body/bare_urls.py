"""URLs that stand in the text without any markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from postlint.body.mask import FILLER
from postlint.body.references import LinkRef
from postlint.body.url import Url
from postlint.values.span import Span

# GFM's extended autolinks: up to a blank or `<`
_BARE = re.compile(r"(?<![A-Za-z0-9])(?:https?://|ftp://|www\.)[^\s<]+", re.I)
_ENTITY_AT_END = re.compile(r"&[A-Za-z0-9]+;$")
_TRAILING = "?!.,:*_~'\""


def bare_links(source: str, masked: str, start: int, taken: Sequence[Span]) -> Iterator[LinkRef]:
    """Yield the bare URLs of a body outside the ascending, disjoint stretches `taken`."""
    if "://" not in masked and "www." not in masked:
        return
    starts = [span.start for span in taken]
    for match in _BARE.finditer(masked, start):
        at = match.start()
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < taken[number].end:
            continue
        end = at + len(_trimmed(match[0]))
        if number + 1 < len(taken):
            end = min(end, max(at, taken[number + 1].start))
        span = Span(at, end)
        written = span.of(source)
        if not written.rpartition("/")[2] and written.endswith("//"):
            continue
        text = written if not written.lower().startswith("www.") else "http://" + written
        yield LinkRef("bare", Url(text, span, written), span, span, written, FILLER in span.of(masked))


def _trimmed(url: str) -> str:
    """Cut what GFM does not count: closing punctuation, parentheses that nothing opened, an entity."""
    surplus = url.count(")") - url.count("(")
    while url:
        if url[-1] in _TRAILING:
            url = url[:-1]
        elif url[-1] == ")" and surplus > 0:
            url = url[:-1]
            surplus -= 1
        elif url[-1] == ";" and (entity := _ENTITY_AT_END.search(url, max(0, len(url) - 40))):
            url = url[: entity.start()]
        else:
            break
    return url


def merged(spans: list[Span]) -> list[Span]:
    """Return the union of spans as ascending, disjoint spans."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            if span.end > result[-1].end:
                result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result
