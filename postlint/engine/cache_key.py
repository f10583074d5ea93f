"""What all results of some posts depend on, as one key."""

from __future__ import annotations

import os
import sys

from postlint.engine.worker import Worker
from postlint.host.environment import core_digest, installed_digest
from postlint.values.dataclass import replace
from postlint.values.hashing import blake2_of
from postlint.values.version import __version__


def context_key(worker: Worker, site: int, settings: int, *, is_reported: bool) -> str:
    """Return the key of the posts of a site that share settings, in this run's mode."""
    facts = worker.setup.sites[site]
    rules = worker.rule_set(settings)
    bound = (*rules.post_rules, *rules.site_rules, *rules.network_rules)
    parts = (
        __version__,
        sys.version,
        core_digest(),
        installed_digest(),
        _time_zone(),
        worker.setup.settings[settings].digest,
        # everything that rules can learn of a site before they read a post
        repr(replace(facts, root="")),
        sorted(rule.code for rule in bound),
        sorted(statistic.code for statistic in rules.statistics),
        worker.plugins.code_digests,
        is_reported,
        worker.setup.compares_posts,
    )
    return blake2_of(repr(parts).encode(errors="surrogatepass"))


def _time_zone() -> str:
    """Return what decides the machine's zone."""
    name = os.environ.get("TZ")
    if name is not None:
        return name
    try:
        with open("/etc/localtime", "rb") as file:
            return file.read(65_536).hex()
    except OSError:
        return ""
