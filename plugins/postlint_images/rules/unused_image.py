"""IMG022 unused-image."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from postlint import (
    Invalid,
    Options,
    Post,
    Record,
    Report,
    Severity,
    Site,
    SiteRecord,
    SiteReport,
    SiteRule,
    Span,
    Valid,
    late_pattern,
    option,
)
from postlint_images.site_texts import PICTURE, is_text, named_folders, picture_names, walk
from postlint_images.wording import clip, matches_any

# themes look these up by name, or by the start of it
_BY_NAME = late_pattern(
    r"(?:favicon|apple-touch|android-chrome|mstile|safari-pinned|icon|logo|avatar|og[-_.]|social|cover|feature|"
    r"thumb|banner|hero|header|background|bg[-_.]|screenshot|tn[-_.])|^(?:tn|og|bg|header|screenshot)\.",
    re.IGNORECASE,
)
# `{{< gallery >}}`, `{% gallery %}`, `.Resources.Match`: pictures shown without being named
_SHOWS_ALL = late_pattern(r"gallery|album|photoswipe|carousel|swiper|resources|slideshow", re.IGNORECASE)
_HEXO_POST = "---\ntitle: A\n---\n![A map](map.png)\n"
_HEXO: dict[str, bytes | str] = {
    "_config.yml": "post_asset_folder: true\nmarked:\n  postAsset: true\n",
    "source/_posts/a/map.png": b"\x89PNG",
}


class UnusedImageOptions(Options):
    allow_paths: tuple[str, ...] = option(
        default=(), doc="Images that may lie unused: globs over the path in the site."
    )


class UnusedImage(SiteRule[UnusedImageOptions]):
    """An image of the site is named nowhere.

    It makes the repository and every build larger, and may show readers who guess its address what was left
    out on purpose. An image in a post's own folder is reported at that post, others once a folder, at the
    first post that names a picture of that folder.

    Limits: an image counts as named if its file name stands anywhere in a post, layout, style sheet, script,
    data or config file of the site, whatever the folder. Names that themes look up by themselves (`favicon`,
    `cover`, `logo` …) and folders that a text names as a whole are left out. A theme that is not in the
    site's folder is not seen. Reads every text file of the site, so that it is off unless it is selected.
    """

    code = "IMG022"
    name = "unused-image"
    severity = Severity.INFO
    preview = True
    valid = (
        Valid(post=_HEXO_POST, generator="hexo", path="source/_posts/a.md", site=_HEXO),
        Valid(
            post=_HEXO_POST,
            generator="hexo",
            path="source/_posts/a.md",
            site={
                **_HEXO,
                "source/img/x.png": b"\x89PNG",
                "source/css/a.css": "body { background: url(../img/x.png) }",
            },
            why="a style sheet names it",
        ),
        Valid(
            post=_HEXO_POST,
            generator="hexo",
            path="source/_posts/a.md",
            site={**_HEXO, "source/_posts/a/old.png": b"\x89PNG"},
            options={"allow_paths": ("source/_posts/*",)},
        ),
    )
    invalid = (
        Invalid(
            post=_HEXO_POST,
            generator="hexo",
            path="source/_posts/a.md",
            site={**_HEXO, "source/_posts/a/old.png": b"\x89PNG"},
            reports=("",),
            message='image "source/_posts/a/old.png" is used nowhere',
        ),
        Invalid(
            post="---\ntitle: A\n---\n![A map](/img/map.png)\n",
            generator="hugo",
            path="content/posts/a.md",
            site={"static/img/map.png": b"\x89PNG", "static/img/old.png": b"\x89PNG", "static/img/x.gif": b"GIF89a"},
            reports=("",),
            message="2 images in static/img are used nowhere: old.png, x.gif",
        ),
    )

    def collect(self, post: Post) -> Iterable[Record]:
        """Keep the names of pictures that stand anywhere in a post."""
        names = picture_names(post.text)
        yield Record(
            Span(0, 0),
            {
                "names": sorted(names),
                "shows_all": _SHOWS_ALL.search(post.text) is not None,
            },
        )

    def check_site(self, records: Sequence[SiteRecord], site: Site) -> Iterable[SiteReport]:
        """Compare the picture files with all names."""
        files = list(walk(site))
        posts = {record.path: record.data for record in records}
        named = {str(name) for data in posts.values() for name in data["names"]}
        texts = [path for path in files if is_text(path) and path not in posts]
        pictures = [path for path in files if PICTURE.search(path) and not _BY_NAME.search(path.rpartition("/")[2])]
        folders = _below_roots({path.rpartition("/")[0] for path in pictures})
        whole: set[str] = set()
        for path in texts:
            text = (site.files.read(path) or b"").decode("utf-8", "replace")
            named |= picture_names(text)
            whole |= named_folders(text, folders.values())
        unused: defaultdict[str, list[str]] = defaultdict(list)
        for path in pictures:
            folder, _, name = path.rpartition("/")
            is_shown = name.casefold() in named or folders.get(folder) in whole or "themes" in path.split("/")
            if not is_shown and not matches_any(path, self.options.allow_paths):
                unused[folder].append(path)
        yield from _reports(unused, posts)


def _below_roots(folders: set[str]) -> dict[str, str]:
    """Return each folder as layouts would name it: without the part that is not published."""
    return {folder: "/".join(folder.split("/")[1:]) for folder in folders if folder.count("/") >= 1}


def _reports(unused: dict[str, list[str]], posts: dict[str, dict[str, object]]) -> Iterable[SiteReport]:
    for folder, paths in sorted(unused.items()):
        owner = _owner(folder, posts)
        if owner is not None:
            if not posts[owner]["shows_all"]:
                yield from (SiteReport(owner, _report([path])) for path in paths)
            continue
        if folder.endswith(("_posts", "content")) or not posts:
            continue
        yield SiteReport(_nearest(folder, posts), _report(paths))


def _owner(folder: str, posts: dict[str, dict[str, object]]) -> str | None:
    """Return the post whose own folder this is, or lies in: an asset folder, or that of an `index.md`."""
    while folder:
        for path in (f"{folder}.md", f"{folder}/index.md", f"{folder}/index.mdx", f"{folder}.markdown"):
            if path in posts:
                return path
        folder = folder.rpartition("/")[0]
    return None


def _nearest(folder: str, posts: dict[str, dict[str, object]]) -> str:
    """Return the first post below the folder's top folder, else the first of the site."""
    top = folder.partition("/")[0]
    return next((path for path in sorted(posts) if path.startswith(f"{top}/")), min(posts))


def _report(paths: list[str]) -> Report:
    if len(paths) == 1:
        message = f'image "{clip(paths[0], 70)}" is used nowhere'
    else:
        names = ", ".join(path.rpartition("/")[2] for path in paths)
        message = clip(f"{len(paths)} images in {clip(paths[0].rpartition('/')[0], 40)} are used nowhere: {names}", 100)
    return Report(Span(0, 0), message, hint="delete what no page needs", data={"paths": paths})
