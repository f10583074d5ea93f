"""Reading files that are files."""

import os
from pathlib import Path

import pytest

from postlint.source.regular import read_regular


@pytest.mark.parametrize(("size", "most", "got"), [(0, 10, 0), (9, 10, 9), (10, 10, 10), (11, 10, 10)])
def test_no_more_is_read_than_asked_for(tmp_path: Path, size: int, most: int, got: int) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * size)
    raw, found = read_regular(str(path), most)
    assert (raw, found.st_size) == (b"x" * got, size)


def test_what_comes_in_pieces_is_read_to_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"abcdefghij")
    real = os.read
    monkeypatch.setattr(os, "read", lambda handle, most: real(handle, min(most, 3)))
    assert read_regular(str(path), 100)[0] == b"abcdefghij"
    assert read_regular(str(path), 8)[0] == b"abcdefgh"


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError, match=r"no regular file|NUL"):
        read_regular(f"{tmp_path}/{name}", 10)
