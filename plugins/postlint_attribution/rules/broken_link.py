"""ATT014 broken-link."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import (
    Block,
    Edit,
    Fix,
    Fixable,
    Invalid,
    LinkRef,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Span,
    Valid,
    late_pattern,
)
from postlint_attribution.addresses import NOWHERE, host_of
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.values import cut_address
from postlint_attribution.view import Attributions

_TEMPLATE = late_pattern(r"\{\{.*\}\}|\$\{.*\}|<%.*%>")
# a reference without a definition, or an address that markdown does not take for one, shown as it is written
_UNRESOLVED = late_pattern(
    r"(?<!!)\[[^\]\n]+\](?:\[[^\]\n]*\]|\([^)\n]+\)| \(https?://[^)\n]*\)|（https?://[^）\n]*）)"
)
_MALFORMED = late_pattern(
    r"^(?:https?(?://|:/(?!/)|:(?!/))|h?ttps?://https?:|ttps?:|https?：|"
    r"(?!https?://)(?:ht{1,4}ps{0,2}|hhttps?|htps?|hpps?)[:;：l]{0,2}//)",
    re.IGNORECASE,
)
_WITHOUT_SCHEME = late_pattern(
    r"^(?:www\.[\w-]+\.\w|(?:[\w-]+\.)+(?:com|org|net|io|cn|me|dev|jp|kr|tw|info|edu|gov|app|blog|xyz|us|uk|de|fr)(?:[/?#:]|$))",
    re.IGNORECASE,
)
_WORD = late_pattern(r"^\w[\w-]*$")
_MAIL = late_pattern(r"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+\.?$")
_LINKED_KINDS = frozenset(
    {"source-link", "source-name", "author-credit", "translator-credit", "first-published", "photo-credit"}
)
# some generators read Markdown within HTML, some do not
_OF_HTML = ("html", "caption")
# a longer block is prose that holds a statement besides
_LONGEST = 600
# addresses that no link of a published post has; the text is asked for them before its links are
_EMPTY = frozenset(
    {"]()", "](undefined)", "](null)", "](#)", "](http://)", "](https://)", "](None)", "](NaN)", "](about:blank)"}
)
_MAY_BE_EMPTY = late_pattern(r"\]\((?:undefined|null|#|https?://|None|NaN|about:blank)?\)")


class BrokenLink(PostRule[Options]):
    """A link leads nowhere: it is empty, or that of a credit is not one.

    A link to nothing, to `undefined` or to `#` alone lost its address in an import or a template. In a source or
    credit, a reference without a definition, a malformed address or one that swallowed the text behind it
    gives readers a dead link where the credit should be.

    Fix safety: safe. Only a bare address that runs into other text is fixed, by closing it in `<…>` before
    that text.

    Limits: what is asked of the links of sources and credits is asked only there; elsewhere only links without any
    address are reported, those of HTML left out.
    """

    code = "ATT014"
    name = "broken-link"
    severity = Severity.WARNING
    severities = (Severity.WARNING, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="译者：[林小溪](https://example.org/lin)\n"),
        Valid(post="原文：[山路][1]\n\n[1]: https://example.org/a\n"),
        Valid(post="作者：[Rita](/authors/rita/) 译者：[林小溪](mailto:lin@example.org)，[原稿](notes.md)\n"),
        Valid(post="```swift\nlet rows = [Double]()\n```\n\nSee [above](#top), and `[a]()`.\n"),
    )
    invalid = (
        Invalid(post="译者：[林小溪](undefined)\n", reports=("[林小溪](undefined)",)),
        Invalid(post="作者：[林小溪][a]\n", reports=("[林小溪][a]",)),
        Invalid(
            post="# Title\n\nSee [the map]() and [the path](#), with [a view](undefined).\n",
            reports=("[the map]()", "[the path](#)", "[a view](undefined)"),
            why="links without an address anywhere",
        ),
        Invalid(
            post="译者：[林小溪](Lin Xiao) 校对：[周大山](http//example.org/zhou)\n",
            reports=("[林小溪](Lin Xiao)", "http//example.org/zhou"),
        ),
        Invalid(
            post="作者：[Rita](rita@example.org) 译者：[林小溪](example.org/lin) 校对：[周大山](htttps://example.org/zhou)\n",
            reports=("rita@example.org", "example.org/lin", "htttps://example.org/zhou"),
            why="browsers take an address without a scheme for a page of the site",
        ),
        Invalid(
            post="作者：[Rita](a)\n\n[a]: https://example.org/rita\n",
            reports=("[Rita](a)",),
            message='links the page "a", where a reference of that name is defined',
        ),
        Invalid(
            post="译者：[https://example.org/lin](lin)\n",
            reports=("[https://example.org/lin](lin)",),
            message='text and address are swapped: "lin"',
        ),
        Invalid(post="[#]: via: (https://example。org/a)\n\nText.\n", reports=("https://example",)),
        Invalid(
            post="원문: https://example.org/a를 번역했습니다.\n",
            reports=("https://example.org/a를",),
            fixed="원문: <https://example.org/a>를 번역했습니다.\n",
            why="the address swallows a particle",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at the links of the blocks that hold a statement."""
        found = judged(post)
        if found is None:
            return
        seen: set[int] = set()
        if _MAY_BE_EMPTY.search(post.text):
            for link in post.links:
                if link.kind.startswith("markdown") and not link.is_dynamic and _is_empty(link):
                    seen.add(link.span.start)
                    # "#" leads to the top of the page at least
                    yield _nowhere(link, Severity.INFO if link.url.text.strip() == "#" else None)
        for report in _of_credits(post, found):
            if report.span.start not in seen:
                yield report


def _of_credits(post: Post, found: Provenance) -> Iterable[Report]:
    """Yield what is wrong with the links of blocks that hold a source or credit, and with hidden addresses."""
    for at in sorted({s.block for s in found.statements if s.kind in _LINKED_KINDS and not s.is_hidden}):
        block = post.view(Attributions).blocks[at]
        if len(block.text) > _LONGEST:
            continue
        for start, end, link in block.links:
            yield from _judge(link, block.text[start:end], post.text)
        yield from _unresolved(post, block)
    for statement in found.statements:
        if statement.is_hidden and statement.url_span and "." not in host_of(statement.url or ""):
            yield _report(statement.url_span, f'address "{statement.url}" has no domain', statement.url or "")


def _is_empty(link: LinkRef) -> bool:
    return f"]({link.url.raw.strip()})" in _EMPTY


def _nowhere(link: LinkRef, severity: Severity | None = None) -> Report:
    text = link.url.text.strip()
    return _report(link.span, f'links "{text}"' if text else "links nothing", text, severity)


def _judge(link: LinkRef, label: str, source: str) -> Iterable[Report]:
    text = link.url.text.strip()
    if NOWHERE.match(text):
        yield _nowhere(link)
    elif _TEMPLATE.search(text) and not link.is_dynamic:
        yield _report(link.url.span, "links a template that was not filled", text)
    elif _MALFORMED.match(text):
        yield _report(link.url.span, f'address "{text[:40]}" is malformed', text)
    elif link.kind == "bare":
        yield from _judge_end(link)
    elif _MAIL.match(text):
        yield _report(link.url.span, f'address "{text[:40]}" has no "mailto:"', text)
    elif _WITHOUT_SCHEME.match(text):
        yield _report(link.url.span, f'address "{text[:40]}" has no "https://"', text)
    elif label.startswith(("http://", "https://")) and _WORD.match(text):
        yield _report(link.span, f'text and address are swapped: "{text[:40]}"', text)
    elif _WORD.match(text) and f"\n[{text}]:" in source:
        yield _report(link.span, f'links the page "{text[:40]}", where a reference of that name is defined', text)


def _judge_end(link: LinkRef) -> Iterable[Report]:
    """Judge where a bare address ends."""
    kept = cut_address(link.url.raw)
    swallowed = link.url.raw[len(kept) :]
    if not swallowed.strip("，。；、）】」』》,;"):
        return
    span = link.url.span
    fix = Fix.safe("close the address", Edit(Span(span.start, span.start + len(kept)), f"<{kept}>"))
    yield Report(
        span,
        f'address runs into "{swallowed[:10]}"',
        hint="close the address in <…>",
        data={"url": kept},
        fix=fix,
    )


def _unresolved(post: Post, block: Block) -> Iterable[Report]:
    if block.kind in _OF_HTML:
        return
    for found in _UNRESOLVED.finditer(block.text):
        span = block.source_span(*found.span())
        is_code = any(start <= found.start() < end for start, end in block.code)
        if is_code or span.of(post.text) != found[0] or "`" in found[0]:
            continue
        is_reference = found[0].endswith("]")
        message = "links a reference that is not defined" if is_reference else "is written as a link, but is none"
        yield _report(span, message, found[0])


def _report(span: Span, message: str, url: str, severity: Severity | None = None) -> Report:
    hint = "give the address, or leave the link out"
    return Report(span, message, hint=hint, data={"url": url}, severity=severity)
