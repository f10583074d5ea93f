"""What postlint could not do."""

from __future__ import annotations

from postlint.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A notice that forces exit code 2. `detail` (a traceback) is shown with `-v` only."""

    code: str
    message: str
    path: str | None = None
    hint: str | None = None
    detail: str = ""
