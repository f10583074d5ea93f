"""Gatsby."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.gatsby.assets import resolve_image
from postlint.generators.gatsby.dates import read_dates
from postlint.generators.gatsby.front_matter import read_front_matter
from postlint.generators.gatsby.outcome import judge
from postlint.generators.gatsby.profile import PROFILE
from postlint.generators.gatsby.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
