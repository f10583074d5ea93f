"""Sentences that present an outlet: what they say of sources is about its articles, not about this post."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.folding import fold

_PRESENTS = late_pattern(
    fold(
        r"是(?:一[个家群]|国内|由)[^。！\n]{0,40}?(?:社区|平台|网站|站点|公众号|翻译组|小组|团队|组织|计划|专栏|周刊)(?=[，,；;、\s])|"
        r"(?:社区|平台|网站|公众号|翻译组|团队)\s?(?:专注|致力)于[^。！\n]{2,40}?(?=[，,；;])|"
        r"\bis\s+(?:a|an|the)\s+(?:[\w-]+\s+){0,6}?(?:community|platform|site|website|group|project|newsletter|publication|magazine|team)\b|"
        r"は、?[^。\n]{0,60}?(?:コミュニティ|サイト|メディア|プラットフォーム|グループ|プロジェクト|ブログ)(?:です|で、)|"
        r"(?:은|는)\s[^.\n]{0,60}?(?:커뮤니티|사이트|플랫폼|매체|모임|프로젝트)(?:입니다|이며|로서|로,)"
    ),
    re.IGNORECASE,
)
_THIS_TEXT = late_pattern(
    fold(r"(?:本文|此文|这篇|this\s+(?:post|article|story)|(?:この|本)記事|이\s?글)"), re.IGNORECASE
)
_END = late_pattern(r"[。！!？?\n]|\.\s")
_REACH = 240


def is_presented(folded: str, start: int) -> bool:
    """Tell whether the sentence around an index presents an outlet before that index.

    A clause that begins with this text ("本文转载自…") speaks of the post in any sentence.
    """
    if _THIS_TEXT.match(folded, start):
        return False
    low = max(0, start - _REACH)
    begin = max((found.end() for found in _END.finditer(folded, low, start)), default=low)
    return _PRESENTS.search(folded, begin, start) is not None
