"""The value of a statement: how far it reaches, and the names and addresses in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postlint import LinkRef, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.remembering import remembered

Link = tuple[int, int, LinkRef]

MAX_VALUE = 240
_STOP = late_pattern(
    r"[\n\u2028。；;｜|│丨]|(?<!公众号)(?<!公眾號)(?<!公号)【|\s{2,}|\s/\s(?=[A-Z][a-z]{1,13}\s?:|[가-힣]{2,6}\s?:)|\s?／\s?(?=[^\s：:／]{1,6}\s?[：:])|(?:,|\sand)\s(?=(?:(?:the|this)\s+\w+\s+|it\s+)?(?:was\s+|is\s+)?(?:first|originally)\s+(?:published|posted|appeared))|\s+(?=(?:译者|譯者|校对|校對|作者|审校|定稿|选题|链接|鏈接|連結|来源|來源|出处|出處|原文|首发|首發|编辑|編輯|责编|責編|责任编辑|整理|题图|題圖|封面|版权|版權|投稿)\S{0,4}\s*[：:｜|丨]|(?:图|圖|文|摄|攝|译|譯|编|編)\S{0,2}\s?[：:/／｜|丨]|(?:著作[权權]|版[权權])[归歸]|(?:商业)?[转轉][载載](?:请|請))|\u3000|(?<=[^\W\d_A-Z][^\W\d_])\.\s|(?<=[\])])\.\s|"
    r"[，,、]\s*(?=[\u4e00-\u9fff]{2,4}\s?[｜|／]\s?[\u4e00-\u9fffA-Z@])|[，,、]\s*(?=(?:[^，,、。：:\n\s]{1,10}|[A-Z]\w{2,12})\s*[：:](?!//))|"
    r"[，,]\s*(?=[（(]?(?:原文|譯者|译者|作者|校對|校对|转载|轉載|如[有需果]|若|已[经經获獲]|[经經](?:作者|授|許|许|原)|版[权權]|[侵谢謝欢歡仅僅]|and\s+(?:has|is)\b))"
)
_OPEN, _CLOSE = "（([［【「『《〈<{", "）)]］】」』》〉>}"
_URL = late_pattern(r"(?:https?:)?//[^\s<>\"'`）)】\]」』，。；、]+|www\.[^\s<>\"'`）)】\]」，。；、]+", re.IGNORECASE)
_SWALLOWED = late_pattern(
    r"[\u3000-\u303f\u3040-\u30ff\uac00-\ud7af\uff00-\uffef「」“”]|[\u4e00-\u9fff](?=.*[\uac00-\ud7af]|$)"
)
_SENTENCE = late_pattern(
    r"[。！？!?{}=$`]|[了吗呢吧]|我们|你们|可以|这个|这些|这是|那是|就是|不是|因为|所以|如果|认为|需要|已经|应该|"
    r"ください|します|ません|でした|です|합니다|습니다|하세요|한다|이다|\b(?:is|are|was|were|you|your|it|that|which|when|this|these|will|can|should|have|has)\b"
)
_IN_ROW = late_pattern(r"[ \t\u3000\xa0]*[,，、;；&/]{0,2}[ \t\u3000\xa0]*")
_ANY_BRACKET = frozenset("(（)）[【]】<>")
_TRAILING = " \t\u3000,，、.:：;；-–—|｜/／·*_#>»~“”\"'`‘’→👇!！"
_QUOTED = late_pattern(r"^[《“\"「『〈'‘*_]+(?P<name>[^》”\"」』〉]{1,80})[》”\"」』〉'’]")
_MAIL = late_pattern(r"[（(]?\s*[^\s（(]+@[^\s）)]+\.[^\s）)]+\s*[）)]?")
_HANDLE = late_pattern(r"[a-z0-9][a-z0-9_-]{1,38}")
_YEARS = late_pattern(r"^(?:(?:19|20)\d{2}(?![\dA-Za-z])\s*[-–~]?\s*)+")
REFERENCE = late_pattern(r"\[([^\]\n]+)\](?:\[[^\]\n]*\]|\([^)\n]*\)| ?[(（]https?://[^)）\n]*[)）])")
_CJK = late_pattern(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_CJK_NAME = late_pattern(r"[\u4e00-\u9fff]{2,4}")
# one word, of which nothing is to be taken away
_PLAIN = late_pattern(r"[^\W_](?:[\w-]{0,78}[^\W_])?")
_LATIN_ASIDE = late_pattern(
    r"\s*[（(][^（()）]{0,12}(?:公众号|公眾號|微信|微博|知乎|邮箱|郵箱|主页|主頁|ID)\s*[：:][^（()）]*[）)]|"
    r"\s*[（(](?=[^）)]*[A-Za-z])(?![^）)]*花名)[^）)]*[）)]?|"
    r"\s*[（(]株式会社[^（()）]{1,20}[）)]$|"
    r"\s*[（(][^（()）]{0,20}(?:大学|大學|公司|学院|學院|研究[院所]|集团|集團|中心|实验室|團隊|团队|工程师|工程師|株式会社|[^（()）]{2}[师師员員者家人长長部处處组組]|部[门門]|[编編][辑輯]|主[编編]|[总總][监監]|[经經]理|博士|教授|[讲講]师|[顾顧][问問])[）)]$|"
    r"\s*[（(][^（()）]{0,20}(?:担当|[部課室班]|チーム|エンジニア|デザイナー|ライター|編集|記者|代表|所属|社員|社)(?:・[^（()）]{1,8})?[）)]$|"
    r"\s*[（(][^（()）]{0,20}(?:개발자|기자|작가|교수|대표|팀장|연구원|엔지니어|디자이너|에디터|매니저|리드)[）)]$"
)
_READER = late_pattern(
    r"^(?:撮影者|執筆者|著作者|著者|作者|筆者|訳者|管理人|ブログ主|[가-힣 ]{0,6}주인)\s?(?:・|：|(?=['‘\"“「]))\s*|"
    r"^[\u4e00-\u9fff]{2,8}(?:[记記]者|通[讯訊][员員])\s+(?=[\u4e00-\u9fff]{2,4}$)|"
    r"^(?:读者|讀者|网友|網友|作者|记者|記者|博主|用户|同学)\s*(?=[\u4e00-\u9fff]{2})|"
    r"^[\u4e00-\u9fff]{0,6}(?:[队隊]友|好友|友人|同事|朋友|网友|網友|志工|室友|同[学學])\s+(?=[A-Z@])|"
    r"^[^@，,]{0,20}(?:成员|成員|志愿者|志願者|译者|譯者|作者|用户|用戶|博主|同学|同學)\s*@(?=\S)"
)
_RESERVED = late_pattern(
    r"[\s.,，。;；]*(?:[,，]?\s*(?i:all\s+rights\s+reserved)|版权所有|版權所有|著作权所有|保留所有权利|保留一切权利|\s(?:Re)?[Pp]rinted\s|\sDo\s+not\s|\sNo\s+part\s|\sUsed\s+(?:with|by)\s|\sLicensed\s|\sAll\s+(?:pictures|photos|images|contents?|texts?)\b|無断転載|무단).*$"
)
_BEHIND_NAME = late_pattern(
    r"(?<=[a-z]{3})\.\s|(?<=\))\.\s(?=[A-Z])|\s+(?:from|at|of\s+the|on\s+\w+\s\d)\s|\s+on\s+(?:[A-Z]\w{2,8}\.?\s\d{1,2}\b|\d{1,2}\s|\d{4}-)|\s+\S{2,6}报[道导]$|\s[-–—|]\s|\s[·•;]\s*(?=\w+(?:\s+by\b|:))|\s+(?:is|was|are|works|writes|who)\s|\s+and\s+(?:may|might|can|has|have|is|was|then|later|should)\s|[:：](?!//)(?![^（(]*[）)]|[^（(]*$(?<=花名))|来自|來自"
)
_HANDLE_BEHIND = late_pattern(r"\s*[（(]@[\w.-]+[）)]?$")
_PREPOSITION = late_pattern(r"\s+(?:from|at|of|in)$")
_COMMA = late_pattern(r"([，,])\s*(?![^（(]*[）)])")
_TITLE = late_pattern(
    r"(?:工程师|作者|博士|教授|经理|架构师|开发者|专家|负责人)$|"
    r"\b(?:Director|Engineer|Manager|Inc|Ltd|Senior|CEO|CTO|COO|CFO|VP|Software|Staff|Writer|Editor|Reporter|Correspondent|Contributor|"
    r"Columnist|Professor|Developer|Designer|Founder|Gazette|Tribune|Times|Herald|Courier|Chronicle|Post|News|Magazine|Journal|Reuters|Press|Consultant|President|Analyst|Architect|Scientist|Researcher|Fellow|Lead|Head|Chief)\b"
)
_LATIN_NAME = r"[A-Z][\w.'’-]*(?:\s+(?:van|von|de|der|la|bin|[A-Z][\w.'’-]*)){0,3}"
_LATIN_NAMES = late_pattern(rf"(?:and\s+)?{_LATIN_NAME}(?:\s+and\s+{_LATIN_NAME})?")


def value_end(text: str, start: int, links: Sequence[Link]) -> int:
    """Return where the value that starts at `start` ends: at a sign that ends it, outside of links."""
    limit = min(len(text), start + MAX_VALUE)
    position, depth = start, 0
    while position < limit:
        inside = next((end for begin, end, _ in links if begin <= position < end), None)
        if inside is not None:
            position = inside
            continue
        char = text[position]
        held = REFERENCE.match(text, position) if char == "[" else None
        if held:
            position = held.end()
            continue
        if char in _OPEN and char != "【":
            depth += 1
        elif char in _CLOSE:
            if depth == 0:
                return position
            depth -= 1
        if (depth == 0 or char == "\n") and _STOP.match(text, position):
            following = _next_in_row(text, position, links)
            if following is None:
                return position
            position = following
            continue
        position += 1
    return min(position, len(text))


def _next_in_row(text: str, position: int, links: Sequence[Link]) -> int | None:
    """Return where the next link, even a broken one, begins if only signs of a list are between two of one line."""
    before = max((end for _, end, _ in links if end <= position), default=-1)
    if before < 0:
        return None
    written = REFERENCE.search(text, position, position + MAX_VALUE)
    starts = [begin for begin, _, _ in links if begin >= position] + ([written.start()] if written else [])
    after = min(starts, default=-1)
    if after < 0 or not _IN_ROW.fullmatch(text, before, after):
        return None
    return after


def links_in(links: Sequence[Link], start: int, end: int) -> list[Link]:
    """Return the links that overlap a half-open range."""
    return [link for link in links if link[0] < end and link[1] > start]


def cut_address(url: str) -> str:
    """Return an address without the sign or particle that a reader of bare addresses took along."""
    found = _SWALLOWED.search(url)
    if found and "." in url[8 : found.start()] and "%" not in url[found.start() :]:
        return url[: found.start()]
    url = url.rstrip("，。；、）】」』》,;")
    return url if "[" in url else url.rstrip("]")


def find_address(text: str) -> tuple[int, int] | None:
    """Return the range of the first address that stands in a text as such, or None."""
    found = _URL.search(text)
    return (found.start(), found.end()) if found else None


def without_addresses(text: str) -> str:
    """Return the text with addresses taken out."""
    return _URL.sub(" ", text)


@remembered
def reads_as_sentence(text: str) -> bool:
    """Tell whether a value is prose and no name."""
    return bool(_SENTENCE.search(fold(text)))


@remembered
def clean_name(text: str) -> str | None:
    """Return a name without brackets, quotes and trailing signs; None if nothing is left."""
    if _PLAIN.fullmatch(text):
        return text
    text = REFERENCE.sub(lambda found: found[1], text)
    text = " ".join(without_addresses(text).split()).strip(_TRAILING)
    quoted = _QUOTED.match(text)
    if quoted and text[0] in '《“"「『〈『':
        text = quoted["name"]
    text = text.strip(_TRAILING)
    if text and (text[0] in _ANY_BRACKET or text[-1] in _ANY_BRACKET):
        text = _without_brackets(text)
    return text or None


def _without_brackets(text: str) -> str:
    for opening, closing in (("(（", ")）"), ("[【", "]】"), ("<", ">")):
        opens, closes = not set(opening).isdisjoint(text), not set(closing).isdisjoint(text)
        if text.startswith(tuple(opening)) and (text.endswith(tuple(closing)) or not closes):
            text = text.strip(opening + closing).strip(_TRAILING)
        elif text.endswith(tuple(opening)):
            text = text.rstrip(opening).strip(_TRAILING)
        elif text.endswith(tuple(closing)) and not opens:
            text = text.rstrip(closing).strip(_TRAILING)
    return text


# "株式会社朝焼け CTO 朝倉花子さん"
_OFFICE_BEFORE = late_pattern(
    r"^(?:(?=\S*(?:会社|大学|法人|研究所|[A-Za-z]{2}))\S+\s)+(?=[^\sA-Za-z]{2,}(?:さん|氏|様)$)"
)
# "홍길동 아침소프트 데이터 엔지니어"
_KOREAN_OFFICE = late_pattern(
    r"(?<=^[가-힣]{3})\s(?:[^\s,]+\s){0,4}?[^\s,]*(?:님|기자|작가|교수|대표|팀장|연구원|위원|평론가|엔지니어|개발자|디자이너|매니저|에디터|리드|CTO|CEO|PM)$"
)
_HONORIFIC = late_pattern(r"(?<=[\u3040-\u30ff\u4e00-\u9fff]{2})\s?(?:さん|氏|様|先生)$")


@remembered
def person_name(text: str) -> str | None:
    """Return the person or body that a value names, without role, company and handle; None if none."""
    if text.isascii() and _PLAIN.fullmatch(text) and not _YEARS.match(text):
        return text
    without = _MAIL.sub(" ", text)
    name = clean_name(_RESERVED.sub("", _YEARS.sub("", without if without.strip() else text)))
    if name is None:
        return None
    name = _LATIN_ASIDE.sub("", _READER.sub("", name)) if _CJK.match(name) else name
    if _CJK.search(name):
        name = _KOREAN_OFFICE.sub("", _HONORIFIC.sub("", _OFFICE_BEFORE.sub("", name)))
    name = _BEHIND_NAME.split(name, maxsplit=1)[0]
    name = _PREPOSITION.sub("", _HANDLE_BEHIND.sub("", name))
    pieces = _COMMA.split(name)
    if all(_HANDLE.fullmatch(piece.strip()) for piece in pieces[::2]):
        return name if len(name) <= 80 else None
    kept = pieces[0]
    for mark, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        plain = piece.strip()
        if not (_LATIN_NAMES.fullmatch(plain) and " of " not in plain) and not _CJK_NAME.fullmatch(plain):
            break
        if _TITLE.search(plain):
            break
        kept += mark + " " + plain
    kept = kept.strip(_TRAILING)
    return kept if kept and len(kept) <= 80 else None


def is_latin_person(text: str) -> bool:
    """Tell whether a name is two or three capitalised Latin words, as persons have."""
    words = text.split()
    return 2 <= len(words) <= 3 and all(re.fullmatch(r"[A-Z][a-zà-ž'’-]+|[A-Z]\.", word) for word in words)
