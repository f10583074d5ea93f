"""No known generator: front matter as python-frontmatter reads it."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.plain.assets import resolve_image
from postlint.generators.plain.dates import read_dates
from postlint.generators.plain.front_matter import read_front_matter
from postlint.generators.plain.outcome import judge
from postlint.generators.plain.profile import PROFILE
from postlint.generators.plain.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
