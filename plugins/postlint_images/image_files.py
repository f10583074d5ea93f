"""What the first and last bytes of a file say about a picture."""

from __future__ import annotations

from typing import Protocol

HEAD, TAIL, LONG_TAIL = 512, 64, 4096
_MOST_IN_A_POINTER = 1024

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"\x00\x00\x02\x00", "ico"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xff\x0a", "jxl"),
    (b"\x00\x00\x00\x0cJXL ", "jxl"),
    (b"\x1f\x8b", "svgz"),
)
# what closes a whole file
_ENDINGS = {"png": b"IEND", "jpeg": b"\xff\xd9", "gif": b";"}
# what browsers, or most of them, do not show as a picture
_NOT_SHOWN = {
    "heic": "a HEIC picture, which few browsers show",
    "tiff": "a TIFF picture, which few browsers show",
    "jxl": "a JPEG XL picture, which few browsers show",
    "video": "a video, not a picture",
}


class ImageFiles(Protocol):
    """The part of the site's disk that is needed here."""

    def size(self, path: str) -> int | None: ...
    def head(self, path: str, count: int = 64) -> bytes: ...
    def tail(self, path: str, count: int = 64) -> bytes: ...


def find_defect(files: ImageFiles, path: str) -> str | None:
    """Return what keeps a file from being shown, in words that follow «file», or None.

    Looks at the first 512 and, of kinds with an end mark, at the last bytes.
    """
    size = files.size(path)
    if size is None:
        return None
    if size == 0:
        return "is empty"
    head = files.head(path, HEAD)
    if head.startswith(b"version https://git-lfs") and size <= _MOST_IN_A_POINTER:
        return "is a Git LFS pointer, not the picture"
    kind = find_kind(head)
    if kind is None:
        return _other_content(head, path)
    if kind in _NOT_SHOWN:
        return f"is {_NOT_SHOWN[kind]}"
    ending = _ENDINGS.get(kind)
    # cameras and editors put data of their own after the end, so a second look goes further back
    if ending and ending not in files.tail(path, TAIL) and ending not in files.tail(path, LONG_TAIL):
        return "is cut off before its end"
    return "is cut off before its end" if kind == "webp" and _webp_size(head) > size else None


def find_kind(head: bytes) -> str | None:
    """Return the format of a picture by its first bytes, None if it is none that browsers show."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _brand(head)
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith((b"<svg", b"<?xml", b"<!--", b"<!DOCTYPE svg")) or b"<svg" in head:
        return "svg"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) and b"s\x00v\x00g" in head:
        return "svg"
    return None


def _brand(head: bytes) -> str:
    """Return the kind of a file of boxes: `avif`, `heic`, or `video`."""
    size = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size, 4))}
    if brands & {b"avif", b"avis"}:
        return "avif"
    return "heic" if brands & {b"heic", b"heix", b"hevc", b"heim", b"mif1"} else "video"


def _webp_size(head: bytes) -> int:
    return int.from_bytes(head[4:8], "little") + 8


def _other_content(head: bytes, path: str) -> str | None:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return "is an HTML page, not a picture"
    if text.startswith((b"{", b"[")):
        return "is JSON, not a picture"
    extension = path.rpartition(".")[2].lower()
    if extension in ("png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico", "tif", "tiff", "apng"):
        return "has no picture in it"
    return None
