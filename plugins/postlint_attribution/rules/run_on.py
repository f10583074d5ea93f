"""ATT025 run-on."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid
from postlint_attribution.provenance import judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions


class RunOn(PostRule[Options]):
    """A source or credit is glued to the end of a paragraph.

    Readers overlook it, and so do themes and tools that look for a line of its own.

    Fix safety: unsafe, because the paragraph is changed. The statement becomes a paragraph of its own.
    """

    code = "ATT025"
    name = "run-on"
    severity = Severity.INFO
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = ("source-name", "source-link", "author-credit", "first-published", "translator-credit")
    valid = (Valid(post="他们沿着山路走了很久，天黑以前终于到了山顶的小屋。\n\n来源：晨光日报\n"),)
    invalid = (
        Invalid(
            post="他们沿着山路走了很久，天黑以前终于到了山顶的小屋，大家都说“不虚此行”。来源：晨光日报\n",
            reports=("来源：晨光日报",),
            fixed="他们沿着山路走了很久，天黑以前终于到了山顶的小屋，大家都说“不虚此行”。\n\n来源：晨光日报\n",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at statements that follow a sentence in the same paragraph and end it."""
        found = judged(post)
        if found is None:
            return
        for statement in found.attributions.of_kind(*self.topics):
            if statement.is_glued and len(statement.text) <= 60:
                yield Report(
                    statement.span,
                    f"{statement.quoted} is glued to the end of a paragraph",
                    hint="give it a paragraph of its own",
                    fix=_split(post, statement),
                )


def _split(post: Post, statement: Statement) -> Fix | None:
    block = post.view(Attributions).blocks[statement.block]
    if set(block.containers) or "<" in block.span.of(post.text):
        return None
    lead = post.text[block.span.start : statement.span.start]
    if post.text[max(0, block.span.start - 1) : block.span.start] not in ("", "\n", "\r"):
        return None
    end = block.span.start + len(lead.rstrip())
    return Fix.unsafe("start a paragraph", Edit(Span(end, statement.span.start), "\n\n"))
