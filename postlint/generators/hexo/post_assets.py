"""A post's own files (Hexo 8, `post_asset`, `PostAsset`): by the name a tag gives, by the address of the post."""

from __future__ import annotations

from postlint.body.references import ImageRef
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution, SiteFiles
from postlint.generators.hexo.front_matter import read_front_matter
from postlint.generators.hexo.picture_settings import PictureSettings
from postlint.generators.hexo.urls import permalink
from postlint.generators.picture_search import find_picture
from postlint.generators.site_paths import join_path
from postlint.values.late_pattern import late_pattern

_BLOCK_TAG = late_pattern(r"\{%-?\s*(blockquote|quote|pullquote)\b")


def find_asset(name: str, file: PostFile, settings: PictureSettings, files: SiteFiles) -> Resolution:
    """Look up a post's asset by the exact name: no `./`, no leading slash, no escapes, no query."""
    if not settings.has_asset_folders:
        return Resolution("local-missing", reason="`post_asset_folder` is off: the tag prints nothing")
    folder = settings.asset_folder(file.path)
    place = join_path(folder, name)
    if place is None or name.startswith("/") or {".", ".."} & set(name.split("/")):
        return Resolution("local-missing", place, reason="the tag wants the bare name of the file")
    return find_picture((place,), files, settings.hides)


def find_asset_by_url(
    path: str, file: PostFile, facts: SiteFacts, settings: PictureSettings, files: SiteFiles
) -> Resolution | None:
    """Find `/2021/10/10/hello/a.png` in the asset folder of the post `hello`."""
    if not settings.has_asset_folders:
        return None
    own, page = settings.asset_folder(file.path), None
    if settings.is_post(file.path):
        page = permalink(file, read_front_matter(file, facts), facts)
    if page is not None and path.startswith(f"{page.removesuffix('.html').strip('/')}/"):
        place = own + path[len(page.removesuffix(".html").strip("/")) :]
        return Resolution("local-ok", place, tried=(place,)) if files.exists(place) else None
    parts = path.split("/")
    # the name of the post is the last part of the permalink, so much of it must come before
    before = 0 if ":category" in settings.permalink else settings.permalink.strip("/").count("/")
    for at in range(before, len(parts) - 1):
        place = "/".join((settings.source, "_posts", *parts[at:]))
        if page is not None and place.startswith(f"{own}/"):
            continue
        if files.exists(place) and settings.is_asset(place, file.path, files):
            return Resolution("local-ok", place, tried=(place,))
    return None


def is_printed(image: ImageRef, file: PostFile) -> bool:
    """Tell whether a tag is the URL of a Markdown picture or an unquoted value: its placeholder is cut apart there."""
    text, first = file.source.text, image.span.start
    tag = text.rfind("{%", first, image.url.span.start)
    return tag > first and (text.startswith("![", first) or text[tag - 1] == "=")


def is_in_block_tag(image: ImageRef, file: PostFile) -> bool:
    """Tell whether a picture stands within a tag of Hexo's that renders its content apart from the post."""
    text = file.source.text
    at = text.rfind("{%", 0, image.span.start)
    opening = _BLOCK_TAG.match(text, at) if at >= 0 else None
    return opening is not None and text.find(f"end{opening[1]}", image.span.end) >= 0
