"""Findings that are known already, by what they say and not by where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from postlint.values.dataclass import dataclass
from postlint.values.diagnostic import Diagnostic
from postlint.values.hashing import sha256_of

_SHOWN = 160


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """One known finding of a post.

    `text` is what stands under its span, blanks folded, with the key that it is about; `line` is a hash of
    the line around it, which tells equal findings of one post apart while their lines stay as they are.
    """

    code: str
    text: str
    line: str


def known_form(diagnostic: Diagnostic) -> KnownFinding:
    """Return a finding as a baseline keeps it."""
    folded = " ".join(diagnostic.subject.split())
    key = str(diagnostic.data.get("key") or "")
    text = f"{folded} [{key}]" if key and key not in folded else folded
    if len(text) > _SHOWN:
        text = f"{text[:_SHOWN]}…{short_hash(text)}"
    return KnownFinding(diagnostic.code, text, short_hash(" ".join(diagnostic.excerpt.split())))


def short_hash(text: str) -> str:
    """Return 8 hex digits for a text."""
    return sha256_of(text.encode("utf-8", "surrogatepass"))[:8]


def match_known(diagnostics: Sequence[Diagnostic], known: Iterable[KnownFinding]) -> dict[int, int]:
    """Return which known finding stands for which diagnostic, both by index.

    Equal ones pair first where the lines around them are equal, too, then in order. What is left on
    either side is new, or gone.
    """
    wanted = list(known)
    if not wanted:
        return {}
    found = [known_form(diagnostic) for diagnostic in diagnostics]
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for exact in (True, False):
        open_ones: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, one in enumerate(wanted):
            if number not in used:
                open_ones[_key(one, exact=exact)].append(number)
        for number, form in enumerate(found):
            fitting = open_ones.get(_key(form, exact=exact)) if number not in pairs else None
            if fitting:
                pairs[number] = fitting.pop(0)
                used.add(pairs[number])
    return pairs


def _key(one: KnownFinding, *, exact: bool) -> tuple[str, ...]:
    return (one.code, one.text, one.line) if exact else (one.code, one.text)
