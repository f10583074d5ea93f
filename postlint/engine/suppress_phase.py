"""`--add-suppressions`: what is found is suppressed where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial

from postlint.engine.add_suppressions import add_suppressions
from postlint.engine.candidate import Candidate
from postlint.engine.worker import Worker
from postlint.engine.write_phase import write_phase
from postlint.engine.written import Written
from postlint.source.source import Source
from postlint.values.count_words import plural
from postlint.values.diagnostic import Diagnostic
from postlint.values.file_result import FileResult, FixedFile
from postlint.values.notices import NOT_UTF8, NOTICES


def suppress_phase(
    worker: Worker,
    candidates: Mapping[str, Candidate],
    roots: Sequence[str],
    diagnostics: Sequence[Diagnostic],
    *,
    diff: bool,
    reason: str,
) -> tuple[list[Diagnostic], Written, list[str]]:
    """Write suppressions, or draw their diffs; return the findings that are left, what was written, and remarks.

    `candidates` by path as shown, `roots` by site.
    """
    by_path: dict[str, list[Diagnostic]] = defaultdict(list)
    left: list[Diagnostic] = []
    for diagnostic in diagnostics:
        is_about_post = diagnostic.code not in NOTICES or diagnostic.code == NOT_UTF8.code
        (by_path[diagnostic.path] if is_about_post else left).append(diagnostic)
    results = []
    done: dict[str, list[Diagnostic]] = {}
    for path, found in by_path.items():
        result = _suppress(worker, candidates[path], found, reason)
        if result is None:
            left += found
        else:
            results.append(result)
            done[path] = found
    written = write_phase(results, candidates, roots, diff=diff)
    for failure in written.failures:
        left += done.pop(failure.path or "", [])
    count = sum(map(len, done.values()))
    missed = f"; {len(left)} could not be suppressed" if left else ""
    return left, written, [f"{plural(count, 'finding')} suppressed in {plural(len(done), 'file')}{missed}"]


def _suppress(worker: Worker, candidate: Candidate, found: Sequence[Diagnostic], reason: str) -> FileResult | None:
    source = worker.read(candidate)
    if not isinstance(source, Source) or not source.is_exact:
        return None
    done = add_suppressions(source, found, partial(worker.judge, candidate=candidate), reason)
    if not done.count:
        return None
    change = FixedFile.of(done.source.raw, source.raw, done.count)
    return FileResult(candidate.shown, candidate.relative, candidate.site, fixed=change)
