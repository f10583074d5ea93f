"""What a run wrote."""

from __future__ import annotations

from postlint.values.dataclass import dataclass, field
from postlint.values.failure import Failure


@dataclass
class Written:
    """What was written: files, as shown, with so many fixes; or `diffs`; or what goes to standard output."""

    files: set[str] = field(default_factory=set)
    fixes: int = 0
    diffs: list[str] = field(default_factory=list)
    stdin: bytes | None = None
    failures: list[Failure] = field(default_factory=list)
    is_interrupted: bool = False

    def add(self, later: Written) -> None:
        """Take in what was written after this."""
        self.files |= later.files
        self.fixes += later.fixes
        self.diffs += later.diffs
        self.stdin = self.stdin if later.stdin is None else later.stdin
        self.failures += later.failures
        self.is_interrupted |= later.is_interrupted
