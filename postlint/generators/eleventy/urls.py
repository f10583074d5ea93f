"""Where Eleventy's pages will be (Eleventy 3.1, `TemplatePermalink.generate`)."""

from __future__ import annotations

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import FrontMatterReading, PostFile
from postlint.generators.page_address import slashed, values_of
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import folder_of, stem_of


def permalink(file: PostFile, reading: FrontMatterReading, facts: SiteFacts) -> str | None:
    """Return the path of the page; None if it is not written or a template makes it.

    A permalink from directory data is not known here.
    """
    own = values_of(reading).get("permalink")
    if own is not None:
        if not isinstance(own, str) or "{" in own or not own:
            return None
        return slashed(own.removesuffix("index.html"))
    source = site_folders("", facts)[0]
    path = file.path[len(source) + 1 :] if source and file.path.startswith(f"{source}/") else file.path
    folder, stem = folder_of(path), stem_of(path)
    # `a/a.md` is written to `a/index.html`
    if stem == "index" or folder.rsplit("/", 1)[-1] == stem:
        return slashed(f"{folder}/")
    return slashed(f"{folder}/{stem}/")
