"""ATT002 source-no-link."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.origins import has_address, is_vague, origins


class SourceNoLink(PostRule[Options]):
    """A source is named, but nothing leads to it.

    Readers cannot check the text, and the source gets no visit for it.
    """

    code = "ATT002"
    name = "source-no-link"
    severity = Severity.WARNING
    valid = (
        Valid(post="A story.\n\n来源：[山地周报](https://weekly.example.com/a)\n"),
        Valid(
            post="---\ntitle: A\nsource_url: https://weekly.example.com/a\n---\nA story.\n\n来源：山地周报\n",
            why="the address stands in the front matter",
        ),
    )
    invalid = (Invalid(post="A story.\n\n来源：山地周报\n", reports=("来源：山地周报",)),)

    def check(self, post: Post) -> Iterable[Report]:
        if post.role not in ("post", "draft"):
            return
        named = [s for s in origins(post) if s.source and not s.url and not is_vague(s.source)]
        if not named or has_address(post):
            return
        first = named[0]
        yield Report(
            first.span,
            f'the source "{(first.source or "")[:60]}" has no link',
            hint="link the original article",
            data={"source": first.source, "sources": [s.source for s in named]},
        )
