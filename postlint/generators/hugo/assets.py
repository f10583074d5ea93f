"""Where pictures are."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    return Resolution("remote" if image.url.is_remote else "dynamic")
