"""Tells what bytes are, as browsers do: by what they begin with."""

from __future__ import annotations

SHOWN = frozenset({"png", "jpeg", "gif", "webp", "avif", "bmp", "ico", "svg"})
# kinds that hold a picture which most browsers do not show
NOT_SHOWN = {
    "heic": "a HEIC picture",
    "tiff": "a TIFF picture",
    "jp2": "a JPEG 2000 picture",
    "psd": "a Photoshop file",
}
WORDS = {
    "empty": "nothing",
    "html": "an HTML page",
    "json": "JSON",
    "xml": "an XML document",
    "text": "text",
    "video": "a video",
    "audio": "a sound file",
    "pdf": "a PDF file",
    "archive": "an archive",
    "lfs": "a Git LFS pointer",
    "jxl": "a JPEG XL picture",
    **NOT_SHOWN,
}

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"\x00\x00\x01\x00", "ico"),
    (b"\x00\x00\x02\x00", "ico"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\xff\x0a", "jxl"),
    (b"\x00\x00\x00\x0cJXL ", "jxl"),
    (b"\x00\x00\x00\x0cjP  ", "jp2"),
    (b"8BPS", "psd"),
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"FLV\x01", "video"),
    (b"OggS", "video"),
    (b"ID3", "audio"),
    (b"version https://git-lfs", "lfs"),
)
_BRANDS = {"avif": "avif", "avis": "avif", **dict.fromkeys(("heic", "heix", "heim", "hevc", "hevx"), "heic")}
_BMP_HEADERS = (12, 40, 52, 56, 64, 108, 124)
_HTML = (
    b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<title", b"<div", b"<h1", b"<p>", b"<meta", b"<a ",
    b"<center", b"<table", b"<iframe", b"<style", b"<br", b"<b>", b"<link", b"<span", b"<noscript",
)  # fmt: skip


def sniff(head: bytes) -> str:
    """Return what the first bytes (512 are enough, more for SVG) are; `unknown` if nothing fits."""
    if not head:
        return "empty"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(b"RIFF"):
        return {b"WEBP": "webp", b"WAVE": "audio", b"AVI ": "video"}.get(head[8:12], "unknown")
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADERS:
        return "bmp"
    if head[4:8] == b"ftyp":
        return _brand(head)
    return _text_kind(head)


def _brand(head: bytes) -> str:
    size = min(int.from_bytes(head[:4], "big"), 256)
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, max(16, size), 4))]
    for brand in brands:
        kind = _BRANDS.get(brand.decode("latin-1"))
        if kind is not None:
            return kind
    return "avif" if head[8:12] in (b"mif1", b"msf1") else "video"


def _text_kind(head: bytes) -> str:
    text = head
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace").encode()
    start = text.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\x0c")
    if not start:
        return "text"
    lower = start[:1024].lower()
    if lower.startswith(_HTML):
        return "html"
    if lower.startswith(b"<") and (b"<svg" in text or b":svg" in text):
        return "html" if b"<html" in lower or b"<!doctype html" in lower else "svg"
    if lower.startswith((b"<?xml", b"<!--", b"<")):
        return "html" if b"<html" in lower or b"<!doctype html" in lower else "xml"
    if start.startswith((b"{", b"[")):
        return "json"
    return "text" if _is_text(start[:256]) else "unknown"


def _is_text(start: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in start)
