"""ATT008 original-on-repost."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Valid, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.provenance import judged
from postlint_attribution.title_marks import title_mark
from postlint_attribution.view import Attributions

_MARK = late_pattern(r"^\s*(?P<mark>[\[【（(［「]\s*原创\s*[\]】）)］」])")
_OF_TRANSLATION = late_pattern(fold(r"原创\s*(?:翻译|编译|译)|翻译|번역"))


class OriginalOnRepost(PostRule[Options]):
    """The post calls itself original and names somebody else as its source.

    One of the two is wrong. Readers and search engines that believe the claim credit the wrong site.

    Limits: teams that call their translations "original" mean the translation and are left alone.
    """

    code = "ATT008"
    name = "original-on-repost"
    severity = Severity.WARNING
    about = Attributions
    topics = SOURCE_KINDS
    valid = (
        Valid(post="本文为原创文章。\n"),
        Valid(post="原文：https://example.org/a\n\n本文由晨光组原创编译。\n", why="the translation is their own"),
    )
    invalid = (
        Invalid(
            post="本文转自 [晨光社区](https://example.org/a)\n\n正文。\n\n本文为原创文章。\n",
            reports=("本文为原创文章",),
        ),
        Invalid(
            post='---\ntitle: "[原创] 山路"\n---\n本文转自 [晨光社区](https://example.org/a)\n\n正文。\n',
            reports=("[原创]",),
            message="[原创] calls the post original, but it names somebody else as its source",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at claims of originality next to a foreign source."""
        found = judged(post)
        if found is None:
            return
        claims = [
            s for s in found.attributions.of_kind("originality-claim") if not _OF_TRANSLATION.search(fold(s.text))
        ]
        source = next((s for s in found.foreign if s.subject == "post"), None)
        if source is None or any(s.kind == "translator-credit" for s in found.statements):
            return
        mark = title_mark(post, _MARK)
        spoken = [(mark, mark.of(post.text))] if mark else []
        for span, quoted in [*spoken, *((claim.span, claim.quoted) for claim in claims)]:
            yield Report(
                span,
                f"{quoted} calls the post original, but it names somebody else as its source",
                hint="keep the claim or the source, whichever is true",
                related=(Related(source.span, "the source"),),
            )
