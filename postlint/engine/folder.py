"""A folder on a walk."""

from __future__ import annotations

import os

from postlint.engine.content_filter import ContentFilter
from postlint.values.settings import Settings


class Folder:
    """What the files of a folder have in common, asked once for all of them.

    `prefix` stands before a name in a path as the site counts, `shown` in one for users; `settings` are None
    where overrides may tell files apart.
    """

    def __init__(self, full: str, shown: str, site: int, content: ContentFilter) -> None:
        self.full, self.shown, self.site, self._content = full, shown, site, content
        self.prefix = content.relative(os.path.join(full, "_"), site)[:-1]
        self.settings: Settings | None = content.request.configuration.settings_in(full)
        self._generator, self._facts = content.sites.generator(site), content.sites.facts[site]
        profile = self._generator.profile
        self._plain, self._all = profile.extensions, (*profile.extensions, *profile.html_extensions)
        self._has_patterns = self.settings is None or bool(self.settings.exclusions) or content.git.has_patterns(full)

    def may_hold(self, extension: str) -> bool:
        """Tell whether a post may have this extension."""
        return extension in self._all

    def role(self, name: str) -> str | None:
        """Return what a file is to the site's generator; None for no content."""
        return self._generator.role(self.prefix + name, self._facts)

    def why_not_read(self, entry: os.DirEntry[str], extension: str, role: str | None) -> str | None:
        """Return why a file is left out, or None."""
        if role is not None and not self._has_patterns and extension in self._plain:
            return None
        return self._content.why_not_read(entry.path, self.site, role)
