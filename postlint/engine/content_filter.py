"""Which of the files met are posts, and why the others are none."""

from __future__ import annotations

import os

from postlint.config.trust import is_inside
from postlint.engine.ignore import GitIgnore, is_matched
from postlint.engine.request import CheckRequest
from postlint.engine.sites import Sites
from postlint.source.regular import open_regular

FOREIGN_LINK = "links out of the site"
_FOREIGN = frozenset({"node_modules", "__pycache__", "bower_components"})


class ContentFilter:
    """Tells by path what is left out; every reason is the name of what users can change, or what it is."""

    def __init__(self, request: CheckRequest, sites: Sites, working_dir: str) -> None:
        self.request, self.sites, self.working_dir = request, sites, working_dir
        self.git = GitIgnore()

    def why_not_walked(self, entry: os.DirEntry[str], site: int) -> str | None:
        """Return why a folder is left out, or None."""
        if entry.name in _FOREIGN:
            return entry.name
        if entry.name.startswith("."):
            return "hidden folders"
        if self.request.no_exclude:
            return None
        if self.git.is_ignored(entry.path, is_dir=True):
            return ".gitignore"
        if self._is_excluded(entry.path, is_dir=True):
            return "exclude"
        profile = self.sites.generator(site).profile
        if is_matched(profile.ignored, self.relative(entry.path, site), is_dir=True):
            return f"no content of a {profile.name} site"
        return None

    def why_not_read(self, full: str, site: int, role: str | None) -> str | None:
        """Return why a file met on a walk is left out, or None; its folders have passed."""
        if self.request.no_exclude:
            return None
        if self.git.is_ignored(full, is_dir=False):
            return ".gitignore"
        if self._is_excluded(full, is_dir=False):
            return "exclude"
        return self._why_no_content(full, site, role)

    def why_not_named(self, full: str, site: int) -> str | None:
        """Return why a file that the user named is left out, or None; its folders count as well."""
        if self.request.no_exclude:
            return None
        if self.git.is_below_ignored(full):
            return ".gitignore"
        if self._is_excluded(full, is_dir=False):
            return "exclude"
        reason = self._why_no_content(full, site, self.role(full, site))
        if reason is None and not is_inside(full, self.sites.facts[site].root or self.working_dir):
            return FOREIGN_LINK
        return reason

    def is_foreign_link(self, folder: str) -> bool:
        """Tell whether a folder that was named is a link out of the repository or site that the link lies in.

        Whoever passes the changed files of a pull request on names such links, too.
        """
        if self.request.no_exclude or not os.path.islink(folder):
            return False
        parent = os.path.dirname(folder)
        facts = self.sites.facts[self.sites.of_folder(parent)]
        root = self.git.root(parent) or (facts.root if facts.generator != "plain" else None)
        return root is not None and not is_inside(folder, root)

    def _why_no_content(self, full: str, site: int, role: str | None) -> str | None:
        profile = self.sites.generator(site).profile
        if not self.has_extension(os.path.basename(full), site):
            return "not a post's extension"
        if role is None:
            return f"no content of a {profile.name} site"
        if extension_of(full) not in profile.extensions and not _opens_front_matter(full):
            return "HTML without front matter"
        return None

    def _is_excluded(self, full: str, *, is_dir: bool) -> bool:
        settings = self.request.configuration.settings_for(full)
        return any(
            is_matched(exclusion.patterns, os.path.relpath(full, exclusion.root).replace(os.sep, "/"), is_dir=is_dir)
            for exclusion in settings.exclusions
        )

    def has_extension(self, name: str, site: int) -> bool:
        """Tell whether a post of the site may be called so."""
        profile = self.sites.generator(site).profile
        extension = extension_of(name)
        return extension in profile.extensions or extension in profile.html_extensions

    def role(self, full: str, site: int) -> str | None:
        """Return what an absolute path is to the site's generator; None for no content."""
        return self.sites.generator(site).role(self.relative(full, site), self.sites.facts[site])

    def relative(self, full: str, site: int) -> str:
        """Return an absolute path as the site counts."""
        root = self.sites.facts[site].root or self.working_dir
        if full.startswith(root + os.sep):
            return full[len(root) + 1 :].replace(os.sep, "/")
        return os.path.relpath(full, root).replace(os.sep, "/")


def extension_of(name: str) -> str:
    """Return the last extension of a name in lower case, with its dot; empty for none."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def _opens_front_matter(full: str) -> bool:
    """Tell whether a file starts like front matter, so that a bare HTML page is no post."""
    try:
        with open_regular(full) as file:
            head = file.read(16)
    except OSError:
        return True
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"---", b"+++", b";;;"))
