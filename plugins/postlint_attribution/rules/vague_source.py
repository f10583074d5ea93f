"""ATT005 vague-source."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.origins import is_vague, origins


class VagueSource(PostRule[Options]):
    """A source names nobody: "the internet".

    Readers learn only that the text is not the site's own.
    """

    code = "ATT005"
    name = "vague-source"
    severity = Severity.WARNING
    valid = (Valid(post="A story.\n\n来源：山地周报\n"),)
    invalid = (Invalid(post="A story.\n\n来源：网络\n", reports=("来源：网络",)),)

    def check(self, post: Post) -> Iterable[Report]:
        if post.role not in ("post", "draft"):
            return
        for statement in origins(post):
            if statement.source and is_vague(statement.source) and not statement.url:
                yield Report(
                    statement.span,
                    f'the source "{statement.source}" names nobody',
                    hint="name the author or the outlet, with a link",
                )
