"""Files in the user's cache folder: read only where nobody else can have written."""

import os
import sys
from pathlib import Path

import pytest

from postlint.values import kept_file
from postlint.values.kept_file import KeptFile, kept_place

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of files are others there")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a file with a value."""
    path = tmp_path / "postlint/a.value"
    KeptFile(str(path), most_bytes=1000).write({"a": 1}, b"more")
    return path


def read(path: Path) -> object:
    value, more = KeptFile(str(path), most_bytes=1000).read()
    return value, bytes(more)


def test_what_was_written_is_read(path: Path) -> None:
    assert read(path) == ({"a": 1}, b"more")
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


@pytest.mark.parametrize("open_to", [0o020, 0o002])
def test_what_others_may_write_to_is_not(path: Path, open_to: int) -> None:
    path.chmod(0o600 | open_to)
    assert read(path) == (None, b"")
    path.chmod(0o600)
    path.parent.chmod(0o700 | open_to)
    assert read(path) == (None, b"")
    path.parent.chmod(0o700)
    assert read(path) == ({"a": 1}, b"more")


def test_what_belongs_to_another_user_is_not(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
    assert read(path) == (None, b"")


def test_the_oldest_of_many_files_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_file, "_MOST_FILES", 2)
    for number in range(4):
        other = path.with_name(f"{number}.value")
        KeptFile(str(other), most_bytes=1000).write(number)
        os.utime(other, (number, number))
    assert sorted(os.listdir(path.parent)) == ["3.value", "a.value"]


def test_the_place_is_the_users_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_CACHE_HOME", "/caches")
        assert (kept_place("value") or "").startswith("/caches/postlint/")
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setenv("HOME", "/home/rita")
        assert (kept_place("value") or "").startswith("/home/rita/.cache/postlint/")
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "here")
    assert kept_place("value") is None
