"""The pieces that judge an answer: addresses, bytes, cuts, encodings, waits, Referers, stand-ins."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from email.utils import formatdate
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.engine.remote.address import parse_url
from postlint.engine.remote.answers import read_outcome, write_outcome
from postlint.engine.remote.cut import is_cut
from postlint.engine.remote.encoding import BadEncoding, UnknownEncoding, decode
from postlint.engine.remote.gates import Gates, Places
from postlint.engine.remote.guard import is_public
from postlint.engine.remote.lenient import read_leniently
from postlint.engine.remote.referrer import referer
from postlint.engine.remote.resolver import GuardedResolver
from postlint.engine.remote.retry_after import parse_retry_after
from postlint.engine.remote.sniff import sniff
from postlint.engine.remote.stand_in import leads_to_stand_in, shared_ends
from postlint.values.network import ExchangeError, ExchangeFault, HostSettings, NetworkSettings
from postlint.values.request import NetworkError, NetworkFault, Response, Verdict
from tests.network import pictures as p


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
        ("::7f00:1", False),
    ],
)
def test_public_addresses(address: str, is_right: bool) -> None:
    assert is_public(ip_address(address)) is is_right


def test_names_are_looked_up_and_guarded() -> None:
    async def check(host: str, *, allow_private: bool) -> ExchangeFault | None:
        resolver = GuardedResolver(allow_private=allow_private)
        try:
            await resolver.check(host)
        except ExchangeError as error:
            return error.fault
        finally:
            await resolver.close()
        return None

    assert asyncio.run(check("localhost", allow_private=True)) is None
    assert asyncio.run(check("localhost", allow_private=False)) is ExchangeFault.REFUSED_ADDRESS
    assert asyncio.run(check("127.0.0.1", allow_private=False)) is ExchangeFault.REFUSED_ADDRESS


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (p.PNG, "png"), (p.JPEG, "jpeg"), (p.GIF, "gif"), (p.WEBP, "webp"), (p.BMP, "bmp"), (p.ICO, "ico"),
        (p.AVIF_START, "avif"), (p.HEIC_START, "heic"), (p.MP4_START, "video"), (p.SVG, "svg"),
        (p.SVG_PROLOG, "svg"), (p.HTML, "html"), (p.LFS, "lfs"), (b"", "empty"), (b"BMW drives", "text"),
        (b"  <html><svg></svg>", "html"), (b"<!-- a --><!doctype html><svg/>", "html"), (b"<?xml version='1.0'?><a/>", "xml"),
        (b"{}", "json"), (b"\0\1\2\3", "unknown"), (b"RIFF\0\0\0\0WAVE", "audio"), (p.SVG.decode().encode("utf-16"), "svg"),
        (b"\n" + p.PNG, "unknown"), (b"\x1f\x8b\x08", "archive"), (b"II*\0", "tiff"), (b"\xff\x0a\0", "jxl"),
    ],
)  # fmt: skip
def test_what_bytes_are(body: bytes, kind: str) -> None:
    assert sniff(body) == kind


@given(st.binary(max_size=600))
def test_any_bytes_are_something(body: bytes) -> None:
    kind = sniff(body)
    assert isinstance(kind, str)
    assert is_cut(body, kind) in (True, False)


@pytest.mark.parametrize(("body", "kind"), [(p.PNG, "png"), (p.JPEG, "jpeg"), (p.GIF, "gif"), (p.WEBP, "webp")])
def test_whole_pictures_are_not_cut_and_halves_are(body: bytes, kind: str) -> None:
    assert not is_cut(body, kind)
    assert not is_cut(body + b"junk", kind)
    assert is_cut(body[: len(body) - 5], kind) or kind == "gif"
    assert is_cut(body[: len(body) - 8], kind)


@pytest.mark.parametrize(
    ("body", "kind"),
    [(p.PNG[:8] + b"\0" * 50, "png"), (b"\xff\xd8\xff\xe0" + b"\0" * 50, "jpeg"), (b"RIFF\xff\0\0\0WEBPjunk", "webp")],
)
def test_what_is_no_sound_file_is_not_called_cut(body: bytes, kind: str) -> None:
    assert not is_cut(body, kind)


def test_encodings() -> None:
    packed = gzip.compress(b"a" * 5000)
    assert decode(packed, "gzip", 100, is_whole=True) == (b"a" * 100, False)
    assert decode(packed, "GZIP", 9000, is_whole=True) == (b"a" * 5000, True)
    assert decode(zlib.compress(b"ab"), "deflate", 99, is_whole=True) == (b"ab", True)
    assert decode(zlib.compress(b"ab")[2:-4], "deflate", 99, is_whole=True) == (b"ab", True)
    assert decode(b"ab", "identity", 99, is_whole=False) == (b"ab", False)
    with pytest.raises(BadEncoding):
        decode(b"ab", "gzip", 99, is_whole=True)
    with pytest.raises(UnknownEncoding):
        decode(b"ab", "br", 99, is_whole=True)


def test_retry_after() -> None:
    assert parse_retry_after(b"120") == 120.0
    assert parse_retry_after(b" 0 ") == 0.0
    assert 3590 < (parse_retry_after(formatdate(time.time() + 3600, usegmt=True).encode()) or 0) <= 3600
    assert parse_retry_after(formatdate(0, usegmt=True).encode()) == 0.0
    assert [parse_retry_after(text) for text in (None, b"", b"soon", b"-5", b"1.5")] == [None] * 5
    assert parse_retry_after(b"9" * 400) == 999_999_999.0


@pytest.mark.parametrize(
    ("page", "policy", "sent"),
    [
        ("https://blog.example/a/b", "", "https://blog.example/"),
        ("https://blog.example:8443/", "strict-origin", "https://blog.example:8443/"),
        ("https://blog.example/", "no-referrer", ""),
        ("https://blog.example/", " No-Referrer ", ""),
        ("https://blog.example/", "same-origin", ""),
        ("https://img.example/", "same-origin", "https://img.example/"),
        ("", "unsafe-url", ""),
        ("not a url", "", ""),
    ],
)
def test_referers(page: str, policy: str, sent: str) -> None:
    assert referer(page, policy, parse_url("https://img.example/a.png")) == sent


@pytest.mark.parametrize(
    ("first", "final", "is_right"),
    [
        ("https://a.example/x.png", "https://a.example/img/removed.png", True),
        ("https://a.example/x.png", "https://a.example/404.gif", True),
        ("https://a.example/x.png", "https://a.example/No-Image_big.jpg", True),
        ("https://a.example/x.png", "https://b.example/favicon.ico", True),
        ("https://a.example/x.png", "https://a.example/", True),
        ("https://a.example/x.png", "https://a.example/forbidden/a.png", True),
        ("https://a.example/removed.png", "https://b.example/removed.png", False),
        ("https://a.example/x.png", "https://a.example/sites/default/files/x.png", False),
        ("https://a.example/vi/1/hqdefault.jpg", "https://a.example/vi/1/maxresdefault.jpg", False),
        ("https://a.example/x.png", "https://cdn.example/x.png?v=404", False),
        ("https://a.example/x", "https://cdn.example/?id=1", False),
        ("https://a.example/x.png", "https://a.example/x.png", False),
    ],
)
def test_stand_ins(first: str, final: str, is_right: bool) -> None:
    assert leads_to_stand_in(first, final) is is_right


def test_one_end_for_several_pictures() -> None:
    def pairs(end: str, *firsts: str) -> list[tuple[str, Response]]:
        return [(first, Response(end, 200, redirects=((first, 302),))) for first in firsts]

    end = "https://a.example/sorry.png"
    assert shared_ends(pairs(end, "https://a.example/1/x.png", "https://a.example/2/x.png")) == {end}
    assert shared_ends(pairs(end, "https://a.example/1/x.png")) == set()
    assert shared_ends(pairs(end, "https://a.example/x.png", "https://b.example/y.png")) == set()
    assert shared_ends(pairs(end, "https://a.example/1", "https://a.example/2")) == set()
    assert shared_ends(pairs(end, "https://a.example/1", "https://a.example/2", "https://a.example/3")) == {end}
    assert shared_ends(pairs(end, "https://a.example/x.png?1", "https://a.example/x.png?2")) == set()
    assert shared_ends(pairs(end, "https://a.example/s/sorry.png", "https://a.example/b/sorry.png")) == set()


def test_answers_that_the_parser_refuses() -> None:
    read = read_leniently(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nBad Name: x\r\n\r\nabextra")
    assert read is not None
    assert (read.status, read.body, read.is_whole, read.header(b"content-length")) == (200, b"ab", True, b"2")
    assert read_leniently(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 No\nContent-Length: 0\n\n") is not None
    assert read_leniently(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nBad Name: x\r\n\r\n") is None
    assert read_leniently(b"SSH-2.0-x\r\n\r\n") is None
    chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert read_leniently(chunked) is None
    for sent, body, whole, cut in (
        (b"2;x=1\r\nab\r\n1 \r\nc\r\n0\r\n\r\n", b"abc", True, False),
        (b"2\nab\n0\n\n", b"ab", True, False),
        (b"2\r\nab\r\n5\r\nc", b"abc", False, False),
        (b"2\r\nab\r\nx", b"ab", False, False),
        (b"2\r\nabc\r\n0\r\n\r\n", b"ab", False, True),
        (b"0x2\r\nab\r\n", b"", False, True),
    ):
        read = read_leniently(chunked + sent)
        assert read is not None
        assert (read.body, read.is_whole, read.is_cut) == (body, whole, cut), sent
    with pytest.raises(ExchangeError, match="two different lengths"):
        read_leniently(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc")
    assert read_leniently(b"") is None


@given(st.binary(max_size=300))
def test_any_bytes_are_an_answer_or_none(raw: bytes) -> None:
    read_leniently(b"HTTP/1.1 " + raw)
    assert read_leniently(raw) is None or b"http" in raw[:16].lower()


@pytest.mark.parametrize(
    "outcome",
    [
        Response("https://a.example/b", 200, (("server", "x"),), b"", (("https://a.example/a", 301),), Verdict.GOOD, "", "", "png", 5, "d"),
        Response("https://a.example/b", 404, verdict=Verdict.BROKEN, reason="status", detail="answers 404"),
        NetworkError(NetworkFault.DNS, "has no address (DNS)", Verdict.BROKEN, "https://a.example/", (), "a.example"),
    ],
)  # fmt: skip
def test_outcomes_come_back_from_the_cache_as_they_were(outcome: Response | NetworkError) -> None:
    assert read_outcome(write_outcome(outcome)) == outcome


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"verdict": "good"}', '{"verdict": "x", "redirects": []}', "null"])
def test_what_is_no_outcome_is_left_out(text: str) -> None:
    assert read_outcome(text) is None


def test_waits_of_a_host_have_a_bound() -> None:
    async def waits() -> list[bool]:
        host = Gates(NetworkSettings()).host("a.example")
        # two that overlap count once
        return [host.may_wait(at, seconds, 30.0) for at, seconds in ((0, 10), (0, 10), (10, 20), (30, 1), (5, 5))]

    assert asyncio.run(waits()) == [True, True, True, False, True]


def test_places_are_given_in_turn_and_none_is_lost_with_who_stops_waiting() -> None:
    async def run() -> list[str]:
        places, came = Places(1), list[str]()

        async def come(name: str) -> None:
            await places.take()
            came.append(name)
            places.give()

        await places.take()
        waiting = {name: asyncio.create_task(come(name)) for name in ("left", "called", "second", "third")}
        await asyncio.sleep(0)
        waiting["left"].cancel()
        places.give()
        # it has its turn, and is gone before it can take it
        waiting["called"].cancel()
        await asyncio.gather(*waiting.values(), return_exceptions=True)
        return came

    assert asyncio.run(asyncio.wait_for(run(), 5)) == ["second", "third"]


def test_settings_of_hosts() -> None:
    own, all_ = HostSettings(at_once=9), HostSettings(at_once=1)
    settings = NetworkSettings(hosts={"example.org": own, "*": all_}, exclude_hosts=("b.example",))
    assert settings.of_host("img.example.org") is own
    assert settings.of_host("example.com") is all_
    assert NetworkSettings().of_host("a.example").at_once == 2
    assert [settings.is_excluded(h) for h in ("b.example", "x.b.example", "ab.example")] == [True, True, False]
