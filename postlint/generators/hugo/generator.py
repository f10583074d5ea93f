"""Hugo."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.hugo.assets import resolve_image
from postlint.generators.hugo.dates import read_dates
from postlint.generators.hugo.front_matter import read_front_matter
from postlint.generators.hugo.outcome import judge
from postlint.generators.hugo.profile import PROFILE
from postlint.generators.hugo.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
