"""What a worker found in one post."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from postlint.values.dataclass import dataclass, field
from postlint.values.diagnostic import Diagnostic
from postlint.values.directive import Directive
from postlint.values.failure import Failure
from postlint.values.hashing import sha256_of
from postlint.values.record import Record
from postlint.values.request import PostRequest


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A changed file, not yet written: the new bytes, and the digest of the bytes it was made from."""

    raw: bytes
    old_raw: bytes
    digest: str
    fixes: int

    @classmethod
    def of(cls, raw: bytes, old_raw: bytes, fixes: int = 0) -> FixedFile:
        """Make one from the bytes before and after."""
        return cls(raw, old_raw, sha256_of(old_raw), fixes)


@dataclass(frozen=True, slots=True)
class FileResult:
    """The raw result of one post, before suppressions and baseline.

    `path` is as shown to the user, `relative` as the site counts, `site` the index of the site. `records` are those of
    rules and statistics by their codes.
    """

    path: str
    relative: str
    site: int
    diagnostics: tuple[Diagnostic, ...] = ()
    records: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    directives: tuple[Directive, ...] = ()
    failures: tuple[Failure, ...] = ()
    fixed: FixedFile | None = None
    notes: tuple[str, ...] = ()
    requests: tuple[PostRequest, ...] = ()
