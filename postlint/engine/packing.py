"""Results as text, as they travel and are kept."""

from __future__ import annotations

import json

from postlint.engine.reading import Status
from postlint.post.site import Site
from postlint.source.source import Source
from postlint.values.dataclass import replace
from postlint.values.failure import Failure
from postlint.values.file_result import FileResult
from postlint.values.notices import CRASHED_RULE
from postlint.values.packed_result import CacheFacts, PackedResult, pack

# what the encoder raises for data that is no JSON
_NO_JSON = (TypeError, ValueError, RecursionError)


def facts_of(source: Source, status: Status | None, site: Site) -> CacheFacts:
    """Return what the cache must know of a post whose site was asked questions for it alone."""
    calendar = site.calendar
    return CacheFacts(source.digest, status, site.files.encoded_probes(), calendar.first, calendar.last)


def pack_result(result: FileResult, facts: CacheFacts | None = None, *, is_kept: bool = False) -> PackedResult:
    """Return a result as text; data of a plugin that is no JSON counts as a crash of its rule."""
    try:
        return pack(result, facts, is_kept=is_kept)
    except _NO_JSON:
        failures = list(result.failures)
        whole = replace(
            result,
            diagnostics=tuple(item for item in result.diagnostics if _is_json(item.code, item.data, result, failures)),
            records={
                code: [item for item in records if _is_json(code, item.data, result, failures)]
                for code, records in result.records.items()
            },
        )
        return pack(replace(whole, failures=tuple(failures)), is_kept=is_kept)


def _is_json(code: str, data: object, result: FileResult, failures: list[Failure]) -> bool:
    """Tell whether the data of a finding or record is JSON; add the crash of its rule if not."""
    try:
        json.dumps(data)
    except _NO_JSON as error:
        message = f"rule {code} crashed: its data is no JSON: {error}"
        failures.append(Failure(CRASHED_RULE.code, message, result.path, "report it to the plugin's author"))
        return False
    return True
