"""All wordings, compiled on first use, and what finds the few that a text may hold."""

from __future__ import annotations

from functools import cache

from postlint import replace
from postlint_attribution.folding import fold, unfolded
from postlint_attribution.known_blocks import KnownBlocks
from postlint_attribution.patterns import Pattern
from postlint_attribution.spotting import Patterns, Spotter
from postlint_attribution.wordings.wording import Wording

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
    "via", "CC", "BY-", "cc ", "cc-", "ccb", "cc0", "hoto", "redit", "ourtesy", "mage", "ource", "©", "ⓒ", "opyright",
    "(c)", "lickr", "nsplash", "wn work", "riginal", "uest post", "ritten by", "uthor", "ross-post", "ranslat",
    "impRead", "nternet", "URL", "ollow", "tweet", "icensed", "my own",
)  # fmt: skip


class Catalogue:
    """Patterns, and what finds their cues. `middle` are those that are believed in the middle of a post.

    `known` is what they found in blocks before. Each one is equal to itself only, so that what was said of a text
    is kept for it.
    """

    __slots__ = ("known", "middle", "patterns", "spotter")

    def __init__(self, patterns: tuple[Pattern, ...], spotter: Spotter, middle: frozenset[int]) -> None:
        self.patterns, self.spotter, self.middle = patterns, spotter, middle
        self.known = KnownBlocks()


@cache
def built_in() -> Catalogue:
    """Return the catalogue of the wordings that come with postlint."""
    return build(_all_wordings())


def _all_wordings() -> tuple[Wording, ...]:
    from postlint_attribution.wordings import (
        en_boilerplate,
        en_people,
        en_pictures,
        en_sources,
        en_terms,
        ja_people,
        ja_sources,
        ja_terms,
        ko_people,
        ko_sources,
        ko_terms,
        zh_hans_boilerplate,
        zh_hans_guests,
        zh_hans_people,
        zh_hans_pictures,
        zh_hans_plain_terms,
        zh_hans_published,
        zh_hans_sources,
        zh_hans_terms,
        zh_hant,
    )

    languages = (
        ("zh-Hans", zh_hans_sources),
        ("zh-Hans", zh_hans_published),
        ("zh-Hans", zh_hans_people),
        ("zh-Hans", zh_hans_guests),
        ("zh-Hans", zh_hans_pictures),
        ("zh-Hans", zh_hans_terms),
        ("zh-Hans", zh_hans_plain_terms),
        ("zh-Hans", zh_hans_boilerplate),
        ("zh-Hant", zh_hant),
        ("en", en_sources),
        ("en", en_people),
        ("en", en_pictures),
        ("en", en_terms),
        ("en", en_boilerplate),
        ("ja", ja_sources),
        ("ja", ja_people),
        ("ja", ja_terms),
        ("ko", ko_sources),
        ("ko", ko_people),
        ("ko", ko_terms),
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
                asian.setdefault(cue, []).append(index)
    fragments: dict[str, list[int]] = {}
    for fragment in _LATIN:
        lower = fragment.lower()
        fragments[fragment] = [
            index for cue, found in english.items() if lower in cue or cue in lower for index in found
        ]
    # in lower case it is in "success" and "account"
    english.pop("cc", None)
    return Spotter(lambda: _for_any_text(asian, fragments), _frozen(english))


def _for_any_text(asian: dict[str, list[int]], fragments: dict[str, list[int]]) -> dict[str, Patterns]:
    """Return East Asian cues as texts may hold them, and what is in those of Latin letters."""
    table: dict[str, list[int]] = {fragment: list(found) for fragment, found in fragments.items()}
    for cue, found in asian.items():
        for form in unfolded(fold(cue)):
            table.setdefault(form, []).extend(found)
    return _frozen(table)


def _frozen(table: dict[str, list[int]]) -> dict[str, Patterns]:
    return {cue: tuple(sorted(set(found))) for cue, found in table.items() if found}
