"""What a fetch gets to know of an address, and who asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postlint.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """The answer of one address: the picture's bytes and kind (`png`), or why there is no picture."""

    url: str
    body: bytes = b""
    kind: str = ""
    problem: str = ""

    @property
    def is_picture(self) -> bool:
        """Tell whether there is a whole picture."""
        return bool(self.body and self.kind and not self.problem)


OnDownload = Callable[[Download], None]
# asks for all addresses, and calls back with each answer as it comes, in any order
Downloader = Callable[[Sequence[str], OnDownload], None]
