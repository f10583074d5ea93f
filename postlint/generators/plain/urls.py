"""Where the pages of files without a generator will be: nobody knows."""

from __future__ import annotations

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return None."""
    return None
