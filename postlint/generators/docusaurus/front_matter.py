"""Front matter as Docusaurus reads it (@11ty/gray-matter; before 3.9 gray-matter 4)."""

from __future__ import annotations

from postlint.front_matter.flavours import Yaml
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.gray_matter import read_gray_matter


def read_front_matter(file: PostFile, facts: SiteFacts) -> FrontMatterReading:
    """Split and parse as this Docusaurus does, else look for what was meant."""
    is_old = bool(facts.version) and facts.version < (3, 10)
    return read_gray_matter(file, Yaml.JS_YAML_3 if is_old else Yaml.JS_YAML_4, is_strict=True)
