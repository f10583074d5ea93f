"""Where the pictures of a post are kept, and how the post names them there."""

from __future__ import annotations

from collections.abc import Callable

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import Generator, PostFile
from postlint.generators.local_url import site_address
from postlint.generators.roles import site_folders
from postlint.generators.site_paths import folder_of, stem_of
from postlint.values.dataclass import dataclass
from postlint.values.late_pattern import late_pattern

_UNSAFE = late_pattern(r"[^\w.-]+")
_BUNDLES = frozenset({"index", "_index", "README"})
_MOST_CHARS = 60


@dataclass(frozen=True, slots=True)
class PictureHome:
    """A folder for the pictures of a post.

    `root` is relative to the site's root, `below` what comes between it and the file's name. `forms` are the
    ways to write the URL, the best first; `{path}` is the file's path below `root`. Whether a form leads to
    the file depends on the construct, so each is to be tried with the generator's own resolution.
    """

    root: str
    below: str
    forms: tuple[str, ...]

    @property
    def folder(self) -> str:
        """Return the folder, relative to the site's root."""
        return "/".join(part for part in (self.root, self.below) if part)

    def links(self, path: str) -> list[str]:
        """Return the ways to name a file below `root` by its path in the site; none if it is not there."""
        prefix = f"{self.root}/" if self.root else ""
        if not path.startswith(prefix):
            return []
        return [form.replace("{path}", path[len(prefix) :]) for form in self.forms]


def picture_homes(generator: Generator, file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    """Return the folders in which this generator would keep a post's pictures, the usual one first."""
    make = _HOMES.get(generator.profile.name, _beside)
    return make(file, facts)


def post_name(path: str) -> str:
    """Return a name for a post's folder that needs no escaping anywhere."""
    stem = stem_of(path)
    if stem in _BUNDLES and folder_of(path):
        stem = folder_of(path).rsplit("/", 1)[-1]
    return _UNSAFE.sub("-", stem)[:_MOST_CHARS].strip("-.") or "post"


def _rooted(root: str, below: str, file: PostFile, facts: SiteFacts) -> PictureHome:
    base = site_address(facts).base
    forms = ("/{path}", f"/{base}/{{path}}") if base else ("/{path}",)
    return PictureHome(root, f"{below}/{post_name(file.path)}", forms)


def _hexo(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    source = site_folders("source", facts)[0]
    shared = _rooted(source, "images", file, facts)
    if facts.config.get("post_asset_folder") is not True or not file.path.startswith(f"{source}/_posts/"):
        return (shared,)
    own = PictureHome(f"{folder_of(file.path)}/{stem_of(file.path)}", "", ("{path}",))
    return own, shared


def _hugo(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    shared = _rooted(site_folders("static", facts)[0], "images", file, facts)
    return (*_bundle(file), shared)


def _zola(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    return (*_bundle(file), _rooted("static", "images", file, facts))


def _bundle(file: PostFile) -> tuple[PictureHome, ...]:
    """Return the folder of a post that has one of its own."""
    return (PictureHome(folder_of(file.path), "", ("{path}",)),) if stem_of(file.path).split(".")[0] == "index" else ()


def _jekyll(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    source = site_folders("", facts)[0]
    home = _rooted(source, "assets/images", file, facts)
    if not site_address(facts).base:
        return (home,)
    return (PictureHome(home.root, home.below, ("{{ '/{path}' | relative_url }}", *home.forms)),)


def _public(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    return (_rooted(site_folders("public", facts)[0], "images", file, facts),)


def _docusaurus(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    return (_rooted(site_folders("static", facts)[0], "img", file, facts),)


def _gatsby(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    return (_rooted("static", "images", file, facts),)


def _pelican(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    content = site_folders("content", facts)[0]
    return (PictureHome(content, f"images/{post_name(file.path)}", ("{static}/{path}", "/{path}")),)


def _mkdocs(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    docs = site_folders("docs", facts)[0]
    return _relative_to(docs, "images", file, facts)


def _eleventy(file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    source = site_folders("", facts)[0]
    roots = tuple(dict.fromkeys((f"{source}/" if source else "") + name for name in ("public", "static")))
    shared = (_rooted(root, "images", file, facts) for root in ("public", *roots))
    return (_rooted(source, "images", file, facts), *shared)


def _relative_to(root: str, below: str, file: PostFile, facts: SiteFacts) -> tuple[PictureHome, ...]:
    """Return a folder named from the file, as many levels up as it is deep, or from the root."""
    depth = file.path.removeprefix(f"{root}/").count("/")
    home = _rooted(root, below, file, facts)
    return (PictureHome(root, home.below, ("../" * depth + "{path}", "../" * (depth + 1) + "{path}", *home.forms)),)


def _beside(file: PostFile, _: SiteFacts) -> tuple[PictureHome, ...]:
    return (PictureHome(folder_of(file.path), f"images/{post_name(file.path)}", ("{path}",)),)


_HOMES: dict[str, Callable[[PostFile, SiteFacts], tuple[PictureHome, ...]]] = {
    "hexo": _hexo,
    "hugo": _hugo,
    "jekyll": _jekyll,
    "astro": _public,
    "docusaurus": _docusaurus,
    "gatsby": _gatsby,
    "zola": _zola,
    "pelican": _pelican,
    "mkdocs": _mkdocs,
    "eleventy": _eleventy,
}
