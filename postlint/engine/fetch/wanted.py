"""Which pictures of which posts are to be brought home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from postlint.engine.candidate import Candidate, SettingsTable
from postlint.engine.discovery import Discoverer
from postlint.engine.request import CheckRequest
from postlint.engine.rule_set import rule_options
from postlint.engine.run_state import make_worker
from postlint.engine.sites import make_sites
from postlint.engine.worker import Worker
from postlint.host.manager import Plugins
from postlint.post.post import Post
from postlint.rulekit.options import Options
from postlint.rulekit.remote_picture import RemotePicture
from postlint.source.source import Source
from postlint.values.dataclass import dataclass
from postlint.values.failure import Failure

REASONS = ("proxied", "hotlinked", "expiring", "dead", "page")


@dataclass(frozen=True)
class WantedPost:
    """A post, as it was read, with the pictures to fetch in order of the text."""

    candidate: Candidate
    source: Source
    post: Post
    pictures: tuple[RemotePicture, ...]


def find_wanted_in(
    request: CheckRequest, plugins: Plugins, reasons: frozenset[str] | None
) -> Iterator[WantedPost | Failure]:
    """Yield what `find_wanted` does for the posts of a request, and what could not be read."""
    sites = make_sites(request, plugins.generators)
    table = SettingsTable()
    found = Discoverer(request, sites, table).run()
    yield from found.failures
    yield from find_wanted(make_worker(request, plugins, sites, table), found.candidates, reasons)


def find_wanted(
    worker: Worker, candidates: Iterable[Candidate], reasons: frozenset[str] | None
) -> Iterator[WantedPost | Failure]:
    """Yield the posts that name pictures for one of the `reasons` (None: any remote picture)."""
    options: dict[int, dict[str, Options]] = {}
    for candidate in candidates:
        if not candidate.is_reported:
            continue
        source = worker.read(candidate)
        if isinstance(source, Failure):
            yield source
            continue
        if not source.is_decodable or source.encode(source.text) != source.raw:
            # such a post could not be written again
            continue
        if candidate.settings not in options:
            options[candidate.settings] = rule_options(worker.plugins, worker.setup.settings[candidate.settings])
        post = worker.post(source, candidate)
        found = _of_plugins(worker, post, options[candidate.settings])
        pictures = [picture for picture in found if reasons is None or picture.reasons & reasons]
        if pictures:
            pictures.sort(key=lambda picture: picture.image.url.span)
            yield WantedPost(candidate, source, post, tuple(_distinct(pictures)))


def _of_plugins(worker: Worker, post: Post, options: Mapping[str, Options]) -> Iterator[RemotePicture]:
    if post.images:
        for found in worker.plugins.hook.postlint_remote_pictures(post=post, options=options):
            yield from found or ()


def _distinct(pictures: Iterable[RemotePicture]) -> Iterator[RemotePicture]:
    """Yield each place once: references share a definition."""
    end = -1
    for picture in pictures:
        if picture.image.url.span.start >= end:
            end = picture.image.url.span.end
            yield picture
