"""Where Gatsby's pages will be: code alone decides it."""

from __future__ import annotations

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return None: `createPages` in `gatsby-node` is the site's own code, and starters differ in what they make of
    `createFilePath`.
    """
    return None
