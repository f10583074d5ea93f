"""What goes out without a task: in which turn, and when its answer is judged in one look."""

from __future__ import annotations

import struct
import zlib

import pytest

from postlint.engine.remote.address import parse_url
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.chain import Chain
from postlint.engine.remote.gates import Host, Places
from postlint.engine.remote.judge import judge
from postlint.engine.remote.plain_judge import judge_plain
from postlint.engine.remote.turns import Turns
from postlint.values.network import Exchange, HostSettings


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


PNG = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
WHOLE = PNG + _chunk(b"IDAT", b"x" * 9000) + _chunk(b"IEND", b"")
SMALL = PNG + _chunk(b"IEND", b"")
TYPE = (b"content-type", b"image/png")
TARGET = parse_url("https://img.example/a.png")


def _length(body: bytes) -> tuple[bytes, bytes]:
    return b"content-length", b"%d" % len(body)


@pytest.mark.parametrize("keeps_body", [True, False])
@pytest.mark.parametrize(
    "exchange",
    [
        Exchange(200, [TYPE, _length(WHOLE)], WHOLE),
        Exchange(200, [_length(SMALL), TYPE, (b"server", b"caf\xe9" * 99), (b"x-other", b"1")], SMALL),
        Exchange(200, [TYPE, (b"content-length", b"5242880")], WHOLE[:200], is_whole=False),
        Exchange(200, [(b"content-type", b"image/jpeg"), _length(WHOLE)], WHOLE),
        Exchange(200, [(b"content-type", b"image/webp"), (b"content-length", b"16")], b"RIFF\x08\0\0\0WEBPVP8 "),
    ],
)
def test_plainly_good_answers_are_judged_as_by_the_whole_judge(exchange: Exchange, keeps_body: bool) -> None:
    plain = judge_plain(TARGET, exchange, keep_body=keeps_body)
    assert plain == judge(TARGET, Chain(TARGET, (), exchange), "image", "blog.example", keep_body=keeps_body)


@pytest.mark.parametrize(
    "exchange",
    [
        Exchange(404, [TYPE, _length(WHOLE)], WHOLE),
        Exchange(200, [TYPE], WHOLE),
        Exchange(200, [_length(WHOLE)], WHOLE),
        Exchange(200, [TYPE, TYPE, _length(WHOLE)], WHOLE),
        Exchange(200, [(b"content-type", b"image/svg+xml"), _length(WHOLE)], WHOLE),
        Exchange(
            200, [(b"content-type", b"text/html"), (b"x-content-type-options", b"nosniff"), _length(WHOLE)], WHOLE
        ),
        Exchange(200, [TYPE, (b"content-encoding", b"gzip"), _length(WHOLE)], WHOLE),
        Exchange(200, [TYPE, (b"cross-origin-resource-policy", b"same-origin"), _length(WHOLE)], WHOLE),
        Exchange(200, [TYPE, (b"content-length", b"5242881")], WHOLE[:200], is_whole=False),
        Exchange(200, [TYPE, _length(WHOLE[:-20])], WHOLE[:-20]),
        Exchange(200, [TYPE, _length(WHOLE)], WHOLE[:200], is_whole=False, is_cut=True),
        Exchange(200, [TYPE, (b"content-length", b"0")], b""),
        Exchange(200, [TYPE, _length(b"<!doctype html>")], b"<!doctype html>"),
    ],
)
def test_others_need_the_whole_judge(exchange: Exchange) -> None:
    assert judge_plain(TARGET, exchange) is None


def _turns(*, takes_places: bool) -> tuple[Turns, dict[str, Host]]:
    hosts = {name: Host(name, HostSettings(), Places(count)) for name, count in (("a.example", 1), ("b.example", 2))}
    turns = Turns(hosts.__getitem__, takes_places=takes_places)
    turns.add(Ask(parse_url(f"https://{url}")) for url in ("a.example/1", "a.example/2", "b.example/3", "b.example/4"))
    return turns, hosts


def _rest(turns: Turns) -> str:
    found = []
    while (one := turns.next()) is not None:
        found.append(one[0].target.path[1:])
    return "".join(found)


def test_hosts_have_turns_as_long_as_they_have_places() -> None:
    turns, hosts = _turns(takes_places=True)
    assert _rest(turns) == "134"
    assert (hosts["a.example"].slots.free, hosts["b.example"].slots.free) == (0, 0)
    turns.call(hosts["a.example"])
    assert _rest(turns) == ""
    hosts["a.example"].slots.give()
    turns.call(hosts["a.example"])
    turns.call(hosts["b.example"])
    assert _rest(turns) == "2"
    turns, hosts = _turns(takes_places=False)
    assert _rest(turns) == "1324"
    assert hosts["a.example"].slots.free == 1
