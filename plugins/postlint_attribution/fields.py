"""What a statement says: source, author, translator, address with its role, licence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint import Span, dataclass, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.licences import find_licence, licence_of_url
from postlint_attribution.makers import maker_of
from postlint_attribution.nobody import is_no_holder, is_nobody
from postlint_attribution.people import people_in
from postlint_attribution.titles import is_title, names_page
from postlint_attribution.values import (
    REFERENCE,
    Link,
    clean_name,
    cut_address,
    find_address,
    links_in,
    person_name,
    reads_as_sentence,
)
from postlint_attribution.wordings.wording import Wording
from postlint_attribution.writers import outlet_before, writer_beside

_WORK = late_pattern(r"(?i)原文|原帖|原贴|原版|元記事|원문|원본|원글|원번역|翻訳元|原典|original(?!ly)|canonical")
_OUTLET_IN_WORK = late_pattern(r"来源|出处|出自|发表|首发|刊登|载于|载在|发布|(?i:\bon\s*$)")
_PREFIX = late_pattern(
    r"^(?:(?:我的|我们的|作者的?|本人的?)?(?:个人)?(?:微信)?公[众眾](?:[号號]|平台)|[网網]站|博客|官网|公号|头条号|知乎(?=\s*[：:])|参考|參考|(?:the\s+)?book\s(?=\W?[A-Z])|(?:the\s+)?(?:\w+\s+){1,2}issue\s+of\s|(?-i:the|a)\s|in\s|at\s|on\s|by\s|to\s)\s*[：:]?\s*",
    re.IGNORECASE,
)
_SUFFIX = late_pattern(
    r"(?:\s*上|\s*中|\s*网站上|\s*里|\s*首发|(?:的)?\s*一文|\s(?:제\s?)?\d+호|\s?\d{4}年\d{1,2}月(?:\d{1,2}日)?号|\s?[，,]\s?\d{4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|投稿|\s*(?:and|或|及)\s*(?:has|is|was)\b.*)$",
    re.IGNORECASE,
)
_CUT = late_pattern(
    r"\s(?:记者|記者|通讯员|編輯|编辑)|[，,；;](?![^（(]*[）)])|\s上\b|(?<=[\w》」”）)])上(?=$|，|。)|一文|(?<=[a-z]{3})\.\s|\sunder\s(?:an?|the)\s|\sby\s(?-i:(?=[A-Z]))|\sand\s(?:has|is|was|(?:first|originally)\s+\w+ed)\b|(?<=\w)\s-\s?\[?|"
    r"(?<=\w),?\s(?:on|in)\s(?=(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)?\s|\d{4})\b)|(?<=\w)\s+\d{4}\s?(?:年|년|[/.-]\d)",
    re.IGNORECASE,
)
_TEAM = late_pattern(r"^[A-Z]{3,6}$|[翻译字幕]组$|社区$|中文网$|翻译计划$|(?i:\b(?:team|group|community)$)")
_EARLIER = late_pattern(
    r"^(?:[※*]?\S{0,6}?(?:記事|文章|投稿|エントリー?|本文|内容)は、?)?"
    r"(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?に|[ぁ-ん]{0,6}前に|以前、?|先日、?|昔、?)?"
)
# a year or a publisher in brackets behind a title, and what says more of an outlet behind a dash
_IMPRINT = late_pattern(
    r"\s*[（(](?:ID|id|微信|微信号|公众号|微信ID|WeChat)\s*[：:][^）)]*[）)]$|\s*[（(][^（()）]*(?:\d{4}|[,，])[^（()）]*[）)]$"
)
_DESCRIBED = late_pattern(r"(?<=\w{2})(?:\s[–—]\s(?=一|[^\x00-\u2fff])|——)")
_ON_OUTLET = late_pattern(r"\s*(?P<name>(?=\S)[^，,\[]{2,30}?)\s*上\s*[，,]")
_WORK_OF = late_pattern(
    r"(?P<who>[^\W\d][\w.-]*(?: [A-Z][\w.-]*){0,3})['’]s\s+(?:[\w-]+\s+){0,3}?"
    r"(?P<what>book|article|(?:blog\s+)?post|essay|talk|paper|tutorial|guide|story|thread)\b"
)
_IS_TITLE = late_pattern(r"》\W{0,4}(?:这|這|一)(?:篇|文|书|書)")
_HELD_BY = late_pattern(
    r"[权權]\S{0,3}?[归歸](?:属于|屬於|属|屬|于|於)?\s*(?P<who>[^，。]{1,30}?)\s*[所共]有|"
    r"(?:博主|作者|用户|用戶)\s*[「『“\"](?P<writer>[^」』”\"]{1,30})[」』”\"]|"
    r"[Cc]opyright\s*(?:[©ⓒ]|\([cC]\))?\s*(?:\d{4}[\d\s–~-]*)?(?P<marked>[^\d\s，。|][^，。|\n]{1,30})$"
)
# what is no name in front of that of a person
_ROLE_BEFORE = late_pattern(
    fold(r"(?:[上的在由]|作者|译者|已获得?)$|^\S{0,4}(?:成员|用户|读者|网友|志愿者|贡献者|会员|版主|投稿人)$")
)
# when it was, before where it was: "内容来源：2018 年 6 月 23 日，晨光沙龙"
_DATE_BEFORE = late_pattern(r"^\s*\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?\s*[，,]\s*(?=\S)")
# the text of a link that says that it is one
_POINTER = late_pattern(
    fold(
        r"(?:查看|点击|阅读|点此|戳)?(?:英文|外文|日文|韩文)?(?:原文|原帖|原贴|原网页|全文|此文|本文|文章|来源)(?:的)?(?:链接|地址|网址|出处|网页)|(?:链接|地址|网址|点此|这里|此处|传送门|点击(?:查看|阅读|跳转|访问|这里|此处)|点此(?:查看|阅读)|查看|戳(?:我|这里|此))|(?:这篇|这个|此|该)?(?:帖子|博文|回答|推文)|"
        r"原文(?:リンク|はこちら|こちら)|(?:こちら|リンク)|(?:원문|원본|출처)?\s?(?:링크|주소|보기|바로가기)"
    )
)
_OPENS_TITLE = "《「『“〈"
# what is no name of its own in front of a title: "转载自博客《…》"
_KIND_OF_TEXT = late_pattern(
    fold(
        r"(?:^|[的篇本个部]\s?|\s|国外|国内|官方)(?:外刊|期刊|杂志|报纸|网站|网页|博客|文章|图?书籍?|论文|文档|教程|专栏|公众号|平台|社区|文|一文|电影|剧|小说|著作|作品)$"
    )
)
_PARTICLE = late_pattern(r"[从從自在由对對为為是把将將]")
_MADE_FROM = late_pattern(
    fold(r"(?:[本此该](?:文|篇|系列|站|笔记)\S{0,2}?)?(?:主要|部分|内容|大量)?(?:参考|整理|摘录|引用|借鉴)(?:了|自|于)")
)
_IS_WRITER = late_pattern(fold(r"(?:的|著|写|撰|老师|先生|女士|所写|氏|さん)$"))
_LONGEST_OWNER = 30
# "아침 매체에 글을 쓰는 Rita Moss"
_KOREAN_DESCRIPTION = late_pattern(r"[가-힣][은는인한]\s(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,2})$")
_DESCRIPTION = late_pattern(r"一[位个名篇]\S{2}")
_SHORT_NAME = late_pattern(
    r"[\u3040-\u9fff\uac00-\ud7af\w]{2,12}|[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}"
)
_DOMAIN_NAME = late_pattern(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Fields:
    """What was read off a value."""

    source: str | None = None
    url: str | None = None
    url_span: Span | None = None
    author: str | None = None
    translator: str | None = None
    licence: str | None = None


def choose_link(links: Sequence[Link], *, is_licence: bool) -> Link | None:
    """Return the link that is meant: a work's page before a front page, a licence only where one is."""
    usable = [link for link in links if bool(licence_of_url(link[2].url.text)) == is_licence] or (
        list(links) if is_licence else []
    )
    if not usable:
        return None
    first = usable[0]
    if not first[2].url.path.strip("/") and not is_licence:
        for other in usable[1:2]:
            if other[2].url.path.strip("/") and "/users/" not in other[2].url.path:
                return other
    return first


def read_fields(wording: Wording, cue: str, text: str, start: int, end: int, links: Sequence[Link]) -> Fields:
    """Read the fields of a statement off `text[start:end]`, the value of its cue."""
    value = text[start:end]
    is_person = wording.value == "person"
    inside = links_in(links, start, end)
    chosen = inside[0] if is_person and inside else choose_link(inside, is_licence=wording.value == "licence")
    url, url_span = _address(value, chosen)
    licence = find_licence(value)
    identifier = licence.identifier if licence else None
    if wording.value == "licence":
        linked = licence_of_url(url) if url else None
        whole = find_licence(text)
        identifier = linked or (whole.identifier if whole else identifier)
    work = _WORK_OF.match(value) if wording.value == "outlet" else None
    if work:
        titled = clean_name(text[inside[0][0] : inside[0][1]]) if inside else None
        return Fields(titled if work["what"] == "book" else None, url, url_span, work["who"], None, identifier)
    name = None if _refers(wording, value) else _named(wording, value, start, inside, text)
    if name is not None and fold(name) in (cue, fold(cue).strip("：: ")):
        name = None
    held = _HELD_BY.search(value) if wording.value == "holder" else None
    if held:
        name = held["who"] or held["writer"] or held["marked"]
    source = author = translator = None
    if wording.value in ("person", "holder") and name:
        author = (people_in(text, start, end, inside) if is_person else None) or person_name(name)
        if author and (is_nobody(author) or (not is_person and is_no_holder(author))):
            author = None
        if wording.kind == "translator-credit":
            translator = author
            source = author if author and _TEAM.search(author) else None
    elif wording.value == "maker" and name:
        source, author = maker_of(name, cue, text[start : end + 60].partition("\n")[0])
    elif wording.value == "outlet" and name and not _IS_TITLE.search(value):
        is_work = bool(_WORK.search(cue)) and not _OUTLET_IN_WORK.search(cue)
        is_title = is_work and (chosen or REFERENCE.search(value)) and not _DOMAIN_NAME.fullmatch(name)
        source = None if is_title or names_page(name, url) else _outlet(name, is_linked=chosen is not None)
    if wording.value in ("outlet", "work") and chosen is not None:
        author = writer_beside(text, start, chosen)
        source = source if source != author else None
        source = source or outlet_before(text, start, chosen)
    return Fields(source, url, url_span, author, translator, identifier)


def _refers(wording: Wording, value: str) -> bool:
    """Tell whether what follows a notice's label speaks of what the text is made from: "版权声明：本文参考了…"."""
    return wording.value == "holder" and _MADE_FROM.match(fold(value)) is not None


def _address(value: str, chosen: Link | None) -> tuple[str | None, Span | None]:
    if chosen is not None:
        return cut_address(chosen[2].url.text), chosen[2].url.span
    found = find_address(value)
    return (cut_address(value[found[0] : found[1]]), None) if found else (None, None)


def _named(wording: Wording, value: str, start: int, links: Sequence[Link], text: str) -> str | None:
    """Return the text of a value that names somebody or something."""
    on_outlet = _ON_OUTLET.match(value) if wording.value == "outlet" else None
    if on_outlet and not (links and links[0][0] <= start):
        return clean_name(on_outlet["name"])
    if links:
        return _linked_name(wording, start, links, text)
    reference = REFERENCE.search(value)
    if reference and wording.value != "maker":
        return clean_name(reference[1])
    if wording.value in ("person", "maker", "holder"):
        return clean_name(value)
    if value[:1] in '"“《「『〈':
        return clean_name(value)
    return clean_name(_CUT.split(_DATE_BEFORE.sub("", value), maxsplit=1)[0])


def _linked_name(wording: Wording, start: int, links: Sequence[Link], text: str) -> str | None:
    first, last, _ = links[0]
    linked = text[max(first, start) : last]
    before = text[start:first].rstrip()
    lead = None if before.endswith((":", "：")) else clean_name(_PREFIX.sub("", before))
    is_person = wording.value in ("person", "maker")
    if "://" in linked:
        return lead if wording.value != "outlet" else _outlet_before(before)
    if wording.value == "outlet" and _POINTER.fullmatch(fold(linked.strip())):
        return _outlet_before(before)
    if wording.value == "outlet" and before[-1:] and before[-1] in _OPENS_TITLE:
        return _owner_of_title(before[:-1], linked)
    if wording.value == "outlet" and lead and len(lead) <= 10 and re.search(r"\d$", linked):
        return f"{lead} {linked}"
    if is_person and lead and len(lead) > 1 and not _ROLE_BEFORE.search(fold(lead)):
        return lead
    return clean_name(linked)


def _outlet_before(text: str) -> str | None:
    """Return the outlet that is named before an address written out: "转载自知乎专栏：https://…"."""
    name = clean_name(_PREFIX.sub("", _CUT.split(text, maxsplit=1)[0]))
    return name if name and _SHORT_NAME.fullmatch(name) and not reads_as_sentence(name) else None


def _owner_of_title(before: str, linked: str) -> str | None:
    """Return the outlet whose text is named in signs behind it: "转载自晨光日报《山路》"; the name in signs if none."""
    owner = clean_name(_PREFIX.sub("", before))
    if owner is None or _PARTICLE.fullmatch(owner) or _KIND_OF_TEXT.search(fold(owner)):
        return clean_name(linked)
    return owner if len(owner) <= _LONGEST_OWNER and not _IS_WRITER.search(fold(owner)) else None


def _outlet(name: str, *, is_linked: bool) -> str | None:
    if is_nobody(name) or name.strip().isdigit():
        return None
    described = _KOREAN_DESCRIPTION.search(name)
    if described:
        return described["who"]
    if is_linked and is_title(name):
        return None
    name = _SUFFIX.sub("", _PREFIX.sub("", _EARLIER.sub("", name))).strip()
    name = _DESCRIBED.split(_IMPRINT.sub("", name), maxsplit=1)[0]
    titled = re.search(r"^[^《]{0,12}《(?P<name>[^》]+)》", name)
    cleaned = titled["name"].strip() if titled else clean_name(name)
    if cleaned is None or is_nobody(cleaned):
        return None
    if _DESCRIPTION.search(fold(cleaned)) or (is_linked and is_title(cleaned)):
        return None
    if is_linked and (len(cleaned) > 60 or len(cleaned.split()) > 6):
        return None
    return cleaned if len(cleaned) <= 120 else None
