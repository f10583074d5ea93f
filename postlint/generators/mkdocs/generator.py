"""MkDocs, with and without the blog plugin of Material."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.mkdocs.assets import resolve_image
from postlint.generators.mkdocs.dates import read_dates
from postlint.generators.mkdocs.front_matter import read_front_matter
from postlint.generators.mkdocs.outcome import judge
from postlint.generators.mkdocs.profile import PROFILE
from postlint.generators.mkdocs.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
