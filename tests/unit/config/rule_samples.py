"""Rules and names for tests of the config."""

from __future__ import annotations

from dataclasses import dataclass

from postlint.config.known import KnownNames
from postlint.rulekit.options import Options, option


class HostOptions(Options):
    allow_hosts: tuple[str, ...] = option(default=(), doc="Hosts that are fine.")
    limit: int = option(default=3, doc="How many.")


class CueOptions(Options):
    cues: tuple[str, ...] = option(default=("via",), doc="Words before a source.")


@dataclass(frozen=True)
class SampleRule:
    code: str
    name: str
    plugin: str
    aliases: tuple[str, ...] = ()
    is_preview: bool = False
    options_type: type[Options] = Options


@dataclass(frozen=True)
class SampleView:
    options_type: type[Options]


RULES = (
    SampleRule("DT001", "missing-date", "dates"),
    SampleRule("IMG001", "missing-image", "images"),
    SampleRule("IMG003", "proxied-image", "images"),
    SampleRule("IMG006", "insecure-image", "images", ("http-image",), options_type=HostOptions),
    SampleRule("IMG020", "huge-image", "images", is_preview=True),
)
KNOWN = KnownNames(
    rules=RULES,
    plugins=("dates", "images"),
    views={"attributions": SampleView(CueOptions)},
    generators=("hexo", "hugo", "plain"),
    formats=("text", "json"),
)
