"""ATT026 stray-boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.provenance import judged
from postlint_attribution.removal import removal_of
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_LEADS = late_pattern(
    fold(
        r"(?:阅读|查看|点击)(?:英文)?(?:原文|全文)|扫(?:一扫|码|描)|长按|二维码|read\s+(?:more|the\s+full)|continue\s+reading|続きを読む|더\s?읽기"
    ),
    re.IGNORECASE,
)
_REACH = 2


class StrayBoilerplate(PostRule[Options]):
    """A line left over from where the text lived asks for a click or scan that leads nowhere.

    "阅读原文" without its link and "扫码关注" without its picture only make sense on the platform that the
    text was copied from.

    Fix safety: unsafe, because the line may be wanted once its link is back.
    """

    code = "ATT026"
    name = "stray-boilerplate"
    severity = Severity.INFO
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = ("syndication-boilerplate",)
    valid = (
        Valid(post="[阅读原文](https://example.org/a)\n"),
        Valid(post="欢迎扫码关注：\n\n![二维码](qr.png)\n"),
    )
    invalid = (
        Invalid(post="正文。\n\n阅读原文\n", reports=("阅读原文",), fixed="正文。\n", variants=False),
        Invalid(post="正文。\n\n更多文章请扫码关注公众号，每周一篇。\n", reports=("更多文章请扫码关注公众号",)),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look for a link or picture near each line."""
        found = judged(post)
        if found is None:
            return
        for statement in found.attributions.of_kind("syndication-boilerplate"):
            if _LEADS.search(fold(statement.text)) and not _leads_somewhere(post, statement):
                block = post.view(Attributions).blocks[statement.block]
                is_whole = block.kind == "paragraph" and block.span.of(post.text).strip() == statement.text.strip()
                yield Report(
                    statement.span,
                    f"{statement.quoted} asks for a click or scan, but no link or picture is near",
                    hint="link it, or leave it out",
                    fix=Fix.unsafe("remove the line", removal_of(post, block)) if is_whole else None,
                )


def _leads_somewhere(post: Post, statement: Statement) -> bool:
    blocks = post.view(Attributions).blocks
    near = blocks[max(0, statement.block - _REACH) : statement.block + _REACH + 1]
    return any(block.images or block.links for block in near)
