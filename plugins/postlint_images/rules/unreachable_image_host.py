"""IMG042 unreachable-image-host."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, NetworkError, Options, Report, Request, Response, Severity, Valid, Verdict
from postlint_images.answers import A_PICTURE, RemoteImageRule, answer_data
from postlint_images.wording import clip


class UnreachableImageHost(RemoteImageRule[Options]):
    """A host of images does not answer: it has no address, takes no connection, or cannot prove who it is.

    Readers see none of its pictures. The host is reported once, at the first of its pictures, with the number
    of all of them; all places are in `data.places`. `data.reason` is `dns`, `connection`, `timeout` or `tls`.

    Limits: runs with `--network` only.
    """

    code = "IMG042"
    name = "unreachable-image-host"
    severity = Severity.ERROR
    hears_good = False
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n", responses={"https://example.org/map.png": A_PICTURE}),
    )
    invalid = (
        Invalid(
            post="![A map](https://gone.test/map.png)\n\n![A plan](https://gone.test/plan.png)\n",
            responses={"https://gone.test/map.png": "dns", "https://gone.test/plan.png": "dns"},
            reports=("https://gone.test/map.png",),
            message="image host gone.test has no address (DNS) (2 times)",
        ),
        Invalid(
            post="![A map](https://old.test/map.png)\n",
            responses={"https://old.test/map.png": "tls"},
            reports=("https://old.test/map.png",),
            message="image host old.test has a certificate that has expired",
        ),
    )

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        if not isinstance(outcome, NetworkError) or not outcome.host or outcome.verdict is not Verdict.BROKEN:
            return
        yield Report(
            request.span,
            clip(f"image host {clip(outcome.host)} {outcome.detail}", 100),
            hint="find its pictures elsewhere and keep copies in the site",
            data={**answer_data(request, outcome), "host": outcome.host},
            group=outcome.host,
        )
