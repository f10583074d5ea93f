"""Who wrote the text that a source statement links to, said beside the link."""

from __future__ import annotations

from postlint import late_pattern
from postlint_attribution.values import Link

_NAME = r"[A-Z][A-Za-zÀ-ž.’'-]*(?: (?:van |von |de |der )?[A-Z][A-Za-zÀ-ž.’'-]*){1,3}"
# "Rita Moss 的博客文章《", "Rita Moss氏の「", "Rita Moss's article "
_BEFORE = late_pattern(
    rf"^(?:由\s*)?(?P<who>{_NAME})\s*(?:所?[写寫著撰]的?|的|氏の|さんの|の|의|['’]s\s)[^。，,\n]{{0,16}}$|"
    r"^(?P<called>[^\s。、，,の]{2,16}(?:[ ・][^\s。、，,の]{1,12})?)\s?(?:氏|さん)の[^。、\n]{0,12}$"
)
# "晨光网，原作者为 Rita Moss："
_CALLED = late_pattern(
    rf"[，,（(；;]\s*原?(?:文)?作者\s*(?:[为為是]|[：:])\s*(?P<who>{_NAME}|[\u4e00-\u9fff·]{{2,10}})\s*[：:︰，,。)）]?$"
)
_BEHIND = late_pattern(rf"[”\"」』》*_]*\s*(?:,\s*)?(?:(?:originally\s+)?(?:written|posted)\s+)?by\s+(?P<who>{_NAME})")
_ENDS_SENTENCE = late_pattern(r"(?<=[a-zà-ž]{2})(?<!\b[JSDM][a-z])\.\s")
# "朝焼け通信の[…]"
_OUTLET_BEFORE = late_pattern(
    r"^(?P<outlet>[^\s。、，,の]{0,16}(?:通信|新聞|新報|ニュース|ブログ|マガジン|メディア|(?i:blog|medium|qiita|zenn|note|news|times)|\.(?:com|org|net|io|dev|jp)))の[「『]?$"
)
_REACH = 60


def writer_beside(text: str, start: int, link: Link) -> str | None:
    """Return the writer that the value starting at `start` names before its link, or right behind it; None if none."""
    first, last, _ = link
    if start < first <= start + _REACH:
        before = _BEFORE.match(text[start:first].strip())
        if before:
            return before["who"] or before["called"]
        called = _CALLED.search(text[start:first].strip())
        if called:
            return called["who"]
    behind = _BEHIND.match(text, last, last + _REACH)
    return _ENDS_SENTENCE.split(behind["who"], maxsplit=1)[0].rstrip(".") if behind else None


def outlet_before(text: str, start: int, link: Link) -> str | None:
    """Return the outlet that the value starting at `start` names before its link as where that is; None if none."""
    first = link[0]
    found = _OUTLET_BEFORE.match(text[start:first].strip()) if start < first <= start + _REACH else None
    return found["outlet"] if found else None
