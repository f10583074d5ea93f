"""Every hostile input ends as the table says, within the limits, and the page shows the table."""

from __future__ import annotations

import builtins
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.case import Case, command_of, lay_out, run_case
from tests.hostile.cases import GROUPS, PICTURES, SLOW
from tests.hostile.page import render

PAGE = Path(__file__).parents[2] / "docs/hostile-input.md"
QUICK = [case for cases in GROUPS.values() if cases is not SLOW for case in cases]
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder with another one above it, the working directory."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.chdir(site)
    yield site
    os.chdir("/")


@pytest.mark.parametrize("case", QUICK, ids=lambda case: case.what)
def test_case(case: Case, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out(case, folder)
    before = {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}
    started = time.process_time()
    code, text = run_case(case, capsys.readouterr)
    assert time.process_time() - started < 20
    assert (code, case.says in text) == (case.exit, True), text[:2000]
    if not case.says:
        assert text == ""
    assert "PL005" not in text
    assert not _CONTROL.search(text)
    assert {path: path.lstat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize("case", PICTURES, ids=lambda case: case.what)
def test_no_address_of_a_picture_is_looked_for_outside(
    case: Case, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lay_out(case, folder)
    asked: set[str] = set()

    def spy(module: object, name: str) -> None:
        real = getattr(module, name)

        def call(path: object, *rest: object, **more: object) -> object:
            if isinstance(path, str | os.PathLike):
                asked.add(os.path.normpath(os.path.join(os.getcwd(), os.fspath(path))))
            return real(path, *rest, **more)

        monkeypatch.setattr(module, name, call)

    # where a link leads must be found out; what is there is not looked at
    for name in ("stat", "open", "scandir", "listdir", "access"):
        spy(os, name)
    spy(builtins, "open")
    run_case(case, capsys.readouterr)
    assert f"{folder}/_config.yml" in asked
    outside = [path for path in asked if not path.startswith(f"{folder}/")]
    assert not [path for path in outside if path.endswith((".png", ".ini", "passwd")) or path.startswith("/etc")]


_MEASURED = """
import resource, sys
from postlint.cli.crash import guarded
code = guarded(sys.argv[1:])
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.slow
@pytest.mark.parametrize("case", SLOW, ids=lambda case: case.what)
def test_slow_case(case: Case, folder: Path) -> None:
    lay_out(case, folder)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command_of(case)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, case.says in done.stdout + done.stderr) == (case.exit, True), done.stderr[-2000:]
    peak = int(done.stderr.rsplit("peak ", 1)[1])
    assert peak < 1_000_000, f"{peak} kB"


def test_the_page_shows_the_table(request: pytest.FixtureRequest) -> None:
    text = render()
    if request.config.getoption("--update-snapshots"):
        PAGE.write_text(text, "utf-8")
    assert PAGE.read_text("utf-8") == text, "docs/hostile-input.md is not current; run pytest --update-snapshots"
