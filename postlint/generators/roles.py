"""What a file is by its path alone: post, page, section page, draft, or no content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.path_globs import PathGlobs, path_globs
from postlint.generators.profile import Profile
from postlint.values.late_pattern import late_pattern

# files about the repository, where the content folder is the repository itself: at its root, and anywhere
_ABOUT_ROOT = late_pattern(
    r"(?:readme|license|licence|contributing|changelog|changes|history|code[_-]of[_-]conduct|security|authors"
    r"|contributors|maintainers|support|governance|pull_request_template|issue_template|claude|agents|todo)"
    r"(?:[._-][a-z-]+)?\.[a-z]+",
    re.IGNORECASE,
)
_ABOUT = late_pattern(r"(?:readme|license|licence|contributing|changelog)(?:[._-][a-z-]+)?\.[a-z]+", re.IGNORECASE)


def role_of(path: str, profile: Profile, facts: SiteFacts) -> str | None:
    """Return `post`, `page`, `section` or `draft`; None for a file that is no content.

    `path` is relative to the site's root, with `/`. An extension counts in any case: whether the
    generator reads it is for the outcome to say.
    """
    place = profile_path(path, facts)
    if place is None:
        return None
    name = place[place.rfind("/") + 1 :]
    dot = name.rfind(".")
    extension = name[dot:].lower() if dot > 0 else ""
    if extension not in profile.extensions and extension not in profile.html_extensions:
        return None
    ignored, sections, drafts, posts = _globs(profile)
    if ignored.matches(place) or (place != path and ignored.matches(path)):
        return None
    refine = _REFINED.get(profile.name)
    refined = refine(place, name, facts) if refine else ""
    if refined != "":
        return refined
    if sections.matches(place) and _is_content(place, profile):
        return "section"
    if drafts.matches(place):
        return "draft"
    if posts.matches(place):
        return "post"
    return "page" if _is_content(place, profile) else None


def _globs(profile: Profile) -> tuple[PathGlobs, PathGlobs, PathGlobs, PathGlobs]:
    """Return the compiled patterns of a profile: ignored, sections, drafts, posts."""
    kept = _COMPILED.get(id(profile))
    if kept is None or kept[0] is not profile:
        patterns = (profile.ignored, profile.sections, profile.drafts, profile.posts)
        ignored, sections, drafts, posts = map(path_globs, patterns)
        kept = _COMPILED[id(profile)] = (profile, (ignored, sections, drafts, posts))
    return kept[1]


# profiles hold a mapping and cannot be hashed; there are as many as generators
_COMPILED: dict[int, tuple[Profile, tuple[PathGlobs, PathGlobs, PathGlobs, PathGlobs]]] = {}


def profile_path(path: str, facts: SiteFacts) -> str | None:
    """Return the path as it were in a site with the profile's own folder names.

    None if it lies in a folder of such a name that this site does not use.
    """
    if not facts.folders:
        return path
    for folder, name in facts.folders:
        if not folder or path.startswith(f"{folder}/"):
            rest = path[len(folder) + 1 :] if folder else path
            return f"{name}/{rest}" if name else rest
    moved = {name for _, name in facts.folders}
    return None if any(not name or path.startswith(f"{name}/") for name in moved) else path


def site_folders(name: str, facts: SiteFacts) -> tuple[str, ...]:
    """Return the folders of the site that the profile knows as `name`, which may be just that one."""
    if not facts.folders:
        return (name,)
    return tuple(folder for folder, known in facts.folders if known == name) or (name,)


def _is_content(place: str, profile: Profile) -> bool:
    return any(not folder or place.startswith(f"{folder}/") for folder in profile.content)


def _is_about(place: str, name: str) -> bool:
    return (_ABOUT if "/" in place else _ABOUT_ROOT).fullmatch(name) is not None


def _hexo(place: str, name: str, facts: SiteFacts) -> str | None:
    """Hide what Hexo hides: a part of the path below `_posts` that starts with `_`, `skip_render`."""
    if not place.startswith("source/"):
        return None
    rest = place[7:]
    is_post = rest.startswith(("_posts/", "_drafts/"))
    below = rest[rest.index("/") + 1 :] if is_post else rest
    if below.startswith(("_", ".")) or "/_" in below or "/." in below:
        return None
    skipped = _texts(facts.config.get("skip_render")) + _texts(facts.config.get("exclude"))
    if skipped and path_globs(tuple(f"/{pattern.lstrip('/')}" for pattern in skipped)).matches(rest):
        return None
    return ""


def _hugo(place: str, name: str, facts: SiteFacts) -> str | None:
    params = facts.config.get("params")
    sections = _texts(params.get("mainSections") or params.get("mainsections")) if isinstance(params, Mapping) else ()
    if sections and not name.startswith("_index."):
        parts = place.split("/")
        if any(part in sections for part in parts[1:-1][:2]):
            return "post"
    return ""


def _jekyll(place: str, name: str, facts: SiteFacts) -> str | None:
    config = facts.config
    if (excluded := _texts(config.get("exclude"))) and path_globs(excluded).matches(place):
        return None
    folders = place.split("/")[:-1]
    if _is_about(place, name) and not any(part.startswith("_") for part in folders):
        return None
    if "_posts" in folders or "_drafts" in folders:
        return ""
    base = str(config.get("collections_dir") or "").strip("/")
    if base:
        if not place.startswith(f"{base}/"):
            return None if any(part.startswith("_") for part in folders) else ""
        folders = folders[base.count("/") + 1 :]
    hidden = [part for part in folders if part.startswith("_")]
    if hidden and not (folders[0] == hidden[0] and hidden[0][1:] in _names(config.get("collections"))):
        included = _texts(config.get("include"))
        return "" if included and path_globs(included).matches(place) else None
    return ""


def _astro(place: str, name: str, facts: SiteFacts) -> str | None:
    from postlint.generators.astro.entries import is_entry

    return "" if is_entry(place, facts) else None


def _eleventy(place: str, name: str, facts: SiteFacts) -> str | None:
    return None if _is_about(place, name) else ""


def _gatsby(place: str, name: str, facts: SiteFacts) -> str | None:
    return None if "/" not in place and _is_about(place, name) else ""


def _pelican(place: str, name: str, facts: SiteFacts) -> str | None:
    """Sort by `ARTICLE_PATHS`, `PAGE_PATHS` and their exclusions; anything else is not read."""
    if not place.startswith("content/"):
        return None
    rest, config = place[8:], facts.config
    pages = _texts(config.get("PAGE_PATHS", ["pages"]))
    articles = _texts(config.get("ARTICLE_PATHS", [""]))
    if _is_below(rest, pages) and not _is_below(rest, _texts(config.get("PAGE_EXCLUDES"))):
        return "page"
    return "post" if _is_below(rest, articles) and not _is_below(rest, _texts(config.get("ARTICLE_EXCLUDES"))) else None


def _mkdocs(place: str, name: str, facts: SiteFacts) -> str | None:
    """Take posts from the folders of Material's blog plugin, where the config names one."""
    if not place.startswith("docs/"):
        return None
    if not facts.config:
        return ""
    for folder in blog_folders(facts):
        if place.startswith(f"docs/{folder}/posts/".replace("//", "/")):
            return "post"
    return "page"


def blog_folders(facts: SiteFacts) -> tuple[str, ...]:
    """Return the blog folders (below `docs`) of Material's blog plugin; empty without that plugin."""
    plugins = facts.config.get("plugins")
    found = []
    items: list[Any] = (
        list(plugins.items()) if isinstance(plugins, Mapping) else plugins if isinstance(plugins, list) else []
    )
    for item in items:
        key, options = item if isinstance(item, tuple) else (item, None)
        if isinstance(key, Mapping) and len(key) == 1:
            key, options = next(iter(key.items()))
        if key in ("blog", "material/blog"):
            folder = options.get("blog_dir", "blog") if isinstance(options, Mapping) else "blog"
            found.append(str(folder).strip("/").removeprefix("."))
    return tuple(found)


def _plain(place: str, name: str, facts: SiteFacts) -> str | None:
    return "post"


def _is_below(path: str, folders: tuple[str, ...]) -> bool:
    return any(not (bare := folder.strip("/")) or path == bare or path.startswith(f"{bare}/") for folder in folders)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, (list, tuple)) else ()


def _names(value: object) -> tuple[str, ...]:
    """Return the keys of a mapping or the items of a list: Jekyll takes both for `collections`."""
    return tuple(str(key) for key in value) if isinstance(value, Mapping) else _texts(value)


# "" leaves the decision to the profile's globs
_REFINED: dict[str, Callable[[str, str, SiteFacts], str | None]] = {
    "hexo": _hexo,
    "hugo": _hugo,
    "jekyll": _jekyll,
    "astro": _astro,
    "eleventy": _eleventy,
    "gatsby": _gatsby,
    "pelican": _pelican,
    "mkdocs": _mkdocs,
    "plain": _plain,
}
