"""Writes what the answers of the network allow to fix."""

from __future__ import annotations

from postlint.engine.late_fixes import fix_late, group_by_path
from postlint.engine.results import Results
from postlint.engine.run_state import Run
from postlint.values.findings import Findings, by_post


def late_phase(run: Run, results: Results, findings: Findings) -> Findings:
    """Apply what the answers of the network allow to fix, and return what is left to say."""
    candidates = run.reported
    by_path = group_by_path(findings)
    changed = []
    for result in results.all:
        found = by_path.get(result.path, ())
        candidate = candidates.get((result.site, result.relative))
        if candidate is None or not any(one.fix and one.code in run.asked for one in found):
            continue
        late = fix_late(run.worker, result, candidate, found, is_written=not run.request.diff)
        if late is not None:
            result.fixed = late.fixed
            by_path[result.path] = late.left
            changed.append(result)
    if not run.request.diff:
        run.write(changed)
    return Findings(by_post([one for found in by_path.values() for one in found]))
