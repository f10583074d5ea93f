"""ATT005 vague-source."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.provenance import is_vague, judged
from postlint_attribution.view import Attributions


class VagueSource(PostRule[Options]):
    """The source is given as "the internet".

    That names nobody: neither a reader nor the person who made the text or picture can do anything with it.
    """

    code = "ATT005"
    name = "vague-source"
    severity = Severity.WARNING
    about = Attributions
    valid = (
        Valid(post="来源：晨光日报\n"),
        Valid(post="这些攻击来自网络的另一端。\n", why="prose about networks"),
        Valid(post="版权保留，网络转载请注明来源，谢谢。\n", why="terms for those who copy on the network"),
    )
    invalid = (
        Invalid(post="正文。\n\n来源：网络\n", reports=("来源：网络",)),
        Invalid(post="图片来源于网络，如有侵权请联系我删除。\n", reports=("图片来源于网络",)),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at statements that name the network."""
        found = judged(post)
        if found is None:
            return
        seen = -1
        for statement in found.statements:
            if not is_vague(statement) or statement.span.start < seen:
                continue
            seen = statement.span.end
            yield Report(
                statement.span,
                "the source is the internet: nobody is named",
                hint="name the page or the person, or leave out what has no source",
                data={"kind": statement.kind},
            )
