"""All wordings, compiled on first use, and the index that finds the few that a block may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from postlint_attribution.folding import fold, unfolded
from postlint_attribution.wordings.pieces import PIECES
from postlint_attribution.wordings.wording import Wording

_PIECE = re.compile(r"<(" + "|".join(PIECES) + r")>")
_LATIN_BOUND = r"(?:^|(?<=[\n(\[（【>|*_–—：])|(?<=[.;,!?:|–—-]\s)|(?<=\s\s)|(?<=[^\x00-\u2fff] ))"
_SEPARATOR = r"(?P<sep>\s*[：:]|\s*[】\]」]\s*[：:]?(?=.)|\s?[｜|/／=]\s?|\s+[-–—]+\s+)?"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording ready to be looked for in folded text."""

    wording: Wording
    regex: re.Pattern[str]

    @property
    def is_label(self) -> bool:
        """Tell whether a separator and a value follow the cue."""
        return self.wording.frame == "label"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Compiled patterns and the two ways to narrow them down.

    `cues` finds the literals of all wordings in folded text; `by_cue` names the patterns (by index) of
    each. `gate` does the same on text as it stands, and in it a miss is proof that no wording matches.
    """

    patterns: tuple[Pattern, ...]
    by_cue: dict[str, tuple[int, ...]]
    cues: re.Pattern[str]
    gate: re.Pattern[str]


def expand(pattern: str) -> str:
    """Return a pattern with its `<pieces>` put in, folded as texts are."""
    return fold(_PIECE.sub(lambda found: PIECES[found[1]], pattern))


def compile_wording(wording: Wording) -> Pattern:
    """Return the pattern of a wording."""
    body = expand(wording.pattern)
    if wording.frame == "label":
        bound = _LATIN_BOUND if wording.language in ("en", "ko") else PIECES["b"]
        body = f"{bound}(?P<cue>{body}){_SEPARATOR}"
    return Pattern(wording, re.compile(body, re.IGNORECASE if wording.language == "en" else 0))


@cache
def built_in() -> Catalogue:
    """Return the catalogue of the wordings that come with postlint."""
    return build(_all_wordings())


def _all_wordings() -> tuple[Wording, ...]:
    from dataclasses import replace

    from postlint_attribution.wordings import en, ja, ko, zh_hans, zh_hans_terms, zh_hant

    languages = (
        ("zh-Hans", zh_hans),
        ("zh-Hans", zh_hans_terms),
        ("zh-Hant", zh_hant),
        ("en", en),
        ("ja", ja),
        ("ko", ko),
    )
    return tuple(replace(wording, language=language) for language, module in languages for wording in module.WORDINGS)


def build(wordings: tuple[Wording, ...]) -> Catalogue:
    """Return a catalogue of some wordings."""
    patterns = tuple(compile_wording(wording) for wording in wordings)
    by_cue: dict[str, list[int]] = {}
    for index, wording in enumerate(wordings):
        for cue in wording.cues:
            for form in _cases(fold(cue)) if wording.language == "en" else (fold(cue),):
                by_cue.setdefault(form, []).append(index)
    _close(by_cue)
    raw = {form for cue in by_cue for form in unfolded(cue)} | {"&copy;"}
    return Catalogue(
        patterns,
        {cue: tuple(dict.fromkeys(found)) for cue, found in by_cue.items()},
        re.compile(_any_of(by_cue)),
        re.compile(_any_of(raw)),
    )


def _close(by_cue: dict[str, list[int]]) -> None:
    """Let each cue stand for those that a search which jumps over it would miss: inside or across its end."""
    own = {cue: tuple(found) for cue, found in by_cue.items()}
    rank = {cue: number for number, cue in enumerate(own)}
    by_start: dict[str, list[str]] = {}
    for cue in own:
        for end in range(1, len(cue) + 1):
            by_start.setdefault(cue[:end], []).append(cue)
    for cue, found in by_cue.items():
        for at in range(len(cue)):
            rest = cue[at:]
            inside = {rest[:end] for end in range(1, len(rest) + 1) if rest[:end] in own}
            across = by_start.get(rest, ()) if at else ()
            for other in sorted(inside.union(across) - {cue}, key=rank.__getitem__):
                found.extend(own[other])


def _cases(cue: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((cue, cue[:1].upper() + cue[1:], cue.upper(), cue.lower())))


def _any_of(literals: object) -> str:
    """Return an alternation that shares first characters, so that most places fail at the first look."""
    groups: dict[str, list[str]] = {}
    for literal in sorted(literals, key=lambda text: (text[:1], -len(text), text)):  # type: ignore[call-overload]
        groups.setdefault(literal[0], []).append(re.escape(literal[1:]))
    return "|".join(
        re.escape(first) + (f"(?:{'|'.join(rests)})" if rests != [""] else "") for first, rests in groups.items()
    )
