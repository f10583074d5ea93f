"""The findings of the site phase, from the cache where the records of all posts are as they were."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from postlint.engine.cache_key import context_key
from postlint.engine.results import Results
from postlint.engine.site_phase import run_site_phase
from postlint.engine.worker import Worker
from postlint.values.codec import decode_diagnostics, encode_diagnostics
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.hashing import blake2_of

if TYPE_CHECKING:
    from postlint.engine.cache import ResultCache

_GET = "SELECT first_day, last_day, probes, found FROM site_results WHERE context = ? AND records = ?"
_PUT = "INSERT OR REPLACE INTO site_results VALUES (?, ?, ?, ?, ?, ?)"


def site_findings(
    worker: Worker,
    results: Results,
    cache: ResultCache | None,
    reported: Mapping[tuple[int, str], str],
    settings_of: Mapping[int, int],
) -> tuple[list[Diagnostic], list[Failure]]:
    """Return what rules that compare posts find; `reported` and `settings_of` as `run_site_phase` takes them."""
    diagnostics: list[Diagnostic] = []
    failures: list[Failure] = []
    for site, settings in sorted(settings_of.items()):
        context = context_key(worker, site, settings, is_reported=True) if cache else ""
        records = _records_digest(results, reported, site) if cache else ""
        known = _look_up(cache, site, context, records) if cache else None
        if known is not None:
            diagnostics += known
            continue
        worker.site(site).forget_questions()
        found, failed = run_site_phase(worker, site, settings, partial(results.records_of_site, site), reported)
        diagnostics += found
        failures += failed
        if cache and not failed:
            _store(cache, worker, site, context, records, found)
    return diagnostics, failures


def _records_digest(results: Results, reported: Mapping[tuple[int, str], str], site: int) -> str:
    """Return a hash of what the rules would be given, and of the paths that they may report on."""
    lines = sorted([f"{one.relative}\0{one.records_digest}" for one in results.all if one.site == site])
    lines += sorted([f"{relative}\0{shown}" for (of, relative), shown in reported.items() if of == site])
    return blake2_of("\n".join(lines).encode(errors="surrogatepass"))


def _look_up(cache: ResultCache, site: int, context: str, records: str) -> list[Diagnostic] | None:
    for first, last, probes, found in cache.file_of(site).rows(_GET, (context, records)):
        if cache.still_holds(site, first, last, probes):
            try:
                return [item for path, text in json.loads(found) for item in decode_diagnostics(text, path)]
            except (ValueError, TypeError, KeyError, IndexError):
                return None
    return None


def _store(cache: ResultCache, worker: Worker, site: int, context: str, records: str, found: list[Diagnostic]) -> None:
    asked = worker.site(site)
    ordered = sorted(found, key=lambda item: item.sort_key)
    try:
        posts = [[path, encode_diagnostics(group, path)] for path, group in groupby(ordered, lambda item: item.path)]
    except (TypeError, ValueError):
        return
    days = asked.calendar.first, asked.calendar.last
    row = (context, records, *days, asked.files.encoded_probes(), json.dumps(posts))
    cache.file_of(site).write([(_PUT, [row])])
