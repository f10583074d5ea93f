"""Applies fixes to a text, pass by pass, each pass proved by reading the result again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from postlint.front_matter.nodes import Entry
from postlint.post.post import Post
from postlint.source.source import Source
from postlint.values.diagnostic import Diagnostic
from postlint.values.edit import Edit, Fix, splice
from postlint.values.span import Span

_MAX_PASSES = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """A post with its findings, silenced ones taken out."""

    post: Post
    diagnostics: Sequence[Diagnostic]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The source after all passes, how many fixes it took, and remarks for the user."""

    source: Source
    count: int
    notes: tuple[str, ...]


def fix_source(source: Source, judge: Callable[[Source], Judged], *, with_unsafe: bool) -> Fixed:
    """Fix until nothing is left to do, at most 10 passes; a pass that proves wrong is undone."""
    judged = judge(source)
    seen = {source.text}
    count = 0
    notes: list[str] = []
    refused: set[tuple[str, str]] = set()
    for _ in range(_MAX_PASSES):
        chosen = choose(judged.diagnostics, with_unsafe=with_unsafe, refused=refused)
        if not chosen:
            break
        step = _step(judged, chosen, judge)
        if step is None:
            step, chosen = _one_by_one(judged, chosen, judge, refused)
            if step is None:
                continue
        if step.post.text in seen:
            names = ", ".join(sorted({diagnostic.name for diagnostic in chosen}))
            notes.append(f"fixes of {names} undo each other; they were stopped")
            break
        seen.add(step.post.text)
        count += len(chosen)
        judged = step
    else:
        notes.append(f"fixes went on after {_MAX_PASSES} passes; run again")
    culprits = sorted({name for name, _ in refused})
    notes.extend(f"a fix of {name} would have changed more than it says; it was not applied" for name in culprits)
    return Fixed(judged.post.source, count, tuple(notes))


def choose(
    diagnostics: Sequence[Diagnostic], *, with_unsafe: bool, refused: set[tuple[str, str]] | None = None
) -> list[Diagnostic]:
    """Return findings whose fixes go together: by place and code, none touching one already taken."""
    taken: list[Span] = []
    chosen = []
    fixable = [d for d in diagnostics if d.fix and (with_unsafe or d.fix.is_safe) and d.fix.edits]
    for diagnostic in sorted(fixable, key=lambda d: (_first(d.fix), d.code)):
        edits = diagnostic.fix.edits if diagnostic.fix else ()
        if refused and _identity(diagnostic) in refused:
            continue
        if any(edit.span.touches(other) for edit in edits for other in taken):
            continue
        taken.extend(edit.span for edit in edits)
        chosen.append(diagnostic)
    return chosen


def _first(fix: Fix | None) -> Span:
    return min(edit.span for edit in fix.edits) if fix else Span(0, 0)


def _identity(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return what stays of a finding while the text around it moves."""
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    return diagnostic.name, f"{diagnostic.subject}\0{[edit.content for edit in edits]}"


def _step(judged: Judged, chosen: Sequence[Diagnostic], judge: Callable[[Source], Judged]) -> Judged | None:
    """Return the post after one pass; None if the result cannot be written or differs elsewhere."""
    edits = [edit for diagnostic in chosen if diagnostic.fix for edit in diagnostic.fix.edits]
    source = judged.post.source
    text = splice(source.text, edits)
    try:
        raw = source.encode(text)
    except UnicodeEncodeError:
        return None
    after = Source(raw, declared_encoding=source.encoding)
    if after.text != text:
        return None
    result = judge(after)
    return result if is_as_meant(judged.post, result.post, edits) else None


def _one_by_one(
    judged: Judged,
    chosen: Sequence[Diagnostic],
    judge: Callable[[Source], Judged],
    refused: set[tuple[str, str]],
) -> tuple[Judged | None, list[Diagnostic]]:
    """Return the first single fix that holds; those that do not are refused for good."""
    for diagnostic in chosen:
        step = _step(judged, [diagnostic], judge)
        if step is not None:
            return step, [diagnostic]
        refused.add(_identity(diagnostic))
    return None, []


def is_as_meant(before: Post, after: Post, edits: Sequence[Edit]) -> bool:
    """Tell whether front matter still reads as it did, but for the keys that the edits touch."""
    old, new = before.front_matter, after.front_matter
    if old is None or old.reading.is_swallowed:
        # prose that was taken for front matter may well cease to be it
        return True
    if new is None:
        return False
    if not old.problems and new.problems:
        return False
    if old.is_read and not new.is_read:
        return False
    moved = [edit for edit in edits if _covers_fence(edit.span, old.span, old.opening)]
    kept = [entry for entry in old.entries if moved or not _is_touched(entry, edits)]
    names = {entry.key for entry in old.entries if _is_touched(entry, edits)}
    values = {entry.key: entry.value for entry in new.entries}
    untouched = [entry for entry in kept if entry.key not in names]
    return all(entry.key in values and _same(values[entry.key], entry.value) for entry in untouched)


def _covers_fence(span: Span, block: Span, opening: Span) -> bool:
    return span.start <= block.start and span.end >= opening.end and len(span) > 0


def _is_touched(entry: Entry, edits: Sequence[Edit]) -> bool:
    return any(edit.span.touches(entry.span) for edit in edits)


def _same(left: object, right: object) -> bool:
    return left == right and type(left) is type(right)
