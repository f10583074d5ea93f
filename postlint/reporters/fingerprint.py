"""A name for a finding that stays the same while the post around it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from postlint.values.diagnostic import Diagnostic


def fingerprints(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return a hash a finding: of path, code, the text under the span (blanks folded) and its ordinal.

    Where nothing is under the span (a missing key), the key's name stands in.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for item in diagnostics:
        what = " ".join(item.subject.split()) or str(item.data.get("key", ""))
        key = item.path, item.code, what
        text = "\0".join((*key, str(seen[key])))
        found.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
        seen[key] += 1
    return found
