"""ATT018 licence-no-link."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import (
    Edit,
    Fix,
    Fixable,
    Invalid,
    LinkRef,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Span,
    Valid,
)
from postlint_attribution.licences import find_licence, licence_of_url
from postlint_attribution.provenance import judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions


class LicenceNoLink(PostRule[Options]):
    """A licence is named, and nothing leads to its terms.

    Readers who want to use the text or picture cannot look up what they may do; the licences themselves ask
    for a link.

    Fix safety: unsafe. The name is linked to the licence's own page where kind and version are given.
    """

    code = "ATT018"
    name = "licence-no-link"
    severity = Severity.WARNING
    severities = (Severity.WARNING, Severity.INFO)
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = ("licence",)
    valid = (
        Valid(post="本文采用 [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/) 协议。\n"),
        Valid(post="The tool is released under the MIT licence.\n", why="software is another matter"),
        Valid(post="本文采用 CC 协议授权。\n", why="which of them is not said"),
    )
    invalid = (
        Invalid(
            post="本文采用 CC BY-SA 4.0 协议。\n",
            reports=("CC BY-SA 4.0",),
            fixed="本文采用 [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/) 协议。\n",
            message="CC BY-SA 4.0 is named without a link to its terms",
        ),
        Invalid(
            post="![Sea](a.jpg)\n\n*Rita Moss, CC BY 2.0*\n",
            reports=("CC BY 2.0",),
            fixed="![Sea](a.jpg)\n\n*Rita Moss, [CC BY 2.0](https://creativecommons.org/licenses/by/2.0/)*\n",
            severity="info",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at licence statements whose block links no licence."""
        found = judged(post)
        if found is None:
            return
        for statement in found.attributions.of_kind("licence"):
            # "CC" alone is no known licence: that is another problem
            if statement.licence in (None, "CC", "LicenseRef-PublicDomain"):
                continue
            block = post.view(Attributions).blocks[statement.block]
            links = [link for _, _, link in block.links]
            if any(licence_of_url(link.url.text) or _is_on_name(link, post, statement) for link in links):
                continue
            yield self._report(post, statement)

    def _report(self, post: Post, statement: Statement) -> Report:
        block = post.view(Attributions).blocks[statement.block]
        named = find_licence(statement.text)
        span, fix, title = statement.span, None, statement.licence or ""
        if named is not None and not statement.is_hidden:
            at = block.text.find(statement.text)
            if at >= 0:
                span = block.source_span(at + named.start, at + named.end)
            written = statement.text[named.start : named.end].rstrip()
            span = Span(span.start, span.start + len(written)) if span.of(post.text).startswith(written) else span
            title = named.title
            is_plain = span.of(post.text) == written and not re.search(r"[\[\]<>]", written)
            if named.deed and is_plain and not post.body.dialect.is_html and "<" not in block.span.of(post.text):
                fix = Fix.unsafe("link the licence", Edit(span, f"[{written}]({named.deed})"))
        return Report(
            span,
            f"{title} is named without a link to its terms",
            hint="link the licence's page",
            data={"licence": statement.licence},
            fix=fix,
            severity=Severity.INFO if statement.subject == "image" else Severity.WARNING,
        )


def _is_on_name(link: LinkRef, post: Post, statement: Statement) -> bool:
    """Tell whether a link's text is the licence's name."""
    is_near = link.text_span.start < statement.span.end and statement.span.start < link.text_span.end
    return is_near and find_licence(link.text or link.text_span.of(post.text)) is not None
