"""Sizes of pictures by their first bytes."""

from __future__ import annotations

from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint_images.dimensions import read_size, size_of

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + pack(">II", 640, 480) + b"\x08\x02\x00\x00\x00"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF"
    + bytes(10)
    + b"\xff\xdb\x00\x04\x00\x00"
    + b"\xff\xff\xc2\x00\x11\x08"
    + pack(">HH", 480, 640)
) + bytes(20)


class Disk:
    def __init__(self, content: bytes) -> None:
        self.content = content

    def head(self, path: str, count: int = 64) -> bytes:
        return self.content[:count]


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (PNG, (640, 480)),
        (PNG[:20], None),
        (b"GIF89a" + pack("<HH", 640, 480), (640, 480)),
        (b"GIF89a" + pack("<HH", 0, 480), None),
        (b"BM" + bytes(16) + pack("<ii", 640, -480), (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little"), (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(4) + b"\x2f" + (639 | 479 << 14).to_bytes(4, "little"), (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + pack("<HH", 640, 480), (640, 480)),
        (b"RIFF\0\0\0\0WEBPVP8 ", None),
        (b'<?xml version="1.0"?><svg xmlns="x" width="640" height="480px">', (640, 480)),
        (b'<svg width="100%" height="480">', None),
        (b'<svg width="640" height="480"', None),
        (b"text", None),
        (b"", None),
    ],
)
def test_sizes(head: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(head) == size
    assert read_size(Disk(head), "a") == size


def test_a_jpeg_holds_its_size_behind_other_parts() -> None:
    assert read_size(Disk(JPEG), "a.jpg") == (640, 480)
    for end in range(2, 36):
        assert read_size(Disk(JPEG[:end]), "a.jpg") is None


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    for head in (data, PNG[:8] + data, b"\xff\xd8" + data, b"RIFF" + data, b"GIF89a" + data, b"<svg " + data):
        found = read_size(Disk(head), "a")
        assert found is None or (found[0] > 0 and found[1] > 0)
