"""Hexo."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.hexo.assets import resolve_image
from postlint.generators.hexo.dates import read_dates
from postlint.generators.hexo.front_matter import read_front_matter
from postlint.generators.hexo.outcome import judge
from postlint.generators.hexo.profile import PROFILE
from postlint.generators.hexo.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
