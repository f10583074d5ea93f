"""Front matter as Gatsby reads it (gatsby-transformer-remark 6 with gray-matter 4)."""

from __future__ import annotations

from postlint.front_matter.flavours import Yaml
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.gray_matter import read_gray_matter


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as Gatsby does, else look for what was meant."""
    return read_gray_matter(file, Yaml.JS_YAML_3)
