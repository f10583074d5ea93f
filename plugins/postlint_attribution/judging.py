"""Whether a label is a statement at all: the deciding rules in one place."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.bare_cues import judge_bare_cue
from postlint_attribution.folding import fold
from postlint_attribution.match import Match, Verdict, link_above
from postlint_attribution.values import links_in, reads_as_sentence

_SOURCE_LINK = late_pattern(
    r"原文|来源|來源|出处|出處|译文|譯文|原帖|via|source|original|원문|出典|元記事", re.IGNORECASE
)
_NAME_FIRST = late_pattern(
    r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}(?=\s*(?:[，,（(]|是|$| is\b))|[\u4e00-\u9fff]{2,4}(?=\s*(?:[（(]|$)))"
)
# what a picture shows, not who made it
_CAPTION_WORDS = late_pattern(r"[的和与之了]|示意|流程|结构|架构|方式|关系|过程|原理|对比|效果|界面|图$")
# what was changed ("编辑：补上漏掉的命令"), not who edits
_EDIT_NOTE = late_pattern(
    r"[的了をにで]|修[正复]|更[新正]|[补補充]|新增|增加|添加|删[除掉]|改[为了正成]|即可|运行|执行|错|誤|误|感谢|謝"
)
# what a key means or holds, and no name: "저자: 문자열 배열 타입이며 …"
_KOREAN_CLAUSE = late_pattern(
    r"\s\S*[가-힣](?:[을를]|에서?|[는은]|이며|이고|하고|으로)\s|[가-힣][을를에는]\s\S+(?:는|은|한|할|된)\s"
)
_JAPANESE_CLAUSE = late_pattern(
    r"[をに][^\s、。]{0,12}(?:る|う|く|む|す|ぶ|つ|った|した|い)(?:人|者|方|もの|こと)?。?$"
)
_BYLINES = late_pattern(
    r"(?:[^\s|｜/／，,、]{1,6} ?[|｜/／] ?[^\s|｜/／](?:[^|｜/／\n]{0,22}[^\s|｜/／，,、])?(?:\s+|[，,、]\s*))+"
)
# where a request or a file comes from
_MACHINE = late_pattern(r"\d{1,3}(?:\.\d{1,3}){3}\b|[~.]{0,2}/[\w.-]+|localhost\b|[A-Z]:\\")
# the head of a column beside a label that is one as well: "来源 | 数量"
_COLUMN = late_pattern(
    r"(?:数量|时间|日期|标题|名称|类型|链接|备注|说明|状态|内容|翻译|校对|审校|编辑|作者|来源|发布|描述|目标|版本|价格|大小)"
)
# what is done, and no name of who did it: "翻译：把字节变成文字"
_DEED = late_pattern(
    r"(?:把|将|按照|通过|根据|使用|从)[^\s，,]{4,}|"
    r"(?:打开|点击|选择|输入|关闭|进入|新建|保存|安装|设置)\S{2,}|"
    r"[\x21-\x7e ]+\s?(?:会|把|将|可以|用于|负责)|"
    r"[^：:\n]{0,16}(?:请|敬请|可|欢迎)?(?:加|添加|联系|咨询)(?:微信|QQ|VX|邮箱|小编|客服|我们|管理员)"
)
# "编辑：Vim；终端：…" is a list of tools
_NEXT_LABEL = late_pattern(r"\s*[；;，,]\s*(?P<label>[^：:\s；;，,]{1,8})\s?[：:]")
_ARROWS = frozenset("👉→➡⇒▶►")
_NO_WORDS = late_pattern(r"[ （(\[【*_>▲▼△↑→◎●■◆※—–─\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]*")
_ROLE = late_pattern(
    r"译|譯|校|审|審|编|編|作者|文|选题|選題|来源|來源|出处|出處|转|轉|链接|連結|图|圖|摄|攝|via|by", re.IGNORECASE
)
_SOURCE_ALONE = late_pattern(r"(?:文章|本文|稿件|消息|新闻)?(?:来源|出处)|稿源|출처|出典|引用元|[Ss]ource")
_PROSE = 24
_STRONG_ADDRESSLESS = late_pattern(r"题图|封面|封图|头图|供图|摄影|[画绘]师|画手|credit|Credit")


def judge_label(match: Match) -> Verdict:
    """Decide whether a cue at the start of something is a label with a value."""
    if match.pattern.wording.kind in ("author-credit", "translator-credit") and _is_behind_link(match):
        return Verdict.NOTHING
    if not match.separator:
        return judge_bare_cue(match)
    if len(match.cue) == 1 and match.separator.strip()[0:1] in ("]", "】", "］", "」"):
        # the mark of a title: "[译] …"
        return Verdict.NOTHING
    if match.separator.strip(" \ufe0f") in _ARROWS and not match.has_address:
        # what leads from one thing to another: "来源 → 目标"
        return Verdict.NOTHING
    if match.separator.strip("：: 】]］」") != "" and not _at_line_start(match):
        return Verdict.NOTHING
    value = match.value.strip()
    if not value and not match.has_address:
        return _judge_no_value(match)
    if match.has_address:
        return Verdict.STATEMENT if _is_address_fitting(match) else Verdict.NOTHING
    return Verdict.STATEMENT if _is_name_fitting(match) else Verdict.NOTHING


def _is_behind_link(match: Match) -> bool:
    """Tell whether a credit stands behind a link that begins the line: it is that of what is linked."""
    line = match.text.rfind("\n", 0, match.start) + 1
    first = next((link for link in match.links if line <= link[0] and link[1] <= match.start), None)
    if first is None:
        return False
    lead = match.text[line : first[0]].strip(" \t\u3000·•-*")
    if lead and (lead[-1] not in "：:" or _ROLE.search(lead)):
        return False
    return not _SOURCE_LINK.search(match.text[first[0] : first[1]])


def _at_line_start(match: Match) -> bool:
    """Tell whether a cue begins its line, or follows other bylines there ("文 | 小林  编辑 | 大山")."""
    line = match.text.rfind("\n", 0, match.start) + 1
    before = match.text[line : match.start]
    return _NO_WORDS.fullmatch(before) is not None or _BYLINES.fullmatch(before) is not None


def _judge_no_value(match: Match) -> Verdict:
    wording = match.pattern.wording
    rest = match.text[match.value_end :].strip()
    if match.value_end < len(match.text) and match.text[match.value_end] == "\n":
        following = next((link for link in match.links if link[0] >= match.value_end), None)
        if following and following[0] - match.value_end <= 2 and wording.kind in ("source-link", "self-link"):
            match.value_start, match.value_end = following[0], following[1]
            return Verdict.STATEMENT
    if rest:
        return Verdict.NOTHING
    if wording.kind in ("source-link", "self-link") and match.around.following_link:
        return Verdict.NEXT_BLOCK
    whole = match.text[: match.start].strip(" *_>（(【[") == ""
    if not whole or not match.around.is_edge:
        return Verdict.NOTHING
    if wording.kind == "author-credit" and re.search(r"简介|介绍", match.cue):
        return Verdict.STATEMENT
    if wording.kind == "author-credit" and _is_named_below(match):
        return Verdict.STATEMENT
    strong = re.search(r"链接|地址|转载自|原文出处|译者|原文作者|本文作者", match.cue)
    return Verdict.EMPTY if strong or (_SOURCE_ALONE.fullmatch(match.cue) and _goes_on(match)) else Verdict.NOTHING


def _goes_on(match: Match) -> bool:
    """Tell whether prose follows a label without a value, or nothing at all: what follows is no list of values."""
    after = match.around.next
    return after is None or (after.kind == "paragraph" and len(after.text) >= _PROSE and not after.containers)


def _is_named_below(match: Match) -> bool:
    """Tell whether the block below a credit without a name begins with one, or with a portrait."""
    after = match.around.next
    if after is None or after.kind in ("heading", "code"):
        return False
    if after.images:
        return True
    return bool(after.links and after.links[0][0] == 0) or _NAME_FIRST.match(after.text) is not None


def _is_address_fitting(match: Match) -> bool:
    """Tell whether a linked value belongs to its cue (rules 3 and 10, "编辑：" notes, lists of links)."""
    kind, around = match.pattern.wording.kind, match.around
    rest = match.text[match.value_end :].strip(" ）)】]。.,，*_")
    inside = links_in(match.links, match.value_start, match.value_end)
    if kind in ("author-credit", "translator-credit") and inside:
        lead = match.text[match.value_start : inside[0][0]]
        tail = match.text[inside[0][1] : match.value_end]
        if not lead and tail[:1] in "（(" and around.is_edge:
            return True
        if (
            _is_edit_note(match, lead)
            or reads_as_sentence(lead)
            or (len(tail) > 12 and reads_as_sentence(tail))
            or len(lead) > 30
        ):
            return False
        if match.pattern.wording.place == "edge" and re.match(r"\w", tail):
            return False
        return around.is_edge or not rest
    if kind == "source-link":
        line = match.text.rfind("\n", 0, match.start) + 1
        earlier = any(line <= start and end <= match.start for start, end, _ in match.links)
        if earlier and not around.is_edge:
            return False
        if not around.is_edge and around.block.kind == "list-item" and len(match.links) > 1:
            return False
    return True


def _is_name_fitting(match: Match) -> bool:
    """Tell whether an unlinked value is a name, and stands where names of this kind stand."""
    wording, around, value = match.pattern.wording, match.around, match.value.strip()
    beside = around.is_beside_image
    if _COLUMN.fullmatch(fold(value.split("|")[0].strip())):
        return False
    if wording.kind == "photo-credit":
        if (
            reads_as_sentence(value)
            or _DEED.match(fold(value))
            or (wording.language == "en" and not re.match(r"[A-Z(@\d]", value))
        ):
            return False
        if re.fullmatch(r"[\w.]+-[\w.-]+", value):
            return False
        if (match.cue == "图" and _CAPTION_WORDS.search(value)) or (match.cue == "摄影" and "的" in value):
            return False
        return beside or around.is_before_image or bool(_STRONG_ADDRESSLESS.search(match.cue))
    if wording.kind in ("rights-notice", "citation"):
        return True
    if re.search(r"简介|介绍", match.cue):
        return around.is_edge
    if wording.kind == "self-link" or reads_as_sentence(value):
        return False
    if wording.kind in ("author-credit", "translator-credit"):
        return _is_person_fitting(match, value)
    if _says_original_only(match.cue) and not beside:
        return False
    if len(value) > 60 or _MACHINE.match(value):
        return False
    return around.is_edge or beside or link_above(match) is not None


def _is_person_fitting(match: Match, value: str) -> bool:
    around = match.around
    if re.search(r"简介|介绍", match.cue):
        return around.is_edge
    if not around.is_edge and around.block.kind != "definition":
        return False
    if re.match(r"^[\[［【（(][美英日德法加澳意韩俄中]", value) or len(value.split()) > 14:
        return False
    value = re.sub(r"\s+\S+@\S+", "", value)
    if _is_clause(match.pattern.wording.language, value):
        return False
    if _is_edit_note(match, value) or _is_note_in_prose(match, value) or _is_no_name(match, value):
        return False
    limit = 12 if match.pattern.wording.place == "edge" and re.match(r"[\u4e00-\u9fff]", value) else 60
    head = re.split(r"[，,（(：:]", value)[0]
    if len(match.cue) == 1 and match.separator.strip() == "/" and not _at_line_start(match):
        return False
    return 0 < len(head.strip()) <= limit


def _is_clause(language: str, value: str) -> bool:
    """Tell whether a value says what a thing does or holds."""
    if language == "ko":
        return _KOREAN_CLAUSE.search(value) is not None
    return language != "en" and _JAPANESE_CLAUSE.search(value) is not None


def _is_edit_note(match: Match, value: str) -> bool:
    return bool(re.search(r"编[辑集]|整理|编译", match.cue) and _EDIT_NOTE.search(value))


def _is_no_name(match: Match, value: str) -> bool:
    """Tell whether a value says what is done, or is one of a list of tools."""
    listed = _NEXT_LABEL.match(match.text, match.value_end)
    is_list = listed is not None and match.pattern.wording.place == "edge" and not _ROLE.search(listed["label"])
    return is_list or _DEED.match(fold(value)) is not None


def _is_note_in_prose(match: Match, value: str) -> bool:
    """Tell whether a bracket behind a text holds a translator's remark and no name."""
    lead = match.text[: match.start].rstrip()
    is_aside = lead[-1:] in ("（", "(") and len(lead) > 1
    return is_aside and not re.match(r"[\u4e00-\u9fff·]{2,6}(?![\u4e00-\u9fff])|[A-Za-z@]", value)


def _says_original_only(cue: str) -> bool:
    return bool(
        re.fullmatch(r"(?:\S*)(?:原文|原帖|原贴|原版)(?!出处|来源)\S*|원문|원본|元記事|via|original", cue)
    ) and not re.search(r"出处|来源|출처", cue)
