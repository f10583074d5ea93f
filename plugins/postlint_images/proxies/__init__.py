"""Proxies that stand between a post and its pictures: the catalogue and how to see through it."""

from __future__ import annotations

from postlint_images.proxies.proxy import CLASS_NAMES, Proxy, Unwrapped
from postlint_images.proxies.unwrapping import may_be_proxied, unwrap

__all__ = ["CLASS_NAMES", "Proxy", "Unwrapped", "may_be_proxied", "unwrap"]
