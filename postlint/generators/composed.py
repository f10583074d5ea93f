"""A generator put together from functions, as all of core's own are."""

from __future__ import annotations

from collections.abc import Callable

from postlint.body.dialect import Dialect
from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile, Resolution, SiteFiles
from postlint.generators.outcome import DateReading, Outcome
from postlint.generators.profile import Profile
from postlint.generators.roles import role_of
from postlint.values.dataclass import dataclass, replace

ReadFrontMatter = Callable[[PostFile, SiteFacts], FrontMatterReading]
ReadDates = Callable[[PostFile, FrontMatterReading, SiteFacts], tuple[DateReading, ...]]
Judge = Callable[[PostFile, FrontMatterReading, SiteFacts], Outcome]
ResolveImage = Callable[[ImageRef, PostFile, SiteFacts, SiteFiles], Resolution]
Permalink = Callable[[PostFile, FrontMatterReading, SiteFacts], str | None]


@dataclass(frozen=True, slots=True)
class Reader:
    """What a generator makes of the text: its front matter, its dates, the outcome."""

    front_matter: ReadFrontMatter
    dates: ReadDates
    outcome: Judge


@dataclass(frozen=True, slots=True)
class Placer:
    """What a generator makes of paths: where pictures are, where the page will be."""

    resolve_image: ResolveImage
    permalink: Permalink


class ComposedGenerator:
    """A site generator: its data, its reader and its placer. Stateless."""

    def __init__(self, profile: Profile, reader: Reader, placer: Placer) -> None:
        self.profile, self._reader, self._placer = profile, reader, placer
        self._dialects = _dialects(profile)

    def role(self, path: str, facts: SiteFacts) -> str | None:
        """Return `post`, `page`, `section` or `draft` by the path alone; None if it is no content."""
        return role_of(path, self.profile, facts)

    def dialect(self, file: PostFile, facts: SiteFacts) -> Dialect:
        """Return how the body is read, by the extension: `.html` is no Markdown, `.mdx` has JSX."""
        found = self._dialects.get(file.path[file.path.rfind(".") :].lower(), self.profile.dialect)
        if found.is_kramdown and facts.config.get("markdown") not in (None, "kramdown"):
            return replace(found, is_kramdown=False)
        if not found.has_bare_paths and facts.version and facts.version < (7,):
            return replace(found, has_bare_paths=True)
        return found

    def read_front_matter(self, file: PostFile, facts: SiteFacts) -> FrontMatterReading:
        """Split and parse as this generator does; look further for a block that only an author sees."""
        return self._reader.front_matter(file, facts)

    def read_dates(self, file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
        """Return the publication date first (if any), then the other dates."""
        return self._reader.dates(file, reading, facts)

    def outcome(self, file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
        """Say what a default build makes of the post, judged alone."""
        return self._reader.outcome(file, reading, facts)

    def resolve_image(self, image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
        """Return where a picture is."""
        return self._placer.resolve_image(image, file, facts, files)

    def permalink(self, file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
        """Return the path of the post's page on the site; None if unknown."""
        return self._placer.permalink(file, reading, facts)


def _dialects(profile: Profile) -> dict[str, Dialect]:
    found = {extension: replace(profile.dialect, is_html=True) for extension in (".html", ".htm")}
    if ".mdx" in profile.extensions:
        found[".mdx"] = replace(profile.dialect, templates=profile.dialect.templates | {"mdx"})
    return found
