"""ATT001 rights-no-source."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.origins import origins, source_entries
from postlint_attribution.view import Attributions

_OTHERS = ("原作者", "原著者", "作者所有", "原文", "원작자", "original author", "respective owner")


class RightsNoSource(PostRule[Options]):
    """A rights notice speaks for an author whom nothing names.

    Readers learn that the text is somebody else's, but not whose; the author can neither be asked nor
    credited. A notice for the site's own author is not meant.
    """

    code = "ATT001"
    name = "rights-no-source"
    severity = Severity.ERROR
    valid = (
        Valid(post="A story.\n\n来源：山地周报\n\n版权归原作者所有\n", why="the source is named"),
        Valid(post="A story without any notice.\n"),
    )
    invalid = (Invalid(post="A story.\n\n版权归原作者所有\n", reports=("版权归原作者所有",)),)

    def check(self, post: Post) -> Iterable[Report]:
        if post.role not in ("post", "draft"):
            return
        view = post.view(Attributions)
        notices = [s for s in view.of_kind("rights-notice") if s.subject in ("post", "part")]
        foreign = [s for s in notices if any(word in s.text.lower() for word in _OTHERS)]
        if not foreign or origins(post) or source_entries(post) or view.of_kind("author-credit", "self-link"):
            return
        yield Report(
            foreign[0].span,
            "the rights are somebody else's, but no source is named",
            hint="name the source, with a link to it",
        )
