"""IMG047 proxied-remote-image."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import (
    Edit,
    Fix,
    Fixable,
    Invalid,
    NetworkError,
    NetworkRule,
    Options,
    Post,
    Report,
    Request,
    Response,
    Severity,
    Valid,
    Verdict,
)
from postlint_images.addresses import split_address
from postlint_images.answers import A_PICTURE, answer_data, proxied_pictures
from postlint_images.wording import clip, is_plain

_PROXIED = "https://corsproxy.io/?url=https%3A%2F%2Fexample.org%2Fmap.png"
_POST = f"![A map]({_PROXIED})\n"
_ORIGINAL = "https://example.org/map.png"


class ProxiedRemoteImage(NetworkRule[Options]):
    """A proxied image was asked for, and its original with it: one of them can go.

    Where both answer, the proxy is one host more that can die, and the original can be linked. Where only the
    proxy answers, it is the last one to have the picture. Where only the original answers, or none, readers see a
    broken picture, which is an `error`; else it is an `info`. `data.original_outcome` and `data.original_reason`
    tell of the original, `data.same_bytes` whether both sent the same.

    Fix safety: unsafe; offered where the original is on HTTPS and gives a picture to a page of this site, and the
    proxy is broken or gives the same bytes.

    Limits: runs with `--network` only.
    """

    code = "IMG047"
    name = "proxied-remote-image"
    severity = Severity.INFO
    severities = (Severity.INFO, Severity.ERROR)
    fixable = Fixable.SOMETIMES
    valid = (Valid(post=f"![A map]({_ORIGINAL})\n", responses={_ORIGINAL: A_PICTURE}),)
    invalid = (
        Invalid(
            post=_POST,
            responses={_PROXIED: A_PICTURE, _ORIGINAL: A_PICTURE},
            reports=(_PROXIED,),
            fixed=f"![A map]({_ORIGINAL})\n",
            message="the original behind the proxy corsproxy.io answers, too",
        ),
        Invalid(
            post=_POST,
            responses={_PROXIED: A_PICTURE, _ORIGINAL: "404"},
            reports=(_PROXIED,),
            message="only the proxy corsproxy.io has the image: the original answers 404",
            why="then the original is no way out, and the picture should be saved",
        ),
        Invalid(
            post=_POST,
            responses={_PROXIED: "502", _ORIGINAL: A_PICTURE},
            reports=(_PROXIED,),
            fixed=f"![A map]({_ORIGINAL})\n",
            severity="error",
            message="the image's proxy corsproxy.io answers 502; the original answers",
        ),
        Invalid(
            post=_POST,
            responses={_PROXIED: "404", _ORIGINAL: "404"},
            reports=(_PROXIED,),
            severity="error",
            message="neither the proxy corsproxy.io nor the original has the image",
        ),
    )

    def requests(self, post: Post) -> Iterable[Request]:
        """Ask for every proxied picture and for what it hides."""
        if not post.images:
            return
        for picture, unwrapped, policy in proxied_pictures(post):
            also = (unwrapped.original,) if unwrapped.original else ()
            yield Request(picture.text, picture.span, referrer_policy=policy, also=also)

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        host = clip(split_address(request.url).host, 30)
        original = next(iter(request.also), "")
        other = outcome.others.get(original)
        message, hint, severity = _verdict(host, original, outcome, other)
        data = {
            **answer_data(request, outcome),
            "original": original or None,
            "original_outcome": other.verdict.value if other else None,
            "original_reason": other.reason or None if other else None,
            "same_bytes": _same_bytes(outcome, other),
        }
        yield Report(
            request.span,
            clip(message, 100),
            hint=hint,
            data=data,
            fix=_fix(request, original, outcome, other),
            severity=severity,
        )


_Answer = Response | NetworkError | None


def _verdict(
    host: str, original: str, proxy: Response | NetworkError, other: _Answer
) -> tuple[str, str, Severity | None]:
    """Return message, hint and severity of the outcomes of a proxied address and of its original."""
    shown = clip(original, 300)
    has_original = other is not None and other.verdict is Verdict.GOOD
    if proxy.verdict is Verdict.BROKEN:
        if has_original:
            return f"the image's proxy {host} {proxy.detail}; the original answers", f"link {shown}", Severity.ERROR
        if other is not None and other.verdict is Verdict.BROKEN:
            hint = "find the picture elsewhere and keep a copy in the site"
            return f"neither the proxy {host} nor the original has the image", hint, Severity.ERROR
        return f"the image's proxy {host} {proxy.detail}", "find the original picture", Severity.ERROR
    if proxy.verdict is Verdict.UNDECIDED:
        return f"the image's proxy {host} {proxy.detail}", "look at the picture in a browser", None
    if has_original:
        return f"the original behind the proxy {host} answers, too", f"link or download {shown}", None
    if other is None:
        return f"the image's proxy {host} answers", "keep a copy of the picture in the site", None
    state = "may have" if other.verdict is Verdict.UNDECIDED else "has"
    message = f"only the proxy {host} {state} the image: the original {other.detail}"
    return message, "download the picture from the proxy before it goes, too", None


def _same_bytes(proxy: _Answer, other: _Answer) -> bool | None:
    if isinstance(proxy, Response) and isinstance(other, Response) and proxy.digest and other.digest:
        return proxy.digest == other.digest
    return None


def _fix(request: Request, original: str, proxy: _Answer, other: _Answer) -> Fix | None:
    if other is None or other.verdict is not Verdict.GOOD or not original.lower().startswith("https:"):
        return None
    is_better = proxy is not None and proxy.verdict is Verdict.BROKEN
    if not (is_better or _same_bytes(proxy, other)) or not is_plain(original):
        return None
    return Fix.unsafe("link the original", Edit(request.span, original))
