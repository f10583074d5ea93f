"""ATT027 takedown-no-contact."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions

_CONTACT = late_pattern(
    r"[\w.+-]+\s*(?:@|＠|#|\[at\]|\(at\))\s*[\w-]+(?:\.|\[dot\]|\s?dot\s?)\w+|(?<!\w)@\w{2,}|(?:微信|wechat|QQ|qq|公众号|telegram|电话|手机|邮箱|email|mail|メール|메일)"
    r"[^，。\n]{0,6}[：:]?\s*[A-Za-z0-9_]{4,}|留言|评论|issue|comments?\b|댓글|コメント",
    re.IGNORECASE,
)


class TakedownNoContact(PostRule[Options]):
    """Rights holders are told to get in touch, and no way to do so is given.

    The offer cannot be used. It replaces neither a source nor a permission anyway.
    """

    code = "ATT027"
    name = "takedown-no-contact"
    severity = Severity.INFO
    about = Attributions
    topics = ("takedown-offer",)
    valid = (
        Valid(post="如有侵权，请联系 me@example.org 删除。\n"),
        Valid(post="如有侵权请[留言](https://example.org/message)删除。\n"),
    )
    invalid = (
        Invalid(post="正文。\n\n如有侵权，请联系删除。\n", reports=("如有侵权，请联系删除",)),
        Invalid(
            post="If I have infringed your copyright, contact me for removal.\n",
            reports=("If I have infringed your copyright, contact me for removal",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look for an address, link or name in the block of each offer and in the next one."""
        found = judged(post)
        if found is None:
            return
        for statement in found.attributions.of_kind("takedown-offer"):
            near = post.view(Attributions).blocks[statement.block : statement.block + 2]
            own = near[0]
            if any(link.text_span.start >= statement.span.start for _, _, link in own.links):
                continue
            if not any(_CONTACT.search(fold(block.text)) for block in near) and not _is_licence_talk(statement.text):
                yield Report(
                    statement.span,
                    f"{statement.quoted} offers to take the text down, but gives no contact",
                    hint="give an address or a link",
                )


def _is_licence_talk(text: str) -> bool:
    return "DMCA" in text
