"""One wording of one language."""

from __future__ import annotations

from typing import Literal

from postlint import dataclass

Frame = Literal["label", "phrase"]
Place = Literal["any", "edge", "start", "image"]
Value = Literal["", "outlet", "work", "person", "maker", "holder", "licence"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A way to say one kind of statement.

    `pattern` is matched against folded text (`folding.fold`); `<name>` in it stands for a shared piece of
    `wordings.pieces`. In the frame `label` it is the cue alone, that begins a block, sentence or bracket
    and is followed by a separator, a link or nothing; in the frame `phrase` it is the closed part of a
    sentence. A group `v` marks the value, else the value is what follows. `value` tells what a name there
    is: `outlet`, `work` (a title: no name), `person`, `maker` (of a picture), `holder` or `licence`.
    `cues` are literals one of which is in every match: the pattern is tried only where one of them is.
    `shape` is a cheaper pattern that every match holds, tried first; a pattern has one if its cues are common.
    `place` is `edge` where the wording is believed in the first and last blocks of a post only, `start`
    where only in the first two, `image` where only beside a picture. `role` is that of the address. `example` is found as `kind`, and
    `counter`, which holds the same words, is not.
    """

    kind: str
    frame: Frame
    pattern: str
    cues: tuple[str, ...]
    example: str
    counter: str
    value: Value = ""
    place: Place = "any"
    role: str = ""
    language: str = ""
    shape: str = ""
