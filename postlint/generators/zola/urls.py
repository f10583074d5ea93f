"""Where the pages of posts will be."""

from __future__ import annotations

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the post's page on the site; None if unknown."""
    return None
