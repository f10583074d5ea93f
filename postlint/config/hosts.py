"""How single hosts are asked: the tables under `[hosts]`, and all network settings of a run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.rulekit.options import Options, option
from postlint.values.network import USER_AGENT, HostSettings, NetworkSettings
from postlint.values.settings import Settings

_FULL_BYTES = 20 * 1024 * 1024


class HostOptions(Options):
    """The keys of one table under `[hosts]`."""

    at_once: int = option(default=2, doc="Requests to the host that may be under way at once.")
    gap: float = option(default=0.2, doc="Seconds between the starts of two requests to the host.")
    headers: Mapping[str, str] = option(default={}, doc="Further headers for the host alone.")
    user_agent: str | None = option(default=None, doc="How postlint introduces itself to the host.")


def network_settings(settings: Settings) -> NetworkSettings:
    """Return the settings of the network phase of a run."""
    usual = NetworkSettings()
    return NetworkSettings(
        user_agent=settings.user_agent or USER_AGENT,
        at_once=max(1, settings.requests_at_once),
        hosts={host.lower().removeprefix("*."): _host(values) for host, values in settings.hosts.items()},
        exclude_hosts=tuple(
            host.strip().lower().removeprefix("*.") for text in settings.exclude_host for host in text.split(",")
        ),
        allow_private=settings.allow_private_addresses,
        keeps_answers=not settings.no_cache,
        max_time=float(settings.max_time),
        max_requests=settings.max_requests,
        obeys_robots=settings.obey_robots,
        limit=_FULL_BYTES if settings.full else usual.limit,
    )


def _host(values: Mapping[str, Any]) -> HostSettings:
    options = HostOptions(values)
    return HostSettings(max(1, options.at_once), max(0.0, options.gap), dict(options.headers), options.user_agent)
