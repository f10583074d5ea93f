"""A picture of a post that `images fetch` may bring home."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RemotePicture:
    """A picture that lies elsewhere, and where its bytes may be had.

    `reasons` says what is known against its address: `proxied`, `hotlinked`, `expiring`, `dead`, `page`,
    `private` (an address of one machine or its network); empty if nothing is. `addresses` are absolute
    http(s) URLs, the best first; the first that answers with a picture counts, and is kept as its source.
    """

    image: ImageRef
    addresses: tuple[str, ...]
    reasons: frozenset[str] = frozenset()
