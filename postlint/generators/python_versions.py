"""Versions from requirements files, pyproject.toml and the lock files of Poetry, uv, PDM and Pipenv."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from postlint.values.late_pattern import late_pattern

Read = Callable[[str], str | None]

_REQUIREMENTS = (
    "requirements.txt",
    "requirements-docs.txt",
    "docs-requirements.txt",
    "docs/requirements.txt",
    "requirements/docs.txt",
    "requirements.in",
)
_LOCKS = ("uv.lock", "poetry.lock", "pdm.lock")
_REQUIREMENT = late_pattern(r"^[ \t]*([A-Za-z0-9][\w.-]*)(?:\[[^\]\n]*\])?[ \t]*([^\n#;]*)")
_BOUND = late_pattern(r"(===?|~=|>=|\^|>)[ \t]*v?(\d[\w.*]*)")
_LOCKED = late_pattern(r'^name = "([^"\n]+)"\nversion = "([^"\n]+)"', re.MULTILINE)
_PIPENV = late_pattern(r'"([\w.-]+)": \{[^{}]*?"version": "==([^"]+)"')


def read_packages(read: Read) -> dict[str, str]:
    """Return the distributions that a site names: pinned versions first, else the lower bounds."""
    packages: dict[str, str] = {}
    for line in _lines(read):
        match = _REQUIREMENT.match(line)
        if match:
            name, bound = _normal(match[1]), _lower_bound(match[2])
            if bound or name not in packages:
                packages[name] = bound
    for lock in _LOCKS:
        packages.update((_normal(name), version) for name, version in _LOCKED.findall(read(lock) or ""))
    packages.update(
        (_normal(name), version) for name, version in _PIPENV.findall((read("Pipfile.lock") or "")[:2_000_000])
    )
    return packages


def _lines(read: Read) -> Iterable[str]:
    yield from _manifest_lines(_toml(read("Pipfile")).get("packages"))
    manifest = _toml(read("pyproject.toml"))
    project = manifest.get("project")
    if isinstance(project, Mapping):
        yield from _texts(project.get("dependencies"))
        extras = project.get("optional-dependencies")
        for extra in extras.values() if isinstance(extras, Mapping) else ():
            yield from _texts(extra)
    groups = manifest.get("dependency-groups")
    for group in groups.values() if isinstance(groups, Mapping) else ():
        yield from _texts(group)
    poetry = manifest.get("tool", {}).get("poetry") if isinstance(manifest.get("tool"), Mapping) else None
    if isinstance(poetry, Mapping):
        yield from _manifest_lines(poetry.get("dependencies"))
        yield from _manifest_lines(poetry.get("dev-dependencies"))
    for name in _REQUIREMENTS:
        yield from (read(name) or "").splitlines()


def _manifest_lines(table: object) -> Iterable[str]:
    if isinstance(table, Mapping):
        for name, wanted in table.items():
            text = wanted.get("version", "") if isinstance(wanted, Mapping) else wanted
            yield f"{name} {text if str(text)[:1] in '<>=~^!*' else f'=={text}'}"


def _toml(text: str | None) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text or "")
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}


def _texts(value: object) -> Iterable[str]:
    return (item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _lower_bound(text: str) -> str:
    match = _BOUND.search(text)
    return match[2].rstrip(".*") if match else ""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
