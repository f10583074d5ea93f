"""Where Astro's pictures are: imported from beside the file, or published from `public`."""

from __future__ import annotations

import re

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_path, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, leading_ups, stem_of

_MARKDOWN = frozenset({"markdown", "markdown-reference"})
_IMPORTED_SUFFIXES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".webp",
    ".avif",
    ".svg",
    ".tiff",
    ".tif",
    ".bmp",
    ".ico",
    ".jxl",
    ".apng",
)


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    text = image.url.text.strip()
    if not image.is_dynamic and (aliased := _find_alias(text, facts)) is not None:
        return find_picture(aliased, files) if aliased else Resolution("dynamic", reason="an alias")
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if url.is_own_host:
        return judge_own_host(url, find_picture(_public(url.path, facts), files), site_folders("public", facts), files)
    if image.kind == "front-matter":
        return _find_for_schema(url, file, facts, files)
    is_module = image.kind == "mdx" and image.name in ("import", "require")
    if url.is_rooted and is_module:
        # to Vite, the root is the project's
        return find_picture((clamp_path("", url.path), *_public(url.path, facts)), files)
    if url.is_rooted:
        return _find_rooted(url, facts, files)
    if image.kind in _MARKDOWN or is_module:
        return _find_import(image, url, file, facts, files)
    if image.kind == "mdx" and file.source.text[image.span.start + 1 : image.span.start + 2].isupper():
        return _find_for_component(image, url, file, files)
    # HTML is left as it is: a browser resolves it against a page whose route is code
    if own := _find_below_page(url, file, facts, files):
        return own
    found = find_picture((*_public(url.path, facts), join_path(folder_of(file.path), url.path)), files)
    if found.status == "local-ok" and not (found.path or "").startswith(tuple(site_folders("public", facts))):
        reason = "Astro imports no pictures that are written as HTML"
        return Resolution("local-missing", found.path, tried=found.tried, reason=reason)
    if found.status == "local-ok" and leading_ups(url.path) == 0 and facts.config.get("trailingSlash") != "never":
        # every page is a folder, and so is below `public`
        return Resolution("local-missing", found.path, tried=found.tried, reason="relative to the page in HTML")
    return found


def _find_below_page(url: LocalUrl, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution | None:
    """Find a picture in the folder of `public` that is the page's, if its route is that of most starters."""
    folders = folder_of(file.path).split("/")
    name = stem_of(file.path)
    parts = folders[2:] if folders[:2] == ["src", "content"] else []
    page = "/".join(parts if name == "index" else [*parts, name])
    places = _public(f"{page}/{url.path}", facts) if parts and leading_ups(url.path) == 0 else []
    return next(
        (Resolution("local-ok", place, tried=(place,)) for place in places if place and files.exists(place)), None
    )


def _public(path: str, facts: SiteFacts) -> list[str | None]:
    path = clamp_path("", path)
    return [f"{folder}/{path}" for folder in site_folders("public", facts)]


def _find_rooted(url: LocalUrl, facts: SiteFacts, files: SiteFiles) -> Resolution:
    path = clamp_path("", url.path)
    base = site_address(facts).base
    if base:
        if not path.startswith(f"{base}/"):
            reason = f"outside the base /{base}, which Astro does not put before it"
            return Resolution("local-missing", _public(path, facts)[0], reason=reason)
        path = path[len(base) + 1 :]
    found = find_picture(_public(path, facts), files)
    if found.status == "local-missing" and files.exists(path):
        reason = f"`{path.partition('/')[0]}` is a folder of the source, not of the site"
        return Resolution("local-missing", path, tried=found.tried, reason=reason)
    return found


def _find_import(image: ImageRef, url: LocalUrl, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    places = [join_path(folder_of(file.path), url.path)]
    if "moduleBase" in facts.config and not url.path.startswith("."):
        # a bare path is a module's, which TypeScript lets begin there
        places.append(join_path(facts.config["moduleBase"], url.path))
    found = find_picture(places, files)
    if found.status != "local-ok" or image.kind == "mdx":
        return found
    reason = None
    if url.has_query or url.has_fragment:
        reason = "a relative picture with `?` or `#` is not imported"
    elif not url.path.lower().endswith(_IMPORTED_SUFFIXES):
        reason = "a file without a picture's extension is not imported"
    elif image.kind == "markdown-reference" and not _is_imported(image, file, facts):
        reason = "Astro 7 does not import pictures of reference links"
    return Resolution("local-missing", found.path, tried=found.tried, reason=reason) if reason else found


def _find_for_component(image: ImageRef, url: LocalUrl, file: PostFile, files: SiteFiles) -> Resolution:
    """Astro's own components want an imported picture; what others make of a path is not known."""
    found = find_picture((join_path(folder_of(file.path), url.path),), files)
    if re.match(r"<(?:Image|Picture)\b", file.source.text[image.span.start : image.span.start + 9]):
        reason = "Astro's components want an imported picture, not its path"
        return Resolution("local-missing", found.path, tried=found.tried, reason=reason)
    return unknown_if_missing(found, "the component may find it")


def _is_imported(image: ImageRef, file: PostFile, facts: SiteFacts) -> bool:
    """Tell whether the picture of a reference is imported: before Astro 7, or if it stands inline as well."""
    if facts.version and facts.version < (7,):
        return True
    return re.search(rf"\]\(\s*<?{re.escape(image.url.raw)}[>\s)]", file.source.text) is not None


def _find_for_schema(url: LocalUrl, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """`image()` in the schema imports from beside the file, `z.string()` is whatever the layout makes of it."""
    path = clamp_path("", url.path)
    base = site_address(facts).base
    places = _public(path, facts)
    if base and path.startswith(f"{base}/"):
        places += _public(path[len(base) + 1 :], facts)
    if url.is_rooted:
        places.append(path)
    else:
        places.insert(0, join_path(folder_of(file.path), url.path))
        # layouts that look a name up with `import.meta.glob`
        places += [f"src/assets/{path}", f"src/assets/images/{path}", f"src/images/{path}", path]
    found = find_picture(places, files)
    if url.is_rooted or url.path.startswith("."):
        return found
    return unknown_if_missing(found, "the layout may find it")


def _find_alias(text: str, facts: SiteFacts) -> list[str | None] | None:
    """Return the places of a path that starts with an alias; empty if it cannot be known, None if it has none."""
    for alias, target in (facts.config.get("aliases") or {}).items():
        start = alias.removesuffix("*")
        if (
            text.startswith(start)
            and start not in ("", ".", "./", "/")
            and (alias.endswith("*") or text[len(start) :][:1] == "/")
        ):
            url = read_path(text[len(start) :].lstrip("/"))
            folder = target.removesuffix("*").removeprefix("./").strip("/")
            return [] if isinstance(url, Resolution) else [join_path(folder, url.path)]
    if text.startswith(("~/", "@/")):
        url = read_path(text[2:])
        return [] if isinstance(url, Resolution) else [join_path("src", url.path)]
    return [] if text.startswith(("@", "#", "~")) and "/" in text else None
