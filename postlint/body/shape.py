"""A body in ASCII: all that matters to Markdown, one byte for each code point.

pyromark reports byte offsets; of such a text they are code point offsets at once, which spares two
conversions an event, and there is less to parse. Texts and URLs are then cut out of the real text.
"""

from __future__ import annotations

import unicodedata

from postlint.values.late_pattern import late_pattern

# `str.encode` puts `?` for every code point outside ASCII, and real ones become a letter with them
_TO_LETTER = bytes.maketrans(b"?", b"x")
# plain searches: a pattern of character classes takes five times as long
_BESIDE_EMPHASIS = ((b"?*", 0), (b"*?", 1), (b"?_", 0), (b"_?", 1), (b"?~", 0), (b"~?", 1))

# a name of a tag or a scheme in which something stands that neither may hold
_NO_NAME = late_pattern(rb"<[/!]?[A-Za-z0-9.+-]{0,40}\?")


def shape(body: str) -> str:
    """Return `body` with letters for all code points outside ASCII, as long as before.

    Punctuation and blanks beside `*`, `_` and `~` become commas, since they decide on emphasis; so does
    what cannot be in the name of a tag: `<标题>` is text.
    """
    if body.isascii():
        return body
    encoded = body.encode("ascii", "replace")
    data = bytearray(encoded.translate(_TO_LETTER))
    for pair, shift in _BESIDE_EMPHASIS:
        # one byte is found much faster than two
        at = encoded.find(pair) if pair[1 - shift : 2 - shift] in encoded else -1
        while at >= 0:
            if _is_mark(body[at + shift]):
                data[at + shift] = 0x2C
            at = encoded.find(pair, at + 1)
    for match in _NO_NAME.finditer(encoded):
        data[match.end() - 1] = 0x2C
    if "<?" in body:
        _restore_instructions(body, data)
    return data.decode("ascii")


def _is_mark(char: str) -> bool:
    return not char.isalnum() and (char == "?" or unicodedata.category(char)[0] in "PSZ")


def _restore_instructions(body: str, data: bytearray) -> None:
    at = body.find("?")
    while at >= 0:
        if body[at - 1 : at] == "<" or body[at + 1 : at + 2] == ">":
            data[at] = 0x3F
        at = body.find("?", at + 1)
