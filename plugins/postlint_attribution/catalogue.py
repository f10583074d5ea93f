"""All wordings, compiled on first use, and what finds the few that a text may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property

from postlint_attribution.folding import fold, unfolded
from postlint_attribution.spotting import Patterns, Spotter
from postlint_attribution.wordings.pieces import PIECES
from postlint_attribution.wordings.wording import Wording

_PIECE = re.compile(r"<(" + "|".join(PIECES) + r")>")
_LATIN_BOUND = r"(?:^|(?<=[\n(\[（【>|*_–—：])|(?<=[.;,!?:|–—-]\s)|(?<=\s\s)|(?<=[^\x00-\u2fff] ))"
_SEPARATOR = r"(?P<sep>\s*[：:]|\s*[】\]」]\s*[：:]?(?=.)|\s?[｜|/／=]\s?|\s+[-–—]+\s+)?"


_MIDDLE = frozenset(
    {
        "photo-credit",
        "source-link",
        "source-name",
        "citation",
        "first-published",
        "permission-obtained",
        "rights-notice",
        "licence",
        "reuse-terms",
        "repost-forbidden",
        "takedown-offer",
        "self-link",
        "translator-credit",
        "author-credit",
        "views-disclaimer",
        "syndication-boilerplate",
    }
)
_LATIN = (
    "via", "CC", "cc", "hoto", "redit", "ourtesy", "mage", "ource", "©", "opyright", "(c)", "lickr", "nsplash",
    "wn work", "riginal", "uest post", "ritten by", "uthor", "ross-post", "ranslat", "impRead", "nternet", "URL",
    "ollow", "tweet", "icensed", "my own",
)  # fmt: skip


class Pattern:
    """A wording to be looked for in folded text, compiled when it is first needed."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.is_label = wording.frame == "label"

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern; that of a label has the groups `cue` and `sep`."""
        body = expand(self.wording.pattern)
        if self.is_label:
            bound = _LATIN_BOUND if self.wording.language in ("en", "ko") else PIECES["b"]
            body = f"{bound}(?P<cue>{body}){_SEPARATOR}"
        return re.compile(body, re.IGNORECASE if self.wording.language == "en" else 0)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Patterns, and what finds their cues. `middle` are those that are believed in the middle of a post."""

    patterns: tuple[Pattern, ...]
    spotter: Spotter
    middle: frozenset[int]


def expand(pattern: str) -> str:
    """Return a pattern with its `<pieces>` put in, folded as texts are."""
    return fold(_PIECE.sub(lambda found: PIECES[found[1]], pattern))


@cache
def built_in() -> Catalogue:
    """Return the catalogue of the wordings that come with postlint."""
    return build(_all_wordings())


def _all_wordings() -> tuple[Wording, ...]:
    from postlint_attribution.wordings import en, ja, ko, zh_hans_people, zh_hans_sources, zh_hans_terms, zh_hant

    languages = (
        ("zh-Hans", zh_hans_sources),
        ("zh-Hans", zh_hans_people),
        ("zh-Hans", zh_hans_terms),
        ("zh-Hant", zh_hant),
        ("en", en),
        ("ja", ja),
        ("ko", ko),
    )
    return tuple(replace(wording, language=language) for language, module in languages for wording in module.WORDINGS)


def build(wordings: tuple[Wording, ...]) -> Catalogue:
    """Return a catalogue of some wordings."""
    middle = (index for index, wording in enumerate(wordings) if wording.kind in _MIDDLE and wording.place != "edge")
    return Catalogue(tuple(Pattern(wording) for wording in wordings), _spotter(wordings), frozenset(middle))


def _spotter(wordings: tuple[Wording, ...]) -> Spotter:
    asian: dict[str, list[int]] = {}
    english: dict[str, list[int]] = {}
    for index, wording in enumerate(wordings):
        for cue in wording.cues:
            if cue.isascii() or wording.language == "en":
                english.setdefault(cue.lower(), []).append(index)
            else:
                for form in unfolded(fold(cue)):
                    asian.setdefault(form, []).append(index)
    always: dict[str, Patterns] = {}
    for fragment in _LATIN:
        lower = fragment.lower()
        wanted = [index for cue, found in english.items() if lower in cue or cue in lower for index in found]
        if wanted:
            always[fragment] = tuple(sorted(set(wanted)))
    return Spotter(_frozen(asian), always, _frozen(english))


def _frozen(table: dict[str, list[int]]) -> dict[str, Patterns]:
    return {cue: tuple(dict.fromkeys(found)) for cue, found in table.items()}
