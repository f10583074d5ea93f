"""Whether a phrase is a statement: what each kind asks of its value and its place."""

from __future__ import annotations

import re
from collections.abc import Callable

from postlint import late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.licences import find_licence, licence_of_url
from postlint_attribution.licensed import Licensed, licensed_in
from postlint_attribution.match import Match, Verdict, is_reference_text
from postlint_attribution.subjects import names_a_text, speaks_of_something_else, turns_to_something_else
from postlint_attribution.topics import is_topic
from postlint_attribution.values import is_latin_person, links_in, reads_as_sentence, value_end

_NEGATED = late_pattern(
    r"(?:没有?|未|并非|不曾|无法|尚未|如[需果]|若|请|须|需要?|必须|才|想要?|without|not|never|unless|need|must|ask)[^，,。\n]{0,6}$",
    re.IGNORECASE,
)
_ABOUT_TEXT = late_pattern(
    r"本[文站博页作内篇]|这篇|此文|文章|博文|博客|译文|除[非特另了]|原文|全文|"
    r"\bpost|\barticle|\bblog|this (?:site|work|text|page|story)|"
    r"translation|글|콘텐츠|記事|文書|コンテンツ|サイト|许可协议[：:]|授权协议[：:]|版权声明|转载",
    re.IGNORECASE,
)
_THIS = late_pattern(
    r"本|此|这|除[非特另了]|所有|版权|\b(?:this|the|our|my|all)\b|この|이|모든|全て|すべて", re.IGNORECASE
)
_COULD = late_pattern(
    r"可以?(?:选择|通过|使用|采用|根据|以|按)|"
    r"\b(?:can|could|may|might|should)\s+be\s+(?:licen[sc]ed|released|published)|"
    r"(?<!利用)できます|(?<!이용)(?<!사용)할 수 있"
)
_SURE_CREDIT = late_pattern(
    r"credit|courtesy|source|©|:|taken from|own work|unsplash|flickr|pexels|pixabay|wikimedia|"
    r"getty|reuters|afp|shutterstock|alamy|ap photo",
    re.IGNORECASE,
)
_ABOUT_WHO = late_pattern(r"about\s+the\s+(?:author|writer|contributor|translator|photographer)", re.IGNORECASE)
# what is said of a picture behind its maker
# "© is written as &copy;"
_OF_SIGN = late_pattern(r"\s*(?:is|in|are|was|can|sign|symbol|means)\b")
_USED = late_pattern(r",\s*(?:used|licensed|via|courtesy|with)\b", re.IGNORECASE)
# who made a change, in a list of changes: "images by @rita in #12"
_CHANGE = late_pattern(r"\bin\s+#\d")
_AUTHOR_CLAUSE = late_pattern(r"\s?原?作者\s*(?:是|为|@|[^\s：:])")
_TAKEN_FROM = late_pattern(r"转载|转自|原文|[译摘选]自|翻译|来源|首发|发表|刊")
# "Reporting by Ann Lee; editing by Tom Hill", "Ann Lee is a contributing writer"
_NEXT_ROLE = late_pattern(r"[;,·|/]?\s*\w+(?:\s\w+)?(?:\s+by\b|\s*:)", re.IGNORECASE)
_IS_WHO = late_pattern(r"\bis\s+(?:an?|the)\b|\b(?:works|writes|leads)\s|\bcomes\s", re.IGNORECASE)
# "原文はこちら → …"
_POINTS = late_pattern(r"こちら|以下|下[記记]")
_SUBJECTLESS = late_pattern(r"\s*(?:(?:最初|最早|最先|首次|首先|起初|原先|原)(?:发|刊|登|载)|首发[于在])")
# an outlet in signs of its own, whatever the sentence goes on with
_NAMED_FIRST = late_pattern(r"(?:微信)?(?:公众号|公眾號)\s*[：:]?\s*[「“《\"【]?[^，,。」”》\"】]{2,20}[」”》\"】]?")
_NO_NAME = late_pattern(r"^(?:一[篇个位本台张]|为|对|其|他|她|它|这|那|自己|用户|某)")
_JAPANESE_DEED = late_pattern(fold(r"転載|引用|借用|翻訳"))
_SAYS_THIS = late_pattern(
    r"^(?:本|此|这|该|原|以[下上]|内容|文章|全文|正文|this|the|much|part|この|本|이|본)", re.IGNORECASE
)


def judge_phrase(match: Match) -> Verdict:
    """Decide whether a phrase is a statement."""
    judge = _JUDGES.get(match.pattern.wording.kind)
    return judge(match) if judge else Verdict.STATEMENT


def _judge_source(match: Match) -> Verdict:
    around, value = match.around, match.value.strip()
    if not names_a_text(match):
        return Verdict.NOTHING
    if match.has_address:
        if not around.is_edge and around.block.kind == "list-item" and not _SAYS_THIS.match(match.cue):
            return Verdict.NOTHING
        return Verdict.STATEMENT
    if not value:
        held = next((link for link in match.links if link[0] <= match.start and match.end <= link[1] + 1), None)
        if held:
            match.value_start, match.value_end = held[0], held[1]
            return Verdict.STATEMENT
        if _POINTS.search(match.cue) and _is_link_ahead(match):
            return Verdict.STATEMENT
        at_end = match.text[match.end :].strip(" *_：:>。）)") == ""
        announces = match.text.rstrip(" *_").endswith(("：", ":"))
        if at_end and (around.following_address or (announces and around.following_named_link)):
            return Verdict.NEXT_BLOCK
        return Verdict.STATEMENT if _names_all(match) else Verdict.NOTHING
    if not around.is_edge and not _SAYS_THIS.match(match.cue):
        return Verdict.NOTHING
    if _NO_NAME.match(fold(value)):
        return Verdict.NOTHING
    is_long = len(value) > 60 and match.pattern.wording.language != "ko"
    named = _NAMED_FIRST.match(match.text, match.value_start)
    if named and reads_as_sentence(value):
        match.value_end = match.end = named.end()
        return Verdict.STATEMENT
    return Verdict.NOTHING if reads_as_sentence(value) or is_long else Verdict.STATEMENT


def _is_link_ahead(match: Match) -> bool:
    """Tell whether nothing but signs are between a match and a link."""
    return any(
        match.end <= start and not match.text[match.end : start].strip(" \t：:→⇒➡️👉⬇↓>。・")
        for start, _, _ in match.links
    )


def _names_all(match: Match) -> bool:
    """Tell whether the match needs no value: its pattern has no room for one."""
    return match.pattern.wording.language == "ja" and bool(_JAPANESE_DEED.search(match.cue))


def _judge_self(match: Match) -> Verdict:
    match.value_start, match.value_end = (
        match.end,
        max(match.end, value_end(match.text, match.end, match.links)),
    )
    if match.has_address:
        match.end = match.value_end
        return Verdict.STATEMENT
    at_end = match.text[match.end :].strip(" *_") == ""
    return Verdict.NEXT_BLOCK if at_end and match.around.following_address else Verdict.NOTHING


def _judge_first_published(match: Match) -> Verdict:
    value = match.value.strip()
    if _SUBJECTLESS.match(match.cue) and speaks_of_something_else(match):
        return Verdict.NOTHING
    if match.has_address:
        return Verdict.STATEMENT
    if find_licence(value):
        # "CC BY 4.0 のもとで公開"
        return Verdict.NOTHING
    if match.pattern.wording.language == "en" and turns_to_something_else(match):
        return Verdict.NOTHING
    if not value:
        if match.text[match.end :].strip(" *_：:>。") == "" and match.around.following_address:
            return Verdict.NEXT_BLOCK
        return Verdict.STATEMENT if _names_all(match) or "博客" in match.cue else Verdict.NOTHING
    if re.match(r"\d|[一二三四五六七八九十]+\s*年", value) or re.search(
        r"(?:节|日|年|月|时|之前|以前)$", re.split(r"[，,]", value)[0]
    ):
        return Verdict.NOTHING
    return Verdict.STATEMENT if match.around.is_edge or len(value) <= 100 else Verdict.NOTHING


def _judge_person(match: Match) -> Verdict:
    value = match.value.strip()
    if not match.pattern.wording.value or _ABOUT_WHO.search(match.cue):
        return Verdict.STATEMENT
    if not value or (reads_as_sentence(value) and not match.has_address) or find_licence(value[:12]):
        return Verdict.NOTHING
    if _AUTHOR_CLAUSE.match(match.cue) and match.start and not _TAKEN_FROM.search(match.folded, 0, match.start):
        # who wrote a book that the sentence is about
        return Verdict.NOTHING
    if match.pattern.wording.language == "en" and "guest" not in match.cue.lower():
        rest = match.text[match.value_end :].strip(" .*_)]")
        says_who = _IS_WHO.search(match.cue) or _SAYS_THIS.match(match.cue.strip(" *_(["))
        ends = len(rest) <= 20 or _NEXT_ROLE.match(rest) or says_who
        return Verdict.STATEMENT if len(value) <= 90 and ends else Verdict.NOTHING
    is_clear = "本文" in match.cue or re.match(r"\s*\S{2,8}报道\s", match.cue)
    return Verdict.STATEMENT if match.around.is_edge or is_clear else Verdict.NOTHING


def _judge_photo(match: Match) -> Verdict:
    around, value = match.around, match.value.strip()
    is_near = around.is_beside_image or around.is_before_image
    for start, end, _ in match.links:
        if start <= match.start and match.end <= end and not value:
            match.value_start, match.value_end = start, end
            return Verdict.STATEMENT
    if is_reference_text(match.text, match.start, match.end):
        return Verdict.STATEMENT
    if match.pattern.wording.place == "image" and re.search(r"(?i)\bcc\b|©", match.cue):
        is_caption = len(match.text) <= 250 and not reads_as_sentence(value)
        return Verdict.STATEMENT if is_caption else Verdict.NOTHING
    if not value:
        return Verdict.STATEMENT if _names_all(match) else Verdict.NOTHING
    if re.match(r"一[台个張张篇栏欄]|[をがにへの]|[写放留填](?![\u4e00-\u9fff]{0,3}$)", value) or _CHANGE.search(
        match.text, match.value_start, match.value_end + 8
    ):
        return Verdict.NOTHING
    if match.has_address:
        return Verdict.STATEMENT
    if around.block.kind in ("heading", "table-cell") and not is_near:
        return Verdict.NOTHING
    if reads_as_sentence(value) and not is_near:
        return Verdict.NOTHING
    if match.pattern.wording.language == "en" and not is_near:
        sure = match.cue.strip(" *_()（）[]") == match.text.strip(" *_()（）[]") or _SURE_CREDIT.search(match.cue)
        return Verdict.STATEMENT if sure or _credits_person(match) else Verdict.NOTHING
    return Verdict.STATEMENT


def _credits_person(match: Match) -> bool:
    """Tell whether a block is a credit and no more: "Header image by Ann Lee (CC BY 4.0)"."""
    if match.text[: match.start].strip(" *_()（）") or match.text[match.value_end :].strip(" *_()（）."):
        return False
    licence = find_licence(match.value)
    name = match.value[: licence.start] if licence else match.value
    name = _USED.split(name, maxsplit=1)[0]
    return match.cue.rstrip().lower().endswith("by") and is_latin_person(name.strip(" ,()[]–—-"))


def _judge_licence(match: Match) -> Verdict:
    text, around = match.text, match.around
    named = find_licence(text[max(0, match.start - 4) : match.value_end + 20])
    if named is None:
        return Verdict.STATEMENT if _links_licence(match) else Verdict.NOTHING
    if around.is_beside_image:
        return Verdict.STATEMENT if len(text) <= 400 else Verdict.NOTHING
    if named.identifier == "CC" and not re.search(r"协议|许可|授权|(?i:licen[sc]e)|라이[선센]스|ライセンス", match.cue):
        return Verdict.NOTHING
    subject = licensed_in(match)
    if subject is Licensed.OTHER or (subject is Licensed.PART and not around.is_edge):
        return Verdict.NOTHING
    is_free = named.identifier.startswith(("CC", "LicenseRef", "GFDL"))
    sentence = max(text.rfind(mark, 0, match.start) for mark in "。\n！.")
    before = fold(text[sentence + 1 : match.end])
    is_prose = not around.is_edge or len(text) > 120
    if subject is Licensed.TEXT and is_prose and not _THIS.search(before):
        return Verdict.NOTHING
    if _COULD.search(before):
        return Verdict.NOTHING
    if subject is Licensed.TEXT or _ABOUT_TEXT.search(before):
        return Verdict.STATEMENT
    rest = re.split(r"[。\n]", text[match.end :], maxsplit=1)[0]
    if is_free and len(before.strip(" *_")) + len(rest.strip(" *_")) <= 24:
        return Verdict.STATEMENT
    is_short = len(text) <= 80 and around.is_edge and around.block.kind != "heading"
    return Verdict.STATEMENT if is_free and is_short else Verdict.NOTHING


def _links_licence(match: Match) -> bool:
    """Tell whether a sentence about this text links the licence that it does not name right: "采用 [CC4.0](…)"."""
    held = links_in(match.links, match.start, match.value_end)
    return licensed_in(match) is Licensed.TEXT and any(licence_of_url(link[2].url.text) for link in held)


def _judge_permission(match: Match) -> Verdict:
    is_negated = _NEGATED.search(match.folded, max(0, match.start - 12), match.start) or _NEGATED.search(match.cue[:4])
    return Verdict.NOTHING if is_negated else Verdict.STATEMENT


def _judge_rights(match: Match) -> Verdict:
    if _OF_SIGN.match(match.value):
        return Verdict.NOTHING
    is_buried = len(match.text) > 1500 and not match.around.is_edge
    return Verdict.NOTHING if is_buried or match.around.block.kind == "table-cell" else Verdict.STATEMENT


def _judge_boilerplate(match: Match) -> Verdict:
    return Verdict.NOTHING if is_topic(match.folded, match.start, match.end) else Verdict.STATEMENT


_JUDGES: dict[str, Callable[[Match], Verdict]] = {
    "self-link": _judge_self,
    "source-link": _judge_source,
    "source-name": _judge_source,
    "first-published": _judge_first_published,
    "author-credit": _judge_person,
    "translator-credit": _judge_person,
    "photo-credit": _judge_photo,
    "licence": _judge_licence,
    "permission-obtained": _judge_permission,
    "rights-notice": _judge_rights,
    "syndication-boilerplate": _judge_boilerplate,
}
