"""What one run found, for reporters."""

from __future__ import annotations

from collections.abc import Sequence

from postlint.values.dataclass import dataclass, field
from postlint.values.diagnostic import Diagnostic
from postlint.values.failure import Failure
from postlint.values.findings import count_findings
from postlint.values.report import Severity
from postlint.values.span import Position
from postlint.values.table import Table


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What reporters and lists show of a rule; `fixable` is `never`, `sometimes` or `always`."""

    code: str
    name: str
    summary: str
    severity: Severity
    fixable: str
    plugin: str
    url: str | None = None
    is_preview: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was done: `read` posts were linted, `fixed` files written, `elapsed` is in seconds.

    `fixes` counts the applied fixes, `silenced` what directives hid, `known` what the baseline hid.
    """

    read: int = 0
    fixed: int = 0
    fixes: int = 0
    silenced: int = 0
    known: int = 0
    elapsed: float = 0.0


@dataclass(frozen=True, slots=True)
class Dropped:
    """Files that were not read, and the setting that says so (`exclude`, `.gitignore`, `hexo: scaffolds`)."""

    reason: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """What became of a known finding: `state` is `there`, `gone`, or `not asked` where its rule or post was not.

    `location` is where it is now, `was` the post's path in the baseline if it has another one by now.
    """

    path: str
    code: str
    text: str
    state: str
    location: Position | None = None
    was: str | None = None


@dataclass(frozen=True, slots=True)
class RunResult:
    """The sorted diagnostics of a run, its failures, and what reporters need besides.

    `diffs` are unified diffs (with `--diff`), with bytes that are not UTF-8 as surrogate escapes.
    `is_interrupted` tells that the user stopped the run: what is here is what was known by then.
    `fixed_stdin` is what standard input becomes by its fixes. `known` tells of every finding of the
    baseline (for `baseline explain` only). `tables` are what plugins add up, if statistics are asked for.
    """

    diagnostics: Sequence[Diagnostic]
    failures: tuple[Failure, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    counts: Counts = Counts()
    dropped: tuple[Dropped, ...] = ()
    diffs: tuple[str, ...] = ()
    is_interrupted: bool = False
    fixed_stdin: bytes | None = None
    known: tuple[KnownPlace, ...] = ()
    notes: tuple[str, ...] = field(default=())
    tables: tuple[Table, ...] = ()

    @property
    def worst(self) -> Severity | None:
        """Return the worst severity among the diagnostics, None if there are none."""
        return max((kind.severity for kind in count_findings(self.diagnostics)), key=lambda s: s.rank, default=None)
