"""ATT016 image-uncredited."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Valid, late_pattern
from postlint_attribution.provenance import is_vague, judged
from postlint_attribution.view import Attributions

_ADDRESS = late_pattern(r"https?://")


class ImageUncredited(PostRule[Options]):
    """A picture of somebody else has no credit, though the post credits others or says it is not its own.

    "Pictures from the internet" shows that they were taken, and leaves out from whom.

    Limits: a post that credits no picture at all is left alone, as are pictures on the site itself.
    """

    code = "ATT016"
    name = "image-uncredited"
    severity = Severity.INFO
    about = Attributions
    topics = ("photo-credit",)
    valid = (
        Valid(post="![海](https://example.org/a.jpg)\n\n图片来源：晨光图库\n"),
        Valid(post="![海](https://example.org/a.jpg)\n\n正文。\n", why="no picture is credited"),
    )
    invalid = (
        Invalid(
            post="![海](https://example.org/a.jpg)\n\n图片来源于网络\n",
            reports=("![海](https://example.org/a.jpg)",),
            message="the picture is said to be from the internet, not from whom",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at credits that name nobody."""
        found = judged(post)
        if found is None:
            return
        taken = [image for image in post.images if _ADDRESS.match(image.url.text)]
        seen = set()
        for statement in found.attributions.of_kind("photo-credit"):
            if not taken or not is_vague(statement):
                continue
            # a credit stands below its picture, and one for all of them above or below all
            image = next((image for image in reversed(taken) if image.span.end <= statement.span.start), taken[0])
            if image.span in seen:
                continue
            seen.add(image.span)
            yield Report(
                image.span,
                "the picture is said to be from the internet, not from whom",
                hint="credit each picture, or use pictures of your own",
                related=(Related(statement.span, "said here"),),
            )
