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
    """A site generator: its data, and the functions of its reader and its placer. Stateless."""

    def __init__(self, profile: Profile, reader: Reader, placer: Placer) -> None:
        self.profile = profile
        self.read_front_matter, self.read_dates, self.outcome = reader.front_matter, reader.dates, reader.outcome
        self.resolve_image, self.permalink = placer.resolve_image, placer.permalink
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


def _dialects(profile: Profile) -> dict[str, Dialect]:
    found = {extension: replace(profile.dialect, is_html=True) for extension in (".html", ".htm")}
    if ".mdx" in profile.extensions:
        found[".mdx"] = replace(profile.dialect, templates=profile.dialect.templates | {"mdx"})
    return found
