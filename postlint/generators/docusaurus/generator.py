"""Docusaurus."""

from __future__ import annotations

from postlint.generators.composed import ComposedGenerator, Placer, Reader
from postlint.generators.docusaurus.assets import resolve_image
from postlint.generators.docusaurus.dates import read_dates
from postlint.generators.docusaurus.front_matter import read_front_matter
from postlint.generators.docusaurus.outcome import judge
from postlint.generators.docusaurus.profile import PROFILE
from postlint.generators.docusaurus.urls import permalink

GENERATOR = ComposedGenerator(PROFILE, Reader(read_front_matter, read_dates, judge), Placer(resolve_image, permalink))
