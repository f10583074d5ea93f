"""Pelican."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.pelican.assets import resolve_image
from postlint.generators.pelican.dates import read_dates
from postlint.generators.pelican.front_matter import read_front_matter
from postlint.generators.pelican.outcome import judge
from postlint.generators.pelican.profile import PROFILE
from postlint.generators.pelican.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
