"""Where Gatsby's pictures are: beside the file for its Markdown plugins, `static` for rooted URLs."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.local_url import LocalUrl, read_url, site_address
from postlint.generators.picture_search import find_picture, judge_own_host, unknown_if_missing
from postlint.generators.site_paths import clamp_path, folder_of, join_path

_PLUGINS = frozenset(
    {
        "gatsby-remark-images",
        "gatsby-remark-copy-linked-files",
        "gatsby-remark-relative-images",
        "gatsby-remark-images-anywhere",
    }
)


def resolve_image(image: ImageRef, file: PostFile, facts: SiteFacts, files: SiteFiles) -> Resolution:
    """Return where a picture is."""
    url = read_url(image, facts)
    if isinstance(url, Resolution):
        return url
    if url.is_own_host:
        return judge_own_host(url, find_picture(_static(url), files), ("static",), files)
    if url.is_rooted:
        return _find_rooted(image, url, facts, files)
    found = find_picture((join_path(folder_of(file.path), url.path), *_static(url)), files)
    if image.kind == "front-matter":
        return found if url.path.startswith(".") else unknown_if_missing(found, "the template may find it")
    if found.status != "local-ok" or not facts.packages or not _PLUGINS.isdisjoint(facts.packages):
        return found
    if (found.path or "").startswith("static/"):
        return unknown_if_missing(Resolution("local-missing"), "relative to a page whose route is code")
    if any("remark" in name or "mdx" in name for name in facts.packages if name.startswith("gatsby-remark-")):
        return found
    reason = "no plugin copies the pictures beside a post (gatsby-remark-images, …)"
    return Resolution("local-missing", found.path, tried=found.tried, reason=reason)


def _static(url: LocalUrl) -> tuple[str, ...]:
    return (f"static/{clamp_path('', url.path)}",)


def _find_rooted(image: ImageRef, url: LocalUrl, facts: SiteFacts, files: SiteFiles) -> Resolution:
    path = clamp_path("", url.path)
    base = site_address(facts).base
    places = [f"static/{path}"]
    if base and path.startswith(f"{base}/"):
        places.insert(0, f"static/{path[len(base) + 1 :]}")
    found = find_picture(places, files)
    # a content manager writes `/img/a.png` for `static/img/a.png`, a source plugin may mean its own folder
    return unknown_if_missing(found, "the template may find it") if image.kind == "front-matter" else found
