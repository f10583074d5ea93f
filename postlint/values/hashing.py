"""Hashes of the standard library, loaded by the first of them: with OpenSSL behind it, that takes time."""

from __future__ import annotations


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    from hashlib import sha256

    return sha256(data).hexdigest()


def blake2_of(data: bytes, size: int = 16) -> str:
    """Return the BLAKE2b of some bytes in hexadecimal digits; `size` is that of the hash in bytes."""
    from hashlib import blake2b

    return blake2b(data, digest_size=size).hexdigest()
