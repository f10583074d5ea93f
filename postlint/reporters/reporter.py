"""The protocol of an output format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from postlint.values.dataclass import dataclass
from postlint.values.run_result import RunResult


@dataclass(frozen=True, slots=True)
class Display:
    """How text is shown: colours, width in columns, and how much.

    `max_diagnostics` caps the text output (0: no cap); `is_verbose` adds details such as tracebacks.
    """

    use_color: bool = False
    width: int = 100
    is_verbose: bool = False
    is_quiet: bool = False
    max_diagnostics: int = 0
    with_statistics: bool = False


class Reporter(ABC):
    """An output format. `name` is its name on the command line, `extension` that of its files."""

    name: ClassVar[str]
    extension: ClassVar[str] = ".txt"

    def __init__(self, display: Display | None = None) -> None:
        self.display = display or Display()

    @abstractmethod
    def render(self, result: RunResult) -> str:
        """Return the whole output, with a line end at the end unless it is empty."""
