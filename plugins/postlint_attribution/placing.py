"""The subject of a statement, which decides its kind as often as the wording does."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.licensed import Licensed, licensed_in
from postlint_attribution.match import Match

_OF_THIS = late_pattern(
    r"本|此|这篇|原文|原帖|元記事|원문|원본|译|翻译|original|canonical|this|article|翻訳", re.IGNORECASE
)
_OF_PICTURES = late_pattern(
    r"(?:以上|文中|部分|所有|此|本文|文内|的|其中|多数|大部分){0,3}(?:图片|照片|影片|配图|插图|题图|截图)"
)
# "图 | 来源于网络"
_BEHIND_PICTURE_LABEL = late_pattern(r"(?:^|\n)[^\w\n]*(?:图片?|圖片?)\s*[|｜/／：:]\s*\Z")
_PART = late_pattern(r"以[下上]|部分|following|以下|아래|below|parts? of")

# "本文は以下の記事の翻訳です" is about all of the post
_WHOLE = late_pattern(r"[本此](?:文|篇)|この|本\s?(?:글|포스트|포스팅)|이\s?글|this\b", re.IGNORECASE)

_SAYS_TEXT = late_pattern(
    r"[本此](?:文|作品|站|博客|篇|页|书|教程)|\bthis\s+(?:work|post|article|blog|site|text|page|book)\b|"
    r"(?:この|当)(?:記事|作品|ブログ|サイト)|이\s?(?:글|저작물|포스트|문서)",
    re.IGNORECASE,
)

_ENDS_SENTENCE = tuple("。！？”」.!?")

# the length of a paragraph that is no footer
_GOES_ON = 60

# words that are quoted, and what begins a line of a header
_QUOTED = 24
_IS_LABELLED = late_pattern(r"[^：:\n]{1,12}[：:]|https?://")

_LICENSED = {
    Licensed.TEXT: "post",
    Licensed.UNSAID: "post",
    Licensed.OTHER: "post",
    Licensed.IMAGE: "image",
    Licensed.CODE: "part",
    Licensed.PART: "part",
}


def place(match: Match, *, has_url: bool) -> tuple[str, str]:
    """Return the kind and the subject of a statement, by its wording and what it stands beside."""
    kind, around = match.pattern.wording.kind, match.around
    cue = match.cue
    if kind == "photo-credit":
        return kind, "image"
    if kind == "citation":
        return kind, "quote"
    if kind == "licence":
        # a licence's badge is no picture that it is about
        is_of_image = around.is_beside_image and _SAYS_TEXT.search(match.folded, 0, match.end) is None
        return kind, "image" if is_of_image else _LICENSED[licensed_in(match)]
    if kind == "rights-notice":
        return kind, "image" if around.is_beside_image else "post"
    if kind in ("author-credit", "translator-credit"):
        return kind, "part" if _is_of_something_named(match) else "post"
    if kind not in ("source-link", "source-name"):
        return kind, "post"
    if _OF_PICTURES.match(cue) or _BEHIND_PICTURE_LABEL.search(match.text, 0, match.start):
        return "photo-credit", "image"
    if not _OF_THIS.search(cue):
        is_closing = cue.lower().startswith("via") and around.is_tail and bool(match.separator)
        if around.is_beside_image and not is_closing:
            return "photo-credit", "image"
        if _is_citation(match, has_url=has_url):
            return "citation", "quote"
    is_part = _PART.search(cue) is not None and not _WHOLE.match(cue)
    subject = "part" if is_part or not (around.is_head or around.is_tail) else "post"
    return "source-link" if has_url else "source-name", subject


def _is_of_something_named(match: Match) -> bool:
    """Tell whether a credit stands in brackets behind the name of something else (a book in a list)."""
    line = match.text.rfind("\n", 0, match.start) + 1
    lead = match.text[line : match.start].rstrip()
    return len(lead) > 8 and lead[-1] in "(（[【" and not match.around.is_head


def _ends_quotation(match: Match) -> bool:
    """Tell whether a source near an edge of a short post is that of the quotation it follows: the text goes on."""
    around = match.around
    if around.is_opening or "quote" in around.block.containers or not _is_below_quotation(match):
        return False
    after = around.next
    return after is not None and after.kind == "paragraph" and len(after.text) >= _GOES_ON


def _is_below_quotation(match: Match) -> bool:
    before = match.around.previous
    return before is not None and "quote" in before.containers and not match.cue.lower().startswith("via")


def _is_behind_quoted_words(match: Match, lead: str) -> bool:
    """Tell whether a source in Japanese or Korean stands in a quotation behind the words that it quotes."""
    if match.pattern.wording.language not in ("ja", "ko"):
        return False
    before = match.around.previous
    quoted = lead or (before.text if before is not None and "quote" in before.containers else "")
    line = quoted[quoted.rfind("\n") + 1 :]
    return len(line) >= _QUOTED and _IS_LABELLED.match(line) is None


def _closes_post(match: Match, lead: str) -> bool:
    """Tell whether a bracket stands behind the last sentence of the post, and nothing more follows."""
    if match.around.block.kind != "paragraph" or lead[:-1].rstrip()[-1:] not in _ENDS_SENTENCE:
        return False
    return not match.text[match.value_end :].strip("）)]* ") and match.around.next is None


def _is_citation(match: Match, *, has_url: bool) -> bool:
    """Tell whether a source is that of a quotation, number or sentence before it."""
    around = match.around
    lead = match.text[: match.start].rstrip()
    if lead and lead[-1] in "(（[" and len(lead) > (4 if around.block.kind == "list-item" else 20):
        return not _closes_post(match, lead)
    if "quote" in around.block.containers and (lead.endswith(("—", "--")) or _is_behind_quoted_words(match, lead)):
        return True
    if around.is_edge:
        return _ends_quotation(match)
    if re.match(r"摘|引|参考(?!翻译|译)", match.cue):
        return True
    if around.is_after_quotation or "quote" in around.block.containers:
        return True
    return not has_url or match.pattern.wording.language in ("en", "ja", "ko")
