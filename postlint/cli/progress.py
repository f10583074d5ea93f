"""A progress line for long runs."""

from __future__ import annotations

import time
from typing import TextIO

from postlint.engine.request import Progress

_QUIET_SECONDS = 1.0


class ProgressLine:
    """One line on a terminal, shown once a run takes longer than a second."""

    def __init__(self, stream: TextIO, *, is_wanted: bool = True) -> None:
        self._stream, self._started = stream, time.perf_counter()
        self._what, self._since = "posts", self._started
        self._is_wanted = is_wanted and stream.isatty()
        self._is_shown = False

    def update(self, progress: Progress) -> None:
        """Draw the line anew."""
        if progress.what != self._what:
            # another count has another rate
            self._what, self._since = progress.what, time.perf_counter()
        passed = time.perf_counter() - self._started
        if passed < _QUIET_SECONDS or not self._is_wanted:
            return
        rate = progress.done / max(time.perf_counter() - self._since, 1e-9)
        left = (progress.total - progress.done) / rate if rate else 0
        counts = f"{progress.done} of {progress.total} {progress.what}, {progress.findings} findings"
        self._stream.write(f"\r\x1b[K{counts}, {rate:.0f} {progress.what}/s, {left:.0f} s left")
        self._stream.flush()
        self._is_shown = True

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
