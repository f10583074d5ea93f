"""ATT001 rights-no-source."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, late_pattern
from postlint_attribution.declared import same_name
from postlint_attribution.folding import fold
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_OTHERS = late_pattern(
    r"归(?:属于?)?\s*(?:于)?\s*(?:原|该|各|其|文章)?\s*(?:作者|著作?者|创|平台|网站|媒体|机构|版权方)|向原创|属(?:于)?原|原作者所有|原著|"
    r"원작자|원저자|원저작자|original (?:author|owner|creator)|respective (?:author|owner)",
    re.IGNORECASE,
)
_OWN = late_pattern(r"博客园|本站|本人|本博|本文作者|作者和|作者与")


class RightsNoSource(PostRule[Options]):
    """A rights notice speaks of the original author, and no source is named.

    Readers learn that the text is taken, but not from whom, and the rights holder cannot be found or asked.
    The notice grants nothing and gives no permission.

    Limits: a notice about a picture is left to the rules about credits.
    """

    code = "ATT001"
    name = "rights-no-source"
    severity = Severity.ERROR
    about = Attributions
    topics = ("rights-notice",)
    valid = (
        Valid(post="版权归原作者所有。\n\n来源：晨光日报 https://example.org/a\n"),
        Valid(
            post="---\ntitle: 山路\nsource_url: https://example.org/a\n---\n正文。\n\n版权归原作者所有。\n",
            why="front matter names the source",
        ),
        Valid(
            post="（注：图截取自《晨光内核》第三版，版权归原作者所有）\n\n![](map.png)\n\n正文。\n",
            why="the notice is that of a picture, whose source is named before it",
        ),
        Valid(post="版权所有 © 2020 林小溪\n", why="the site's own notice needs no source"),
    )
    invalid = (
        Invalid(
            post="正文。\n\n版权归原作者所有，向原创致敬\n",
            reports=("版权归原作者所有，向原创致敬",),
            message="rights of the original author are stated, but no source is named",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at rights notices that speak of somebody else."""
        found = judged(post)
        if found is None:
            return
        notices = [s for s in found.attributions.of_kind("rights-notice") if _is_of_another(s, found)]
        if not notices or found.has_source or found.attributions.of_kind("author-credit", "self-link"):
            return
        for notice in notices:
            yield Report(
                notice.span,
                "rights of the original author are stated, but no source is named",
                hint="name the source with its address",
                data={"holder": notice.author},
            )


def _is_of_another(notice: Statement, found: Provenance) -> bool:
    text = fold(notice.text)
    if (
        notice.subject == "image"
        or _is_of_picture(notice, found)
        or _OWN.search(text)
        or re.search(r"图片?|素材|影片|视频|音乐|image|photo", text)
    ):
        return False
    if _OTHERS.search(text):
        authors = found.declared.of("author")
        return not (notice.author and any(same_name(notice.author, fact.value) for fact in authors))
    return False


def _is_of_picture(notice: Statement, found: Provenance) -> bool:
    """Tell whether a notice stands behind a picture's credit, in its block."""
    credits_ = found.attributions.of_kind("photo-credit")
    return any(s.block == notice.block and s.span.start < notice.span.start for s in credits_)
