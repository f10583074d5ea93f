"""The progress line."""

from __future__ import annotations

import io

import pytest

from postlint.cli.progress import ProgressLine
from postlint.engine.request import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("postlint.cli.progress.time.perf_counter", lambda: now[0])
    return now


def test_a_long_run_has_a_line_that_goes_away(clock: list[float]) -> None:
    stream = Terminal()
    line = ProgressLine(stream)
    clock[0] += 2
    line.update(Progress(200, 1000, 7))
    assert stream.getvalue() == "\r\x1b[K200 of 1000 posts, 7 findings, 100 posts/s, 8 s left"
    line.clear()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_a_short_run_has_none(clock: list[float]) -> None:
    stream = Terminal()
    line = ProgressLine(stream)
    clock[0] += 0.9
    line.update(Progress(1, 2, 0))
    line.clear()
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("stream", "is_wanted"), [(io.StringIO(), True), (Terminal(), False)])
def test_only_a_terminal_has_one(stream: io.StringIO, is_wanted: bool, clock: list[float]) -> None:
    line = ProgressLine(stream, is_wanted=is_wanted)
    clock[0] += 5
    line.update(Progress(1, 2, 0))
    assert stream.getvalue() == ""
