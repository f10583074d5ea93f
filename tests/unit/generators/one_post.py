"""One post in one site, for tests of generators."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.known import find_generator
from postlint.generators.outcome import DateReading, Outcome
from postlint.generators.zones import forget_machine
from postlint.source.source import Source

PATHS = {
    "hexo": "source/_posts/a.md",
    "hugo": "content/posts/a.md",
    "jekyll": "_posts/2019-03-04-a-b.md",
    "astro": "src/content/blog/a.md",
    "eleventy": "posts/a.md",
    "docusaurus": "blog/a.md",
    "gatsby": "content/blog/a.md",
    "zola": "content/posts/a.md",
    "pelican": "content/a.md",
    "mkdocs": "docs/a.md",
    "plain": "posts/a.md",
}


class OnePost:
    """A post, and everything a generator says of it."""

    def __init__(
        self,
        generator: str,
        text: str | bytes,
        *,
        path: str | None = None,
        version: tuple[int, ...] = (),
        packages: Mapping[str, str] | None = None,
        config: Mapping[str, Any] | None = None,
        role: str = "post",
    ) -> None:
        # a test may have moved the machine
        forget_machine()
        raw = text if isinstance(text, bytes) else text.encode("utf-8")
        self.generator = find_generator(generator)
        self.facts = SiteFacts(generator, version=version, packages=packages or {}, config=config or {})
        self.file = PostFile(path or PATHS[generator], Source(raw), role)

    @property
    def reading(self) -> FrontMatterReading:
        """Return the front matter."""
        return self.generator.read_front_matter(self.file, self.facts)

    @property
    def dates(self) -> tuple[DateReading, ...]:
        """Return the dates."""
        return self.generator.read_dates(self.file, self.reading, self.facts)

    @property
    def outcome(self) -> Outcome:
        """Return the verdict."""
        return self.generator.outcome(self.file, self.reading, self.facts)

    @property
    def block(self) -> str | None:
        """Return the text of the block."""
        split = self.reading.split
        return split.block.of(self.file.source.text) if split is not None else None


def dated(value: str) -> str:
    """Return a post with a title and a date."""
    return f"---\ntitle: Garden\ndate: {value}\n---\n\nText\n"
