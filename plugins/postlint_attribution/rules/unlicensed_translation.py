"""ATT009 unlicensed-translation."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.admission import admissions
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions


class UnlicensedTranslation(PostRule[Options]):
    """The post says itself that it was translated or reposted without permission.

    That is a declared breach of somebody's rights, printed where everybody can read it.
    """

    code = "ATT009"
    name = "unlicensed-translation"
    severity = Severity.WARNING
    about = Attributions
    valid = (
        Valid(post="原著者の許可を得て翻訳しました。\n"),
        Valid(post="未经授权，禁止转载。\n", why="a prohibition is no admission"),
        Valid(
            post="Source: https://example.org/a\n\nThis text may not be reposted without permission.\n",
            why="the terms of the source",
        ),
    )
    invalid = (
        Invalid(post="原文: https://example.org/a\n\nこの記事は無断翻訳です。\n", reports=("無断翻訳です",)),
        Invalid(
            post="Original: https://example.org/a\n\nTranslated without permission.\n",
            reports=("Translated without permission",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look for the admission in and beside the blocks that hold a statement."""
        found = judged(post)
        if found is None:
            return
        for span in admissions(found):
            yield Report(
                span,
                "the translation says itself that there is no permission",
                hint="ask for permission, or take the text down",
            )
