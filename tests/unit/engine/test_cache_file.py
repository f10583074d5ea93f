"""The file of the cache: whatever happens to it, a run goes on."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from postlint.engine import cache_file
from postlint.engine.cache_file import CacheFile

TABLE = "CREATE TABLE t (k TEXT PRIMARY KEY, v TEXT)"


def put(cache: CacheFile, **values: str) -> bool:
    return cache.write([("INSERT OR REPLACE INTO t VALUES (?, ?)", list(values.items()))])


def read(root: Path) -> dict[str, str]:
    cache = CacheFile(str(root))
    found = dict(cache.rows("SELECT k, v FROM t"))
    cache.close()
    return found


@pytest.fixture(autouse=True)
def one_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "_TABLES", (TABLE,))


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[CacheFile]:
    made = CacheFile(str(tmp_path))
    yield made
    made.close()


def test_nothing_is_made_by_looking(cache: CacheFile, tmp_path: Path) -> None:
    assert cache.rows("SELECT * FROM t") == []
    assert os.listdir(tmp_path) == []


def test_what_was_written_is_there_for_the_next_run(cache: CacheFile, tmp_path: Path) -> None:
    assert put(cache, a="1", b="2")
    assert put(cache, b="3")
    cache.close()
    assert read(tmp_path) == {"a": "1", "b": "3"}
    assert cache.notes == []


def test_git_and_backups_pass_the_folder_over(cache: CacheFile, tmp_path: Path) -> None:
    put(cache, a="1")
    folder = tmp_path / ".postlint_cache"
    assert (folder / ".gitignore").read_text() == "*\n"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


@pytest.mark.parametrize(
    "raw", [b"no database", b"SQLite format 3\0" + b"\xff" * 4000, b"\0" * 100], ids=["text", "head", "nul"]
)
def test_a_damaged_file_is_made_anew_with_a_note(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / ".postlint_cache").mkdir()
    (tmp_path / ".postlint_cache/cache.sqlite3").write_bytes(raw)
    cache = CacheFile(str(tmp_path))
    assert cache.rows("SELECT 1 FROM t") == []
    assert put(cache, a="1")
    cache.close()
    assert cache.notes == [f"the cache {cache.path} was made anew: it was damaged"]
    assert read(tmp_path) == {"a": "1"}


def test_damage_within_a_table_is_met_when_it_is_read(tmp_path: Path) -> None:
    cache = CacheFile(str(tmp_path))
    put(cache, **{f"key{n}": "x" * 500 for n in range(200)})
    cache.close()
    path = Path(cache.path)
    raw = bytearray(path.read_bytes())
    raw[8192:] = b"\xff" * (len(raw) - 8192)
    path.write_bytes(raw)
    again = CacheFile(str(tmp_path))
    assert again.rows("SELECT k, v FROM t") == []
    assert again.notes == [f"the cache {cache.path} was made anew: it was damaged"]
    assert put(again, a="1")
    again.close()
    assert read(tmp_path) == {"a": "1"}


def test_a_database_of_somebody_else_is_made_anew_with_a_note(tmp_path: Path) -> None:
    (tmp_path / ".postlint_cache").mkdir()
    with sqlite3.connect(tmp_path / ".postlint_cache/cache.sqlite3") as other:
        other.execute("CREATE TABLE t (k, v)")
        other.execute("INSERT INTO t VALUES ('theirs', 'x')")
    other.close()
    cache = CacheFile(str(tmp_path))
    assert cache.rows("SELECT k, v FROM t") == []
    assert cache.notes == [f"the cache {cache.path} was made anew: it was not written by postlint"]
    cache.close()


def test_a_file_of_another_format_is_made_anew_in_silence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(cache_file, "FORMAT", cache_file.FORMAT + 1)
        newer = CacheFile(str(tmp_path))
        put(newer, a="1")
        newer.close()
    cache = CacheFile(str(tmp_path))
    assert cache.rows("SELECT k, v FROM t") == []
    assert put(cache, b="2")
    cache.close()
    assert read(tmp_path) == {"b": "2"}
    assert cache.notes == []


def test_a_folder_that_cannot_be_used_means_no_cache(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").mkdir()
    (tmp_path / "link/.postlint_cache").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "file").mkdir()
    (tmp_path / "file/.postlint_cache").write_text("mine")
    (tmp_path / "folder/.postlint_cache/cache.sqlite3").mkdir(parents=True)
    for name in ("link", "file", "folder", "missing"):
        cache = CacheFile(str(tmp_path / name))
        assert not put(cache, a="1"), name
        assert cache.rows("SELECT k, v FROM t") == []
        cache.close()
    assert os.listdir(tmp_path / "elsewhere") == []
    assert (tmp_path / "file/.postlint_cache").read_text() == "mine"


def test_a_link_to_a_file_elsewhere_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("mine")
    (tmp_path / ".postlint_cache").mkdir()
    (tmp_path / ".postlint_cache/cache.sqlite3").symlink_to(tmp_path / "precious")
    cache = CacheFile(str(tmp_path))
    assert put(cache, a="1")
    cache.close()
    assert (tmp_path / "precious").read_text() == "mine"
    assert read(tmp_path) == {"a": "1"}


def test_a_file_that_another_process_keeps_is_left_alone(
    cache: CacheFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_file, "_BUSY_SECONDS", 0.01)
    put(cache, a="1")
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    second = CacheFile(str(tmp_path))
    assert second.rows("SELECT v FROM t WHERE k = ?", ("a",)) == [("1",)]
    assert not put(second, b="2")
    other.execute("ROLLBACK")
    other.close()
    second.close()
    assert read(tmp_path) == {"a": "1"}


def test_the_size_is_bounded(cache: CacheFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_file, "MAX_BYTES", 200_000)
    assert not put(cache, **{f"key{n}": "x" * 1000 for n in range(400)})
    assert put(cache, a="1")
    assert os.path.getsize(cache.path) < 200_000
    assert cache.notes == []


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    # all wait for one sign, so that they meet where neither the folder nor the file is there yet
    code = (
        "import sys; from postlint.engine import cache_file; from postlint.engine.cache_file import CacheFile\n"
        "cache_file._TABLES = (sys.argv[3],)\n"
        "print(flush=True)\n"
        "sys.stdin.read()\n"
        "for n in range(30):\n"
        "    cache = CacheFile(sys.argv[1])\n"
        "    assert cache.write([('INSERT OR REPLACE INTO t VALUES (?, ?)', [(sys.argv[2] + str(n), 'x')])])\n"
        "    cache.close()\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    end, sign = os.pipe()
    running = [
        subprocess.Popen([*command, name, TABLE], stdin=end, stdout=subprocess.PIPE) for name in "abc"
    ]
    for process in running:
        with process.stdout:
            assert process.stdout.readline() == b"\n"
    os.close(end)
    os.close(sign)
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert len(read(tmp_path)) == 90
