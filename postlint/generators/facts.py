"""What is known of a site before a post is read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.values.dataclass import dataclass, field


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """A site: where it is, what builds it, and its own configuration.

    `root` is an absolute path (empty for text without a site). `version` holds the numbers of the
    generator's version that the site's files name (empty: none named, so the newest is meant) and
    `version_text` the same as text. `packages` are the other packages named in its manifests with their
    versions as text. `config` is the site's parsed config file ({} where it is code or unreadable),
    `config_path` its path relative to the root. `files` are the texts of site files that were read, by
    path relative to the root: the cache depends on them. `folders` pairs folders of this site with the
    name under which the profile knows them, where the config moves them (`("src", "source")`); several
    folders may share one name. `notes` say what could not be read, and why.
    """

    generator: str
    root: str = ""
    version: tuple[int, ...] = ()
    version_text: str = ""
    packages: Mapping[str, str] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    config_path: str | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    theme: str | None = None
    folders: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
