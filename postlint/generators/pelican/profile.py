"""Pelican as data: folders, keys, what is no post (Pelican 4.12, Markdown reader)."""

from __future__ import annotations

from postlint.body.dialect import Dialect
from postlint.generators.profile import Profile

_KEYS = """
title date modified tags keywords category slug author authors summary lang translation status template
save_as url path_no_ext cover image thumbnail featured_image header_cover og_image header_image banner
description subtitle series series_index toc math comments disqus_identifier related_posts robots gallery
illustration icon licence license toc_run access headline
"""

PROFILE = Profile(
    name="pelican",
    title="Pelican",
    content=("content",),
    posts=("/content/",),
    ignored=("/output/", "/theme/", "/themes/", "/plugins/", "node_modules/", ".*", "__pycache__/"),
    extensions=(".md", ".markdown", ".mkd", ".mdown"),
    html_extensions=(".html", ".htm"),
    dialect=Dialect(is_python_markdown=True),
    updated_keys=("modified",),
    image_keys=(
        "featured_image",
        "cover",
        "thumbnail",
        "image",
        "header_cover",
        "og_image",
        "header_image",
        "banner",
        "illustration",
    ),
    required_keys=("title", "date"),
    known_keys=frozenset(_KEYS.split()),
    folds_key_case=True,
    newest_version="4.12.0",
    reads_clock=True,
)
