"""Which generator builds the site that a folder is the root of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from postlint.generators.site_facts import read_facts
from postlint.values.late_pattern import late_pattern

__all__ = ["SIGNS", "detect_generator", "guess_generator", "read_facts"]

Read = Callable[[str], str | None]
IsDir = Callable[[str], bool]

# a file of this name is a site's root, whatever else lies beside it; in the order of the check
_SURE: dict[str, str] = {
    **{f"astro.config.{end}": "astro" for end in ("mjs", "js", "ts", "mts", "cjs", "cts")},
    **{f"docusaurus.config.{end}": "docusaurus" for end in ("js", "ts", "mjs", "mts", "cjs", "cts")},
    **{f"gatsby-config.{end}": "gatsby" for end in ("js", "ts", "mjs")},
    ".eleventy.js": "eleventy",
    **{f"eleventy.config.{end}": "eleventy" for end in ("js", "mjs", "cjs", "ts", "mts", "cts")},
    "pelicanconf.py": "pelican",
    "mkdocs.yml": "mkdocs",
    "mkdocs.yaml": "mkdocs",
}
_HUGO = ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json")
_HUGO_OLD = ("config.toml", "config.yaml", "config.yml", "config.json")
_JEKYLL_CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
_JEKYLL_FOLDERS = frozenset({"_posts", "_layouts", "_includes", "_data", "_sass", "_drafts", "_plugins"})
_JEKYLL_ALONE = frozenset({"_layouts", "_includes", "_sass", "_plugins"})

SIGNS = frozenset(
    {
        *_SURE,
        *_HUGO,
        *_HUGO_OLD,
        *_JEKYLL_CONFIGS,
        "_config.json",
        "_posts",
        "config",
        "zola.toml",
        "package.json",
    }
)
"""Names without which no folder is a site's root: a walk need not ask about other folders."""

_HUGO_KEY = late_pattern(
    r"""^[ \t]*["']?(?:baseurl|languagecode|defaultcontentlanguage|canonifyurls)["']?[ \t]*[:=]"""
    r"""|^[ \t]*\[\[?module\b""",
    re.IGNORECASE | re.MULTILINE,
)
_HUGO_THEME = late_pattern(r"""^["']?theme["']?[ \t]*[:=]""", re.IGNORECASE | re.MULTILINE)
_ZOLA_KEY = late_pattern(r"^[ \t]*base_url[ \t]*=", re.MULTILINE)
_JEKYLL_KEY = late_pattern(
    r"^(?:baseurl|remote_theme|plugins|gems|collections|collections_dir|kramdown|markdown|paginate|paginate_path"
    r"|excerpt_separator|safe|incremental|liquid|source|destination|sass|defaults|repository|show_drafts|minimal_mistakes_skin"
    r"|theme:[ \t]*[\"']?(?:jekyll-|minima\b|just-the-docs|minimal-mistakes|al_folio))[ \t]*:?",
    re.MULTILINE,
)
_HEXO_KEY = late_pattern(
    r"^(?:source_dir|public_dir|new_post_name|post_asset_folder|default_layout|permalink_defaults"
    r"|skip_render|filename_case|archive_dir|category_dir|code_dir|i18n_dir|titlecase|render_drafts)[ \t]*:",
    re.MULTILINE,
)
_JEKYLL_SOURCE = late_pattern(r"^source[ \t]*:", re.MULTILINE)
_HEXO_PACKAGE = late_pattern(r'"hexo"\s*:')
_JEKYLL_GEM = late_pattern(r"""^\s*gem\s+['"](?:jekyll|github-pages)['"]""", re.MULTILINE)


def detect_generator(names: Collection[str], read: Read, is_dir: IsDir) -> str | None:
    """Name the generator whose site has its root in a folder; None if no site starts there.

    `names` is the folder's listing. `read` returns a file's text and `is_dir` tells whether a folder is
    there, both by paths relative to this folder; they are asked only where the listing is ambiguous.
    First hit wins; themes, npm packages and single pages of documentation are no site.
    """
    if SIGNS.isdisjoint(names):
        return None
    listing = names if isinstance(names, (set, frozenset)) else frozenset(names)
    for name, generator in _SURE.items():
        if name in listing:
            return generator
    return (
        _detect_hexo(listing, read, is_dir)
        or _detect_jekyll(listing, read)
        or _detect_hugo(listing, read, is_dir)
        or _detect_zola(listing, read)
        or _detect_by_package(listing, read, is_dir)
    )


def guess_generator(paths: Iterable[str], head: Callable[[str], str]) -> str:
    """Guess the generator of content without any config; `plain` unless the signs are clear.

    `paths` are the posts' paths, `head` returns the first characters of one. At most 50 are looked at.
    """
    votes: dict[str, int] = {}
    count = 0
    for count, path in enumerate(paths, 1):
        vote = _guess_one(f"/{path}", head(path))
        if vote:
            votes[vote] = votes.get(vote, 0) + 1
        if count == 50:
            break
    if not votes:
        return "plain"
    best = max(votes, key=lambda name: votes[name])
    return best if votes[best] * 2 > count else "plain"


def _guess_one(path: str, head: str) -> str | None:
    if "/source/_posts/" in path or "/source/_drafts/" in path:
        return "hexo"
    if re.search(r"/_posts/(?:[^/]+/)*\d{4}-\d{1,2}-\d{1,2}-[^/]+\Z", path):
        return "jekyll"
    if "/content/" in path and head.startswith("+++"):
        # only Zola has this table, and every Zola page with tags has it
        return "zola" if re.search(r"^\[(?:taxonomies|extra)\]", head, re.MULTILINE) else "hugo"
    if "/content/" in path and re.match(r"(?i)title: ?.*\n(?:[a-z_-]+:.*\n)*date:", head):
        return "pelican"
    return None


def _detect_hexo(names: Collection[str], read: Read, is_dir: IsDir) -> str | None:
    config = next((name for name in ("_config.yml", "_config.yaml", "_config.json") if name in names), None)
    if config is None:
        return None
    package = (read("package.json") or "") if "package.json" in names else ""
    has_posts = "source" in names and (is_dir("source/_posts") or is_dir("source/_drafts"))
    is_package = _HEXO_PACKAGE.search(package) is not None
    if not (has_posts or is_package or "scaffolds" in names):
        text = read(config) or ""
        return "hexo" if _HEXO_KEY.search(text) and "layout" not in names else None
    # a theme's repository: templates beside styles, no posts
    if "layout" in names and not has_posts and "scaffolds" not in names:
        return None
    if not is_package and "scaffolds" not in names and _JEKYLL_SOURCE.search(read(config) or ""):
        return None
    return "hexo"


def _detect_jekyll(names: Collection[str], read: Read) -> str | None:
    has_config = any(name in names for name in _JEKYLL_CONFIGS)
    folders = sum(1 for name in _JEKYLL_FOLDERS if name in names)
    if has_config and folders:
        return "jekyll"
    if "Gemfile" in names and (has_config or folders) and _JEKYLL_GEM.search(read("Gemfile") or ""):
        return "jekyll"
    if has_config:
        # Jupyter Book has a `_config.yml` too
        if "_toc.yml" in names:
            return None
        text = next((text for name in _JEKYLL_CONFIGS if name in names and (text := read(name))), "")
        return "jekyll" if _JEKYLL_KEY.search(text) else None
    # Hexo's `source` holds `_posts`, `_drafts` and `_data` as well
    return "jekyll" if "_posts" in names and not _JEKYLL_ALONE.isdisjoint(names) else None


def _detect_hugo(names: Collection[str], read: Read, is_dir: IsDir) -> str | None:
    # a theme's repository has a config for its demo or its module, but no content
    if "theme.toml" in names and "content" not in names:
        return None
    if any(name in names for name in _HUGO):
        return "hugo"
    if "config" in names and is_dir("config/_default"):
        return "hugo"
    for name in _HUGO_OLD:
        if name in names:
            text = read(name) or ""
            if _HUGO_KEY.search(text) and not _ZOLA_KEY.search(text):
                return "hugo"
            if _HUGO_THEME.search(text) and "content" in names and not _ZOLA_KEY.search(text):
                return "hugo"
    return None


def _detect_zola(names: Collection[str], read: Read) -> str | None:
    if "theme.toml" in names and "content" not in names:
        return None
    if "zola.toml" in names:
        return "zola"
    return "zola" if "config.toml" in names and _ZOLA_KEY.search(read("config.toml") or "") else None


def _detect_by_package(names: Collection[str], read: Read, is_dir: IsDir) -> str | None:
    """Look for a generator that runs without a config file; its package alone is no sign."""
    if "package.json" not in names:
        return None
    has_eleventy = "_includes" in names or "_data" in names
    has_astro = "src" in names and is_dir("src/content")
    if not (has_eleventy or has_astro):
        return None
    package = read("package.json") or ""
    if has_astro and re.search(r'"astro"\s*:', package):
        return "astro"
    return "eleventy" if has_eleventy and '"@11ty/eleventy"' in package else None
