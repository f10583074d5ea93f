"""Colours of the text output, without a library."""

from __future__ import annotations

from postlint.values.dataclass import dataclass
from postlint.values.report import Severity

_COLORS = {Severity.ERROR: "1;31", Severity.WARNING: "33", Severity.INFO: "36"}


@dataclass(frozen=True, slots=True)
class Style:
    """Wraps text in escape sequences, or leaves it as it is."""

    use_color: bool = False

    def severity(self, severity: Severity, text: str) -> str:
        """Return text in the colour of a severity."""
        return self._wrap(_COLORS[severity], text)

    def bold(self, text: str) -> str:
        """Return bold text."""
        return self._wrap("1", text)

    def faint(self, text: str) -> str:
        """Return faint text."""
        return self._wrap("2", text)

    def _wrap(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.use_color and text else text
