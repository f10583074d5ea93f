"""IMG045 heavy-remote-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, NetworkError, Options, Report, Request, Response, Severity, Valid, Verdict, option
from postlint_images.answers import A_PICTURE, RemoteImageRule, answer_data

_MIB = 1024 * 1024


class HeavyRemoteImageOptions(Options):
    limit: float = option(default=5.0, doc="The size in MiB from which an image is reported.")


class HeavyRemoteImage(RemoteImageRule[HeavyRemoteImageOptions]):
    """A remote image is very large.

    Every reader loads it whole, many over a phone. The size is the one that the server announces; the picture
    itself is not loaded to the end.

    Limits: runs with `--network` only; a server that announces no size is not judged.
    """

    code = "IMG045"
    name = "heavy-remote-image"
    severity = Severity.WARNING
    valid = (
        Valid(post="![A map](https://example.org/map.png)\n", responses={"https://example.org/map.png": A_PICTURE}),
    )
    invalid = (
        Invalid(
            post="![A map](https://example.org/map.png)\n",
            options={"limit": 0.01},
            responses={"https://example.org/map.png": A_PICTURE + b"\0" * 104_841},
            reports=("https://example.org/map.png",),
            message="image has 0.1 MiB",
        ),
    )

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        if not isinstance(outcome, Response) or outcome.verdict is not Verdict.GOOD or outcome.size is None:
            return
        size = outcome.size / _MIB
        if size > self.options.limit:
            yield Report(
                request.span,
                f"image has {size:.3g} MiB",
                hint="link a smaller version of the picture",
                data={**answer_data(request, outcome), "reason": "too_large", "size": outcome.size},
            )
