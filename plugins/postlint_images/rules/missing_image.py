"""IMG001 missing-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, Report, Resolution, Severity, Valid, option
from postlint_images.picture_rule import PictureRule
from postlint_images.pictures import Picture, Pictures
from postlint_images.themes import theme_may_bring
from postlint_images.wording import clip, matches_any

# keys and tags whose file the theme finds in folders of its own
_THEMED = ("front-matter", "hexo-tag", "hugo-shortcode", "liquid-include")


class MissingImageOptions(Options):
    allow_paths: tuple[str, ...] = option(
        default=(),
        doc="URLs that something else supplies, as globs (`/img/theme/*`).",
    )


class MissingImage(PictureRule[MissingImageOptions]):
    """An image is not in the site.

    Readers see a broken picture; some generators stop. What was looked at, as this generator resolves the
    address, is in `data.tried`. It is an `error` where the file is certainly missing, a `warning` where
    postlint does not know the generator or the theme reads the address, an `info` where a theme that is not
    on the disk may bring the file.

    Limits: files that a plugin makes during the build are not seen: list them in `allow-paths`.
    """

    code = "IMG001"
    name = "missing-image"
    topics = ("local-missing",)
    severity = Severity.ERROR
    severities = (Severity.ERROR, Severity.WARNING, Severity.INFO)
    valid = (
        Valid(
            post="![A map](/map.png)\n",
            path="source/_posts/a.md",
            generator="hexo",
            site={"source/map.png": b"\x89PNG"},
        ),
        Valid(
            post='---\ntitle: A\n---\n{{< figure src="/img/map.png" alt="A map" >}}\n',
            path="content/posts/a.md",
            generator="hugo",
            site={"assets/img/map.png": b"\x89PNG"},
            why="Hugo's own `figure` looks into `assets`",
        ),
        Valid(post="![A map](/map.png)\n", options={"allow_paths": ("/map.*",)}),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A\n---\n![A map](/img/map.png)\n",
            path="content/posts/a.md",
            generator="hugo",
            site={"static/other.png": b"\x89PNG"},
            reports=("/img/map.png",),
        ),
    )

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        for picture in pictures.of("local"):
            resolution = picture.resolution
            if resolution is None or resolution.status != "local-missing" or is_unpublished(resolution):
                continue
            if matches_any(picture.text, self.options.allow_paths):
                continue
            yield Report(
                picture.span,
                f'image "{clip(picture.text, 60)}" is not in the site',
                hint=_hint(resolution),
                data={"path": resolution.path, "tried": list(resolution.tried), "reason": resolution.reason},
                severity=_severity(post, picture, resolution),
            )


def is_unpublished(resolution: Resolution) -> bool:
    """Tell whether the file is there, but not in the built site."""
    return bool(resolution.reason and resolution.reason.startswith("not published"))


def _hint(resolution: Resolution) -> str:
    tried = resolution.tried or ((resolution.path,) if resolution.path else ())
    if not tried:
        return "add the file or correct the address"
    places = ", ".join(clip(place, 80) for place in tried[:4])
    why = f" ({clip(resolution.reason, 120)})" if resolution.reason else ""
    return f"add the file or correct the address{why}; looked at {places}"


def _severity(post: Post, picture: Picture, resolution: Resolution) -> Severity | None:
    if picture.text.startswith("/") and theme_may_bring(post):
        return Severity.INFO
    if post.generator.profile.name == "plain" or picture.image.kind in _THEMED:
        return Severity.WARNING
    # another service may answer below the site's own host
    if picture.address.host or picture.image.is_alternative:
        return Severity.WARNING
    return None
