"""What postlint says about itself: the PL table."""

from __future__ import annotations

from postlint.values.dataclass import dataclass
from postlint.values.report import Severity


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice code with its name; `is_failure` forces exit code 2."""

    code: str
    name: str
    severity: Severity
    is_failure: bool
    summary: str
    aliases: tuple[str, ...] = ()
    plugin: str = "postlint"
    is_preview: bool = False


UNUSED_SUPPRESSION = Notice("PL001", "unused-suppression", Severity.WARNING, False, "A suppression silences nothing.")
UNKNOWN_CODE = Notice(
    "PL002", "unknown-suppression-code", Severity.WARNING, False, "A suppression names a rule that is not there."
)
NOT_UTF8 = Notice("PL003", "not-utf-8", Severity.WARNING, False, "A file is not UTF-8.")
NOT_READABLE = Notice("PL004", "not-readable", Severity.ERROR, True, "A file could not be read.")
CRASHED_RULE = Notice("PL005", "crashed-rule", Severity.ERROR, True, "A rule crashed on a post.")
LIMIT = Notice("PL006", "limit-reached", Severity.ERROR, True, "A limit was reached; something was not done.")
BROKEN_PLUGIN = Notice("PL007", "broken-plugin", Severity.ERROR, True, "A plugin could not be loaded.")

NOTICES = {
    notice.code: notice
    for notice in (
        UNUSED_SUPPRESSION,
        UNKNOWN_CODE,
        NOT_UTF8,
        NOT_READABLE,
        CRASHED_RULE,
        LIMIT,
        BROKEN_PLUGIN,
    )
}
NAMES = {notice.name: notice for notice in NOTICES.values()}
