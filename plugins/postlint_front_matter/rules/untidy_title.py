"""FM012 untidy-title."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import (
    Fix,
    Fixable,
    FrontMatter,
    Invalid,
    NamedTuple,
    Options,
    Post,
    PostRule,
    Report,
    Scalar,
    Severity,
    Span,
    Valid,
    late_pattern,
)
from postlint_front_matter.lost import find_loss
from postlint_front_matter.meant import keeps_the_rest, read_block
from postlint_front_matter.subjects import UnusualBlock
from postlint_front_matter.titles import is_suspect
from postlint_front_matter.wording import clip

_HEXO = "source/_posts/a.md"
_CONTROL = late_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_INVISIBLE = late_pattern("[\u200b\u2060\ufeff\u00ad]")
_ENTITY = late_pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_UNDERSCORED = late_pattern(r"_([^\s_]{1,40})_")
# `__init__`, `_site`, `my_name_`: underscores of a name in a program
_NAME = late_pattern(r"(?:\b|_)[A-Za-z0-9]*_[A-Za-z0-9]+_\Z|__\w+__\Z", re.ASCII)
_TRAILING = late_pattern(r"(?:\s*[_|｜丨¦]|\s+[-–/·•:]|(?<!—)—|[,，、;；])[\s_|｜]*\Z")
_LEADING = late_pattern(r"[|｜丨¦,，、;；:：·•][\s|｜]*|[-–—]\s+")
_QUOTES = ('"', "'")
_EDGES = " \t\u00a0\u3000"


class Flaw(NamedTuple):
    """What is wrong with a title, the offset into it with a length, and the tidy title (None: nobody knows)."""

    what: str
    start: int
    length: int
    tidy: str | None
    is_sure: bool


class UntidyTitle(PostRule[Options]):
    """A title holds leftovers of a template, an import or another site.

    Readers see them in the heading, in lists, in the browser's tab and in feeds: quotes without a partner
    or around the whole title, HTML entities (`&amp;` is escaped again by most themes and shown as it
    stands), a trailing `_` or separator where the name of a site was cut off, underscores where quotes
    were, and control characters, which browsers show as boxes and which make a feed invalid XML.

    Fix safety: control characters and separators are taken off safely where the address of the post stays
    what it is; quotes, entities and underscores are unsafe, since they may be meant.

    Limits: a title in curly quotes, an apostrophe at its start or end, inches (`24"`), and underscores of
    names in programs (`__init__`) are taken as meant.
    """

    code = "FM012"
    name = "untidy-title"
    severity = Severity.WARNING
    about = UnusualBlock
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post='---\ntitle: "A walk: the Alps & more"\n---\nText.\n'),
        Valid(post="---\ntitle: “A walk” – what __init__ does\n---\nText.\n"),
        Valid(post="---\ntitle: '24\" and 27\"'\n---\nText.\n", why="inches"),
    )
    invalid = (
        Invalid(
            post="---\ntitle: 'A walk in the Alps |'\n---\nText.\n",
            reports=("|",),
            fixed="---\ntitle: 'A walk in the Alps'\n---\nText.\n",
        ),
        Invalid(
            post="---\ntitle: 一次_金牌店小二_\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("_金牌店小二_",),
            fixed="---\ntitle: 一次“金牌店小二”\n---\nText.\n",
            why="the quotes were lost on the way",
        ),
        Invalid(
            post="---\ntitle: Salt &amp; pepper\n---\nText.\n",
            reports=("&amp;",),
            fixed="---\ntitle: Salt & pepper\n---\nText.\n",
        ),
        Invalid(
            post='Title: "A walk"\nDate: 2024-05-06\n\nText.\n',
            generator="pelican",
            path="content/a.md",
            reports=('"A walk"',),
            fixed="Title: A walk\nDate: 2024-05-06\n\nText.\n",
            why="Pelican keeps the quotes",
        ),
        Invalid(
            post='---\ntitle: "A walk\\b"\n---\nText.\n',
            reports=('"A walk\\b"',),
            fixed='---\ntitle: "A walk"\n---\nText.\n',
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at the title as the generator reads it."""
        block = read_block(post)
        if block is None or block.problems:
            return
        for key in post.generator.profile.title_keys:
            entry = block.find(key)
            if entry is None or not isinstance(entry.node, Scalar) or not isinstance(entry.node.value, str):
                continue
            title = entry.node.value
            flaw = find_flaw(title) if is_suspect(title) else None
            if flaw is None or find_loss(block, key, entry.node) is not None:
                continue
            at = _place(entry.node, flaw)
            yield Report(
                entry.node.span if at is None else Span(at, at + flaw.length),
                flaw.what,
                hint=f'write "{clip(flaw.tidy, 60)}"' if flaw.tidy else "write the title anew",
                data={"title": title, "tidy": flaw.tidy},
                fix=_fix(post, block, key, flaw),
            )


def find_flaw(title: str) -> Flaw | None:
    """Return the first flaw of a title."""
    return _find_character(title) or _find_entity(title) or _find_underscores(title) or _find_at_ends(title)


def _find_character(title: str) -> Flaw | None:
    found = _CONTROL.search(title)
    if found is not None:
        if found[0] == "\ufffd":
            return Flaw("the title holds U+FFFD, where a character was lost", found.start(), 1, None, False)
        tidy = " ".join(_CONTROL.sub("", title).split()) if "\ufffd" not in title else None
        return Flaw(f"the title holds the control character U+{ord(found[0]):04X}", found.start(), 1, tidy, True)
    found = _INVISIBLE.search(title)
    if found is None:
        return None
    what = f"the title holds the invisible character U+{ord(found[0]):04X}"
    return Flaw(what, found.start(), 1, _INVISIBLE.sub("", title), True)


def _find_entity(title: str) -> Flaw | None:
    for found in _ENTITY.finditer(title):
        # their table takes long to load
        from html import unescape

        if unescape(found[0]) != found[0]:
            what = f"the title holds the HTML entity {found[0]}"
            return Flaw(what, found.start(), len(found[0]), " ".join(unescape(title).split()), False)
    return None


def _find_underscores(title: str) -> Flaw | None:
    """Find underscores that stand for quotes: at least one pair, with other letters than a program's around."""
    if title[-1:] != "_" or title.isascii():
        return None
    pairs = list(_UNDERSCORED.finditer(title))
    if not pairs or pairs[-1].end() != len(title) or title.count("_") != 2 * len(pairs):
        return None
    tidy = _UNDERSCORED.sub("“\\1”", title)
    first = pairs[0]
    return Flaw("the title has underscores where quotes were", first.start(), len(first[0]), tidy, False)


def _find_at_ends(title: str) -> Flaw | None:
    bare = title.strip()
    if not bare:
        return None
    for quote in _QUOTES:
        flaw = _find_quotes(title, bare, quote)
        if flaw is not None:
            return flaw
    tail = _TRAILING.search(bare)
    if tail is not None and tail.start() > 0 and not _NAME.search(bare):
        start = title.index(bare) + tail.start()
        sign = tail[0].strip()
        start += tail[0].index(sign)
        return Flaw(f'the title ends with "{sign[:20]}"', start, len(sign), bare[: tail.start()], True)
    head = _LEADING.match(bare)
    if head is not None and head.end() < len(bare):
        sign = head[0].strip()
        return Flaw(f'the title starts with "{sign[:20]}"', title.index(bare), len(sign), bare[head.end() :], True)
    if title != title.strip(_EDGES):
        return Flaw("the title has blanks at an end", 0, len(title), title.strip(_EDGES), True)
    return None


def _find_quotes(title: str, bare: str, quote: str) -> Flaw | None:
    count = bare.count(quote)
    inner = bare.strip(quote).strip()
    if len(bare) > 2 and bare[0] == bare[-1] == quote and count == 2 and inner:
        return Flaw(
            f"the title stands in {quote} {quote}, which readers see", title.index(bare), len(bare), inner, False
        )
    if quote == "'" or count % 2 == 0 or "“" in bare or "”" in bare:
        # an apostrophe may stand anywhere, and a curly quote as the partner is FM016
        return None
    if bare[0] == quote:
        return Flaw(f"the title starts with a {quote} without a partner", title.index(bare), 1, bare[1:].strip(), False)
    if bare[-1] == quote and not bare[-2:-1].isdigit():
        at = title.index(bare) + len(bare) - 1
        return Flaw(f"the title ends with a {quote} without a partner", at, 1, bare[:-1].strip(), False)
    return None


def _place(node: Scalar, flaw: Flaw) -> int | None:
    """Return the offset of the flaw in the post; None where the value is not written as it is read."""
    shift = node.raw.find(node.value)
    return node.span.start + shift + flaw.start if shift >= 0 else None


def _fix(post: Post, block: FrontMatter, key: str, flaw: Flaw) -> Fix | None:
    if not flaw.tidy:
        return None
    edits = block.edit.set(key, flaw.tidy)
    if not keeps_the_rest(post, edits, key):
        return None
    after = post.revised(*edits)
    read = after.front_matter.find(key) if after.front_matter is not None else None
    if read is None or read.value != flaw.tidy:
        return None
    is_safe = flaw.is_sure and after.permalink == post.permalink
    return (Fix.safe if is_safe else Fix.unsafe)("tidy the title", *edits)
