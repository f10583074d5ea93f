"""No pattern takes long for a short text, whatever it holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_every_pattern_is_done_soon() -> None:
    command = [sys.executable, "-m", "tests.hostile.patterns"]
    root = Path(__file__).parents[2]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=240)
    except subprocess.TimeoutExpired as error:
        lines = bytes(error.stdout or b"").decode().splitlines()
        pytest.fail(f"it never came back: {lines[-1] if lines else command}")
    lines = done.stdout.splitlines()
    assert len(lines) > 500
    assert [line for line in lines if line.startswith("SLOW")] == []
