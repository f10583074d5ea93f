"""IMG043 refused-remote-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, NetworkError, Options, Report, Request, Response, Severity, Valid
from postlint_images.answers import A_PICTURE, RemoteImageRule, answer_data
from postlint_images.wording import clip

_SITE = {"_config.yml": "url: https://blog.example.org\n"}


class RefusedRemoteImage(RemoteImageRule[Options]):
    """An image is refused to pages of this site, and given to everybody else.

    The host looks at the Referer, so readers see a broken picture or a notice, while the author, who opens the
    address itself, sees the picture. Each address is asked as a page of this site asks for it (`url` of the
    site's config, `referrerpolicy` of the element or page), and, if that fails, once more without a Referer.

    Limits: runs with `--network` only, and needs to know the address of the site.
    """

    code = "IMG043"
    name = "refused-remote-image"
    severity = Severity.ERROR
    hears_good = False
    valid = (
        Valid(
            post="![A map](https://img.test/map.png)\n",
            generator="hexo",
            site=_SITE,
            responses={"https://img.test/map.png": A_PICTURE},
        ),
        Valid(
            post='<img src="https://img.test/map.png" referrerpolicy="no-referrer" alt="A map">\n',
            generator="hexo",
            site=_SITE,
            responses={"https://img.test/map.png": "403", "https://img.test/map.png (no Referer)": A_PICTURE},
            why="this page sends no Referer",
        ),
    )
    invalid = (
        Invalid(
            post="![A map](https://img.test/map.png)\n",
            generator="hexo",
            site=_SITE,
            responses={"https://img.test/map.png": "403", "https://img.test/map.png (no Referer)": A_PICTURE},
            reports=("https://img.test/map.png",),
            message="image address answers 403 to pages of other sites",
        ),
    )

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        if outcome.reason != "hotlink_protected":
            return
        yield Report(
            request.span,
            clip(f"image address {outcome.detail}", 100),
            hint='keep a copy of the picture in the site, or try `referrerpolicy="no-referrer"`',
            data=answer_data(request, outcome),
        )
