"""Words in the place of a name that name nobody."""

from __future__ import annotations

import re

from postlint import late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.remembering import remembered

_NOBODY = late_pattern(
    r"^(?:held\s+by\s+)?(?:unknown|不明|불명|미상|퍼온|[论論]文|文献|原?(?:作者|文|创|著者|作者们)|其|本人|我|笔者|译者|版权方|所有人|著作权人|他|各|所有|"
    r"(?:the\s+)?(?:materials?|article|post|original|source|link|website|page|blog|talk|lecture|presentation|thread|tweet|e-?mail)|(?:翻印|违者|侵权|转载)必究|請勿\S*|请勿\S*|禁止\S*|不得\S*|ません|"
    r"这里|此处|这儿|here|(?:this|that|these)(?:\s+(?:original\s+)?(?:post|article|page|story|text|piece|one|talk|book|paper))?|(?:the\s+)?original(?:\s+(?:post|article|page|story|text|piece|one|talk|book|paper))?|(?:아래|다음|이)\s?(?:원문|원글|글|기사|문서|링크)|원작자|저자|各?原?著?作者|各?著者|各?(?:権利者|权利人|權利人|社)|(?:(?:their|the|its)\s+)?respective\s+\w+|(?:the\s+)?(?:original\s+)?(?:author|owner|creator)s?(?:/\w+|\(s\))?)(?:所有|们)?$",
    re.IGNORECASE,
)
# "原网站或作者本人"
_NOBODY_IN_PARTICULAR = late_pattern(
    r"(?:(?:原|各|该|其|相应|相关|对应|来源)?(?:网站|站点|网页|平台|媒体|机构|出处|出版社|出版方|版权方|版权人|权利人|作者|著作权人|创作者|官方|公司)(?:本人|自己)?(?:或|和|及|以及|与|、|/|或者)?)+(?:所有|们)?"
)
# a place of the writer's own that is not called by name: "我的个人博客", "旧站存档"
_OWN_PLACE = late_pattern(
    fold(
        r"(?:(?:我|我们|本人|自己|作者|笔者|博主)(?:的|个人)*)?(?:个人|私人|自己)?(?:的)?(?:技术)?(?:微信)?(?:博客(?:网站|站)?|部落格|网志|公众号|订阅号|网站|主页|站点|小站|独立博客|(?i:blog|site|homepage))|"
        r"(?:我的?|本站的?|以前的?|之前的?)?(?:旧|老|原先的?|以前的?|之前的?|舊)(?:站|博客|网站|部落格|网志|(?i:blog))(?:存档|备份|归档|文章)?"
    )
)
# what a text is translated from, and no place where it is
_LANGUAGES = (
    "english|chinese|japanese|korean|german|french|spanish|portuguese|russian|italian|dutch|polish|swedish|turkish"
)
_LANGUAGE = late_pattern(
    rf"(?:the\s+)?(?:original\s+)?(?:simplified\s+|traditional\s+)?(?:{_LANGUAGES})"
    r"(?:\s+(?:version|original|text|source|edition|post|article|language))?(?:\s+(?:to|into|by|using|with)\s.*)?|"
    + fold(
        r"(?:英|中|日|韩|法|德|俄|西班牙|葡萄牙|意大利)(?:文|语)(?:原文|原版|版本?|版原文)?|"
        r"(?:英|中国|韓国|日本|フランス|ドイツ)語(?:版|原文)?|(?:영어|중국어|일본어|한국어|영문|국문)(?:\s?(?:원문|원본|버전|판))?"
    ),
    re.IGNORECASE,
)
_NET = late_pattern(
    r"(?:互联网|网络|网路|网上|网友|因特网|[别他]处|公开资料|(?:the\s+)?(?:internet|web)|ネット|インターネット|인터넷)"
    r"(?:上|整理|搜集|收集|搜索|搜寻|资料|图片|内容|上传|公开资料|分享)*",
    re.IGNORECASE,
)
# what follows a notice's label in place of a holder
_NO_HOLDER = late_pattern(r"^[本此该](?:[文站博篇]|部落格|网站|网页)|^(?:CC|BY-)|原创|转载|转发|[请勿]|保留|自由")


@remembered
def is_nobody(name: str) -> bool:
    """Tell whether a name is a word for whoever it was ("the author", 原作者) or for the network."""
    folded = fold(name.strip())
    return (
        _NOBODY.match(folded) is not None
        or _NOBODY_IN_PARTICULAR.fullmatch(folded) is not None
        or _LANGUAGE.fullmatch(folded) is not None
        or _NET.fullmatch(folded) is not None
    )


def is_own_place(name: str) -> bool:
    """Tell whether a name is a word for a place of the writer's own, which needs no address: "我的博客"."""
    return _OWN_PLACE.fullmatch(fold(name.strip())) is not None


def is_no_holder(name: str) -> bool:
    """Tell whether the words behind a notice's label are terms and no holder's name."""
    return _NO_HOLDER.search(fold(name)) is not None
