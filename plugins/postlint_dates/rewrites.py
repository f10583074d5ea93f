"""Fixes that write a date in a portable form, asked of the generator before they are offered."""

from __future__ import annotations

import json

from postlint import Civil, DateReading, Edit, Fix, Instant, Post

# where builds run: a server, and machines on both sides of it
_MACHINES = ("UTC", "Asia/Shanghai", "America/New_York")
_STYLES = ("plain", "single", "double", "empty", "'", '"')


def portable_fix(
    post: Post, date: DateReading, target: Instant, *, civil: Civil | None = None, is_guess: bool = False
) -> Fix | None:
    """Return the fix after which the generator reads `target`, None if no form does.

    `civil` is the date to write where it is not that of the reading. The fix is safe if the generator then
    ends up with the target on every machine, or on every machine with what it had there before; it is
    unsafe where `is_guess` says that somebody should look at it.
    """
    if not _is_replaceable(post, date):
        return None
    for text in _candidates(post, date, civil or date.civil, target):
        edit = Edit(date.span, text)
        revised = post.revised(edit)
        if _read(revised, date.key) == target:
            fix = Fix.unsafe if is_guess or not _is_safe(post, revised, date, target) else Fix.safe
            return fix(f"write {text}", edit)
    return None


def _is_replaceable(post: Post, date: DateReading) -> bool:
    block = post.front_matter
    if date.entry is None or block is None or not block.is_read:
        return False
    return getattr(date.entry.node, "style", None) in _STYLES


def _candidates(post: Post, date: DateReading, civil: Civil | None, target: Instant) -> list[str]:
    """Return the texts to try, the most natural one first."""
    block = post.front_matter
    kind = block.format if block is not None else "yaml"
    found = []
    if civil is not None and civil.is_real:
        found.append(_text_of(civil, post.generator.profile.name, kind))
    clock = _wall_clock(post, date, target, kind)
    if clock is not None:
        found.append(clock)
    found.append(f'"{target}"')
    return [json.dumps(text) if kind in ("json", "hexo-json") and text[0] != '"' else text for text in found]


def _text_of(civil: Civil, generator: str, kind: str) -> str:
    if civil.date_only or civil.offset is None:
        return str(Civil(civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second,
                         date_only=civil.date_only))  # fmt: skip
    text = str(civil)
    if generator == "jekyll" and kind != "toml":
        return text
    day, clock, offset = text.split(" ")
    return f"{day}T{clock}{'Z' if civil.offset == 0 else offset}"


def _wall_clock(post: Post, date: DateReading, target: Instant, kind: str) -> str | None:
    """Return the zone-less clock that the generator reads as the target: what it reads tells its zone."""
    first = _clock_text(target, kind)
    got = _read(post.revised(Edit(date.span, first)), date.key)
    if got is None:
        return None
    return _clock_text(target.shifted(target.seconds - got.seconds), kind)


def _clock_text(instant: Instant, kind: str) -> str:
    text = str(Civil(*_fields(instant)))
    return json.dumps(text) if kind in ("json", "hexo-json") else text


def _fields(instant: Instant) -> tuple[int, int, int, int, int, int]:
    civil = instant.civil()
    return civil.year, civil.month, civil.day, civil.hour, civil.minute, civil.second


def _read(post: Post, key: str) -> Instant | None:
    return next((date.read for date in post.dates if date.key == key and date.entry is not None), None)


def _is_safe(post: Post, revised: Post, date: DateReading, target: Instant) -> bool:
    if post.generator.profile.name == "hexo" and not post.facts.config.get("timezone"):
        return False
    after = [_read_in(revised, date.key, zone) for zone in _MACHINES]
    if all(read == target for read in after):
        return True
    return after == [_read_in(post, date.key, zone) for zone in _MACHINES]


def _read_in(post: Post, key: str, zone: str) -> Instant | None:
    readings = post.dates_in(zone)
    return next((date.read for date in readings if date.key == key and date.entry is not None), None)


def reads_elsewhere(post: Post, date: DateReading) -> list[tuple[str, Instant]]:
    """Return what builds in other time zones read, for each zone where it differs from what is meant."""
    found = []
    for zone in _MACHINES:
        read = _read_in(post, date.key, zone)
        if read is not None and read != date.meant:
            found.append((zone, read))
    return found
