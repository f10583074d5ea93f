"""Who made a picture and where it is from, as its credit says."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.licences import find_licence
from postlint_attribution.nobody import is_nobody
from postlint_attribution.values import REFERENCE, clean_name, is_latin_person, without_addresses

_NO_NAME = late_pattern(r"(?i)own\s+work|public\s+domain|[原本]文章?|(?:fig(?:ure|\.)?|table|[图圖表図])\s?\d+")
_PERSON_OF = late_pattern(r"(?P<who>[^/]{4,40}?) ?/ ?(?P<place>[^/].{1,40})")
_SITE = late_pattern(
    r"(?i)(?:unsplash|pexels|pixabay|flickr|shutterstock)(?:\.com)?|いらすとや|ぱくたそ|(?:写真|イラスト|フォト)AC"
)
_BY_HAND = late_pattern(
    r"(?:(?:本[报報刊])?[记記]者|[摄攝]影[师師]?|[读讀]者)?\s?(?P<who>[\u4e00-\u9fff]{2,3})[摄攝绘繪]"
)
_REPORTER = late_pattern(
    r"(?P<place>[\u4e00-\u9fff]{2,6}[社報报网網台刊])?\s?(?:特[约約]|特派|本[报報刊网網])?"
    r"(?:[记記]者|通[讯訊][员員])[ \u3000]?(?P<who>[\u4e00-\u9fff]{2,4}?)[摄攝]?"
)
_KOREAN_PERSON = late_pattern(r"[가-힣]{2}[가-힣](?<![사청부처원소관])(?:\s?(?:기자|작가|사진가))?")
_JAPANESE_CUE = late_pattern(r"写真|撮影|イラスト")
_JAPANESE_PERSON = late_pattern(
    r"[\u4e00-\u9fff]{2,3}[ \u3000]?[\u3040-\u309f\u4e00-\u9fff]{1,3}(?<![社聞信館会学庁省局院部署])"
)
_CJK_PERSON = late_pattern(r"[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+")
_MAKER_LEAD = late_pattern(
    r"^(?:[^：:「『“\"\n]{0,8}(?:画像|写真|イラスト|图片?|圖片?|照片)\s*[：:]\s*)?[「『“\"][^」』”\"\n]{1,60}[」』”\"]\s*(?:[Pp]hoto\s+)?[Bb]y\s+|^(?:(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|By|by)(?![A-Za-z])|图片?|©|\(c\)|参考|參考)\s*(?:by\s|©|[Cc]redits?\s*[:：]|[Ss]ource\s*[:：]|courtesy\s+of\s)?\s*(?:the\s+(?=[A-Z]))?|^\d{4}\s*|^T\d】?|^the\s+(?=[A-Z])"
)
_MAKER_PLACE = late_pattern(
    r"\s+(?:on|via|上)\s+\[?(?P<place>[A-Z]\w+(?: [A-Z]\w+)?|[a-z]+\.(?:org|com|net)|flickr|unsplash|pexels|pixabay)|"
    r"(?:[,，/]\s*(?:via\s+)?|\s+from\s+)(?P<site>Wikimedia Commons|Wikipedia|Flickr|Unsplash|Pixabay|Pexels)|"
    r"[，,、]\s*(?:[图圖]源|[图圖]?片?[来來]源|出[处處])\s*[：:]?\s*(?P<origin>[^\s，。；）)：:]{2,20})"
)
_MAKER_CUT = late_pattern(
    r"，|,\s|。|\.\s(?=[A-Z])|\s[-—–]\s[Oo]wn|\s(?:on|via|上)\s+\[?(?:[A-Z]|[a-z]+\.(?:org|com|net)|flickr|unsplash|pexels|pixabay)|\s/\s(?:Wiki|Flickr)|\b(?i:(?:(?:is|are)\s+)?(?:licen[sc]ed|released|available|published|shared|used)\s+)?under\b|(?<=\w)\.\s*By\s|\sfor\s+(?=(?:the|[A-Z])\b)"
)
_SITE_OF = late_pattern(r"(?P<place>[\w-]+\.(?:com|org|net|io))/(?P<who>[\w .]+)")
_LIBRARY = late_pattern(
    r"(?P<place>Unsplash|Pexels|Pixabay|Flickr|Getty(?: Images)?|Shutterstock|iStock|Reuters|AFP|AP) ?/ ?"
    r"(?P<who>[A-Z][^/]{2,40})"
)
# "电影《海边》剧照", "B 站 UP 主@小岳 的视频"
_FILM = late_pattern(
    r"(?:[电電]影|[电電][视視][剧劇]|[动動]画|[動]畫|[纪紀][录錄]片|[剧劇]集|漫画|漫畫|[游遊][戏戲]|[书書]籍?)?《(?P<film>[^《》]{1,30})》"
    r"(?:的)?(?:[剧劇]照|截[图圖]|封面|海[报報]|片段|插[图圖])?"
)
_POSTER = late_pattern(
    r".{0,12}?(?:UP\s?主|博主|用[户戶]|作者|[网網]友)\s?[@：:]?\s?(?P<who>[^\s@的：:]{2,16})\s?(?:的\S{1,6})?",
    re.IGNORECASE,
)
_BY_BEHIND = late_pattern(r"[”\"'’]?\s+by\s+(?P<who>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2})")
# what is no name behind one: "BBC website", "ハルカ（ID 1234567）"
_BEHIND = late_pattern(
    r"(?<=[A-Za-z])\s(?:website|web\s?site|site|homepage)$|(?<=\S)\s*[（(](?i:u?id|pid|twitter|pixiv|微博|知乎)\s?[：:]?\s?@?\w{2,24}[）)]?$"
)
_OUTLET = late_pattern(
    r"(?i)\b(?:images|archive|library|museum|press|institute|university|commons|team|media|news|times|stock)\b|"
    r"\.(?:com|org|net|io|cn|us|me|co|dev|jp|kr|tw|gov|edu)\b|官网|网$|报$|社$|维基|百科|论坛|博客|blog|wiki|magazine|公司|大学"
)


def maker_of(name: str, cue: str, around: str) -> tuple[str | None, str | None]:
    """Return the source and the author that the credit of a picture names.

    `around` is the text of the credit and a little more, where a licence or the site may stand.
    """
    licence = find_licence(name)
    if licence:
        name = name[: licence.start].strip(" ,，.([（©") or name[licence.end :]
    name = re.sub(
        r"^.{0,6}来[源自]\s*[：:]?\s*|^来?源$|^(?:翻[攝摄拍]|[擷截撷選选摘]?取|[擷截撷選选]|[轉转]載?|引用?|摘)自\s*[：:]?\s*",
        "",
        name,
    )
    name = _MAKER_LEAD.sub("", REFERENCE.sub(lambda found: found[1], name)).strip()
    place = _MAKER_PLACE.search(around)
    source = clean_name(place["place"] or place["site"] or place["origin"]) if place else None
    if source == "Wikipedia":
        source = None
    who = _MAKER_CUT.split(without_addresses(name), maxsplit=1)[0]
    who = _BEHIND.sub("", who.strip())
    cleaned = clean_name(
        re.sub(r"(?:より|から|\s*(?:提供|拍摄|制作|绘制|拍攝|繪製))$", "", re.sub(r"[（(]\s*[）)]?$", "", who.strip()))
    )
    if cleaned is None or cleaned == source or _NO_NAME.fullmatch(cleaned) or is_nobody(cleaned):
        return source, None
    by = _BY_BEHIND.match(around[len(name) :]) if around.startswith(name) else None
    if by:
        # "Cover photo: A light by Rita Moss"
        return source, by["who"]
    told = _told_apart(cleaned)
    if told:
        return told[0] or source, told[1]
    if _OUTLET.search(cleaned) or _SITE.fullmatch(cleaned):
        return source or cleaned, None
    is_made = licence is not None or find_licence(around) is not None or re.search(r"(?i)own work", around)
    photographed = _BY_HAND.fullmatch(cleaned)
    if photographed:
        return source, photographed["who"]
    if _KOREAN_PERSON.fullmatch(cleaned) or (_JAPANESE_CUE.search(cue) and _JAPANESE_PERSON.fullmatch(cleaned)):
        return source, cleaned
    says_who = re.search(r"(?i)\bby\b|作者|(?<!翻)摄|供图|由|绘|画[师手]|撮影|photograph", cue)
    if not says_who and re.search(r"(?i)\b(?:via|from)\b", cue):
        return source or cleaned, None
    if source or is_made or says_who or is_latin_person(cleaned) or _CJK_PERSON.fullmatch(cleaned):
        return source, cleaned
    return cleaned, None


def _told_apart(name: str) -> tuple[str | None, str | None] | None:
    """Return place and person of a credit whose shape tells which is which; None if it does not."""
    slash = _SITE_OF.fullmatch(name)
    if slash:
        return slash["place"], slash["who"]
    pair = _PERSON_OF.fullmatch(name)
    if pair and is_latin_person(pair["who"]):
        return pair["place"], pair["who"]
    reporter = _REPORTER.fullmatch(name)
    if reporter:
        return reporter["place"], reporter["who"]
    if name.startswith("@"):
        return None, name
    library = _LIBRARY.fullmatch(name)
    if library:
        return library["place"], library["who"]
    film = _FILM.fullmatch(name)
    if film:
        return film["film"], None
    poster = _POSTER.fullmatch(name)
    return (None, poster["who"]) if poster else None
