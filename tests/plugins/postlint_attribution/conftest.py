"""Posts for the tests of the attribution plugin."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.source.source import Source


@pytest.fixture
def make_post() -> Callable[..., Post]:
    """Return a maker of posts: text, and optionally generator, path and the site's config."""

    def make(
        text: str,
        generator: str = "plain",
        path: str = "post.md",
        config: dict[str, Any] | None = None,
        view_options: dict[type, Any] | None = None,
    ) -> Post:
        site = Site(find_generator(generator), SiteFacts(generator, config=config or {}))
        return Post(Source.from_text(text), path, site, view_options=view_options)

    return make
