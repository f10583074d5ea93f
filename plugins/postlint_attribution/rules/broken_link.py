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
)
from postlint_attribution.provenance import judged
from postlint_attribution.values import cut_address

_PLACEHOLDER = re.compile(r"^(?:undefined|null|none|url|link|todo|#|about:blank|https?://)$", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{.*\}\}|\$\{.*\}|<%.*%>")
_UNRESOLVED = re.compile(r"(?<!!)\[(?P<text>[^\]\n]+)\]\[[^\]\n]*\]")


class BrokenLink(PostRule[Options]):
    """The link of a source or credit leads nowhere.

    A template that was not filled, a reference without a definition or an address that swallowed the text
    behind it gives readers a dead link where the credit should be.

    Fix safety: safe. Only a bare address that runs into other text is fixed, by closing it in `<…>` before
    that text.
    """

    code = "ATT014"
    name = "broken-link"
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="译者：[林小溪](https://example.org/lin)\n"),
        Valid(post="原文：[山路][1]\n\n[1]: https://example.org/a\n"),
    )
    invalid = (
        Invalid(post="译者：[林小溪](undefined)\n", reports=("[林小溪](undefined)",)),
        Invalid(post="作者：[林小溪][a]\n", reports=("[林小溪][a]",)),
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
        if found is None or not found.statements:
            return
        blocks = post.blocks
        kinds = (
            "source-link",
            "source-name",
            "author-credit",
            "translator-credit",
            "first-published",
            "photo-credit",
        )
        for at in sorted({s.block for s in found.statements if s.kind in kinds and not s.is_hidden}):
            block = blocks[at]
            if len(block.text) > 600:
                continue
            for _, _, link in block.links:
                report = _judge(post, link)
                if report is not None:
                    yield report
            yield from _unresolved(post, block)


def _judge(post: Post, link: LinkRef) -> Report | None:
    text = link.url.text.strip()
    if not text or _PLACEHOLDER.match(text):
        return _report(link.span, f'links "{text}"' if text else "links nothing", text)
    if _TEMPLATE.search(text) and not link.is_dynamic:
        return _report(link.url.span, "links a template that was not filled", text)
    if link.kind != "bare":
        return None
    kept = cut_address(link.url.raw)
    if len(kept) >= len(link.url.raw) or link.url.raw[len(kept) :].strip("，。；、）】」』》,;") == "":
        return None
    span = link.url.span
    end = span.start + len(kept)
    fix = Fix.safe("close the address", Edit(Span(span.start, end), f"<{kept}>"))
    return Report(
        span,
        f'address runs into "{link.url.raw[len(kept) :][:10]}"',
        hint="close the address in <…>",
        data={"url": kept},
        fix=fix,
    )


def _unresolved(post: Post, block: Block) -> Iterable[Report]:
    for found in _UNRESOLVED.finditer(block.text):
        span = block.source_span(*found.span())
        if span.of(post.text) == found[0] and "`" not in found[0]:
            yield _report(span, "links a reference that is not defined", found[0])


def _report(span: Span, message: str, url: str) -> Report:
    return Report(span, message, hint="give the address, or leave the link out", data={"url": url})
