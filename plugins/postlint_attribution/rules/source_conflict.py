"""ATT003 source-conflict."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Span, Valid
from postlint_attribution.origins import SOURCE_NAME_KEYS, fold, is_vague, origins

# a longer row of lines that look alike is a list of something else
_AT_MOST = 3


class SourceConflict(PostRule[Options]):
    """A post names two sources that cannot both be right.

    At least one credit is wrong, or the text went through hands that nobody declares. Addresses of
    different roles (first publication, original, repost) do not conflict.
    """

    code = "ATT003"
    name = "source-conflict"
    severity = Severity.ERROR
    valid = (
        Valid(post="A story.\n\n来源：山地周报\n\n（来源：山地周报）\n", why="the same name twice"),
        Valid(post="A story.\n\n来源：山地周报\n"),
    )
    invalid = (Invalid(post="A story.\n\n来源：山地周报\n\n【来源：高山日报】\n", reports=("【来源：高山日报】",)),)

    def check(self, post: Post) -> Iterable[Report]:
        if post.role not in ("post", "draft"):
            return
        named = [
            (fold(s.source), s.source, s.span)
            for s in origins(post)
            if s.source and s.kind == "source-name" and s.subject == "post" and not is_vague(s.source)
        ]
        if len(named) > _AT_MOST:
            return
        named += self._in_front_matter(post)
        for key, name, span in named[1:]:
            first_key, first, first_span = named[0]
            if key and first_key and key not in first_key and first_key not in key:
                yield Report(
                    span,
                    f'the source is "{name[:35]}" here, but "{first[:35]}" elsewhere',
                    hint="keep the right one, or say who reposted from whom",
                    related=(Related(first_span, f"the other source: {first[:60]}"),),
                    data={"sources": [first, name]},
                )
                return

    @staticmethod
    def _in_front_matter(post: Post) -> list[tuple[str, str, Span]]:
        if post.front_matter is None:
            return []
        entry = post.front_matter.find_any(*SOURCE_NAME_KEYS)
        if entry is None or not isinstance(entry.value, str) or urlsplit(entry.value).netloc:
            return []
        return [(fold(entry.value), entry.value, entry.node.span)]
