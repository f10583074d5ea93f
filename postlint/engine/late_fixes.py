"""Applies the fixes of the network phase, which come after all others, in one last pass."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.engine.candidate import Candidate
from postlint.engine.fixer import Judged, choose, fix_source
from postlint.engine.resolve import excerpt_of
from postlint.engine.worker import Worker
from postlint.source.source import Source
from postlint.values.dataclass import dataclass, replace
from postlint.values.diagnostic import Diagnostic
from postlint.values.edit import Edit
from postlint.values.file_result import FixedFile
from postlint.values.packed_result import PackedResult
from postlint.values.span import Span


@dataclass(frozen=True, slots=True)
class LateFix:
    """A post after the last pass: what to write, and its findings at their new places."""

    fixed: FixedFile
    left: list[Diagnostic]


def fix_late(
    worker: Worker, result: PackedResult, candidate: Candidate, found: Sequence[Diagnostic], *, is_written: bool
) -> LateFix | None:
    """Return a post with the fixes among `found` applied; None if there is none, or if one does not hold.

    `is_written` tells that the fixes of earlier passes are on the disk.
    """
    encoding = worker.encoding(candidate)
    before = Source(result.fixed.raw, declared_encoding=encoding) if result.fixed else worker.read(candidate)
    if not isinstance(before, Source) or not before.is_exact:
        return None
    with_unsafe = worker.setup.with_unsafe
    chosen = choose(found, with_unsafe=with_unsafe)
    if not chosen:
        return None

    def judge(now: Source) -> Judged:
        return Judged(worker.post(now, candidate), chosen if now.raw == before.raw else ())

    after = fix_source(before, judge, with_unsafe=with_unsafe)
    if after.count != len(chosen):
        return None
    edits = sorted((edit for one in chosen if one.fix for edit in one.fix.edits), key=lambda edit: edit.span)
    left = [_moved(one, edits, after.source) for one in found if not any(one is other for other in chosen)]
    earlier = None if is_written else result.fixed
    old = earlier.old_raw if earlier else before.raw
    digest = earlier.digest if earlier else before.digest
    fixes = after.count + (earlier.fixes if earlier else 0)
    return LateFix(FixedFile(after.source.raw, old, digest, fixes), left)


def group_by_path(found: Sequence[Diagnostic]) -> dict[str, list[Diagnostic]]:
    """Return findings by path, in order."""
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        by_path.setdefault(diagnostic.path, []).append(diagnostic)
    return by_path


def _moved(diagnostic: Diagnostic, edits: Sequence[Edit], source: Source) -> Diagnostic:
    """Return a finding at the place to which the edits, sorted, have moved it. Its own fix no longer fits."""
    span = Span(_shifted(diagnostic.span.start, edits), _shifted(diagnostic.span.end, edits))
    if span == diagnostic.span:
        return diagnostic
    excerpt, column = excerpt_of(source, span)
    return replace(
        diagnostic,
        span=span,
        location=source.lines.position(span.start),
        end_location=source.lines.position(span.end),
        fix=None,
        excerpt=excerpt,
        excerpt_column=column,
    )


def _shifted(offset: int, edits: Sequence[Edit]) -> int:
    return offset + sum(len(edit.content) - len(edit.span) for edit in edits if edit.span.end <= offset)
