"""Options that a rule shares with the view of pictures."""

from __future__ import annotations

from collections.abc import Mapping

from postlint import Options, option


class ProxiedImageOptions(Options):
    allow_hosts: tuple[str, ...] = option(
        default=(),
        doc="Proxies that are wanted: a host, or a domain with all below it.",
    )
    extra_hosts: Mapping[str, str] = option(
        default={},
        doc='Proxies of your own: host to where the original is (`"?{url}"`, `"?src={url}"`, `"/{url}"`).',
    )
