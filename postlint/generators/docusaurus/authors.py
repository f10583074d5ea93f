"""The authors that posts of Docusaurus name by a key (`authorsMap.ts`, `blogUtils.ts`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.outcome import Fault
from postlint.generators.roles import site_folders
from postlint.generators.site_config import parse_config

_NAME = "authors.yml"


def read_authors(facts: SiteFacts, read: Callable[[str], str | None]) -> None:
    """Read the files of authors of every blog; `read` keeps what it reads."""
    for path in _paths(facts):
        read(path)


def find_unknown_author(file_path: str, value: Any, facts: SiteFacts) -> Fault | None:
    """Return what is wrong with the keys under `authors`, None if nothing is or the site's files are unknown."""
    if not facts.root:
        return None
    keys = list(_keys(value))
    if not keys:
        return None
    path = next((path for path in _paths(facts) if file_path.startswith(path[: -len(_name(facts))])), None)
    if path is None:
        return None
    text = facts.files.get(path)
    if text is None:
        return Fault("authors", f"`authors` names `{keys[0]}`, and there is no {path}")
    notes: list[str] = []
    known = parse_config(path, text, notes)
    missing = next((key for key in keys if key not in known), None) if not notes else None
    return Fault("authors", f"`authors` names `{missing}`, who is not in {path}") if missing is not None else None


def _keys(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, Mapping):
            key = item.get("key")
            if isinstance(key, str):
                yield key
        elif item is not None and not isinstance(item, list):
            yield str(item)


def _name(facts: SiteFacts) -> str:
    blogs = facts.config.get("blog")
    own = blogs[0].get("authorsMapPath") if isinstance(blogs, list) and blogs else None
    return own if isinstance(own, str) and own else _NAME


def _paths(facts: SiteFacts) -> tuple[str, ...]:
    return tuple(f"{folder}/{_name(facts)}" for folder in site_folders("blog", facts))
