"""Files that cannot be shown, by their first and last bytes."""

from __future__ import annotations

import pytest

from postlint_images.image_files import find_defect

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100) + b"\x00\x00\x00\x00IEND\xaeB`\x82"
JPEG = b"\xff\xd8\xff\xe0" + bytes(9000) + b"\xff\xd9"


class Disk:
    """One file, in memory."""

    def __init__(self, content: bytes | None) -> None:
        self.content = content

    def size(self, path: str) -> int | None:
        return None if self.content is None else len(self.content)

    def head(self, path: str, count: int = 64) -> bytes:
        return (self.content or b"")[:count]

    def tail(self, path: str, count: int = 64) -> bytes:
        return (self.content or b"")[-count:]


@pytest.mark.parametrize(
    ("content", "path", "defect"),
    [
        (b"", "a.png", "is empty"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
            "a.png",
            "is a Git LFS pointer, not the picture",
        ),
        (b"<!DOCTYPE html><p>gone", "a.png", "is an HTML page, not a picture"),
        (b'{"error": 404}', "a.png", "is JSON, not a picture"),
        (b"Not found", "a.png", "has no picture in it"),
        (PNG[:60], "a.png", "is cut off before its end"),
        (JPEG[:5000], "a.jpg", "is cut off before its end"),
        (b"GIF89a" + bytes(50), "a.gif", "is cut off before its end"),
        (b"RIFF\xff\x00\x00\x00WEBPVP8 ", "a.webp", "is cut off before its end"),
    ],
)
def test_a_defect_is_named(content: bytes, path: str, defect: str) -> None:
    assert find_defect(Disk(content), path) == defect


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (PNG, "a.png"),
        (PNG, "a.jpg"),
        (PNG + b"trailing data of an editor" * 50, "a.png"),
        (JPEG, "a.jpg"),
        (JPEG + bytes(3000), "a.jpg"),
        (b"GIF89a" + bytes(50) + b";", "a.gif"),
        (b"RIFF\x04\x00\x00\x00WEBP", "a.webp"),
        (b"\x00\x00\x00\x1cftypavif", "a.avif"),
        (b'\xef\xbb\xbf\n<?xml version="1.0"?><svg/>', "a.svg"),
        (b"<!-- made by hand --><svg/>", "a.svg"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg"),
        (b"\x00\x00\x01\x00\x01\x00", "favicon.ico"),
        (b"BM" + bytes(20), "a.bmp"),
        (b"some bytes", "a.mp4"),
    ],
)
def test_a_picture_has_no_defect(content: bytes, path: str) -> None:
    assert find_defect(Disk(content), path) is None


def test_a_file_that_is_not_there_has_no_defect() -> None:
    assert find_defect(Disk(None), "a.png") is None
