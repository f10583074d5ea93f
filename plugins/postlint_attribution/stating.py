"""From a match to the statement that it is: its fields, its bounds and what it says besides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Span, late_pattern, replace
from postlint_attribution.addresses import NOWHERE
from postlint_attribution.fields import Fields, choose_link, read_fields
from postlint_attribution.licences import find_licence, licence_of_url
from postlint_attribution.match import Match, Verdict, link_above, link_below
from postlint_attribution.placing import place
from postlint_attribution.roles import role_of
from postlint_attribution.statement import Statement
from postlint_attribution.values import Link, cut_address, find_address, links_in

_CLAUSE = late_pattern(r"—(?=—)|(?<=—)—|[，,。！？；;\n|｜!?【】（）()]|\.(?=\s|$)")
_COMMENTS = late_pattern(r"\s?[，,]")
_CLOSING = {"(": ")", "（": "）", "[": "]", "【": "】", "「": "」", "『": "』"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
# terms that give the address of the post itself: "转载请注明出处：https://…", "转载请注明：site » title"
_TELLS_ADDRESS = late_pattern(r"[注註]明[^：:\n]{0,8}[：:]|»")
_LINK_LABEL = late_pattern(r"(?:[ \u3000，,；;|｜]+|[ \u3000]*\n[ \t*>-]*)(?:链接|連結|鏈接|网址|網址|地址)\s?[：:]\s*")
# what a picture shows is from there, and not the picture
_MADE_FROM = late_pattern(r"基于|基於|数据|數據|データ|\bdata\b|\bbased\b", re.IGNORECASE)
# what a statement says of an address that stands behind it
_POINTS_BELOW = late_pattern(r"아래|다음|以下|下[記记]|こちら|\b(?:below|following)\b", re.IGNORECASE)
# a statement behind less is a caption or a line of its own
_LEAD = 16
_LINE_LINK_KINDS = frozenset({"reuse-terms", "takedown-offer", "syndication-boilerplate", "permission-obtained"})


def make_statement(match: Match, verdict: Verdict, at: int) -> tuple[Statement, int, int]:
    """Return the statement of block number `at` that a match is, with its range in the block's text."""
    wording = match.pattern.wording
    fields = _fields(match, verdict)
    if fields.url is not None and NOWHERE.match(fields.url):
        fields = replace(fields, url=None, url_span=None)
    kind, subject = place(match, has_url=fields.url is not None or match.has_address)
    if kind != wording.kind and kind == "photo-credit":
        fields = read_fields(
            replace(wording, value="maker"),
            match.cue,
            match.text,
            match.value_start,
            match.value_end,
            match.links,
        )
    start, end = _bounds(match)
    role = role_of(fields.url, wording.role) if fields.url else ""
    statement = Statement(
        kind,
        subject,
        _source_span(match, start, end),
        match.text[start:end],
        wording.language,
        at,
        fields.source,
        fields.url,
        fields.url_span,
        role,
        fields.author,
        fields.translator,
        fields.licence,
        match.cue,
        is_empty=verdict is Verdict.EMPTY,
        is_glued=_is_glued(match, start, end),
    )
    return statement, start, end


def implied(statement: Statement, match: Match, start: int, end: int) -> Iterable[tuple[Statement, int, int]]:
    """Yield what a statement says besides, with its range: the licence of a picture, the post's own address.

    `start` and `end` are the range of the statement itself.
    """
    if statement.kind == "photo-credit":
        named = find_licence(match.text)
        identifier = statement.licence or (named.identifier if named else None)
        if identifier:
            licence = replace(
                statement, kind="licence", licence=identifier, source=None, author=None, url=None, role=""
            )
            if named:
                written = match.text[named.start : named.end].rstrip()
                start, end = named.start, named.start + len(written)
                licence = replace(licence, span=_source_span(match, start, end), text=written)
            yield licence, start, end
    gives_address = statement.kind == "reuse-terms" and _TELLS_ADDRESS.search(statement.text)
    if gives_address and statement.url and role_of(statement.url, "") == "original":
        yield replace(statement, kind="self-link", role="self"), start, end
    if statement.kind == "permission-obtained" and "转载" in match.cue:
        held = links_in(match.links, match.start, match.end)
        if held:
            link = held[0][2]
            source = replace(
                statement,
                kind="source-link",
                url=cut_address(link.url.text),
                url_span=link.url.span,
                role="reposted-from",
                cue="permission",
            )
            yield source, start, end


def _fields(match: Match, verdict: Verdict) -> Fields:
    wording = match.pattern.wording
    if verdict is Verdict.NEXT_BLOCK:
        return _next_address(match)
    if verdict is Verdict.EMPTY:
        return Fields()
    fields = read_fields(wording, match.cue, match.text, match.value_start, match.value_end, match.links)
    if fields.url is None:
        return _with_address(match, fields)
    titled = _titled_before(match) if match.cue.lower().startswith("appeared first") else None
    return replace(fields, url=cut_address(titled[2].url.text), url_span=titled[2].url.span) if titled else fields


def _titled_before(match: Match) -> Link | None:
    """Return the link of a feed's footer that is the post's own: "The post [Title](…) appeared first on [Blog](…)"."""
    return next((link for link in reversed(match.links) if 0 <= match.start - link[1] <= 1), None)


def _with_address(match: Match, fields: Fields) -> Fields:
    """Return fields that lack an address with that of a link around the match, beside it or in its line."""
    link = _link_beside(match)
    if link is None and match.pattern.wording.kind == "source-link" and _POINTS_BELOW.search(match.cue):
        behind = links_in(match.links, match.value_end, len(match.text))
        if fields.source and not behind:
            return fields
        if not behind and not match.text[match.value_end :].strip(" 。.：:"):
            return _next_address(match)
        link = behind[0] if behind else None
    if link is None and match.pattern.wording.kind in _LINE_LINK_KINDS:
        line_end = match.text.find("\n", match.end)
        rest = links_in(match.links, *_bounds(match)) or links_in(
            match.links, match.start, line_end if line_end >= 0 else len(match.text)
        )
        link = choose_link(rest, is_licence=False)
        if link is None and match.text[match.end :].rstrip().endswith(("：", ":")) and match.around.following_address:
            return _next_address(match)
    return replace(fields, url=cut_address(link[2].url.text), url_span=link[2].url.span) if link else fields


def _link_beside(match: Match) -> Link | None:
    """Return the link that a match is in, holds or touches, where its kind takes one from there."""
    wording = match.pattern.wording
    if wording.kind in ("first-published", "licence", "source-link"):
        for link in match.links:
            if link[0] <= match.start and match.end <= link[1] + 1:
                return link
    if wording.kind == "licence":
        within = links_in(match.links, match.start, match.end)
        return next((link for link in within if licence_of_url(link[2].url.text)), None)
    if wording.kind in ("photo-credit", "first-published"):
        before = next((link for link in reversed(match.links) if 0 <= match.start - link[1] <= 1), None)
        if before is not None or wording.kind != "photo-credit":
            return before
        if _MADE_FROM.search(match.text, match.start, match.end):
            return None
        within = links_in(match.links, match.start, match.end)
        return next((link for link in within if not licence_of_url(link[2].url.text)), None)
    return link_above(match) or _link_labelled(match) if wording.value == "outlet" and match.pattern.is_label else None


def _link_labelled(match: Match) -> Link | None:
    """Return the link that a label of its own gives behind the value, in its line or the next: "来源：X 链接：https://…"."""
    label = _LINK_LABEL.match(match.text, match.value_end)
    return next((link for link in match.links if link[0] == label.end()), None) if label else link_below(match)


def _next_address(match: Match) -> Fields:
    after = match.around.next
    if after is None:
        return Fields()
    if after.links:
        link = after.links[0][2]
        return Fields(url=cut_address(link.url.text), url_span=link.url.span)
    found = find_address(after.text)
    return Fields(url=after.text[found[0] : found[1]], url_span=after.source_span(*found)) if found else Fields()


def _bounds(match: Match) -> tuple[int, int]:
    """Return the range of a statement in its block: brackets with it, a clause up to its signs."""
    text = match.text
    start, end = match.start, max(match.end, match.value_end)
    if not match.pattern.is_label and not match.pattern.wording.value:
        start, end = _clause(text, start, end)
    held = next((link for link in match.links if link[0] <= start and end <= link[1]), None)
    if held:
        start, end = min(start, held[0]), max(end, held[1])
    elif not match.pattern.is_label and match.pattern.wording.value == "outlet":
        end = _end_of_links(match, start, end)
    while (
        end > start
        and (text[end - 1].isspace() or text[end - 1] in ".。")
        and not any(last == end for _, last, _ in match.links)
    ):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and _is_closing_of_more(text[start:end]):
        end -= 1
    if start and end < len(text) and _CLOSING.get(text[start - 1]) == text[end]:
        return start - 1, end + 1
    return start, end


def _is_closing_of_more(text: str) -> bool:
    """Tell whether a text ends with a bracket that nothing in it opens."""
    opening = _OPENING.get(text[-1])
    is_smile = text[-2:-1] in (":", "：", ";", "-", "^")
    return opening is not None and not is_smile and text.count(opening) < text.count(text[-1])


def _end_of_links(match: Match, start: int, end: int) -> int:
    """Return where a source statement ends whose last link is followed by a comma: what follows is said of it."""
    last = max((link[1] for link in match.links if start <= link[0] and link[1] <= end), default=end)
    return last if _COMMENTS.match(match.text, last, end) else end


def _source_span(match: Match, start: int, end: int) -> Span:
    """Return the span of a range of the block's text, links that it begins or ends with whole."""
    span = match.around.block.source_span(start, end)
    for first, last, link in match.links:
        if first == start:
            span = Span(min(span.start, link.span.start), span.end)
        if last == end:
            span = Span(span.start, max(span.end, link.span.end))
    return span


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    first = start
    while first > 0 and start - first < 40 and not _CLAUSE.match(text, first - 1):
        first -= 1
    last = end
    while last < len(text) and last - end < 40 and not _CLAUSE.match(text, last):
        last += 1
    return (first if start - first < 40 else start), (last if last - end < 40 else end)


def _is_glued(match: Match, start: int, end: int) -> bool:
    before = match.text[:start].rstrip()
    if len(before) < _LEAD or match.text[end:].strip(" 。.）)】") or match.around.block.kind != "paragraph":
        return False
    return before[-1] in "。！？”」.!?" and "\n" not in match.text[len(before) : start] and match.pattern.is_label
