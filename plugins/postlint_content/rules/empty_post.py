"""CNT001 empty-post."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, late_pattern

# the next block that begins with a letter
_PARAGRAPH = late_pattern(r"\n\n(?=[^\W_])")
_LEAD = late_pattern(r"[\s#>*+-]{0,2000}")
# why a post is left out that its writer keeps back
_UNPUBLISHED = frozenset({"draft", "unpublished"})
# posts that are nothing but a pointer to somewhere else
_POINTERS = ("link", "redirect", "redirect_to", "external_url", "external-url", "canonical_url")


class EmptyPost(PostRule[Options]):
    """A post has no content.

    Readers open a page with a heading and nothing below. Text, pictures, embeds and template tags count as
    content; drafts, pages, posts that point elsewhere and those that their front matter keeps back are not reported.
    """

    code = "CNT001"
    name = "empty-post"
    severity = Severity.WARNING
    valid = (
        Valid(post="---\ntitle: A walk\n---\nText.\n"),
        Valid(post="---\ntitle: A walk\n---\n![The lake](/lake.png)\n", why="a picture is content"),
        Valid(
            post="---\ntitle: A template\npublished: false\n---\n",
            generator="hexo",
            path="source/_posts/a.md",
            why="nobody sees it",
        ),
        Valid(post="---\ntitle: A walk\n---\n{{< gallery >}}\n", generator="hugo", path="content/posts/a.md"),
    )
    invalid = (Invalid(post="---\ntitle: A walk\n---\n\n<p>&nbsp;</p>\n", reports=("---",), variants=False),)

    def check(self, post: Post) -> Iterable[Report]:
        if post.role != "post" or has_content(post) or post.outcome.cause in _UNPUBLISHED:
            return
        front_matter = post.front_matter
        if front_matter is not None and front_matter.find_any(*_POINTERS) is not None:
            return
        span = front_matter.opening if front_matter is not None else Span(0, 0)
        yield Report(span, "the post has no content", hint="write it, or make it a draft")


def has_content(post: Post) -> bool:
    """Tell whether readers see anything; the first character decides in nearly every post."""
    text, start = post.text, post.body_start
    if _begins_with_text(text, start) or post.images:
        return True
    return _goes_on_with_text(text, start) or post.body.has_visible_content


def _begins_with_text(text: str, start: int) -> bool:
    """Tell whether the first character after blanks and marks of headings, lists, quotations and emphasis is seen."""
    at = _LEAD.match(text, start).end()  # type: ignore[union-attr]  # it always matches
    first = text[at : at + 1]
    return first.isalnum() or (first > "\x7f" and first.isprintable())


def _goes_on_with_text(text: str, start: int) -> bool:
    """Tell whether a later paragraph is surely seen: no comment, script or tag has begun before it."""
    match = _PARAGRAPH.search(text, start)
    return match is not None and "<" not in text[start : match.start()] and "{" not in text[start : match.start()]
