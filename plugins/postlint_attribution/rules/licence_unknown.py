"""ATT019 licence-unknown."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Edit, Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Span, Valid
from postlint_attribution.licences import Licence, find_licence, licence_of_url
from postlint_attribution.provenance import judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions


class LicenceUnknown(PostRule[Options]):
    """A licence is named in a way that leaves open which one is meant.

    "CC 协议" and "CC BY" without a version name a family, not terms; a spelling of one's own is found by no
    reader and no tool.

    Fix safety: unsafe. Only the order of a name with a version is changed.

    Limits: pictures are left alone, as their makers chose the words.
    """

    code = "ATT019"
    name = "licence-unknown"
    severity = Severity.WARNING
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = ("licence",)
    valid = (
        Valid(post="本文采用 CC BY-SA 4.0 协议。\n"),
        Valid(
            post="本文采用 [CC BY-SA](https://creativecommons.org/licenses/by-sa/4.0/) 协议。\n",
            why="the link tells",
        ),
    )
    invalid = (
        Invalid(post="本文采用 CC BY-SA 协议。\n", reports=("CC BY-SA",), message="CC BY-SA has no version"),
        Invalid(
            post="本文采用 CC 4.0 BY-SA 协议。\n",
            reports=("CC 4.0 BY-SA",),
            fixed="本文采用 CC BY-SA 4.0 协议。\n",
            message="CC 4.0 BY-SA is no licence's name",
        ),
        Invalid(
            post="本文采用 [CC-BY SA 3.0](https://creativecommons.org/licenses/by-sa/3.0/) 协议。\n",
            reports=("CC-BY SA 3.0",),
            fixed="本文采用 [CC BY-SA 3.0](https://creativecommons.org/licenses/by-sa/3.0/) 协议。\n",
            why="a link does not mend the name",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at licences of the post whose kind or version is not clear."""
        found = judged(post)
        if found is None:
            return
        for statement in found.attributions.of_kind("licence"):
            if statement.subject != "post" or statement.is_hidden:
                continue
            block = post.view(Attributions).blocks[statement.block]
            named = find_licence(statement.text)
            if named is None or (named.is_exact and named.is_usual):
                continue
            is_linked = any(licence_of_url(link.url.text) for _, _, link in block.links)
            if is_linked and not named.is_exact:
                # the terms that are linked have a version
                continue
            yield _report(post, statement, named)


def _report(post: Post, statement: Statement, named: Licence) -> Report:
    block = post.view(Attributions).blocks[statement.block]
    at = max(0, block.text.find(statement.text))
    written = statement.text[named.start : named.end].strip()
    span = block.source_span(at + named.start, at + named.end)
    span = Span(span.start, span.start + len(written)) if span.of(post.text).startswith(written) else span
    fix = None
    if named.is_exact and not named.is_usual and span.of(post.text) == written:
        fix = Fix.unsafe("write the licence's name", Edit(span, named.title))
    what = "is no licence's name" if named.is_exact else "has no version"
    return Report(
        span,
        f"{written[:40]} {what}",
        hint="name kind and version, as in CC BY-SA 4.0",
        data={"licence": named.identifier},
        fix=fix,
    )
