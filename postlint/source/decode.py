"""Which encoding a file is in."""

from __future__ import annotations

import codecs

from postlint.values.named_tuple import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Decoded(NamedTuple):
    """A decoded text without its BOM, and how it was decoded.

    `is_exact` tells whether encoding the text again gives the same bytes; only then may a fix write.
    `is_decodable` is False where no encoding fits: the text then holds surrogate escapes.
    """

    text: str
    encoding: str
    bom: bytes
    is_exact: bool
    is_decodable: bool


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """Decode a file: by its BOM, as UTF-8, as `declared`, else by detection, else with escapes."""
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _decode_as(raw[len(bom) :], encoding, bom)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", b"", True, True)
    except UnicodeDecodeError:
        pass
    guess = declared or _detect(raw)
    if guess:
        decoded = _decode_as(raw, guess, b"")
        if decoded.is_decodable:
            return decoded
    return _escaped(raw, "utf-8", b"")


def _decode_as(raw: bytes, encoding: str, bom: bytes) -> Decoded:
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return _escaped(raw, encoding if bom else "utf-8", bom)
    try:
        exact = text.encode(encoding) == raw
    except UnicodeEncodeError:
        exact = False
    return Decoded(text, encoding, bom, exact, True)


def _escaped(raw: bytes, encoding: str, bom: bytes) -> Decoded:
    text = raw.decode("utf-8", "surrogateescape")
    return Decoded(text, encoding, bom, not bom, False)


def _detect(raw: bytes) -> str | None:
    # NUL bytes mean a binary file: a detector would still name some encoding
    if b"\0" in raw[:8192]:
        return _detect_utf16(raw)
    from turbohtml.detect import detect

    found = detect(raw[:65536]).encoding
    try:
        return codecs.lookup(found).name if found else None
    except LookupError:
        return None


def _detect_utf16(raw: bytes) -> str | None:
    """Name a UTF-16 without BOM: nearly every line end is a NUL beside an LF."""
    for encoding, line_end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")):
        if len(raw) % 2 == 0 and raw.count(line_end) and raw.count(line_end) == raw.count(b"\n"):
            return encoding
    return None
