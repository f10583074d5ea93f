"""A result as plain text, which is decoded only where somebody looks at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from json import dumps, loads
from operator import attrgetter

from postlint.values.codec import encode_diagnostics, encode_directives, encode_records
from postlint.values.dataclass import dataclass
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.file_result import FileResult, FixedFile
from postlint.values.hashing import blake2_of
from postlint.values.named_tuple import NamedTuple
from postlint.values.report import Severity
from postlint.values.request import PostRequest


class Tally(NamedTuple):
    """What findings are counted by; `fix` is `safe`, `unsafe` or empty."""

    code: str
    name: str
    severity: Severity
    fix: str


@dataclass(slots=True)
class PackedResult:
    """The raw result of one post as text; `path`, `relative` and `site` as in FileResult.

    `found` and `directives` are JSON, `records` a line of JSON for each rule, empty where there is nothing;
    `tallies` counts the findings. `found` and `records` may be None while they lie in the cache.
    """

    path: str
    relative: str
    site: int
    tallies: str = ""
    found: str | None = ""
    records: str | None = ""
    records_digest: str = ""
    directives: str = ""
    failures: tuple[Failure, ...] = ()
    fixed: FixedFile | None = None
    notes: tuple[str, ...] = ()
    facts: CacheFacts | None = None
    requests: tuple[PostRequest, ...] = ()


@dataclass(frozen=True, slots=True)
class CacheFacts:
    """What a result depends on besides rules, settings and site.

    `digest` is that of the bytes, `status` a file's size, mtime, ctime (in ns) and inode; None where they
    cannot stand for the bytes. `probes` is the JSON of what was asked of the disk; the result counts from
    `first_day` to `last_day` (days since 0001-01-01, both inclusive). `is_known` tells that the bytes are
    those whose digest the asker knew, and that nothing else here was worked out.
    """

    digest: str
    status: tuple[int, int, int, int] | None
    probes: str = ""
    first_day: int = 0
    last_day: int = 0
    is_known: bool = False


def pack(result: FileResult, facts: CacheFacts | None = None, *, is_kept: bool = False) -> PackedResult:
    """Return a result as text, its findings in the order of output, with a digest of its records if it `is_kept` in
    the cache, or beside those that are. Raises TypeError or ValueError for data that is no JSON."""
    found = sorted(result.diagnostics, key=_sort_key) if result.diagnostics else ()
    records = encode_records(result.records)
    return PackedResult(
        path=result.path,
        relative=result.relative,
        site=result.site,
        tallies=encode_tallies(tally(found)) if found else "",
        found=encode_diagnostics(found, result.path) if found else "",
        records=records,
        records_digest=blake2_of(records.encode(), size=12) if records and is_kept else "",
        directives=encode_directives(result.directives),
        failures=result.failures,
        fixed=result.fixed,
        notes=result.notes,
        facts=facts,
        requests=result.requests,
    )


_sort_key = attrgetter("sort_key")


def tally(diagnostics: Iterable[Diagnostic]) -> Counter[Tally]:
    """Count findings."""
    counts: Counter[Tally] = Counter()
    for item in diagnostics:
        kind = Tally(item.code, item.name, item.severity, item.fix.applicability.value if item.fix else "")
        counts[kind] = counts.get(kind, 0) + 1
    return counts


def encode_tallies(tallies: Counter[Tally]) -> str:
    """Return counts as JSON; empty for none. Equal counts give equal texts."""
    if not tallies:
        return ""
    rows = [(code, name, severity.value, fix, count) for (code, name, severity, fix), count in tallies.items()]
    return _encode_counts(tuple(sorted(rows)))


@lru_cache(maxsize=4096)
def _encode_counts(rows: tuple[tuple[str, str, str, str, int], ...]) -> str:
    return dumps(rows, separators=(",", ":"))


@lru_cache(maxsize=4096)
def decode_tallies(text: str) -> tuple[tuple[Tally, int], ...]:
    """Return counts; few texts stand for most posts. Raises what the codec raises."""
    if not text:
        return ()
    return tuple(
        (Tally(code, name, Severity(severity), fix), int(count)) for code, name, severity, fix, count in loads(text)
    )
