"""IMG046 undecided-remote-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, NetworkError, Options, Report, Request, Response, Severity, Valid, Verdict
from postlint_images.answers import A_PICTURE, RemoteImageRule, answer_data
from postlint_images.wording import clip

_HINTS = {
    "rate_limited": "run again later, or ask this host less often under `[hosts]`",
    "blocked_bot": "look at the picture in a browser",
    "refused_address": "allow it with --allow-private-addresses, if you mean it",
}


class UndecidedRemoteImage(RemoteImageRule[Options]):
    """Whether readers see an image could not be found out.

    The host is asked too often, keeps robots away, or answers in a way that browsers may or may not accept. This
    never fails a run. `data.reason` says why: `rate_limited`, `blocked_bot`, `robots`, `refused_address`, `format`,
    `content_type`, `encoding`, `status`, `dns`, `tls` or `connection`; with `blocked_bot` and the outcome `good`,
    browsers get the picture that postlint does not.

    Limits: runs with `--network` only.
    """

    code = "IMG046"
    name = "undecided-remote-image"
    severity = Severity.INFO
    hears_good = False
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n", responses={"https://example.org/map.png": A_PICTURE}),
        Valid(post="![A map](https://example.org/map.png)\n", responses={"https://example.org/map.png": "404"}),
    )
    invalid = (
        Invalid(
            post="![A map](https://example.org/map.png)\n",
            responses={"https://example.org/map.png": "429"},
            reports=("https://example.org/map.png",),
            message="image address answers 429: too many requests",
        ),
        Invalid(
            post="![A map](https://example.org/map.png)\n",
            responses={"https://example.org/map.png": "403", "https://example.org/map.png (browser)": A_PICTURE},
            reports=("https://example.org/map.png",),
            message="image address gives the picture to browsers, not to postlint",
            why="a host that keeps robots away is no fault of the post",
        ),
    )

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        is_kept = outcome.verdict is Verdict.GOOD and outcome.reason == "blocked_bot"
        if outcome.verdict is not Verdict.UNDECIDED and not is_kept:
            return
        if outcome.reason == "refused_address" and request.data.get("cause") == "private":
            # written in the post, and reported as that offline
            return
        host = outcome.host if isinstance(outcome, NetworkError) else ""
        what = f"image host {clip(host)}" if host else "image address"
        yield Report(
            request.span,
            clip(f"{what} {outcome.detail}", 100),
            hint=_HINTS.get(outcome.reason, "look at the picture in a browser"),
            data=answer_data(request, outcome),
            group=host,
        )
