"""IMG044 moved-remote-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, NetworkError, Options, Report, Request, Response, Severity, Valid, Verdict
from postlint_images.answers import A_PICTURE, RemoteImageRule, answer_data
from postlint_images.wording import clip

_PERMANENT = (301, 308)


class MovedRemoteImage(RemoteImageRule[Options]):
    """An image has moved for good: its address only redirects to another one.

    Readers still see the picture, one request later. Such redirects are kept for some years and then dropped.
    The new address is in `data.final_url`.

    Limits: runs with `--network` only.
    """

    code = "IMG044"
    name = "moved-remote-image"
    severity = Severity.INFO
    hears_good = False
    valid = (
        Valid(
            post="![A map](https://example.org/map.png)\n",
            responses={"https://example.org/map.png": "302 /a.png", "https://example.org/a.png": A_PICTURE},
            why="302 says that the old address stays the right one",
        ),
    )
    invalid = (
        Invalid(
            post="![A map](https://example.org/map.png)\n",
            responses={"https://example.org/map.png": "301 /a.png", "https://example.org/a.png": A_PICTURE},
            reports=("https://example.org/map.png",),
            message="image has moved to https://example.org/a.png",
        ),
    )

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        if not isinstance(outcome, Response) or outcome.verdict is not Verdict.GOOD or not outcome.redirects:
            return
        if all(status in _PERMANENT for _, status in outcome.redirects):
            yield Report(
                request.span,
                f"image has moved to {clip(outcome.url, 70)}",
                hint=f"link {clip(outcome.url, 300)}",
                data={**answer_data(request, outcome), "reason": "redirect"},
            )
