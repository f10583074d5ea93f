"""The Retry-After header."""

from __future__ import annotations

import time


def parse_retry_after(value: bytes | None) -> float | None:
    """Return the seconds that a server wants us to wait, 0 or more; None if it does not say so properly."""
    if not value:
        return None
    text = value.decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    # most servers give seconds, and the parser of dates takes a while to import
    from email.utils import parsedate_to_datetime

    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None
