"""A URL as it stands in a source."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from postlint.values.lazy import lazy
from postlint.values.span import Span


class Url:
    """A URL: `text` as a browser gets it (entities and escapes undone), `raw` as written under `span`.

    Nothing is normalised: `text` stays byte for byte what the author meant.
    """

    __slots__ = ("__dict__", "raw", "span", "text")

    def __init__(self, text: str, span: Span, raw: str | None = None) -> None:
        self.text, self.span, self.raw = text, span, text if raw is None else raw

    @lazy
    def _parts(self) -> SplitResult | None:
        try:
            return urlsplit(self.text.strip())
        except ValueError:
            return None

    @property
    def scheme(self) -> str:
        """Return the scheme in lower case; empty for a path, `//host` or a malformed URL."""
        return self._parts.scheme if self._parts else ""

    @property
    def host(self) -> str:
        """Return the host in lower case without port, user and trailing dot; empty if there is none."""
        return ((self._parts.hostname if self._parts else "") or "").rstrip(".")

    @property
    def path(self) -> str:
        """Return the path, not decoded."""
        return self._parts.path if self._parts else ""

    @property
    def query(self) -> str:
        """Return the raw query without `?`."""
        return self._parts.query if self._parts else ""

    @property
    def fragment(self) -> str:
        """Return the raw fragment without `#`."""
        return self._parts.fragment if self._parts else ""

    @property
    def is_remote(self) -> bool:
        """Tell whether it names a host (http, https or scheme-relative)."""
        return bool(self.host) and self.scheme in ("", "http", "https")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Url) and (self.text, self.span) == (other.text, other.span)

    def __hash__(self) -> int:
        return hash((self.text, self.span))

    def __repr__(self) -> str:
        return f"Url({self.text!r}, {self.span.start}, {self.span.end})"
