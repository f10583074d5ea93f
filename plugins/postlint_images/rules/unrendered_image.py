"""IMG025 unrendered-image."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence

from postlint import Edit, Fix, Fixable, Invalid, Post, PostRule, Report, Severity, Span, Valid, late_pattern
from postlint import Options as NoOptions
from postlint_images.wording import clip

_PICTURE = r"[^\[\]()\n]*\.(?:png|jpe?g|gif|webp|svg|avif|bmp)"
# `![alt](a.png)`, also with blanks in the address or before it; no step can start at two places
_MARKDOWN = late_pattern(
    r"(?P<mark>[!！])\[(?P<alt>[^\[\]\n]{0,300})\](?P<gap>[ ]?)\((?P<url>[^()\n]{1,500})\)", re.IGNORECASE
)
# with brackets that may hold others in its text
_DEEP = late_pattern(
    r"(?P<mark>!)\[(?P<alt>(?:[^\[\]\n]|\[(?:[^\[\]\n]|\[[^\[\]\n]{0,100}\]){0,100}\]){0,100})\](?P<gap>)"
    r"\((?P<url>[^()\n]{1,500})\)"
)
# what Hexo's marked does not read there
_UNREAD = late_pattern(r"`|\[[^\[\]]*\[")
_EMBED = late_pattern(rf"!\[\[(?P<target>{_PICTURE})(?:[|#][^\[\]\n]{{0,100}})?\]\]", re.IGNORECASE)
_TARGET = late_pattern(r"\s*(?P<url>\S(?:[^\"']*\S)?)\s*(?:[\"'][^\"']*[\"'])?\s*")
_IMAGE_PATH = late_pattern(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:[?#].*)?$", re.IGNORECASE)
# what belongs into a `srcset`
_SIZES = late_pattern(r"(?:[^\s,]+[ ]+[0-9.]{1,9}[wx][\s,]*+)+", re.IGNORECASE)
# packages that render embeds
_WIKI = late_pattern(r"obsidian|wiki-?link|quartz|foam", re.IGNORECASE)
_RAW_ELEMENT = late_pattern(r"<(pre|code|script|style|textarea)\b(?:[^<]|<(?!/\1\b))*(?:</\1\s*>|\Z)", re.IGNORECASE)


class UnrenderedImage(PostRule[NoOptions]):
    """Text that was meant as an image is printed as text.

    Readers see `![…](…)` in place of the picture: there is a blank in the address or before it, the mark is
    a full-width one, it stands in an HTML block, where this generator does not read Markdown, it is an
    embed of Obsidian, which it does not know, its address is a list of sizes, or (Hexo) its text has brackets
    within brackets or one backtick.

    Fix safety: unsafe, because the picture appears where there was text.

    Limits: only where the address ends as a picture's does, and never in code.
    """

    code = "IMG025"
    name = "unrendered-image"
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="![A map](map.png)\n"),
        Valid(post="Write `![A map](my map.png)` so.\n", why="in code it is meant as text"),
        Valid(post="```\n<div>\n![A map](map.png)\n</div>\n```\n"),
        Valid(
            post="Title: A walk\nDate: 2024-05-01\n\n![A map](https://a.example/my map.png)\n",
            generator="pelican",
            path="content/a.md",
            why="Python-Markdown takes blanks",
            variants=False,
        ),
        Valid(
            post="![A map](https://a.example/my map.png)\n",
            generator="mkdocs",
            path="docs/a.md",
            variants=False,
        ),
    )
    invalid = (
        Invalid(
            post="See ![A map](my map.png).\n",
            reports=("![A map](my map.png)",),
            message="this is printed as text: the address has a blank in it",
            fixed="See ![A map](<my map.png>).\n",
        ),
        Invalid(
            post="![A map](map.png 1x, map-2.png 2x)\n",
            reports=("![A map](map.png 1x, map-2.png 2x)",),
            message="this is printed as text: a list of sizes stands for one address",
        ),
        Invalid(
            post="![A map] (map.png)\n",
            reports=("![A map] (map.png)",),
            fixed="![A map](map.png)\n",
        ),
        Invalid(post="！[A map](map.png)\n", reports=("！[A map](map.png)",), fixed="![A map](map.png)\n"),
        Invalid(
            post="<div>\n![A map](map.png)\n</div>\n",
            reports=("![A map](map.png)",),
            message="this is printed as text: Markdown is not read inside this HTML",
        ),
        Invalid(
            post="---\ntitle: A\n---\n![[map.png|300]]\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("![[map.png|300]]",),
        ),
        Invalid(
            post="---\ntitle: A\n---\n![A [small [old]] map](/map.png)\n",
            generator="hexo",
            path="source/_posts/a.md",
            site={"source/map.png": b"\x89PNG"},
            reports=("![A [small [old]] map](/map.png)",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        body = post.body
        if body.dialect.is_html or ("!" not in post.text and "！" not in post.text):
            return ()
        shown = {image.span[0] for image in post.images if image.kind != "wikilink"}
        patterns = (_MARKDOWN, _EMBED, _DEEP) if "hexo" in body.dialect.templates else (_MARKDOWN, _EMBED)
        candidates = list(_candidates(body.filled, body.start, shown, patterns))
        if not candidates:
            return ()
        html = _Stretches(body.html_spans)
        suspects = [match for match in candidates if html.holds(match.start()) or _may_be_text(match, post)]
        return _judge(post, suspects, html) if suspects else ()


def _is_embed(match: re.Match[str]) -> bool:
    return match.re.pattern == _EMBED.pattern


def _is_unread(match: re.Match[str], post: Post) -> bool:
    return "hexo" in post.body.dialect.templates and _UNREAD.search(match["alt"]) is not None


def _may_be_text(match: re.Match[str], post: Post) -> bool:
    if _is_embed(match) or match["mark"] == "！" or match["gap"] or " " in match["url"]:
        return True
    return _is_unread(match, post)


def _judge(post: Post, suspects: Iterable[re.Match[str]], html: _Stretches) -> Iterator[Report]:
    body = post.body
    taken = _Stretches(_rendered(post))
    raw: _Stretches | None = None
    for match in suspects:
        is_wide = not _is_embed(match) and match["mark"] == "！"
        # in a sentence, a link may well follow an exclamation mark
        if is_wide and body.filled[match.start() - 1 : match.start()] not in ("", "\n"):
            continue
        if taken.holds(match.start()) or (not is_wide and taken.holds(match.end() - 1)):
            continue
        raw = raw or _Stretches([Span(*found.span()) for found in _RAW_ELEMENT.finditer(body.filled, body.start)])
        if raw.holds(match.start()) or post.text[match.start() - 1 : match.start()] == "\\":
            continue
        report = _report(match, post, is_html=html.holds(match.start()))
        if report is not None:
            yield report


def _rendered(post: Post) -> list[Span]:
    """Return what is a picture, a link or code after all, and comments and tags."""
    body = post.body
    knows_embeds = body.dialect.has_wikilinks or any(_WIKI.search(name) for name in post.facts.packages)
    spans = [image.span for image in body.images if knows_embeds or image.kind != "wikilink"]
    spans += [link.span for link in body.links if link.kind in ("markdown", "markdown-reference")]
    spans += body.reading.code
    spans += [comment.span for comment in body.comments]
    spans += [tag.span for tag in body.tags]
    return spans


def _candidates(
    text: str, start: int, shown: Container[int], patterns: tuple[re.Pattern[str], ...]
) -> Iterator[re.Match[str]]:
    """Yield what looks like a picture and begins at no place of those that are `shown`."""
    # a single character is found a hundred times as fast as a match
    for mark in "!！":
        at = text.find(mark, start)
        while at >= 0:
            match = None
            if text.startswith("[", at + 1) and at not in shown:
                match = next((found for pattern in patterns if (found := pattern.match(text, at))), None)
                if match is not None:
                    yield match
            at = text.find(mark, match.end() if match else at + 1)


def _report(match: re.Match[str], post: Post, *, is_html: bool) -> Report | None:
    span = Span(*match.span())
    if _is_embed(match):
        if is_html:
            return None
        return _text(span, "this generator knows no embeds of Obsidian", match["target"], "write `![…](…)`")
    target = _TARGET.fullmatch(match["url"])
    url = target["url"] if target else ""
    if _SIZES.fullmatch(url) and not is_html:
        return _text(span, "a list of sizes stands for one address", url, "write one of them, or an `<img srcset>`")
    if not url or not _IMAGE_PATH.search(url) or "<" in url:
        return None
    if is_html:
        way = (
            'add `markdown="1"` to the element'
            if post.body.dialect.is_kramdown or post.body.dialect.is_python_markdown
            else "leave a blank line around the Markdown"
        )
        hint = f"{way}, or write an `<img>`"
        return _text(span, "Markdown is not read inside this HTML", url, hint)
    edits = []
    why = "its text has brackets within brackets, or one backtick" if _is_unread(match, post) else ""
    if match["mark"] == "！":
        why = "the exclamation mark is a full-width one"
        edits.append(Edit(Span(span.start, span.start + 1), "!"))
    if match["gap"]:
        why = "there is a blank before the address"
        edits.append(Edit(Span(*match.span("gap")), ""))
    if target is not None and " " in url:
        why = "the address has a blank in it"
        first = match.start("url") + target.start("url")
        edits.append(Edit(Span(first, first + len(url)), f"<{url}>"))
    return _text(span, why, url, "mend the Markdown", edits) if why else None


def _text(span: Span, why: str, url: str, hint: str, edits: Sequence[Edit] = ()) -> Report:
    fix = Fix.unsafe("make it a picture", *edits) if edits else None
    return Report(span, f"this is printed as text: {why}", hint=hint, data={"url": clip(url, 200), "why": why}, fix=fix)


class _Stretches:
    """Stretches of the text, asked whether one of them holds a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]
        # a stretch may lie in a longer one that began earlier
        self._ends: list[int] = []
        for span in self._spans:
            self._ends.append(max(span.end, self._ends[-1] if self._ends else 0))

    def holds(self, offset: int) -> bool:
        number = bisect_right(self._starts, offset) - 1
        return number >= 0 and offset < self._ends[number]
