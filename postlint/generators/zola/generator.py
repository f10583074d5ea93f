"""Zola."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.zola.assets import resolve_image
from postlint.generators.zola.dates import read_dates
from postlint.generators.zola.front_matter import read_front_matter
from postlint.generators.zola.outcome import judge
from postlint.generators.zola.profile import PROFILE
from postlint.generators.zola.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
