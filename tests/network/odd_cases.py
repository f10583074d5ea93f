"""Answers at the edge of what HTTP, XML and picture formats allow; the truth is what Chromium made of each.

It is UNDECIDED where browsers differ, or where a picture is shown that may be a notice.
"""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Mapping

from tests.network import pictures as p
from tests.network.cases import BROKEN, GOOD, UNDECIDED, Case, answering, fixed, picture, redirect, reply, steps, when
from tests.network.server import Answer, Got, Reset

_LENGTH = f"Content-Length: {len(p.PNG)}"
_GZIP = gzip.compress(p.PNG)
_NOSNIFF = "X-Content-Type-Options: nosniff"
_SVG_START = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'


def first(line: str) -> Answer:
    """Answer with a status line of one's own."""
    return fixed(f"{line}\r\n{_LENGTH}\r\n\r\n".encode("latin-1") + p.PNG, closes=True)


def headers(*lines: str, body: bytes = p.PNG) -> Answer:
    """Answer with these headers alone, and close."""
    return fixed("\r\n".join(["HTTP/1.1 200 OK", *lines, "", ""]).encode("latin-1") + body, closes=True)


def coded(encoding: str, body: bytes, *more: str) -> Answer:
    return picture(body, "image/png", f"Content-Encoding: {encoding}", *more)


def svg(body: bytes, kind: str = "image/svg+xml", *more: str) -> Answer:
    return picture(body, kind, *more)


def chunks(size: str, between: str = "\r\n", *more: str, body: bytes = p.PNG) -> Answer:
    end = f"{between}0{between}{between}".encode()
    return headers("Transfer-Encoding: chunked", *more, body=size.encode() + between.encode() + body + end)


async def _broken_off(_: Got) -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 200 OK\r\n\r\n" + p.PNG
    raise Reset


async def _to_two_places(got: Got) -> AsyncIterator[bytes]:
    yield reply(b"", "302 Found", "Location: /elsewhere/1.png", "Location: /elsewhere/2.png")


_SHOWN_STATUSES = (400, 402, 404, 451, 520, 700)
_NAMED_GZIP = b"\x1f\x8b\x08\x1c" + bytes(6) + b"\2\0ab" + b"a.png\0" + b"me\0" + _GZIP[10:]
_OWN_ENTITY = b'<!DOCTYPE svg [<!ENTITY a "http://www.w3.org/2000/svg">]><svg xmlns="&a;"/>'
_HEX = f"{len(p.PNG):x}"
_NOTICE_403 = reply(p.png(7), "403 Forbidden", "Content-Type: image/png")
_OK = reply(p.PNG, "200 OK", "Content-Type: image/png")
_HANGING = b"HTTP/1.1 302 Found\r\nLocation: /hanging-redirect/b.png\r\nContent-Length: 500\r\n\r\nabc"

ODD_CASES = (
    # status lines
    Case("lower-case-http", GOOD, first("http/1.1 200 ok")),
    Case("http-2-in-words", GOOD, first("HTTP/2 200 OK")),
    Case("no-version", GOOD, first("HTTP 200 OK")),
    Case("no-blank", GOOD, first("HTTP/1.1 200OK")),
    Case("no-status", GOOD, first("HTTP/1.1 OK")),
    Case("tabs", GOOD, first("HTTP/1.1\t200\tOK")),
    Case("bytes-left-over", GOOD, first("xyzHTTP/1.1 200 OK")),
    Case("no-http-at-all", BROKEN, first("Hello, world")),
    # statuses with a picture: browsers show it
    *(Case(f"picture-{code}", UNDECIDED, fixed(reply(p.png(code), f"{code} X"))) for code in _SHOWN_STATUSES),
    Case("picture-500", UNDECIDED, fixed(reply(p.PNG, "500 X")), is_slow=True),
    Case("picture-403", UNDECIDED, fixed(reply(p.PNG, "403 X"))),
    Case("notice-403", BROKEN, when(lambda g: g.header("referer"), _NOTICE_403, _OK)),
    Case("picture-407", BROKEN, fixed(reply(p.PNG, "407 X"))),
    Case("picture-205", BROKEN, fixed(reply(p.PNG, "205 X"))),
    # lengths and chunks
    Case("two-lengths", BROKEN, headers(_LENGTH, "Content-Length: 999")),
    Case("one-length-twice", GOOD, headers(_LENGTH, _LENGTH)),
    Case("length-and-chunks", GOOD, chunks(_HEX, "\r\n", "Content-Length: 5")),
    Case("chunks-by-line-feeds", GOOD, chunks(_HEX, "\n")),
    Case("chunks-in-c", BROKEN, chunks(f"0x{_HEX}")),
    Case("below-zero", BROKEN, chunks("-5")),
    Case("chunks-that-are-none", BROKEN, headers("Transfer-Encoding: chunked")),
    Case("chunks-run-on", BROKEN, headers("Transfer-Encoding: chunked", body=b"5\r\n" + p.PNG)),
    Case("broken-off", BROKEN, _broken_off),
    # encodings
    Case("gzip-twice", GOOD, coded("gzip, gzip", gzip.compress(_GZIP))),
    Case("gzip-in-two-headers", GOOD, coded("gzip", gzip.compress(_GZIP), "Content-Encoding: gzip")),
    Case("gzip-named", GOOD, coded("gzip", _NAMED_GZIP)),
    Case("gzip-wrong-sum", GOOD, coded("gzip", _GZIP[:-8] + b"\0" * 8)),
    Case("gzip-without-sum", GOOD, coded("gzip", _GZIP[:-8])),
    Case("gzip-head-only", BROKEN, coded("gzip", _GZIP[:10])),
    *(Case(f"unheard-{name}", GOOD, coded(name, p.PNG)) for name in ("foo", "aws-chunked", "base64", "compress")),
    Case("unheard-gzip", BROKEN, coded("foo, gzip", _GZIP)),
    # types
    Case("svg-last-type", GOOD, svg(p.SVG, "text/plain", "Content-Type: image/svg+xml"), "/a.svg"),
    Case("svg-types-in-one", GOOD, svg(p.SVG, "text/plain, image/svg+xml"), "/a.svg"),
    Case("svg-first-type", BROKEN, svg(p.SVG, "image/svg+xml", "Content-Type: text/plain"), "/a.svg"),
    Case("as-pdf", UNDECIDED, picture(p.PNG, "application/pdf")),
    Case("as-page-for-sure", UNDECIDED, picture(p.PNG, "text/html", _NOSNIFF)),
    Case("policy-in-capitals", GOOD, picture(p.PNG, "image/png", "Cross-Origin-Resource-Policy: Same-Origin")),
    # SVG is XML, to the letter
    Case("svg-no-end", BROKEN, svg(p.SVG.replace(b"</svg>", b"")), "/a.svg"),
    Case("svg-html-entity", BROKEN, svg(p.SVG.replace(b"<path", b"<title>&nbsp;</title><path")), "/a.svg"),
    Case("svg-own-entity", GOOD, svg(_OWN_ENTITY), "/a.svg"),
    Case("svg-ampersand", BROKEN, svg(p.SVG.replace(b"<path", b"<title>a & b</title><path")), "/a.svg"),
    Case("svg-wrong-end", BROKEN, svg(_SVG_START + b"<g></svg>"), "/a.svg"),
    Case("svg-twice-an-id", BROKEN, svg(p.SVG.replace(b"<path", b'<path id="a" id="b"')), "/a.svg"),
    Case("svg-strange-prefix", BROKEN, svg(p.SVG.replace(b"<path", b'<path xlink:href="#a"')), "/a.svg"),
    Case("svg-text-after", BROKEN, svg(p.SVG + b"text"), "/a.svg"),
    Case("svg-late-prolog", BROKEN, svg(b"\n<?xml version='1.0'?>" + p.SVG), "/a.svg"),
    Case("svg-inside", BROKEN, svg(b"<svg><g>" + p.SVG + b"</g></svg>"), "/a.svg"),
    Case("svg-no-utf-8", BROKEN, svg(p.SVG.replace(b"<path", b"<title>\xe4</title><path")), "/a.svg"),
    Case("svg-prefixed", GOOD, svg(b'<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'), "/a.svg"),
    Case("svg-utf-16", GOOD, svg(p.SVG.decode().encode("utf-16")), "/a.svg"),
    Case("svg-long", GOOD, svg(_SVG_START + b"<g/>" * 30_000 + b"</svg>"), "/a.svg"),
    Case("svg-long-gzip", GOOD, svg(
        gzip.compress(_SVG_START + b"<g/>" * 30_000 + b"</svg>"), "image/svg+xml", "Content-Encoding: gzip"), "/a.svg"),
    # redirects
    Case("hanging-redirect", GOOD, when(lambda g: "/a.png" in g.path, _HANGING, _OK)),
    Case("scheme-and-path", GOOD, redirect("http:/scheme-and-path/b.png")),
    Case("two-places", BROKEN, _to_two_places),
    Case("to-mail", BROKEN, redirect("http://127.0.0.1:25/b.png")),
    # several addresses of one picture: one that is asked for itself, or led to in ways of its own, is no stand-in
    Case("real-end-1", GOOD, redirect("/real-end/b.png")),
    Case("real-end-2", GOOD, redirect("/real-end/b.png")),
    Case("real-end", GOOD, picture(), "/b.png"),
    Case("other-way-1", GOOD, redirect("/other-way/c.png", "301 Moved Permanently")),
    Case("other-way-2", GOOD, redirect("/other-way/c.png", "308 Permanent Redirect")),
    Case("other-way-3", GOOD, redirect("../other-way/c.png", "301 Moved Permanently")),
    # a picture is whole with the name of its last part
    Case("no-last-sum", GOOD, picture(p.PNG[:-4])),
    Case("in-time", GOOD, steps(_OK[:100], 0.4, _OK[100:])),
)  # fmt: skip
BY_NAME: Mapping[str, Case] = {case.name: case for case in ODD_CASES}
answer_odd = answering(BY_NAME)
