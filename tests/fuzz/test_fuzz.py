"""Inputs that a fuzzer found, and a short run of each fuzzer."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
FOUND = sorted((HERE / "found").iterdir())
SECONDS = "15"


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_was_found(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))
    checks = importlib.import_module("checks")
    raw = path.read_bytes()
    if path.suffix == ".toml":
        checks.check_config(raw)
        return
    for number in range(0, len(checks.GENERATORS), 3):
        checks.check_post(raw, number)
        checks.check_suppressed(raw, number)


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    root = HERE.parents[1]
    places = os.pathsep.join((str(root), str(root / "plugins"), os.environ.get("PYTHONPATH", "")))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=HERE,
        env={**os.environ, "PYTHONPATH": places},
        capture_output=True,
        text=True,
        check=False,
        errors="replace",
    )


@pytest.mark.slow
def test_made_up_posts_and_configs() -> None:
    done = start("fuzz_structure.py", "--seconds", SECONDS)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "without a fault" in done.stdout


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris is not installed")
def test_bytes(tmp_path: Path) -> None:
    limits = (f"-max_total_time={SECONDS}", "-rss_limit_mb=1024", "-timeout=25", f"-artifact_prefix={tmp_path}/")
    done = start("fuzz_bytes.py", str(tmp_path / "corpus"), *limits)
    assert done.returncode == 0, done.stderr[-3000:]
    assert list((tmp_path / "corpus").iterdir())
