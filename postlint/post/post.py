"""One post, read lazily."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from postlint.body.block import Block
from postlint.body.body import Body
from postlint.body.references import ImageRef, LinkRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, Generator, PostFile, Resolution
from postlint.generators.outcome import DateReading, Outcome
from postlint.generators.zones import machine_in
from postlint.post.front_matter import FrontMatter
from postlint.post.images import find_front_matter_images
from postlint.post.site import Site
from postlint.source.source import Source
from postlint.values.edit import Edit, splice
from postlint.values.lazy import lazy

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from postlint.body.passages import Passage

ViewT = TypeVar("ViewT")
# a block of front matter with thousands of findings would else be read thousands of times
_MOST_REVISED = 500_000


@cache
def _default_options(kind: type) -> Any:
    """Return options as they are without a config; nobody can change them."""
    return kind()


class Post:
    """A post: its source, and every reading of it, each made on first use and kept.

    `path` is relative to the site's root, with `/`. `role` is `post`, `page`, `section` or `draft`; `generator` and
    `facts` are those of the site.
    `image_keys` are front matter keys that hold pictures, besides those that are known.
    """

    def __init__(
        self,
        source: Source,
        path: str,
        site: Site,
        *,
        role: str = "post",
        view_options: Mapping[type, Any] | None = None,
        image_keys: tuple[str, ...] = (),
    ) -> None:
        self.source, self.path, self.site, self.role = source, path, site, role
        self.text = source.text
        self.generator: Generator = site.generator
        self.facts: SiteFacts = site.facts
        self.file = PostFile(path, source, role, site.calendar.now)
        self._views: dict[type, Any] = {}
        self._view_options = view_options or {}
        self._image_keys = image_keys
        self._characters_revised = 0

    @lazy
    def reading(self) -> FrontMatterReading:
        """Return the front matter as generator and author see it."""
        return self.generator.read_front_matter(self.file, self.facts)

    @lazy
    def front_matter(self) -> FrontMatter | None:
        """Return the front matter block, whether or not the generator sees it; None if there is none."""
        reading = self.reading
        if reading.split is None or reading.parsed is None:
            return None
        return FrontMatter(self.text, reading, reading.split, reading.parsed)

    @lazy
    def dates(self) -> tuple[DateReading, ...]:
        """Return the dates, the publication date first."""
        return self.generator.read_dates(self.file, self.reading, self.facts)

    @lazy
    def date(self) -> DateReading | None:
        """Return the publication date, from front matter or file name."""
        keys = self.generator.profile.date_keys
        for date in self.dates:
            if date.entry is None or date.key in keys:
                return date
        return None

    def dates_in(self, zone: str) -> tuple[DateReading, ...]:
        """Return the dates as a build on a machine in another time zone reads them (an IANA name)."""
        with machine_in(zone):
            return self.generator.read_dates(self.file, self.reading, self.facts)

    def revised(self, *edits: Edit) -> Post:
        """Return the post as it would be after some edits; for asking the generator again before a fix.

        Asked so often that reading all these posts takes seconds, it returns an empty post, which proves nothing.
        """
        self._characters_revised += self.body_start
        text = splice(self.text, edits) if self._characters_revised <= _MOST_REVISED else ""
        return Post(Source.from_text(text), self.path, self.site, role=self.role, view_options=self._view_options)

    @lazy
    def outcome(self) -> Outcome:
        """Return what a default build makes of the post."""
        if self.generator.profile.reads_clock:
            for reading in self.dates:
                if reading.read is not None:
                    self.site.calendar.note_moment(reading.read)
        return self.generator.outcome(self.file, self.reading, self.facts)

    @lazy
    def body_start(self) -> int:
        """Return the offset of the body. A block that the generator ignores is not body all the same."""
        split = self.reading.split
        return split.body if split is not None else 0

    @lazy
    def body(self) -> Body:
        """Return the body."""
        return Body(self.source, self.body_start, self.generator.dialect(self.file, self.facts))

    @lazy
    def images(self) -> tuple[ImageRef, ...]:
        """Return every picture named in front matter and body, in order of the text."""
        front = find_front_matter_images(self.front_matter, (*self.generator.profile.image_keys, *self._image_keys))
        return (*front, *self.body.images)

    @property
    def links(self) -> tuple[LinkRef, ...]:
        """Return every link of the body."""
        return self.body.links

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the body as reader-visible blocks."""
        return self.body.blocks

    def passages(self, places: Sequence[int], lone: Sequence[int] = ()) -> tuple[Passage, ...]:
        """Return the blocks at and around some ascending offsets: most of a post need not be read for them."""
        return self.body.passages(places, lone)

    @property
    def soup(self) -> BeautifulSoup:
        """Return the rendered body as a document. Slow: ask only behind a gate."""
        return self.body.soup

    def resolve(self, image: ImageRef) -> Resolution:
        """Return where a picture is."""
        return self.generator.resolve_image(image, self.file, self.facts, self.site.files)

    @lazy
    def permalink(self) -> str | None:
        """Return the path of the post's page on the site; None if unknown."""
        return self.generator.permalink(self.file, self.reading, self.facts)

    def forget_views(self) -> None:
        """Let go of the views, which mostly hold the post: without them it is freed at once, and so is its text."""
        self._views.clear()

    def view(self, kind: type[ViewT]) -> ViewT:
        """Return the view of a class, built once per post."""
        found = self._views.get(kind)
        if found is None:
            options = self._view_options.get(kind)
            maker: Any = kind
            if options is None:
                options = _default_options(maker.options_type)
            found = self._views[kind] = maker(self, options)
        return found  # type: ignore[no-any-return]  # keyed by its own class
