"""What goes wrong around postlint: killed processes, odd consoles, full disks, clocks that jump."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import POST, Run

BAD = f"{POST}\n![a view](http://a.example.com/x.png)\n"
_DIES = """
import multiprocessing, os, signal
from postlint import Options, PostRule, hookimpl

class Dies(PostRule[Options]):
    \"\"\"Kills the process that lints a certain post, unless it is the first one.\"\"\"
    code, name = "DIE001", "dies"
    def check(self, post):
        if post.path.endswith("p0100.md") and multiprocessing.parent_process() is not None:
            os.kill(os.getpid(), signal.SIGKILL)
        return ()

@hookimpl
def postlint_rules():
    return [Dies]
"""


def start(folder: Path, *arguments: str, **more: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "postlint", "check", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("arguments", [(), ("--fix",)])
def test_posts_of_a_killed_process_are_linted_all_the_same(arguments: tuple[str, ...], hexo: Path) -> None:
    for number in range(250):
        (hexo / f"source/_posts/p{number:04}.md").write_text(BAD)
    (hexo / "dies.py").write_text(_DIES)
    options = ("--select", "DIE,IMG006", "-p", "dies.py", "--jobs", "2", "--no-cache", "--output-format", "json")
    done = start(hexo, *options, *arguments, ".")
    assert done.returncode == 1, done.stderr
    # and the `bad.md` of the fixture
    assert len({row["path"] for row in json.loads(done.stdout)}) == 251
    assert b"Traceback" not in done.stderr


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (a)")
    connection.close()


def _other_version(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE results (nonsense)")
        connection.execute("PRAGMA application_id = 1886154356")
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"nonsense " * 10_000),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + os.urandom(40_000)),
        _foreign,
        _other_version,
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), os.mkfifo(path)),
        lambda path: (path.unlink(), path.symlink_to("/dev/zero")),
        lambda path: path.chmod(0),
    ],
    ids=["no database", "empty", "cut off", "overwritten", "foreign", "other version", "folder", "pipe", "link", "mode 0"],
)
def test_a_cache_that_is_spoilt_changes_nothing(spoil: object, hexo: Path, run: Run) -> None:
    first = run("--output-format", "json")
    cache = hexo / ".postlint_cache/cache.sqlite3"
    for end in ("-wal", "-shm"):
        Path(f"{cache}{end}").unlink(missing_ok=True)
    if spoil in (_foreign, _other_version):
        cache.unlink()
    spoil(cache)  # type: ignore[operator]
    for _ in range(2):
        again = run("--output-format", "json")
        assert (again.code, again.out) == (first.code, first.out)


@pytest.mark.parametrize("years", [-30, 30])
def test_a_clock_that_jumps_hides_no_change(years: int, hexo: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run("--output-format", "json", "--select", "IMG006")
    assert len(json.loads(first.out)) == 1
    shift = years * 365 * 24 * 3600
    real, real_ns = time.time, time.time_ns
    monkeypatch.setattr(time, "time", lambda: real() + shift)
    monkeypatch.setattr(time, "time_ns", lambda: real_ns() + shift * 1_000_000_000)
    assert run("--output-format", "json", "--select", "IMG006").out == first.out
    post = hexo / "source/_posts/good.md"
    post.write_text(BAD)
    os.utime(post, (real() + shift, real() + shift))
    assert len(json.loads(run("--output-format", "json", "--select", "IMG006").out)) == 2
    post.write_text(POST)
    os.utime(post, (0, 0))
    assert len(json.loads(run("--output-format", "json", "--select", "IMG006").out)) == 1


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"LC_ALL": "xx_XX.nonsense"},
        {"TERM": "dumb"},
        {"COLUMNS": "0"},
        {"HOME": "/nowhere"},
    ],
    ids=lambda one: " ".join(f"{name}={value}" for name, value in one.items()),
)
def test_consoles_of_all_kinds_get_utf_8(environment: dict[str, str], hexo: Path) -> None:
    name = "散步 😀.md"
    (hexo / "source/_posts" / name).write_text(BAD.replace("walk", "散步"))
    kept = {key: os.environ[key] for key in ("PATH", "PYTHONPATH") if key in os.environ}
    done = start(hexo, "--select", "IMG006", ".", env={**kept, **environment})
    assert done.returncode == 1, done.stderr
    # with neither UTF-8 nor anything else, Python itself knows no names beyond ASCII
    shown = "\ufffd" if "PYTHONUTF8" in environment else name
    assert shown in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_names_of_bytes_that_are_no_utf_8(hexo: Path, run: Run) -> None:
    (hexo / "source/_posts/a\udcff.md").write_text(BAD)
    for _ in range(2):
        done = run("--select", "IMG006", ".")
        assert (done.code, "source/_posts/a\ufffd.md" in done.out) == (1, True)


def test_a_reader_that_leaves_early_is_no_fault(hexo: Path) -> None:
    for number in range(20):
        (hexo / f"source/_posts/p{number}.md").write_text(BAD + "![a view](http://b.example.com/x.png)\n" * 200)
    for what in ("jsonl", "text --max-diagnostics 0", "html"):
        line = f"{sys.executable} -m postlint check --output-format {what} . | head -1; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(["bash", "-c", line], cwd=hexo, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        assert done.stdout.splitlines()[-1] == "1"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full device")
def test_output_that_cannot_be_written_is_said(hexo: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "postlint", "."], cwd=hexo, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert done.stderr == "postlint: standard output cannot be written: No space left on device\n"
    done = start(hexo, "--output-file", "json:/dev/full", ".", text=True)
    assert done.returncode == 2
    assert 'postlint: --output-file: "/dev/full" cannot be written: No space left on device' in done.stderr


def test_a_full_disk_needs_no_cache(hexo: Path) -> None:
    before = start(hexo, "--no-cache", "--output-format", "json", ".")
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); import signal; "
    limited += "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); sys.argv[1:] = ['--output-format', 'json', '.']; "
    limited += "from postlint.__main__ import run; run()"
    done = subprocess.run([sys.executable, "-c", limited], cwd=hexo, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (before.returncode, before.stdout)
    assert start(hexo, "--output-format", "json", ".").stdout == before.stdout
