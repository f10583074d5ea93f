"""ATT021 duplicate-notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from postlint import Fix, Fixable, Invalid, Options, Post, PostRule, Related, Report, Severity, Span, Valid
from postlint_attribution.folding import fold_name
from postlint_attribution.provenance import judged
from postlint_attribution.removal import removal_of
from postlint_attribution.view import Attributions

_KINDS = (
    "rights-notice", "reuse-terms", "repost-forbidden", "takedown-offer", "views-disclaimer", "originality-claim",
    "licence", "source-link", "first-published", "self-link", "permission-obtained",
)  # fmt: skip


class DuplicateNotice(PostRule[Options]):
    """The same notice stands in the post twice.

    Two copies are noise for readers and drift apart when one of them is changed.

    Fix safety: unsafe. Only a later paragraph that equals the earlier one is removed.
    """

    code = "ATT021"
    name = "duplicate-notice"
    severity = Severity.INFO
    fixable = Fixable.SOMETIMES
    about = Attributions
    valid = (Valid(post="转载请注明出处。\n\n正文。\n"),)
    invalid = (
        Invalid(
            post="转载请注明出处。\n\n正文。\n\n转载请注明出处。\n",
            reports=("转载请注明出处",),
            fixed="转载请注明出处。\n\n正文。\n",
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare the notices when folded."""
        found = judged(post)
        if found is None or len(found.statements) < 2:
            return
        counts = Counter((s.kind, len(s.text)) for s in found.statements)
        if max(counts.values()) < 2:
            return
        seen: dict[tuple[str, str, str], Span] = {}
        for statement in found.statements:
            folded = fold_name(statement.text)
            if statement.kind not in _KINDS or statement.subject == "image" or len(folded) < 4 or statement.is_hidden:
                continue
            key = (statement.kind, folded, statement.url or "")
            first = seen.setdefault(key, statement.span)
            if first is statement.span:
                continue
            yield Report(
                statement.span,
                f"the notice {statement.quoted} stands further up, too",
                hint="keep one of them",
                fix=_removal(post, first, statement.block),
                related=(Related(first, "the first one"),),
            )


def _removal(post: Post, first: Span, at: int) -> Fix | None:
    later = post.view(Attributions).blocks[at]
    earlier = next((block for block in post.view(Attributions).blocks[:at] if block.span.holds(first)), None)
    if earlier is None or later.kind != "paragraph" or earlier.span.of(post.text) != later.span.of(post.text):
        return None
    return Fix.unsafe("remove the later one", removal_of(post, later))
