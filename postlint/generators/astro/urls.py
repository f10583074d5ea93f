"""Where Astro's pages will be, by the usual routes: `/COLLECTION/ID/`."""

from __future__ import annotations

import re
import unicodedata

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.page_address import slashed, text_of, values_of
from postlint.generators.roles import profile_path


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page. Routes of collections are code: this is the id below the collection's name."""
    place = profile_path(file.path, facts) or file.path
    if place.startswith("src/pages/"):
        path = re.sub(r"\.[^./]+\Z", "", place[10:])
        return slashed(re.sub(r"(?:\A|(?<=/))index\Z", "", path) + "/")
    if not place.startswith("src/content/"):
        return None
    collection, _, path = place[12:].partition("/")
    own = text_of(values_of(reading).get("slug"))
    parts = [github_slug(part) for part in re.sub(r"\.[^./]+\Z", "", path).split("/")]
    ident = own or re.sub(r"/index\Z", "", "/".join(parts))
    return slashed(f"{collection}/{ident}/")


def github_slug(text: str) -> str:
    """Return the slug that github-slugger makes: lower case, letters, digits, `-`, `_`; blanks become `-`."""
    kept = (char for char in text.lower() if char in " -_" or unicodedata.category(char)[0] in "LMN")
    return "".join(kept).replace(" ", "-")
