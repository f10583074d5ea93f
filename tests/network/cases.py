"""How a server can misbehave, each way with what a reader's browser makes of it."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from time import time
from typing import Any

from tests.network import pictures as p
from tests.network.server import Answer, Got, Reset

GOOD, BROKEN, UNDECIDED = "good", "broken", "undecided"
SITE = "https://blog.example.org/"


@dataclass(frozen=True)
class Case:
    """A case: its path starts with its name; `rest` is what follows. `is_slow` takes more than 2 s."""

    name: str
    truth: str
    answer: Answer
    rest: str = "/a.png"
    is_slow: bool = False


def reply(
    body: bytes = b"", status: str = "200 OK", *headers: str, length: int | None = None, ends: str = "\r\n"
) -> bytes:
    """Return an answer; a Content-Length is added unless `length` is below 0."""
    lines = [f"HTTP/1.1 {status}", *headers]
    if length is None or length >= 0:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return (ends.join([*lines, "", ""])).encode("latin-1") + body


def fixed(raw: bytes, *, closes: bool = False) -> Answer:
    async def answer(_: Got) -> AsyncIterator[bytes]:
        yield raw
        if closes:
            yield b""

    return answer


def picture(body: bytes = p.PNG, kind: str = "image/png", *headers: str) -> Answer:
    return fixed(reply(body, "200 OK", f"Content-Type: {kind}", *headers))


def status(line: str, body: bytes = p.HTML, *headers: str) -> Answer:
    return fixed(reply(body, line, "Content-Type: text/html", *headers))


def redirect(to: str | bytes, line: str = "302 Found", then: bytes | None = None) -> Answer:
    """Redirect the case's first path; anything else is answered with `then`."""

    async def answer(got: Got) -> AsyncIterator[bytes]:
        if "/a.png" not in got.path:
            yield then if then is not None else reply(p.PNG, "200 OK", "Content-Type: image/png")
            return
        raw = to if isinstance(to, bytes) else to.replace("PORT", str(got.port)).encode()
        yield f"HTTP/1.1 {line}\r\nLocation: ".encode() + raw + b"\r\nContent-Length: 0\r\n\r\n"

    return answer


def after(times: int, first: bytes | None, *, resets: bool = False) -> Answer:
    """Fail so many times, then send the picture."""

    async def answer(got: Got) -> AsyncIterator[bytes]:
        if got.times > times:
            yield reply(p.PNG, "200 OK", "Content-Type: image/png")
        elif resets:
            raise Reset
        elif first is None:
            yield b""
        else:
            yield first

    return answer


def when(is_right: Any, right: bytes, wrong: bytes) -> Answer:
    async def answer(got: Got) -> AsyncIterator[bytes]:
        yield right if is_right(got) else wrong

    return answer


def steps(*parts: bytes | float) -> Answer:
    """Send bytes, wait seconds, …; `b""` closes."""

    async def answer(_: Got) -> AsyncIterator[bytes]:
        for part in parts:
            if isinstance(part, float):
                await asyncio.sleep(part)
            else:
                yield part

    return answer


async def _reset(_: Got) -> AsyncIterator[bytes]:
    if _:
        raise Reset
    yield b""


async def _drip(_: Got) -> AsyncIterator[bytes]:
    yield reply(b"", "200 OK", "Content-Type: image/png", length=50_000)
    for byte in p.png(1, 49_000):
        await asyncio.sleep(0.2)
        yield bytes([byte])


async def _endless(_: Got) -> AsyncIterator[bytes]:
    yield reply(b"", "200 OK", "Content-Type: image/png", length=5_000_000_000) + p.PNG[:57]
    while True:
        yield b"\0" * 65536


async def _loop(got: Got) -> AsyncIterator[bytes]:
    other = got.path.replace("/a.png", "/b.png") if "/a.png" in got.path else got.path.replace("/b.png", "/a.png")
    yield reply(b"", "302 Found", f"Location: {other}")


def chain(count: int) -> Answer:
    async def answer(got: Got) -> AsyncIterator[bytes]:
        at = int(got.path.rpartition("?")[2] or 0) if "?" in got.path else 0
        if at >= count:
            yield reply(p.PNG, "200 OK", "Content-Type: image/png")
        else:
            yield reply(b"", "302 Found", f"Location: ?{at + 1}")

    return answer


async def _cookie_wall(got: Got) -> AsyncIterator[bytes]:
    if "seen=1" in got.header("cookie"):
        yield reply(p.PNG, "200 OK", "Content-Type: image/png")
    else:
        yield reply(b"", "302 Found", f"Location: {got.path}", "Set-Cookie: seen=1; Path=/; HttpOnly")


async def _counter(got: Got) -> AsyncIterator[bytes]:
    yield reply(p.png(1000 + got.times), "200 OK", "Content-Type: image/png")


def _chunked(body: bytes, *, is_whole: bool = True) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n"
    return head + f"{len(body):x}\r\n".encode() + body + (b"\r\n0\r\n\r\n" if is_whole else b"")


def _is_robot(got: Got) -> bool:
    return "postlint" in got.header("user-agent")


_OK = reply(p.PNG, "200 OK", "Content-Type: image/png")
_NOTICE = reply(p.png(0xFFFFFF), "200 OK", "Content-Type: image/png")
_403 = reply(p.HTML, "403 Forbidden", "Content-Type: text/html")
_PAGE = reply(p.HTML, "200 OK", "Content-Type: text/html; charset=utf-8")
_NO_FILE = reply(p.HTML, "404 Not Found", "Content-Type: text/html")
_RAW_DEFLATE = zlib.compress(p.PNG)[2:-4]
_CHALLENGE = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>"


def _soon(seconds: float) -> str:
    return formatdate(time() + seconds, usegmt=True)


CASES = (
    # what browsers show
    Case("png", GOOD, picture()),
    Case("jpeg", GOOD, picture(p.JPEG, "image/jpeg"), "/a.jpg"),
    Case("gif", GOOD, picture(p.GIF, "image/gif"), "/a.gif"),
    Case("webp", GOOD, picture(p.WEBP, "image/webp"), "/a.webp"),
    Case("bmp", GOOD, picture(p.BMP, "image/bmp"), "/a.bmp"),
    Case("ico", GOOD, picture(p.ICO, "image/x-icon"), "/a.ico"),
    Case("avif", GOOD, picture(p.AVIF_START, "image/avif"), "/a.avif"),
    Case("svg", GOOD, picture(p.SVG, "image/svg+xml"), "/a.svg"),
    Case("svg-prolog", GOOD, picture(p.SVG_PROLOG, "image/svg+xml; charset=utf-8"), "/a.svg"),
    Case("svg-bom", GOOD, picture(b"\xef\xbb\xbf" + p.SVG, "Image/SVG+XML"), "/a.svg"),
    Case("png-as-text", GOOD, picture(p.PNG, "text/plain")),
    Case("png-as-html", GOOD, picture(p.PNG, "text/html")),
    Case("png-as-bytes", GOOD, picture(p.PNG, "application/octet-stream")),
    Case("png-as-jpeg", GOOD, picture(p.PNG, "image/jpeg"), "/a.jpg"),
    Case("no-type", GOOD, fixed(reply(p.PNG))),
    Case("no-extension", GOOD, picture(), "/photo"),
    Case("query", GOOD, when(lambda g: g.path.endswith("?w=1&h=2"), _OK, _NO_FILE), "/a.png?w=1&h=2"),
    Case("escapes", GOOD, when(lambda g: g.path.endswith("/a%2Fb%20c.png?u=%26%3D"), _OK, _NO_FILE), "/a%2Fb%20c.png?u=%26%3D"),
    Case("chinese", GOOD, when(lambda g: "%E5%9B%BE" in g.path, _OK, _NO_FILE), "/图.png"),
    Case("blank", GOOD, when(lambda g: "a%20b" in g.path, _OK, _NO_FILE), "/a b.png"),
    Case("dots", GOOD, when(lambda g: g.path == "/dots/a.png", _OK, _NO_FILE), "/x/../a.png"),
    Case("fragment", GOOD, when(lambda g: g.path.endswith("/a.png"), _OK, _NO_FILE), "/a.png#top"),
    Case("chunked", GOOD, fixed(_chunked(p.PNG))),
    Case("until-close", GOOD, fixed(reply(p.PNG, "200 OK", length=-1), closes=True)),
    Case("http-1.0", GOOD, fixed(b"HTTP/1.0 200 OK\r\n\r\n" + p.PNG, closes=True)),
    Case("gzip", GOOD, picture(gzip.compress(p.PNG), "image/png", "Content-Encoding: gzip")),
    Case("gzip-svg", GOOD, picture(gzip.compress(p.SVG), "image/svg+xml", "Content-Encoding: gzip"), "/a.svg"),
    Case("deflate", GOOD, picture(_RAW_DEFLATE, "image/png", "Content-Encoding: deflate")),
    Case("identity", GOOD, picture(p.PNG, "image/png", "Content-Encoding: identity")),
    Case("status-203", GOOD, fixed(reply(p.PNG, "203 Non-Authoritative Information"))),
    Case("status-206", GOOD, fixed(reply(p.PNG, "206 Partial Content"))),
    Case("early-hints", GOOD, fixed(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + _OK)),
    Case("continue", GOOD, fixed(b"HTTP/1.1 100 Continue\r\n\r\n" + _OK)),
    Case("no-reason", GOOD, fixed(b"HTTP/1.1 200\r\nContent-Length: %d\r\n\r\n" % len(p.PNG) + p.PNG)),
    Case("bare-lf", GOOD, fixed(reply(p.PNG, "200 OK", ends="\n"))),
    Case("long-header", GOOD, picture(p.PNG, "image/png", "Content-Security-Policy: " + "a" * 20_000)),
    Case("utf-8-header", GOOD, picture(p.PNG, "image/png", "X-Name: \xe5\x9b\xbe")),
    Case("attachment", GOOD, picture(p.PNG, "image/png", "Content-Disposition: attachment")),
    Case("cross-origin-policy", GOOD, picture(p.PNG, "image/png", "Cross-Origin-Resource-Policy: cross-origin")),
    Case("close", GOOD, fixed(reply(p.PNG, "200 OK", "Connection: close"), closes=True)),
    Case("extra-bytes", GOOD, fixed(_OK + b"some bytes more\r\n\r\n")),
    Case("trailing-junk", GOOD, picture(p.PNG + b"\0" * 100)),
    Case("endless", GOOD, _endless),
    Case("get-only", GOOD, when(lambda g: g.method == "GET", _OK, reply(b"", "405 Method Not Allowed"))),
    Case("no-range", GOOD, when(lambda g: not g.header("range"), _OK, reply(b"", "416 Range Not Satisfiable"))),
    Case("wants-referer", GOOD, when(lambda g: g.header("referer"), _OK, _403)),
    Case("wants-images", GOOD, when(lambda g: "image/" in g.header("accept"), _OK, _403)),
    Case("robots-403", GOOD, when(_is_robot, _403, _OK)),
    Case("robots-406", GOOD, when(_is_robot, reply(b"", "406 Not Acceptable"), _OK)),
    Case("robots-page", GOOD, when(_is_robot, _PAGE, _OK)),
    Case("robots-referer", GOOD, when(lambda g: not _is_robot(g) and g.header("referer"), _OK, _403)),
    Case("counter", GOOD, _counter, "/count.gif"),
    Case("slow-start", GOOD, steps(1.0, _OK)),
    Case("slow-end", GOOD, steps(_OK[:-20], 0.5, _OK[-20:-10], 0.5, _OK[-10:])),
    Case("moved-301", GOOD, redirect("/moved-301/b.png", "301 Moved Permanently")),
    Case("found-302", GOOD, redirect("/found-302/b.png")),
    Case("other-303", GOOD, redirect("/other-303/b.png", "303 See Other")),
    Case("temporary-307", GOOD, redirect("/temporary-307/b.png", "307 Temporary Redirect")),
    Case("permanent-308", GOOD, redirect("/permanent-308/b.png", "308 Permanent Redirect")),
    Case("relative", GOOD, redirect("b.png")),
    Case("upwards", GOOD, redirect("../relative-up/b.png")),
    Case("same-scheme", GOOD, redirect("//127.0.0.2:PORT/same-scheme/b.png")),
    Case("other-host", GOOD, redirect("http://127.0.0.3:PORT/other-host/b.png")),
    Case("with-fragment", GOOD, redirect("/with-fragment/b.png#part")),
    Case("raw-utf-8", GOOD, redirect("/raw-utf-8/图.png".encode())),
    Case("raw-latin-1", GOOD, redirect("/raw-latin-1/ä.png".encode("latin-1"))),
    Case("raw-blank", GOOD, redirect("/raw-blank/b c.png")),
    Case("backslashes", GOOD, redirect("\\backslashes\\b.png")),
    Case("around-blanks", GOOD, redirect("   /around-blanks/b.png  ")),
    Case("percent", GOOD, redirect("/percent/100%.png")),
    Case("chain-10", GOOD, chain(10)),
    Case("chain-19", GOOD, chain(19)),
    Case("cookie-wall", GOOD, _cookie_wall),
    Case("busy-500", GOOD, after(1, reply(b"", "500 Internal Server Error"))),
    Case("busy-502", GOOD, after(1, reply(b"", "502 Bad Gateway"))),
    Case("busy-503", GOOD, after(2, reply(b"", "503 Service Unavailable")), is_slow=True),
    Case("busy-504", GOOD, after(1, reply(b"", "504 Gateway Timeout"))),
    Case("busy-429", GOOD, after(1, reply(b"", "429 Too Many Requests"))),
    Case("busy-429-wait", GOOD, after(1, reply(b"", "429 Too Many Requests", "Retry-After: 1"))),
    Case("busy-503-date", GOOD, after(1, reply(b"", "503 Service Unavailable", f"Retry-After: {_soon(-60)}"))),
    Case("reset-once", GOOD, after(1, None, resets=True)),
    Case("silent-once", GOOD, after(1, None)),
    # what they do not show, or what is another picture
    Case("status-404", BROKEN, status("404 Not Found")),
    Case("status-404-json", BROKEN, fixed(reply(b'{"error": "no"}', "404 Not Found", "Content-Type: application/json"))),
    Case("status-410", BROKEN, status("410 Gone")),
    Case("status-400", BROKEN, status("400 Bad Request")),
    Case("status-401", BROKEN, status("401 Unauthorized", p.HTML, 'WWW-Authenticate: Basic realm="x"')),
    Case("status-403", BROKEN, status("403 Forbidden")),
    Case("status-451", BROKEN, status("451 Unavailable For Legal Reasons")),
    Case("status-500", BROKEN, status("500 Internal Server Error"), is_slow=True),
    Case("status-503", BROKEN, status("503 Service Unavailable"), is_slow=True),
    Case("status-204", BROKEN, fixed(b"HTTP/1.1 204 No Content\r\n\r\n")),
    Case("status-304", BROKEN, fixed(b"HTTP/1.1 304 Not Modified\r\n\r\n")),
    Case("zero-bytes", BROKEN, picture(b"")),
    Case("zero-chunks", BROKEN, fixed(_chunked(b"x").replace(b"1\r\nx\r\n", b""))),
    Case("page", BROKEN, fixed(_PAGE)),
    Case("page-as-png", BROKEN, picture(p.HTML)),
    Case("json", BROKEN, picture(b'{"code": 404, "message": "not found"}', "image/png")),
    Case("xml", BROKEN, picture(b'<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>', "application/xml")),
    Case("words", BROKEN, picture(b"file not found", "text/plain")),
    Case("lfs", BROKEN, picture(p.LFS, "text/plain")),
    Case("video", BROKEN, picture(p.MP4_START, "video/mp4")),
    Case("pdf", BROKEN, picture(b"%PDF-1.7\n", "image/png")),
    Case("zip", BROKEN, picture(b"PK\3\4" + b"\0" * 30, "image/png")),
    Case("tiff", BROKEN, picture(b"II*\0" + b"\0" * 40, "image/tiff"), "/a.tif"),
    Case("heic", BROKEN, picture(p.HEIC_START, "image/heic"), "/a.heic"),
    Case("svg-as-text", BROKEN, picture(p.SVG, "text/plain", "X-Content-Type-Options: nosniff"), "/a.svg"),
    Case("svg-as-bytes", BROKEN, picture(p.SVG, "application/octet-stream"), "/a.svg"),
    Case("svg-bare", BROKEN, picture(p.SVG_BARE, "image/svg+xml"), "/a.svg"),
    Case("png-as-svg", BROKEN, picture(p.PNG, "image/svg+xml")),
    Case("svgz-plain", BROKEN, picture(gzip.compress(p.SVG), "image/svg+xml"), "/a.svgz"),
    Case("short", BROKEN, fixed(reply(p.PNG[:40], "200 OK", "Content-Type: image/png", length=500), closes=True)),
    Case("short-chunks", BROKEN, fixed(_chunked(p.PNG, is_whole=False), closes=True)),
    Case("cut-png", BROKEN, picture(p.png(1, 300)[:200])),
    Case("cut-jpeg", BROKEN, picture(p.JPEG[:-6], "image/jpeg"), "/a.jpg"),
    Case("bad-gzip", BROKEN, picture(p.PNG, "image/png", "Content-Encoding: gzip")),
    Case("cut-gzip", BROKEN, picture(gzip.compress(p.png(1, 3000))[:-30], "image/png", "Content-Encoding: gzip")),
    Case("to-404", BROKEN, redirect("/to-404/b.png", then=_NO_FILE)),
    Case("to-page", BROKEN, redirect("/to-page/b", then=_PAGE)),
    Case("to-login", BROKEN, redirect("/login?next=a", then=_PAGE)),
    Case("to-front", BROKEN, redirect("/", then=_PAGE)),
    Case("to-removed", BROKEN, redirect("/to-removed/removed.png")),
    Case("to-no-image", BROKEN, redirect("/static/no-image.gif", "301 Moved Permanently")),
    Case("to-not-found", BROKEN, redirect("/img/not_found.jpg")),
    Case("to-icon", BROKEN, redirect("/favicon.ico", then=reply(p.ICO))),
    Case("to-hotlink", BROKEN, redirect("/hotlink/stop.png")),
    Case("same-end-1", BROKEN, redirect("/same-end/x.png"), "/one/a.png"),
    Case("same-end-2", BROKEN, redirect("/same-end/x.png"), "/two/a.png?2"),
    Case("no-location", BROKEN, fixed(reply(b"", "302 Found"))),
    Case("empty-location", BROKEN, fixed(reply(b"", "302 Found", "Location: "))),
    Case("bad-port", BROKEN, redirect("http://127.0.0.1:99999/a.png")),
    Case("no-host", BROKEN, redirect("http://")),
    Case("to-file", BROKEN, redirect("file:///etc/hosts")),
    Case("to-data", BROKEN, redirect("data:image/gif;base64,R0lGODlhAQABAAAAACw=")),
    Case("to-script", BROKEN, redirect("javascript:void(0)")),
    Case("loop", BROKEN, _loop),
    Case("chain-25", BROKEN, chain(25)),
    Case("hotlink-403", BROKEN, when(lambda g: not g.header("referer"), _OK, _403)),
    Case("hotlink-page", BROKEN, when(lambda g: not g.header("referer"), _OK, _PAGE)),
    Case("hotlink-swap", BROKEN, when(lambda g: not g.header("referer"), _OK, _NOTICE)),
    Case("hotlink-redirect", BROKEN, when(
        lambda g: "hotlink-redirect" in g.path and g.header("referer"),
        reply(b"", "302 Found", "Location: /static/hotlinking.png"), _OK)),
    Case("own-pages-only", BROKEN, picture(p.PNG, "image/png", "Cross-Origin-Resource-Policy: same-origin")),
    Case("reset", BROKEN, _reset, is_slow=True),
    Case("silent", BROKEN, fixed(b"", closes=True), is_slow=True),
    Case("no-http", BROKEN, fixed(b"SSH-2.0-OpenSSH_9.6\r\n", closes=True)),
    Case("naked-png", BROKEN, fixed(p.PNG, closes=True)),
    Case("hang", BROKEN, steps(60.0, _OK), is_slow=True),
    Case("hang-later", BROKEN, steps(reply(p.PNG, "200 OK", length=40_000), 60.0), is_slow=True),
    Case("drip", BROKEN, _drip, is_slow=True),
    # what cannot be told from here
    Case("limited", UNDECIDED, status("429 Too Many Requests"), is_slow=True),
    Case("limited-hour", UNDECIDED, status("429 Too Many Requests", p.HTML, "Retry-After: 3600")),
    Case("limited-date", UNDECIDED, status("429 Too Many Requests", p.HTML, f"Retry-After: {_soon(7200)}")),
    Case("closed-hour", UNDECIDED, status("503 Service Unavailable", p.HTML, "Retry-After: 3600")),
    Case("status-999", UNDECIDED, status("999 Request denied")),
    Case("challenge-403", UNDECIDED, status("403 Forbidden", _CHALLENGE, "Server: cloudflare")),
    Case("challenge-503", UNDECIDED, status("503 Service Unavailable", _CHALLENGE, "cf-mitigated: challenge"), is_slow=True),
    Case("brotli", UNDECIDED, picture(b"\x0b\x02\x80hello\x03", "image/png", "Content-Encoding: br")),
    Case("jpeg-xl", UNDECIDED, picture(b"\xff\x0a" + b"\0" * 30, "image/jxl"), "/a.jxl"),
    Case("nosniff", UNDECIDED, picture(p.PNG, "text/plain", "X-Content-Type-Options: nosniff")),
    Case("picture-404", UNDECIDED, fixed(reply(p.PNG, "404 Not Found", "Content-Type: image/png"))),
)  # fmt: skip
BY_NAME = {case.name: case for case in CASES}


def answering(by_name: Mapping[str, Case]) -> Answer:
    """Answer as the case does whose name is the first part of the path; other paths are plain pictures."""

    async def answer(got: Got) -> AsyncIterator[bytes]:
        name = got.path.split("/")[1].partition("?")[0]
        case = by_name.get(name)
        if name in ("login", ""):
            yield _PAGE
        elif case is None:
            yield _OK
        else:
            async for part in case.answer(got):
                yield part

    return answer


answer_case = answering(BY_NAME)
