"""ATT022 comment-only."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.view import Attributions


class CommentOnly(PostRule[Options]):
    """A source or credit stands only where readers never see it.

    HTML comments and link definitions used as comments are not shown, so nobody is credited.
    """

    code = "ATT022"
    name = "comment-only"
    severity = Severity.INFO
    severities = (Severity.INFO, Severity.WARNING)
    about = Attributions
    topics = ("source-link", "photo-credit")
    valid = (
        Valid(
            post="via: https://example.org/a\n\n[#]: via: (https://example.org/a)\n",
            why="it is visible as well",
        ),
        Valid(post="<!-- a note for editors -->\n\nText.\n"),
    )
    invalid = (
        Invalid(
            post="Text.\n\n<!-- image taken from: https://example.org/sea -->\n",
            reports=("image taken from: https://example.org/sea",),
        ),
        Invalid(
            post="正文。\n\n<!-- 图片来自 https://example.org/sea -->\n",
            reports=("图片来自 https://example.org/sea",),
        ),
        Invalid(
            post="Text.\n\n<!-- Original: https://example.org/walk -->\n",
            reports=("Original: https://example.org/walk",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare hidden addresses with visible ones."""
        found = judged(post)
        if found is None:
            return
        has_visible_source = any(s.kind == "source-link" and not s.is_hidden for s in found.statements)
        for statement in found.statements:
            if not statement.is_hidden or not statement.url or statement.kind not in ("source-link", "photo-credit"):
                continue
            if statement.kind == "source-link" and has_visible_source:
                continue
            if _is_alternative(post, statement.block) or _is_visible(post, found, statement.url):
                continue
            is_owed = statement.licence is not None and statement.licence.startswith("CC-BY")
            yield Report(
                statement.span,
                f"{statement.quoted} stands in a comment only, which readers never see",
                hint="write it into the text",
                data={"url": statement.url},
                severity=Severity.WARNING if is_owed else Severity.INFO,
            )


def _is_alternative(post: Post, at: int) -> bool:
    """Tell whether a hidden statement is that of a picture's alternative text, which some readers get."""
    return bool(post.view(Attributions).blocks[at].images)


def _is_visible(post: Post, found: Provenance, url: str) -> bool:
    """Tell whether readers get an address elsewhere."""
    if any(s.url == url for s in found.statements if not s.is_hidden):
        return True
    return any(link.url.text == url for link in post.links)
