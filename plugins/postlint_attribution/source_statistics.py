"""Who is reposted how often: the tables of `check --statistics`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from postlint import Post, Record, SiteRecord, Span, Statistic, Table, dataclass, field
from postlint_attribution.addresses import domain_of, host_of
from postlint_attribution.folding import fold_name
from postlint_attribution.provenance import Provenance, is_vague, judged

_STATES = ("with a link", "without a link", "named vaguely", "none")


@dataclass
class _Source:
    """One source over all posts: how it is called, and the posts that name it."""

    names: Counter[str] = field(default_factory=Counter)
    host: str = ""
    linked: set[str] = field(default_factory=set)
    unlinked: set[str] = field(default_factory=set)

    def row(self) -> tuple[str, str | None, int, int, int]:
        """Return name, host, posts, posts with a link and posts without one."""
        without = len(self.unlinked - self.linked)
        name = self.names.most_common(1)[0][0] if self.names else self.host
        return name, self.host or None, len(self.linked) + without, len(self.linked), without


class Sources(Statistic):
    """Sources of posts as body and front matter state them, the site itself left out."""

    name = "sources"

    def collect(self, post: Post) -> Iterable[Record]:
        """Yield the sources of a post, and what the post says of its source at all."""
        found = judged(post)
        if found is None:
            return
        stated = list(_stated(found))
        for name, host in stated:
            yield Record(Span(0, 0), {"name": name, "host": host})
        is_linked = any(host for _, host in stated)
        is_vaguely = any(is_vague(statement) for statement in found.sources)
        state = 0 if is_linked else 1 if stated else 2 if is_vaguely else 3
        yield Record(Span(0, 0), {"state": state})

    def tabulate(self, records: Sequence[SiteRecord]) -> Iterable[Table]:
        """Yield the posts by what they say of their source, and the sources by how many posts name them."""
        states = Counter(record.data["state"] for record in records if "state" in record.data)
        rows = tuple((state, states[number]) for number, state in enumerate(_STATES) if states[number])
        yield Table("Posts by their source", ("source", "posts"), rows)
        sources = sorted((source.row() for source in _merge(records)), key=lambda row: (-row[2], row[0]))
        yield Table("Sources", ("source", "host", "posts", "with link", "without link"), tuple(sources))


def _stated(found: Provenance) -> Iterable[tuple[str | None, str]]:
    """Yield name and host of each source; one of them may be missing."""
    for statement in found.sources:
        if is_vague(statement) or statement.role == "self":
            continue
        if statement.url and found.is_own(statement.url):
            continue
        host = _source_host(statement.url)
        if statement.source or host:
            yield statement.source, host
    for fact in found.declared.of("source_url", "source_name"):
        if fact.concept == "source_name":
            yield fact.value, ""
        elif not found.is_own(fact.value):
            yield None, _source_host(fact.value)


def _source_host(url: str | None) -> str:
    return domain_of(host_of(url)) if url else ""


def _merge(records: Sequence[SiteRecord]) -> list[_Source]:
    """Return one source a host, and one a name that never comes with a host."""
    stated = [(record.path, record.data) for record in records if "host" in record.data]
    hosts = _hosts_by_name(data for _, data in stated)
    found: dict[str, _Source] = defaultdict(_Source)
    for path, data in stated:
        name, host = data["name"], data["host"]
        known = host or hosts.get(fold_name(name), "")
        source = found[known or fold_name(name)]
        source.host = known
        if name:
            source.names[name] += 1
        (source.linked if host else source.unlinked).add(path)
    return list(found.values())


def _hosts_by_name(stated: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the host of each name that comes with exactly one."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for data in stated:
        if data["name"] and data["host"]:
            hosts[fold_name(data["name"])].add(data["host"])
    return {name: next(iter(found)) for name, found in hosts.items() if len(found) == 1}
