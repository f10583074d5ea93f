"""Statements that readers do not see as text: alternative texts, comments, link definitions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Block, ImageRef, Span, late_pattern
from postlint_attribution.fields import read_fields
from postlint_attribution.licences import find_licence
from postlint_attribution.roles import role_of
from postlint_attribution.statement import Statement
from postlint_attribution.values import clean_name, cut_address, find_address, person_name
from postlint_attribution.wordings.wording import Wording

_ALT = late_pattern(
    r"(?i)(?:(?:photo|image|picture|illustration|photograph|figure|screenshot)\s*"
    r"(?:(?:credits?|by|courtesy(?:\s+of)?|©)\s*[:：]?\s|(?:source|from)\s*[:：])|"
    r"(?:credits?|source|courtesy(?:\s+of)?)\s*[:：]|"
    r"courtesy\s+(?:of\s)?|(?:图片|圖片)(?:[来來][源自]|[截摘]?取自|[摘截转轉扒]自)[:：]?|"
    r"(?:来源|來源|题图|图源|画像出典|이미지 출처|출처)\s*[:：])\s*(?P<v>\S.{1,160})|"
    r"\bby\s+(?P<w>.{2,60}?),?\s+(?:on|from)\s+(?:flickr|unsplash|pexels|pixabay)"
)
_ALT_CUES = (
    "redit",
    "hoto",
    "mage",
    "ource",
    "ourtesy",
    "llustration",
    "来源",
    "來源",
    "来自",
    "來自",
    "取自",
    "摘自",
    "截自",
    "转自",
    "轉自",
    "扒自",
    "题图",
    "图源",
    "出典",
    "출처",
    "lickr",
    "ixabay",
    "nsplash",
)
_COMMENT = late_pattern(
    r"(?i)(?P<cue>(?:\w+\s+){0,3}?(?:image|photo|picture|figure)s?\s+(?:is\s+)?(?:taken\s+)?from|图片来自|图片来源于|(?:本文)?[译转]自|original(?:\s+(?:post|article|text|source))?(?=\s*:)|"
    r"(?:image|photo|picture)\s*(?:credit|source|by)|source|via|credit|"
    r"原文(?:链接|地址)?|转载自|转自|来源|图片来源|译者|作者|출처|원문|引用元|出典)\s*[:：]?\s*(?P<v>\S[^\n]{1,240})"
)
_DEFINITION = late_pattern(
    r"(?m)^\[(?:#|//|comment|_)[^\]]*\]:\s*#?\s*[\"'(]?(?P<cue>via|author|translator|reviewer|proofreader|source|original|译者|作者|来源|原文)\s*[:：]\s*"
    r"[\"'(（]?(?P<v>[^\n]*?)[\"')）]*\s*$"
)
_PARAMETER = late_pattern(r"=\s*\"(?P<v>[^\"\n]{1,400})\"")
_COMMENT_LABELS = ("[#", "[//", "[comment", "[_")
_BRACKETS = (("(", ")"), ("（", "）"), ("[", "]"), ("【", "】"))
# what stands behind the address of a Markdown picture
_TITLE = late_pattern(r"\s(?P<mark>[\"'])(?P<title>[^\"\n]+)(?P=mark)\s?\)$")
_LONGEST_TITLE = 400
_PHOTO = Wording("photo-credit", "label", "", (), "", "", value="maker", role="profile")


def hidden_places(text: str, start: int) -> list[int]:
    """Return where in a body comments and link definitions may hold a statement."""
    places = []
    at = text.find("<!--", start)
    while at >= 0:
        end = text.find("-->", at)
        found = _COMMENT.match(text[at + 4 : end if end >= 0 else len(text)].lstrip())
        if found and find_address(found["v"]):
            places.append(at)
        at = text.find("<!--", at + 4)
    if "]:" in text:
        for label in _COMMENT_LABELS:
            at = text.find(label, start)
            while at >= 0:
                if text[at - 1 : at] in ("", "\n", "\r") and _DEFINITION.match(text, at):
                    places.append(at)
                at = text.find(label, at + 1)
    places.sort()
    return places


def may_hold_credit(line: str) -> bool:
    """Tell whether the text or a parameter of a picture in a line may hold a credit."""
    starts = [at for at in (line.find(mark) for mark in ("![", "<img", "{{")) if at >= 0]
    return bool(starts) and _ALT.search(line, min(starts)) is not None


def read_alternatives(block: Block, at: int, text: str) -> Iterable[Statement]:
    """Yield credits in the alternative texts and titles of a block's pictures."""
    for image in block.images:
        for words, span in _texts_of(image, text):
            if not words or not any(cue in words for cue in _ALT_CUES):
                continue
            yield from _credit(words, span, image.span, at)


def _credit(words: str, span: Span | None, whole: Span, at: int) -> Iterable[Statement]:
    found = _ALT.search(words)
    if found is None:
        return
    group = "v" if found["v"] else "w"
    start, end = found.start(), found.end(group)
    if any(
        words[end - 1] == last and words.count(first, start, end) < words.count(last, start, end)
        for first, last in _BRACKETS
    ):
        end -= 1
    fields = read_fields(_PHOTO, found[0], words, found.start(group), end, ())
    place = whole
    if span is not None and len(span) == len(words):
        place = Span(span.start + start, span.start + end)
    yield Statement(
        "photo-credit",
        "image",
        place,
        words[start:end],
        "en",
        at,
        source=fields.source,
        url=fields.url,
        role=role_of(fields.url, "original") if fields.url else "",
        author=fields.author,
        licence=fields.licence,
        cue=found[0],
        is_hidden=True,
    )
    licence = find_licence(words)
    if licence:
        named = words[licence.start : licence.end]
        yield Statement("licence", "image", place, named, "en", at, licence=licence.identifier, is_hidden=True)


def read_shortcode(block: Block, at: int) -> Iterable[Statement]:
    """Yield credits in the parameters of a template tag that the generator's dialect does not read."""
    for found in _PARAMETER.finditer(block.text):
        if any(cue in found["v"] for cue in _ALT_CUES):
            span = block.source_span(*found.span("v"))
            yield from _credit(found["v"], span, span, at)


def _texts_of(image: ImageRef, text: str) -> Iterable[tuple[str | None, Span | None]]:
    yield image.alt, image.alt_span
    titled = _TITLE.search(text, max(image.span.start, image.span.end - _LONGEST_TITLE), image.span.end)
    if titled and image.kind == "markdown" and titled["title"] != image.alt:
        yield titled["title"], Span(*titled.span("title"))
    for name in ("title", "caption", "attr"):
        value = image.attributes.get(name)
        if value and value != image.alt:
            at = text.find(value, image.span.start, image.span.end)
            yield value, Span(at, at + len(value)) if at >= 0 else None


def read_comment(block: Block, at: int, text: str) -> Iterable[Statement]:
    """Yield statements in an HTML comment."""
    body = block.text.removeprefix("<!--").removesuffix("-->")
    found = _COMMENT.match(body.lstrip())
    if found is None or not find_address(found["v"]):
        return
    address = find_address(found["v"])
    url = cut_address(found["v"][address[0] : address[1]]) if address else None
    is_image = re.search(r"(?i)image|photo|picture|figure|图|画像|이미지", found["cue"]) is not None
    offset = block.span.start + len(block.text) - len(block.text.removeprefix("<!--").lstrip())
    if re.match(r"(?i)source|来源|출처|出典|引用元", found["cue"]):
        return
    kind = "photo-credit" if is_image else "source-link"
    yield Statement(
        kind,
        "image" if is_image else "post",
        Span(offset, offset + len(found[0].rstrip())),
        found[0].rstrip(),
        "en",
        at,
        url=url,
        url_span=_span_of(url, text, block.span),
        role=role_of(url, "original") if url else "",
        cue=found["cue"],
        is_hidden=True,
    )


def read_definitions(block: Block, at: int, text: str) -> Iterable[Statement]:
    """Yield statements in link definitions that are used as comments (`[#]: via: (URL)`)."""
    raw = block.span.of(text)
    for found in _DEFINITION.finditer(raw):
        value = found["v"].strip()
        if not value:
            continue
        address = find_address(value)
        url = cut_address(value[address[0] : address[1]]) if address else None
        name = person_name(value[: address[0]] if address else value)
        cue = found["cue"].lower()
        span = Span(block.span.start + found.start(), block.span.start + found.end())
        if cue in ("via", "source", "original", "来源", "原文"):
            if url:
                yield _defined("source-link", span, found[0], at, url, "original", text)
        elif name and not name.startswith(("http", "[")):
            kind = "author-credit" if cue in ("author", "作者") else "translator-credit"
            yield _defined(kind, span, found[0], at, url, "profile", text, person=clean_name(name))


def _defined(
    kind: str,
    span: Span,
    written: str,
    at: int,
    url: str | None,
    role: str,
    text: str,
    person: str | None = None,
) -> Statement:
    return Statement(
        kind,
        "post",
        span,
        written,
        "en",
        at,
        url=url,
        url_span=_span_of(url, text, span),
        role=role if url else "",
        author=person,
        translator=person if kind == "translator-credit" else None,
        is_hidden=True,
    )


def _span_of(url: str | None, text: str, within: Span) -> Span | None:
    at = text.find(url, within.start, within.end) if url else -1
    return Span(at, at + len(url or "")) if at >= 0 else None
