"""What becomes of fixed texts: files, a diff, or standard output."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from postlint.engine.apply import NotWritten, Writer
from postlint.engine.candidate import Candidate
from postlint.engine.diff import draw_diff
from postlint.engine.interrupt import Interrupt
from postlint.engine.written import Written
from postlint.values.failure import Failure
from postlint.values.file_result import FixedFile
from postlint.values.notices import NOT_READABLE


class HasFix(Protocol):
    """A result of one post, by path as shown and site, with its text after all fixes if they changed it."""

    @property
    def path(self) -> str: ...
    @property
    def site(self) -> int: ...
    @property
    def fixed(self) -> FixedFile | None: ...


def write_phase(
    results: Sequence[HasFix], candidates: Mapping[str, Candidate], roots: Sequence[str], *, diff: bool
) -> Written:
    """Write the fixed files, or draw their diffs. `candidates` by shown path, `roots` by site (absolute)."""
    done = Written()
    if not diff:
        done.stdin = next((candidate.raw for candidate in candidates.values() if candidate.raw is not None), None)
    for result in results:
        if result.fixed is not None and (diff or candidates[result.path].raw is not None):
            if diff:
                done.diffs.append(draw_diff(result.path, result.fixed))
            else:
                done.stdin = result.fixed.raw
                done.fixes += result.fixed.fixes
    left = [result for result in results if result.fixed is not None and candidates[result.path].raw is None]
    with Interrupt() as interrupt:
        try:
            for site, root in enumerate(roots):
                of_site = [] if diff else [result for result in left if result.site == site]
                if of_site:
                    _write_site(root, of_site, candidates, done, interrupt)
        except KeyboardInterrupt:
            interrupt.is_asked = True
    done.is_interrupted = interrupt.is_asked
    return done


def _write_site(
    root: str, results: Sequence[HasFix], candidates: Mapping[str, Candidate], done: Written, interrupt: Interrupt
) -> None:
    with Writer(root) as writer:
        for result in results:
            if interrupt.is_asked:
                return
            _write(writer, result, candidates[result.path].full, done)


def _write(writer: Writer, result: HasFix, full: str, done: Written) -> None:
    if result.fixed is None:
        return
    try:
        writer.write(full, result.fixed)
    except NotWritten as error:
        message = f"the fixed file was not written: {error}"
        done.failures.append(Failure(NOT_READABLE.code, message, result.path, "the file is as it was"))
        return
    done.files.add(result.path)
    done.fixes += result.fixed.fixes
