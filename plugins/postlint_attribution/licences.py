"""Licences of texts and pictures: how they are written and where their deeds are."""

from __future__ import annotations

import re

from postlint import dataclass, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.remembering import remembered

_CC = late_pattern(
    r"(?i)(?<![a-z0-9])cc[\s:_-]{0,2}(?P<parts>(?:by|nc|nd|sa)(?:[\s/_,·–—-]{0,3}(?:by|nc|nd|sa))*)?(?:[\s/_,-]{0,3}v?(?P<version>[1-4]\.\d))?"
    r"(?:[\s_-]{0,2}(?P<late>(?:by|nc|nd|sa)(?:[\s/_-]{0,2}(?:by|nc|nd|sa))*))?(?![a-z])"
)
# themes write it without its first letters ("采用 BY-NC-SA 许可协议")
_SHORT = late_pattern(
    r"(?<![A-Za-z0-9-])(?P<parts>BY(?:-(?:NC|ND|SA))+)(?:[ -]?(?P<version>[1-4]\.\d))?"
    r"(?=\s*(?:国际|国際)?\s*(?:许可|協議|协议|授权|授權))"
)
_ZERO = late_pattern(r"(?i)(?<![a-z0-9])(?:cc|creative\s+commons)[\s-]?(?:0|zero)(?![a-z])(?:\s*(?P<version>1\.0))?")
_WORDS = late_pattern(
    r"(?i)(?:creative\s+commons|知识共享|创作共用|创用|创意共享|共享创意|署名\s?[-－—–]\s?(?=非商|相同|禁止)|クリエイティブ・?コモンズ|크리에이티브\s?커먼즈)[^。\n]{0,80}"
)
_WORD_PARTS = (
    ("by", late_pattern(r"(?i)attribution|署名|姓名标示|表示|저작자")),
    ("nc", late_pattern(r"(?i)non-?commercial|非商[业業]|非营利|비영리")),
    ("nd", late_pattern(r"(?i)no-?deriv|禁止演绎|禁止改作|改変禁止|变更禁止|변경\s?금지|非衍生")),
    ("sa", late_pattern(r"(?i)share-?alike|相同方式|継承|동일\s?조건")),
)
_VERSION = late_pattern(r"(?<![\d.])([1-4]\.\d)(?![\d.])")
_OTHER = late_pattern(
    r"(?i)(?<![a-z0-9])(gfdl|wtfpl|mit|apache[- ]2\.0|gpl(?:-?v?[23])?)(?![a-z0-9])"
    r"(?=\s*(?:licen[sc]e|许可|协议|授权|$))"
)
_DOMAIN = late_pattern(r"(?i)public\s+domain|公共领域|公有领域|パブリックドメイン|퍼블릭\s?도메인")
_KOGL = late_pattern(r"공공누리\s?(?:제\s?)?(?P<type>[0-4])\s?유형")
_BARE = late_pattern(r"(?<![A-Za-z0-9])CC\s?(?:协议|许可|授权|licen[sc]e)")
# one of these is in every name of a licence
_HINT = late_pattern(
    r"[Cc][Cc]|BY-|[Cc](?i:reative)|知识|[創创]|共享|署名|クリエ|크리|공공누리|[Pp](?i:ublic)|公共|公有|パブ|퍼블|[GgWwMmAa](?i:fdl|tfpl|it|pache|pl)"
)
_ORDER = ("by", "nc", "nd", "sa")
_URL = late_pattern(
    r"(?i)creativecommons\.org/(?:licenses/(?P<kind>by[a-z-]*)/(?P<version>\d\.\d)|publicdomain/(?P<zero>zero|mark))"
)


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence as a text names it.

    `identifier` is the SPDX identifier (`CC-BY-SA-4.0`, `CC0-1.0`) where kind and version are known, else as
    much of it as is written (`CC-BY`). `is_exact` tells whether the version is there, `is_usual` whether
    the spelling is one of the usual ones. `start` and `end` are offsets into the text.
    """

    identifier: str
    start: int
    end: int
    is_exact: bool
    is_usual: bool

    @property
    def deed(self) -> str | None:
        """Return the address of the deed; None if the kind or version is not known."""
        if self.identifier == "CC0-1.0":
            return "https://creativecommons.org/publicdomain/zero/1.0/"
        if not self.is_exact or not self.identifier.startswith("CC-BY"):
            return None
        kind, _, version = self.identifier[3:].rpartition("-")
        return f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"

    @property
    def title(self) -> str:
        """Return the usual spelling (`CC BY-SA 4.0`)."""
        if self.identifier.startswith("CC-BY"):
            kind, _, version = self.identifier[3:].rpartition("-") if self.is_exact else (self.identifier[3:], "", "")
            return f"CC {kind} {version}".strip()
        return self.identifier.replace("LicenseRef-KOGL-", "KOGL Type ")


@remembered
def find_licence(text: str) -> Licence | None:
    """Return the first licence that a text names, or None."""
    if not _HINT.search(text):
        return None
    zero = _ZERO.search(text)
    if zero:
        return Licence("CC0-1.0", *zero.span(), is_exact=True, is_usual=True)
    for found in _CC.finditer(text):
        if found["parts"] or found["late"]:
            return _from_letters(found, found["late"] or "")
    short = _SHORT.search(text)
    if short:
        return _from_letters(short, "")
    folded = fold(text)
    words = _WORDS.search(folded)
    if words:
        parts = [part for part, pattern in _WORD_PARTS if pattern.search(words[0])]
        version = _VERSION.search(words[0])
        if parts:
            return _licence(parts, version[1] if version else None, words.span(), is_usual=True)
        return Licence("CC", *words.span(), is_exact=False, is_usual=False)
    domain = _DOMAIN.search(folded)
    if domain:
        return Licence("LicenseRef-PublicDomain", *domain.span(), is_exact=True, is_usual=True)
    open_type = _KOGL.search(text)
    if open_type:
        return Licence(f"LicenseRef-KOGL-{open_type['type']}", *open_type.span(), is_exact=True, is_usual=True)
    other = _OTHER.search(text)
    if other:
        return Licence(other[1].upper(), *other.span(), is_exact=True, is_usual=True)
    bare = _BARE.search(folded)
    return Licence("CC", *bare.span(), is_exact=False, is_usual=False) if bare else None


@remembered
def licence_of_url(url: str) -> str | None:
    """Return the identifier of the licence that an address leads to, or None."""
    found = _URL.search(url) if "ommons" in url or "OMMONS" in url else None
    if not found:
        return None
    if found["zero"]:
        return "CC0-1.0" if found["zero"] == "zero" else "LicenseRef-PublicDomain"
    return f"CC-{found['kind'].strip('-').upper()}-{found['version']}"


def _from_letters(found: re.Match[str], late: str) -> Licence:
    """Return the licence of a match's letters; `late` are those behind its version."""
    parts = [part.lower() for part in re.findall(r"(?i)by|nc|nd|sa", f"{found['parts'] or ''} {late}")]
    usual = not late and re.fullmatch(r"(?i)by(?:-(?:nc|nd|sa))*", found["parts"] or "") is not None
    return _licence(parts, found["version"], found.span(), is_usual=usual)


def _licence(parts: list[str], version: str | None, span: tuple[int, int], *, is_usual: bool) -> Licence:
    kind = "-".join(part for part in _ORDER if part in parts or part == "by").upper()
    kind = kind.replace("BY-NC-ND-SA", "BY-NC-ND")
    return Licence(f"CC-{kind}-{version}" if version else f"CC-{kind}", *span, bool(version), is_usual)
