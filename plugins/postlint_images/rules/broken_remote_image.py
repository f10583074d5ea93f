"""IMG041 broken-remote-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, NetworkError, Options, Report, Request, Response, Severity, Valid, Verdict
from postlint_images.answers import A_PICTURE, RemoteImageRule, answer_data
from postlint_images.wording import clip

_HINTS = {
    "not_an_image": "link the picture itself, not a page about it",
    "empty": "find the picture elsewhere and keep a copy in the site",
    "truncated": "upload the picture again",
    "stand_in": "find the picture elsewhere and keep a copy in the site",
    "redirect_loop": "link the address that the picture has today",
    "bad_location": "link the address that the picture has today",
    "bad_encoding": "have the server's compression repaired, or keep a copy in the site",
    "timeout": "keep a copy of the picture in the site",
}
_HINT = "correct the address, or find the picture elsewhere and keep a copy in the site"


class BrokenRemoteImage(RemoteImageRule[Options]):
    """A remote image is broken: its address answers, but not with a picture.

    Readers see a broken picture, or a notice in its place. The answer is judged as a browser judges it: by its
    status, by its first bytes, and by the address at which the redirects end. `data.reason` is one of `status`,
    `not_an_image`, `empty`, `truncated`, `stand_in`, `timeout`, `connection`, `redirect_loop`, `bad_location`,
    `bad_encoding` and `tls`.

    Limits: runs with `--network` only. A host that does not answer at all is reported once, by
    unreachable-image-host.
    """

    code = "IMG041"
    name = "broken-remote-image"
    severity = Severity.ERROR
    hears_good = False
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n", responses={"https://example.org/map.png": A_PICTURE}),
        Valid(
            post="![A map](https://example.org/map)\n",
            responses={"https://example.org/map": "302 /m/map.webp", "https://example.org/m/map.webp": A_PICTURE},
            why="neither the extension nor the type counts, the bytes do",
        ),
        Valid(
            post="![A map](https://example.org/map.png)\n",
            responses={"https://example.org/map.png": "429"},
            why="a host that is asked too often says nothing about the picture",
        ),
    )
    invalid = (
        Invalid(
            post="![A map](https://example.org/map.png)\n",
            responses={"https://example.org/map.png": "404"},
            reports=("https://example.org/map.png",),
            message="image address answers 404",
        ),
        Invalid(
            post="![A map](https://example.org/map.png)\n",
            responses={"https://example.org/map.png": b"<!doctype html><title>Map</title>"},
            reports=("https://example.org/map.png",),
            message="image address answers 200 with an HTML page",
            why="the status is right, but a page is no picture",
        ),
        Invalid(
            post="![A map](https://example.org/map.png)\n",
            responses={
                "https://example.org/map.png": "302 /img/removed.png",
                "https://example.org/img/removed.png": A_PICTURE,
            },
            reports=("https://example.org/map.png",),
            message="image address redirects to a stand-in picture",
            why="a notice takes the place of the picture",
        ),
    )

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        is_host = isinstance(outcome, NetworkError) and bool(outcome.host)
        if outcome.verdict is not Verdict.BROKEN or is_host or outcome.reason == "hotlink_protected":
            return
        yield Report(
            request.span,
            clip(f"image address {outcome.detail}", 100),
            hint=_HINTS.get(outcome.reason, _HINT),
            data=answer_data(request, outcome),
        )
