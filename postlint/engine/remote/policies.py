"""Headers that keep a sound picture from a page of another site."""

from __future__ import annotations

from functools import lru_cache

from postlint.values.late_pattern import late_pattern
from postlint.values.network import Exchange, Target
from postlint.values.request import Verdict

_TYPE = late_pattern(rb"[\w!#$%&'*+.^`|~-]+/[\w!#$%&'*+.^`|~-]+")
# bodies that a page of another site does not get if the server forbids to guess their type
_NOT_GUESSED = late_pattern(rb"text/(?:html|plain|xml)|application/(?:json|xml)|[\w/.-]+\+(?:json|xml)")
# types that never hold a picture, whatever the bytes are (the fetch standard's "never sniffed")
_NEVER_GUESSED = late_pattern(
    rb"application/(?:gzip|x-gzip|zip|pdf|ms(?:word|excel|powerpoint)|vnd\.(?:ms-|openxml|openxmlformats).+|x-protobuf.*)"
    rb"|text/(?:csv|vtt|event-stream)|multipart/(?:byteranges|signed)"
)


@lru_cache(256)
def declared_type(headers: bytes) -> bytes:
    """Return the type that a server states, in lower case: of several ones the last that is one at all."""
    stated = [part.partition(b";")[0].strip().lower() for part in headers.split(b",")]
    return next((part for part in reversed(stated) if _TYPE.fullmatch(part) and part != b"*/*"), b"")


def find_refusal(
    exchange: Exchange, declared: bytes, target: Target, page_host: str
) -> tuple[Verdict, str, str] | None:
    """Return verdict, reason and words for what browsers do not show on a page at `page_host`."""
    if page_host == target.host:
        return None
    policy = (exchange.header(b"cross-origin-resource-policy") or b"").strip()
    if policy == b"same-origin" or (
        policy == b"same-site" and page_host and _domain(page_host) != _domain(target.host)
    ):
        text = f"forbids other sites to show it (Cross-Origin-Resource-Policy: {policy.decode()})"
        return Verdict.BROKEN, "hotlink_protected", text
    options = (exchange.header(b"x-content-type-options") or b"").strip().lower()
    is_unguessed = options == b"nosniff" and _NOT_GUESSED.fullmatch(declared) and declared != b"image/svg+xml"
    if is_unguessed or _is_never_guessed(declared):
        how = " with nosniff" if is_unguessed else ""
        text = f"sends a picture as {declared.decode('latin-1')[:40]}{how}, which some browsers refuse"
        return Verdict.UNDECIDED, "content_type", text
    return None


@lru_cache(256)
def _is_never_guessed(declared: bytes) -> bool:
    return _NEVER_GUESSED.fullmatch(declared) is not None


def _domain(host: str) -> list[str]:
    return host.split(".")[-2:]
