"""ATT020 licence-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Valid, late_pattern
from postlint_attribution.declared import Fact
from postlint_attribution.folding import fold
from postlint_attribution.licences import find_licence, licence_of_url
from postlint_attribution.provenance import judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_OTHER_PART = late_pattern(
    r"代码|图片|照片|素材|字体|音乐|数据|原文|源码|code|image|photo|data|font|original", re.IGNORECASE
)


class LicenceConflict(PostRule[Options]):
    """Two licences are stated for the same text.

    A reader cannot know which terms hold; the front matter's one is what the theme prints.

    Limits: only licences with kind and version are compared; statements about code, pictures or the original
    are about something else.
    """

    code = "ATT020"
    name = "licence-conflict"
    severity = Severity.ERROR
    about = Attributions
    topics = ("licence",)
    valid = (
        Valid(post="本文采用 CC BY 4.0 协议。\n\n正文。\n\n本文采用 CC BY 4.0 许可。\n"),
        Valid(post="本文采用 CC BY 4.0 协议。\n\n文中代码采用 CC0 许可。\n", why="code and text may differ"),
    )
    invalid = (
        Invalid(
            post="本文采用 CC BY 4.0 协议。\n\n正文。\n\n本文采用 CC BY-NC 4.0 许可。\n",
            reports=("采用 CC BY-NC 4.0 许可",),
            message="CC-BY-NC-4.0 contradicts CC-BY-4.0",
        ),
        Invalid(
            post="---\ntitle: 山路\nlicense: CC BY-SA 4.0\n---\n本文采用 CC BY 4.0 协议。\n",
            reports=("采用 CC BY 4.0 协议",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare the licences of the post with each other and with front matter."""
        found = judged(post)
        if found is None:
            return
        stated = [s for s in found.attributions.of_kind("licence") if _is_of_text(post, s)]
        if not stated:
            return
        first = stated[0]
        for statement in stated[1:]:
            if statement.licence != first.licence:
                yield _report(statement, first.licence or "", Related(first.span, "the other licence"))
                return
        for fact in found.declared.of("licence"):
            declared = _identifier(fact)
            if declared and declared != first.licence:
                yield _report(first, declared, Related(fact.span, f"`{fact.key}` here"))
                return


def _is_of_text(post: Post, statement: Statement) -> bool:
    if statement.subject != "post" or statement.is_hidden or not _is_exact(statement.licence):
        return False
    block = post.view(Attributions).blocks[statement.block]
    return not _OTHER_PART.search(fold(block.text[:200]))


def _is_exact(identifier: str | None) -> bool:
    return identifier is not None and (
        identifier == "CC0-1.0" or re.fullmatch(r"CC-BY[A-Z-]*-\d\.\d", identifier) is not None
    )


def _identifier(fact: Fact) -> str | None:
    if fact.value.startswith("http"):
        return licence_of_url(fact.value)
    named = find_licence(fact.value)
    return named.identifier if named and named.is_exact and _is_exact(named.identifier) else None


def _report(statement: Statement, other: str, related: Related) -> Report:
    return Report(
        statement.span,
        f"{statement.licence} contradicts {other}",
        hint="state one licence",
        data={"licence": statement.licence, "other": other},
        related=(related,),
    )
