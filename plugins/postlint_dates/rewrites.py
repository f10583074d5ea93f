"""Fixes that write a date in a portable form, asked of the generator before they are offered."""

from __future__ import annotations

import json

from postlint import Civil, DateReading, Edit, Fix, Instant, Post, replace

# where builds run: a server, and machines on both sides of it
_MACHINES = ("UTC", "Asia/Shanghai", "America/New_York")
_DAY = 86_400
_STYLES = ("plain", "single", "double", "empty", "'", '"')


def portable_fix(
    post: Post, date: DateReading, target: Instant, *, civil: Civil | None = None, is_guess: bool = False
) -> Fix | None:
    """Return the fix after which the generator reads `target`, None if no form does.

    `civil` is the date to write where it is not that of the reading. The fix is safe if the generator then
    ends up with the instant that it had before, on every machine; it is unsafe where `is_guess` says that
    somebody should look at it. For a date with a zone, a form that holds
    on every machine comes first.
    """
    if not _is_replaceable(post, date):
        return None
    written = civil or date.civil
    has_zone = written is not None and written.offset is not None
    second_best = None
    for text in _candidates(post, date, written, target):
        edit = Edit(date.span, text)
        revised = post.revised(edit)
        if text == date.span.of(post.text) or _read(revised, date.key) != target:
            continue
        after = _readings(revised, date.key)
        is_stable = all(read == target for read in after)
        if is_stable or not has_zone:
            is_same = after == _readings(post, date.key)
            is_safe = is_same and not is_guess and not _depends_on_machine(post) and not _is_broken(post, date)
            return (Fix.safe if is_safe else Fix.unsafe)(f"write {text}", edit)
        second_best = second_best or Fix.unsafe(f"write {text}", edit)
    return second_best


def _depends_on_machine(post: Post) -> bool:
    """Tell whether every date of this site depends on where it is built: Hexo without `timezone:`."""
    return post.generator.profile.name == "hexo" and not post.facts.config.get("timezone")


def _is_broken(post: Post, date: DateReading) -> bool:
    """Tell whether the generator reads none of the block, so that any change of a date is one for readers.

    A tab between day and time is taken by libyaml and refused by PyYAML's own parser (Material for MkDocs).
    """
    block = post.front_matter
    return block is not None and (bool(block.problems) or "\t" in date.span.of(post.text))


def _readings(post: Post, key: str) -> list[Instant | None]:
    return [_read_in(post, key, zone) for zone in _MACHINES]


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
        offset = civil.instant().seconds - target.seconds
        if civil.offset is None and not civil.date_only and offset % 60 == 0 and abs(offset) < _DAY:
            found.append(_text_of(replace(civil, offset=offset), post.generator.profile.name, kind))
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
