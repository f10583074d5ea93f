"""CNT002 script-in-post."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Url, Valid, late_pattern, option

# begins with plain letters, which are looked for twenty times as fast as a class of characters
_HANDLER = late_pattern(rb"on[^\s=>/\"'<]{2,}\s*=")
_BEFORE_A_NAME = (b" ", b"\t", b"\n", b"\r", b"\x0c", b'"', b"'", b"/")
_DATA_TYPES = ("application/ld+json", "application/json", "text/template", "text/x-template", "math/tex")


class ScriptInPostOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=(
            "platform.twitter.com",
            "gist.github.com",
            "www.instagram.com",
            "www.tiktok.com",
            "embed.reddit.com",
            "cpwebassets.codepen.io",
            "static.codepen.io",
            "asciinema.org",
            "player.bilibili.com",
        ),
        doc="Hosts whose embed scripts may stand in a post.",
    )


class ScriptInPost(PostRule[ScriptInPostOptions]):
    """A post holds a script, an event handler or a `javascript:` URL.

    It runs in every reader's browser with the rights of the site; imports bring it along unseen.

    Limits: what a template tag puts into the page is not seen.
    """

    code = "CNT002"
    name = "script-in-post"
    severity = Severity.WARNING
    valid = (
        Valid(post="Write `<script>` to start one.\n", why="code is text"),
        Valid(post='```html\n<p onclick="track()">\n```\n'),
        Valid(post="<p onclick>Text</p>\n", why="it runs nothing"),
        Valid(post='<script async src="https://platform.twitter.com/widgets.js"></script>\n'),
    )
    invalid = (
        Invalid(post="<script>track()</script>\n", reports=("<script>",)),
        Invalid(post='<p onclick="track()">Text</p>\n', reports=("track()",)),
        Invalid(post='<a href="javascript:track()">more</a>\n', reports=("javascript:track()",)),
    )

    def check(self, post: Post) -> Iterable[Report]:
        if "<" not in post.text or not post.body.outline.is_live(_places(post.source.folded, post.body_start)):
            return
        is_mdx = post.path.endswith(".mdx")
        for element in post.body.elements:
            if element.name == "script":
                source = element.value("src")
                kind = element.value("type").lower()
                host = Url(source, element.span).host if source else ""
                if kind.startswith(_DATA_TYPES) or host in self.options.allow_hosts:
                    continue
                what = f"from {host}" if host else "of its own"
                yield Report(
                    element.span,
                    f"the post runs a script {what}"[:100],
                    hint="move it to the site's layout, or delete it",
                    data={"host": host or None},
                )
                continue
            for attribute in element.attributes:
                is_handler = attribute.name.startswith("on") and len(attribute.name) > 3 and not is_mdx
                is_handler = is_handler and attribute.raw != ""
                is_url = attribute.name in ("href", "src", "action") and attribute.value.strip().lower().startswith(
                    "javascript:"
                )
                if (is_handler or is_url) and attribute.value.strip().lower().rstrip(";") not in (
                    "javascript:",
                    "javascript:void(0)",
                ):
                    fact = f"an {attribute.name} handler" if is_handler else "a javascript: URL"
                    yield Report(
                        attribute.value_span,
                        f"the post holds {fact}",
                        hint="delete it, or use a plain link",
                        data={"attribute": attribute.name},
                    )


def _places(folded: bytes, start: int) -> Iterator[int]:
    """Yield where a script, a `javascript:` URL or a handler may begin."""
    for mark in (b"<script", b"javascript:"):
        at = folded.find(mark, start)
        while at >= 0:
            yield at
            at = folded.find(mark, at + 1)
    for match in _HANDLER.finditer(folded, start):
        if folded[match.start() - 1 : match.start()] in _BEFORE_A_NAME:
            yield match.start()
