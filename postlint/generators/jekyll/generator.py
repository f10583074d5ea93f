"""Jekyll."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.jekyll.assets import resolve_image
from postlint.generators.jekyll.dates import read_dates
from postlint.generators.jekyll.front_matter import read_front_matter
from postlint.generators.jekyll.outcome import judge
from postlint.generators.jekyll.profile import PROFILE
from postlint.generators.jekyll.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
