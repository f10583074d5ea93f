"""Astro."""

from __future__ import annotations

from postlint.generators.astro.assets import resolve_image
from postlint.generators.astro.dates import read_dates
from postlint.generators.astro.front_matter import read_front_matter
from postlint.generators.astro.outcome import judge
from postlint.generators.astro.profile import PROFILE
from postlint.generators.astro.urls import permalink
from postlint.generators.composed import ComposedGenerator, Placer, Reader

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
