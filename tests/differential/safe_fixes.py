"""Posts before and after the safe fixes of the date rules, and what a generator reads in them."""

from __future__ import annotations

from dataclasses import replace

from front_matter_answers import SETUPS, place_of

from postlint.engine.fixer import Judged, fix_source
from postlint.engine.resolve import resolve
from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.generators.zones import machine_in
from postlint.host.manager import load_plugins
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.rulekit.rule import PostRule
from postlint.source.source import Source

ZONES = ("UTC", "Asia/Shanghai", "America/New_York")
# set-ups of the kept answers, and sites whose config names a time zone
SITES: dict[str, SiteFacts] = {
    **SETUPS,
    "hexo8 in Shanghai": replace(SETUPS["hexo8"], config={"timezone": "Asia/Shanghai"}),
    "hexo8 in UTC": replace(SETUPS["hexo8"], config={"timezone": "UTC"}),
    "hugo in New York": replace(SETUPS["hugo"], config={"timeZone": "America/New_York"}),
    "jekyll in Shanghai": replace(SETUPS["jekyll"], config={"timezone": "Asia/Shanghai"}),
    "pelican in Shanghai": replace(SETUPS["pelican"], config={"TIMEZONE": "Asia/Shanghai"}),
}
_RULES = [rule for rule in load_plugins().registry if rule.code.startswith("DT") and issubclass(rule.rule, PostRule)]
_INSTANCES = [(rule, rule.rule(rule.options_type())) for rule in _RULES]


def fix_dates(setup: str, raw: bytes, file: str | None = None) -> bytes:
    """Return the post after every safe fix of a date rule."""

    def judge(now: Source) -> Judged:
        post = _post(setup, now, file)
        found = [
            resolve(rule, report, now, post.path) for rule, instance in _INSTANCES for report in instance.check(post)
        ]
        return Judged(post, found)

    return fix_source(Source(raw), judge, with_unsafe=False).source.raw


def readings(setup: str, raw: bytes, file: str | None = None) -> list[object]:
    """Return outcome, title and every date as read on machines in three time zones."""
    found: list[object] = []
    for zone in ZONES:
        with machine_in(zone):
            # a new post each time: what it reads is kept on it
            post = _post(setup, Source(raw), file)
            outcome = post.outcome
            dates = [(date.key, date.read) for date in post.dates]
            found.append((zone, outcome.status, outcome.title, outcome.date, outcome.date_from, dates))
    return found


def _post(setup: str, source: Source, file: str | None) -> Post:
    facts = SITES[setup]
    site = Site(find_generator(facts.generator), facts)
    path, role = place_of(setup.partition(" ")[0], file)
    return Post(source, path, site, role=role)
