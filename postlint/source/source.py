"""One file as bytes and as text."""

from __future__ import annotations

from postlint.source.decode import decode
from postlint.values.hashing import sha256_of
from postlint.values.lazy import lazy
from postlint.values.lines import LineIndex


class Source:
    """A file's bytes and its decoded text.

    `text` has no BOM and keeps every line end. Offsets everywhere are code points of `text`.
    """

    def __init__(self, raw: bytes, *, declared_encoding: str | None = None) -> None:
        self.raw = raw
        self.text, self.encoding, self.bom, self.is_exact, self.is_decodable = decode(raw, declared_encoding)

    @classmethod
    def from_text(cls, text: str) -> Source:
        """Make a source as if `text` had been read from a UTF-8 file."""
        return cls(text.encode("utf-8", "surrogateescape"))

    @lazy
    def digest(self) -> str:
        """Return the SHA-256 of the bytes in hex."""
        return sha256_of(self.raw)

    @lazy
    def newline(self) -> str:
        """Return the line end that most lines have; `\\n` where there is none."""
        if "\r" not in self.text:
            return "\n"
        crlf = self.text.count("\r\n")
        lf = self.text.count("\n") - crlf
        cr = self.text.count("\r") - crlf
        if crlf > lf and crlf >= cr:
            return "\r\n"
        return "\r" if cr > lf else "\n"

    @lazy
    def lines(self) -> LineIndex:
        """Return the line index, built on first use."""
        return LineIndex(self.text)

    @lazy
    def clean(self) -> str:
        """Return the text as parsers may see it, code point for code point.

        `\\r\\n` becomes a blank and `\\n`, a lone `\\r` becomes `\\n`, and lone surrogates become U+FFFD.
        """
        text = self.text
        if "\r" in text:
            text = text.replace("\r\n", " \n").replace("\r", "\n")
        if not self.is_decodable:
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text

    @lazy
    def folded(self) -> bytes:
        """Return the text in lower case with `?` for all that is not ASCII: as long, and good for quick looks.

        A text of Chinese gets into lower case fifty times as slowly.
        """
        return self.text.encode("ascii", "replace").lower()

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes of this file's encoding with its BOM. Raises UnicodeEncodeError."""
        errors = "strict" if self.is_decodable else "surrogateescape"
        return self.bom + text.encode(self.encoding, errors)
