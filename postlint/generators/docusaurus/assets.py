"""Where Docusaurus' pictures are (3.10, mdx-loader `transformImage`)."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_path, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import clamp_path, folder_of, join_path, leading_ups
from postlint.values.late_pattern import late_pattern

_BARE = late_pattern(r"""["'`]\s*\)\s*\}""")


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    text = image.url.text.strip()
    if text.startswith("@site/") and not image.is_dynamic:
        return _find_site(image, text[6:], files)
    if text.startswith("pathname://"):
        path = read_path(f"/{text[11:].lstrip('/')}")
        return path if isinstance(path, Resolution) else _find_static(path, facts, files, needs_base=True)
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if url.is_own_host:
        found = _find_static(url, facts, files, needs_base=False)
        return judge_own_host(url, found, site_folders("static", facts), files)
    gets_base = image.kind in ("markdown", "front-matter") or image.name == "useBaseUrl"
    if url.is_rooted or image.name == "useBaseUrl":
        return _find_static(url, facts, files, needs_base=not gets_base)
    place = join_path(folder_of(file.path), url.path)
    found = find_picture((place,), files)
    if image.name == "require" and _is_bare_require(image, file):
        return Resolution("local-missing", found.path, tried=found.tried, reason="`require()` without `.default`")
    if image.kind == "markdown" or _is_module(image):
        return found
    if image.kind == "front-matter":
        return found if url.path.startswith(("./", "../")) else _find_beside_static(url, found, facts, files)
    if image.kind == "mdx" and file.source.text[image.span.start + 1 : image.span.start + 2].isupper():
        return unknown_if_missing(found, "the component may find it")
    ups = leading_ups(url.path)
    static = find_picture([f"{folder}/{clamp_path('', url.path)}" for folder in site_folders("static", facts)], files)
    if ups and image.kind != "markdown-reference" and static.status == "local-ok":
        return Resolution("dynamic", reason="relative to the page, whose address may end with a slash or not")
    is_reference = image.kind == "markdown-reference"
    what = "pictures of reference links" if is_reference else "relative paths in HTML"
    reason = f"Docusaurus does not resolve {what}"
    return Resolution("local-missing", found.path or place, tried=found.tried, reason=reason)


def _find_beside_static(url: LocalUrl, beside: Resolution, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Look for a URL of front matter without `./`: the base is put before it."""
    found = _find_static(url, facts, files, needs_base=False)
    if found.status == "local-missing" and beside.status == "local-ok":
        reason = "a path without `./` is taken for a URL"
        return Resolution("local-missing", beside.path, tried=beside.tried, reason=reason)
    return found


def _is_bare_require(image: ImageRef, file: PostFile) -> bool:
    """Tell whether the value of an attribute is a module and not the address in it."""
    text, end = file.source.text, image.url.span.end
    return text.startswith("<", image.span.start) and _BARE.match(text, end) is not None


def _is_module(image: ImageRef) -> bool:
    """Tell whether webpack looks for the file: it is imported or required."""
    return image.kind == "mdx" and image.name in ("import", "require")


def _find_site(image: ImageRef, path: str, files: SiteFiles) -> Resolution:
    url = read_path(path)
    if isinstance(url, Resolution):
        return url
    found = find_picture((join_path("", url.path),), files)
    if image.kind == "markdown" or _is_module(image) or found.status == "local-outside-site":
        return found
    return Resolution("local-missing", found.path, tried=found.tried, reason="`@site/` means nothing here")


def _find_static(url: LocalUrl, facts: SiteFacts, files: SiteFiles, *, needs_base: bool) -> Resolution:
    """Look into the static folders; where the base is not put before it, the URL must hold it itself."""
    path = clamp_path("", url.path)
    base = site_address(facts).base
    folders = site_folders("static", facts)
    if needs_base and base:
        if not path.startswith(f"{base}/"):
            reason = f"outside the baseUrl /{base}/, which Docusaurus does not put before it here"
            return Resolution("local-missing", f"{folders[0]}/{path}", reason=reason)
        path = path[len(base) + 1 :]
    return find_picture([f"{folder}/{path}" for folder in folders], files)
