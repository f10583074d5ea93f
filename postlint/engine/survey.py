"""What the posts of a site have in common, for a first config."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from postlint.engine.candidate import SettingsTable
from postlint.engine.discovery import Discoverer
from postlint.engine.request import CheckRequest
from postlint.engine.run_state import make_worker
from postlint.engine.sites import make_sites
from postlint.front_matter.nodes import Entry, Node, Scalar, Sequence
from postlint.host.manager import Plugins
from postlint.post.post import Post
from postlint.source.source import Source
from postlint.values.dataclass import dataclass, field

# a key with more different values than this has no vocabulary
MOST_VALUES = 200


@dataclass
class KeyFacts:
    """A key over all posts: how many have it, types of its values, and its texts as long as they are few."""

    posts: int = 0
    types: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    has_other: bool = False

    def add(self, entry: Entry) -> None:
        """Count the key of one post."""
        self.posts += 1
        self.types[entry.type] += 1
        for text in _texts(entry.node):
            if text is None or (len(self.texts) > MOST_VALUES and text not in self.texts):
                self.has_other = True
            else:
                self.texts[text] += 1


@dataclass
class Survey:
    """Front matter of the posts and drafts of a run; of the rest, pages and sections, only the number is known.

    `read` are posts with front matter that the generator reads without a mistake, `others` other posts. `dates`
    counts the forms of publication dates (as `DateReading.format`), `samples` holds one of each.
    """

    read: int = 0
    others: int = 0
    pages: int = 0
    keys: dict[str, KeyFacts] = field(default_factory=lambda: defaultdict(KeyFacts))
    dates: Counter[str] = field(default_factory=Counter)
    samples: dict[str, str] = field(default_factory=dict)

    def add(self, post: Post) -> None:
        """Count one post."""
        front_matter = post.front_matter
        if front_matter is None or not front_matter.is_read or front_matter.problems or not front_matter.entries:
            self.others += 1
            return
        self.read += 1
        # of equal keys the last one counts
        for entry in {entry.key: entry for entry in front_matter.entries}.values():
            self.keys[entry.key].add(entry)
        if post.date is not None and post.date.entry is not None and post.date.civil is not None:
            self.dates[post.date.format] += 1
            self.samples.setdefault(post.date.format, post.date.raw)


def survey_posts(request: CheckRequest, plugins: Plugins) -> Survey:
    """Read the posts that a request names; files that cannot be read are passed over."""
    sites = make_sites(request, plugins.generators)
    table = SettingsTable()
    candidates = Discoverer(request, sites, table).run().candidates
    worker = make_worker(request, plugins, sites, table)
    survey = Survey()
    for candidate in candidates:
        if candidate.role not in ("post", "draft"):
            survey.pages += 1
            continue
        source = worker.read(candidate)
        if isinstance(source, Source) and source.is_decodable:
            survey.add(worker.post(source, candidate))
    return survey


def _texts(node: Node) -> Iterable[str | None]:
    """Yield the texts of a value, one by one if it is a list; None for what is no text."""
    if isinstance(node, Scalar):
        yield node.value if isinstance(node.value, str) else None
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        yield None
