"""What a chain of answers means to a reader: good, broken, or not to be decided."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from postlint.engine.remote.chain import Chain
from postlint.engine.remote.cut import is_cut
from postlint.engine.remote.encoding import BadEncoding, UnknownEncoding, decode
from postlint.engine.remote.policies import declared_type, find_refusal
from postlint.engine.remote.sniff import SHOWN, WORDS, sniff
from postlint.engine.remote.stand_in import leads_to_stand_in
from postlint.engine.remote.svg import find_svg_fault
from postlint.values.dataclass import replace
from postlint.values.late_pattern import late_pattern
from postlint.values.network import Exchange, ExchangeFault, Target
from postlint.values.request import NetworkError, NetworkFault, Outcome, Response, Verdict

TOO_LARGE = 5 * 1024 * 1024
KEPT_BYTES = 512
# no picture in place of another is larger
SMALL = 4 * 1024
_MOST_DECODED = 32 * 1024 * 1024
KEPT_HEADERS = frozenset({b"content-type", b"content-length", b"retry-after", b"server", b"content-encoding"})
MOST_OF_A_HEADER = 200
_LIMITED = (429, 999)
# whatever is sent with these is no body
_BODILESS = (204, 205, 304)
_TO_A_PROXY = 407
_CHALLENGE = late_pattern(
    rb"challenge-platform|cf-chl|Just a moment|/cdn-cgi/challenge|captcha|DDoS protection", re.IGNORECASE
)
_FAULTS = {
    ExchangeFault.NO_NAME: (NetworkFault.DNS, Verdict.BROKEN),
    ExchangeFault.NAME_FOR_NOW: (NetworkFault.DNS, Verdict.UNDECIDED),
    ExchangeFault.REFUSED_ADDRESS: (NetworkFault.REFUSED_ADDRESS, Verdict.UNDECIDED),
    ExchangeFault.CERTIFICATE: (NetworkFault.TLS, Verdict.BROKEN),
    ExchangeFault.UNSURE_CERTIFICATE: (NetworkFault.TLS, Verdict.UNDECIDED),
    ExchangeFault.TLS: (NetworkFault.TLS, Verdict.BROKEN),
    ExchangeFault.CONNECTION: (NetworkFault.CONNECTION, Verdict.BROKEN),
    ExchangeFault.CONNECT_TIMEOUT: (NetworkFault.TIMEOUT, Verdict.BROKEN),
    ExchangeFault.RESET: (NetworkFault.CONNECTION, Verdict.BROKEN),
    ExchangeFault.TIMEOUT: (NetworkFault.TIMEOUT, Verdict.BROKEN),
    ExchangeFault.NOT_HTTP: (NetworkFault.CONNECTION, Verdict.BROKEN),
    ExchangeFault.UNREADABLE: (NetworkFault.CONNECTION, Verdict.UNDECIDED),
    ExchangeFault.LEFT_ALONE: (NetworkFault.RATE_LIMITED, Verdict.UNDECIDED),
    ExchangeFault.ROBOTS: (NetworkFault.ROBOTS, Verdict.UNDECIDED),
}
# these are about the host, whatever address is asked for
HOST_FAULTS = frozenset(
    {
        ExchangeFault.NO_NAME,
        ExchangeFault.NAME_FOR_NOW,
        ExchangeFault.CERTIFICATE,
        ExchangeFault.UNSURE_CERTIFICATE,
        ExchangeFault.TLS,
        ExchangeFault.CONNECTION,
        ExchangeFault.CONNECT_TIMEOUT,
    }
)


class _Finding(NamedTuple):
    verdict: Verdict
    reason: str = ""
    detail: str = ""


_GOOD = _Finding(Verdict.GOOD)


def judge(first: Target, chain: Chain, purpose: str, page_host: str = "", *, keep_body: bool = False) -> Outcome:
    """Return the outcome of a chain. `page_host` is the host of the page that shows the picture."""
    if chain.exchange is None:
        return _no_answer(chain)
    exchange = chain.exchange
    if exchange.status in _BODILESS:
        exchange = exchange._replace(body=b"")
    body, is_whole, error = _decoded(exchange, keep_body=keep_body)
    if is_whole is not exchange.is_whole:
        exchange = exchange._replace(is_whole=is_whole)
    kind = sniff(body) if error is None else ""
    finding = error or (_GOOD if purpose != "image" else _judge_body(exchange, body, kind, chain.target, page_host))
    status = _judge_status(exchange, body, kind)
    if status is not None:
        finding = status
    is_moved = bool(chain.redirects) and purpose == "image" and finding.verdict is Verdict.GOOD
    if is_moved and leads_to_stand_in(str(first), str(chain.target)):
        finding = _Finding(Verdict.BROKEN, "stand_in", "redirects to a stand-in picture")
    size = _size(exchange)
    if finding is _GOOD and size is not None and size > TOO_LARGE:
        finding = _Finding(Verdict.GOOD, "too_large", f"has {size / 1024 / 1024:.0f} MiB")
    return Response(
        url=str(chain.target),
        status=exchange.status,
        headers=_kept(exchange, chain.location),
        body=body if keep_body else body[:KEPT_BYTES],
        redirects=chain.redirects,
        verdict=finding.verdict,
        reason=finding.reason,
        detail=finding.detail,
        kind=kind,
        size=size,
        digest=hashlib.sha256(body).hexdigest() if exchange.is_whole and len(body) < SMALL else "",
    )


def as_stand_in(answer: Response) -> Response:
    """Return an answer as a stand-in, known by the company it keeps."""
    detail = "redirects to the same picture as other addresses of its host"
    return replace(answer, verdict=Verdict.BROKEN, reason="stand_in", detail=detail)


def _no_answer(chain: Chain) -> NetworkError:
    url = str(chain.target)
    if chain.error is None:
        return NetworkError(NetworkFault(chain.stop), chain.why, Verdict.BROKEN, url, chain.redirects)
    kind, verdict = _FAULTS[chain.error.fault]
    host = chain.target.authority if chain.error.fault in HOST_FAULTS else ""
    message = str(chain.error)
    if chain.redirects:
        message = f"redirects to {chain.target.authority}, which {message}"
        host = ""
    return NetworkError(kind, message, verdict, url, chain.redirects, host)


def _decoded(exchange: Exchange, *, keep_body: bool) -> tuple[bytes, bool, _Finding | None]:
    """Return the body, whether that is all of it, and what is wrong with its encoding."""
    encoding = exchange.joined(b"content-encoding")
    if not encoding:
        return exchange.body, exchange.is_whole, None
    limit = _MOST_DECODED if keep_body else max(len(exchange.body), 64 * 1024)
    try:
        body, is_complete = decode(exchange.body, encoding.decode("latin-1"), limit, is_whole=exchange.is_whole)
    except BadEncoding:
        text = "answers with a body that is not compressed as it says"
        return b"", False, _Finding(Verdict.BROKEN, "bad_encoding", text)
    except UnknownEncoding as error:
        shown = str(error)[:20]
        text = f"answers with the encoding {shown}, which was not asked for"
        return b"", False, _Finding(Verdict.UNDECIDED, "encoding", text)
    if exchange.is_whole and not is_complete and len(body) < limit:
        return body, False, _Finding(Verdict.BROKEN, "truncated", "is cut off inside its compression")
    return body, exchange.is_whole and is_complete, None


def _judge_status(exchange: Exchange, body: bytes, kind: str) -> _Finding | None:
    """Return what the status alone decides, None if the body does."""
    status = exchange.status
    if status in _LIMITED:
        return _Finding(Verdict.UNDECIDED, "rate_limited", f"answers {status}: too many requests")
    if status < 400:
        return None
    if _is_challenge(exchange, body, kind):
        return _Finding(Verdict.UNDECIDED, "blocked_bot", f"answers {status} with a test for robots")
    if kind in SHOWN and status != _TO_A_PROXY:
        # browsers show it; whether it is the picture or a notice nobody can tell
        return _Finding(Verdict.UNDECIDED, "status", f"answers {status}, yet with a picture, maybe a notice")
    return _Finding(Verdict.BROKEN, "status", f"answers {status}")


def _is_challenge(exchange: Exchange, body: bytes, kind: str) -> bool:
    if exchange.header(b"cf-mitigated") is not None:
        return True
    return exchange.status in (403, 503) and kind == "html" and _CHALLENGE.search(body) is not None


def _judge_body(exchange: Exchange, body: bytes, kind: str, target: Target, page_host: str) -> _Finding:
    declared = declared_type(exchange.joined(b"content-type"))
    if declared == b"multipart/x-mixed-replace":
        return _GOOD
    if kind == "empty":
        if exchange.is_cut:
            return _Finding(Verdict.BROKEN, "truncated", "ends before its first byte")
        return _Finding(Verdict.BROKEN, "empty", f"answers {exchange.status} with nothing")
    is_svg = declared == b"image/svg+xml"
    if kind not in SHOWN:
        if kind == "jxl":
            return _Finding(Verdict.UNDECIDED, "format", "is a JPEG XL picture, which some browsers do not show")
        what = WORDS.get(kind, "something that is no picture")
        return _Finding(Verdict.BROKEN, "not_an_image", f"answers {exchange.status} with {what}")
    if kind == "svg":
        said = declared.decode("latin-1")[:40] or "no type"
        why = find_svg_fault(body, is_whole=exchange.is_whole) if is_svg else f"as {said}"
        if why:
            return _Finding(Verdict.BROKEN, "not_an_image", f"sends an SVG {why}, which browsers do not draw")
    if kind != "svg" and is_svg:
        return _Finding(Verdict.BROKEN, "not_an_image", f"sends a {kind.upper()} as SVG, which browsers do not draw")
    if exchange.is_cut or (exchange.is_whole and is_cut(body, kind)):
        return _Finding(Verdict.BROKEN, "truncated", "sends a picture that is cut off")
    refused = find_refusal(exchange, declared, target, page_host)
    return _Finding(*refused) if refused else _GOOD


def _size(exchange: Exchange) -> int | None:
    declared = exchange.header(b"content-length")
    if declared is not None and declared.strip().isdigit() and len(declared) < 19:
        return int(declared)
    return len(exchange.body) if exchange.is_whole else None


def _kept(exchange: Exchange, location: bytes) -> tuple[tuple[str, str], ...]:
    kept = [item for item in exchange.headers if item[0] in KEPT_HEADERS]
    if location:
        kept.insert(0, (b"location", location))
    return tuple([(name.decode("latin-1"), value[:MOST_OF_A_HEADER].decode("latin-1")) for name, value in kept])
