"""The protocol of a site generator."""

from __future__ import annotations

from collections import abc
from typing import Protocol

from postlint.body.dialect import Dialect
from postlint.body.references import ImageRef
from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.nodes import Entry, Mapping, Parsed, key_of
from postlint.front_matter.split import Split
from postlint.generators.facts import SiteFacts
from postlint.generators.outcome import DateReading, Outcome
from postlint.generators.profile import Profile
from postlint.source.source import Source
from postlint.values.dataclass import dataclass, field
from postlint.values.instant import Instant
from postlint.values.lazy import lazy
from postlint.values.named_tuple import NamedTuple


class SiteFiles(Protocol):
    """Read-only look at the site's files; every answer is remembered as a probe of the cache.

    Paths are relative to the site's root, with `/`; no path leads out of it.
    """

    def exists(self, path: str) -> bool:
        """Tell whether a file is there, in exactly this case, on any file system."""

    def is_dir(self, path: str) -> bool:
        """Tell whether a folder is there, in exactly this case."""

    def find_case(self, path: str) -> str | None:
        """Return the path as it is on disk if it differs in case or Unicode normalisation only, else None."""

    def size(self, path: str) -> int | None:
        """Return the size of a file in bytes, None if it is not there."""

    def head(self, path: str, count: int = 64) -> bytes:
        """Return the first bytes of a file; empty if it is not there."""

    def names(self, path: str) -> tuple[str, ...]:
        """Return the sorted names in a folder; empty if it is not there."""


class _Reading(NamedTuple):
    split: Split | None
    parsed: Parsed | None
    is_read: bool
    why: str | None = None
    is_swallowed: bool = False
    flavour: Yaml | Toml | None = None


class FrontMatterReading(_Reading):
    """The block of a post as an author means it and as the generator sees it.

    `split` is the block (None: the post has none). `parsed` holds its nodes under the generator's
    flavour. `is_read` tells whether the generator sees this block as front matter; if not, `why` names
    the obstacle: `blank-line`, `bom`, `leading-text`, `trailing-blank`, `long-fence`, `wrong-fence`,
    `wrong-close`, `unclosed`, `indented`, `format`, `line-ends`, `not-a-map`, `extension`, `encoding`.
    `is_swallowed` marks text that was hardly meant as front matter but is read as such. `flavour` is the
    dialect that the block is parsed in (None for JSON and bare lines).
    """

    @lazy
    def entries(self) -> abc.Mapping[str, Entry]:
        """Return the top-level entries that the generator sees, of equal keys the last one."""
        root = self.parsed.root if self.parsed is not None and self.is_read else None
        return dict(zip(map(key_of, root.entries), root.entries, strict=True)) if isinstance(root, Mapping) else {}


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where a picture is. `status` and `path` as `inspect` prints them.

    `path` is relative to the site's root; for `local-case-mismatch` the path as on disk, for
    `local-missing` the first place that was looked at. `reason` says more where the status alone does not
    (`not published: …`).
    """

    status: str
    path: str | None = None
    original: str | None = None
    tried: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PostFile:
    """A post as a generator meets it: its path relative to the site's root, its source, the time of the build."""

    path: str
    source: Source
    role: str = "post"
    built: Instant = field(default_factory=Instant.now)


class Generator(Protocol):
    """A site generator. Implementations are stateless; what a site says is in `facts`."""

    profile: Profile

    def role(self, path: str, facts: SiteFacts) -> str | None:
        """Return `post`, `page`, `section` or `draft` by the path alone; None if it is no content."""

    def dialect(self, file: PostFile, facts: SiteFacts) -> Dialect:
        """Return how the body is read (by the extension, too)."""

    def read_front_matter(self, file: PostFile, facts: SiteFacts) -> FrontMatterReading:
        """Split and parse as this generator does; look further for a block that only an author sees."""

    def read_dates(self, file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> tuple[DateReading, ...]:
        """Return the publication date first (if any), then the other dates."""

    def outcome(self, file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> Outcome:
        """Say what a default build makes of the post, judged alone."""

    def resolve_image(self, image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
        """Return where a picture is, `/`-rooted and relative URLs alike; remote ones are `remote`."""

    def permalink(self, file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
        """Return the path of the post's page on the site (`/2021/10/10/a/`); None if unknown."""
