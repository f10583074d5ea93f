"""ATT011 link-to-home."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, late_pattern
from postlint_attribution.addresses import host_of
from postlint_attribution.folding import fold
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.provenance import judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_ONE_TEXT = late_pattern(
    fold(r"[本此这]文|原文(?=[发刊载登首最])|这?篇|文章|帖子|原帖|article|\bpost\b|story|letter|記事|글"),
    re.IGNORECASE,
)
_TITLE_WORDS = 3


class LinkToHome(PostRule[Options]):
    """The link to the original leads to a front page.

    A reader who follows it lands on whatever is new there today, not on the text.
    """

    code = "ATT011"
    name = "link-to-home"
    severity = Severity.INFO
    about = Attributions
    topics = SOURCE_KINDS
    valid = (
        Valid(post="原文：https://example.org/2020/a\n"),
        Valid(post="译自 https://example.org/\n", why="a project's front page can be the original itself"),
        Valid(post="原文：<https://example.org/>\n", why="nothing says that it was an article"),
    )
    invalid = (
        Invalid(post="本文首发于 [晨光网](https://example.org/)。\n", reports=("https://example.org/",)),
        Invalid(
            post="原文地址：[How rivers find the sea](https://example.org/)\n",
            reports=("https://example.org/",),
            why="the title is that of one text",
        ),
        Invalid(
            post="This post was originally published on [the blog](https://example.org).\n",
            reports=("https://example.org",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at sources that speak of one text and link no page."""
        found = judged(post)
        if found is None:
            return
        for statement in found.linked:
            if statement.role != "home" or statement.is_hidden or found.is_own(statement.url or ""):
                continue
            start = max(0, statement.span.start - 30)
            lead = fold(post.text[start : statement.span.start] + statement.text)
            if _ONE_TEXT.search(lead) or _is_titled(statement):
                yield Report(
                    statement.url_span or statement.span,
                    f"the source's link leads to the front page of {host_of(statement.url or '')}, not to the text",
                    hint="link the page of the text itself",
                    data={"url": statement.url},
                )


def _is_titled(statement: Statement) -> bool:
    """Tell whether a link to the original bears a title: what has three words is no project's name."""
    value = statement.text.removeprefix(statement.cue).strip(" :：")
    return "原文" in fold(statement.cue) and "://" not in value and len(value.split()) >= _TITLE_WORDS
