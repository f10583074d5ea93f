"""Eleventy."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.eleventy.assets import resolve_image
from postlint.generators.eleventy.dates import read_dates
from postlint.generators.eleventy.front_matter import read_front_matter
from postlint.generators.eleventy.outcome import judge
from postlint.generators.eleventy.profile import PROFILE
from postlint.generators.eleventy.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
