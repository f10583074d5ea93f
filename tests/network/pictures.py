"""Small real pictures, and bytes that are none."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(number: int = 0, padding: int = 0) -> bytes:
    """Return a PNG of one pixel; each number has a colour of its own."""
    pixel = b"\0" + struct.pack(">I", number)[1:]
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    text = _chunk(b"tEXt", b"Comment\0" + b"x" * padding) if padding else b""
    return b"\x89PNG\r\n\x1a\n" + header + text + _chunk(b"IDAT", zlib.compress(pixel)) + _chunk(b"IEND", b"")


PNG = png(1)
GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
WEBP = b64decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010101004800480000ffdb004300030202020202030202020303030304060404040404080606050609"
    "080a0a090809090a0c0f0c0a0b0e0b09090d110d0e0f101011100a0c12131210130f101010ffc9000b080001000101011100ffcc"
    "000600101005ffda0008010100003f00d2cf20ffd9"
)
BMP = (
    b"BM"
    + struct.pack("<IHHI", 58, 0, 0, 54)
    + struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0)
    + b"\0" * 4
)
ICO = struct.pack("<HHH", 0, 1, 1) + struct.pack("<BBBBHHII", 1, 1, 0, 0, 1, 32, len(PNG), 22) + PNG
AVIF_START = struct.pack(">I", 28) + b"ftypavif\0\0\0\0avifmif1miaf" + b"\0" * 64
HEIC_START = struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + b"\0" * 64
MP4_START = struct.pack(">I", 24) + b"ftypisom\0\0\2\0isommp41" + b"\0" * 64
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path d="M0 0h1"/></svg>'
SVG_BARE = b'<svg width="1" height="1"><path d="M0 0h1"/></svg>'
SVG_PROLOG = (
    b'<?xml version="1.0"?>\n<!-- a map -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/'
    b'Graphics/SVG/1.1/DTD/svg11.dtd">\n' + SVG
)
HTML = b"<!DOCTYPE html>\n<html><head><title>A map</title></head><body>A page about a map.</body></html>"
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 12345\n"
