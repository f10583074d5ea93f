"""Everything that is known of a site before its posts are read."""

from __future__ import annotations

from collections.abc import Callable

from postlint.generators.facts import SiteFacts
from postlint.generators.site_config import read_config
from postlint.generators.versions import read_versions


def read_facts(root: str, generator: str, read: Callable[[str], str | None]) -> SiteFacts:
    """Read the config and the versions of a site. Never raises; what could not be read is in `notes`.

    `root` is an absolute path; `read` returns the text of a file by its path relative to the root, or None.
    No code of the site is run: what a config written in a programming language says is taken only where
    it stands there literally.
    """
    files: dict[str, str] = {}

    def remember(path: str) -> str | None:
        text = files.get(path)
        if text is None and (text := read(path)) is not None:
            files[path] = text
        return text

    found = read_config(generator, remember)
    notes = list(found.notes)
    if generator == "astro":
        from postlint.generators.astro.zod import CONFIG_FILES, unread_collections

        # the schemas that posts are checked with
        for path in CONFIG_FILES:
            unread = unread_collections(remember(path) or "")
            notes += [f"{path}: the schema of `{name}` is code, so its keys are not checked" for name in unread]
    versions = read_versions(generator, remember, found.config)
    facts = SiteFacts(
        generator=generator,
        root=root,
        version=versions.numbers,
        version_text=versions.text,
        packages=versions.packages,
        config=found.config,
        config_path=found.path,
        files=files,
        theme=found.theme,
        folders=found.folders,
        notes=tuple(notes),
    )
    if generator == "docusaurus":
        from postlint.generators.docusaurus.authors import read_authors

        read_authors(facts, remember)
    return facts
