"""How the client reads answers that come in parts, and which connections it uses again."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from postlint.engine.remote.dialing import Dialer
from postlint.engine.remote.http_client import Client
from postlint.values.network import Exchange, ExchangeError, ExchangeFault, NetworkSettings, Target

ROOT = Path(__file__).parents[2]
# what a server writes for one request, with pauses in between; None closes the connection
Parts = Sequence[bytes | float | None]


class Script:
    """A server that answers one request after the other as it is told, over whichever connection they come."""

    def __init__(self, answers: Sequence[Parts], greeting: bytes) -> None:
        self._answers, self._greeting = iter(answers), greeting
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def connections(self) -> int:
        """Return how many there were."""
        return len(self._tasks)

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection."""
        self._tasks.append(asyncio.create_task(self._serve(reader, writer)))

    async def stop(self) -> None:
        """Leave every connection."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _write(writer, self._greeting)
            while True:
                await reader.readuntil(b"\r\n\r\n")
                for part in next(self._answers):
                    if part is None:
                        return
                    await (asyncio.sleep(part) if isinstance(part, float) else _write(writer, part))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError):
                await writer.wait_closed()


async def _write(writer: asyncio.StreamWriter, part: bytes) -> None:
    writer.write(part)
    await writer.drain()


def get(
    *answers: Parts, pause: float = 0.0, limit: int = 10, seconds: float = 5.0, greeting: bytes = b""
) -> tuple[list[Exchange], int]:
    """Ask once for each answer; return what came, and how many connections that took."""

    async def run() -> tuple[list[Exchange], int]:
        script = Script(answers, greeting)
        server = await asyncio.start_server(script.accept, "127.0.0.1", 0)
        client = Client(NetworkSettings(allow_private=True, first_byte_time=0.4, whole_time=seconds))
        target = Target("http", "127.0.0.1", server.sockets[0].getsockname()[1], "/a.png")
        got = []
        try:
            for _ in answers:
                got.append(await client.get(target, [("X", "1")], limit, seconds))
                await asyncio.sleep(pause)
        finally:
            await client.close()
            await script.stop()
            server.close()
        return got, script.connections

    return asyncio.run(run())


def plain(body: bytes, more: bytes = b"") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n%s\r\n%s" % (len(body), more, body)


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    "parts",
    [
        [plain(b"abc")],
        [plain(b"abc")[:-3], 0.05, b"a", 0.05, b"bc"],
        [plain(b"abc")[:20], 0.05, plain(b"abc")[20:]],
        [CHUNKED + b"3\r\nabc\r\n0\r\n\r\n"],
        [CHUNKED, 0.05, b"3\r\nabc\r\n", 0.05, b"0\r\n\r\n"],
        [b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.05, plain(b"abc")],
    ],
)
def test_answers_in_parts_leave_the_connection_for_the_next(parts: Parts) -> None:
    got, connections = get(parts, parts, [plain(b"xyz")])
    assert [(one.status, one.body, one.is_whole, one.is_cut) for one in got] == [
        (200, b"abc", True, False),
        (200, b"abc", True, False),
        (200, b"xyz", True, False),
    ]
    assert connections == 1


def test_names_of_headers_are_in_lower_case() -> None:
    got, _ = get([plain(b"a", b"ETag: 1\r\n")], [CHUNKED[:-2] + b"ETag: 1\r\n\r\n1\r\na\r\n0\r\n\r\n"])
    assert [one.header(b"etag") for one in got] == [b"1", b"1"]


def test_a_connection_is_left_when_it_is_to_be_closed() -> None:
    got, connections = get([plain(b"a", b"Connection: close\r\n")], [plain(b"b")])
    assert [one.body for one in got] == [b"a", b"b"]
    assert connections == 2


def test_no_more_is_read_than_asked_for() -> None:
    got, connections = get([plain(b"a" * 11)], [plain(b"b" * 10)], [plain(b"c" * 500)[:80], 5.0], seconds=2.0)
    assert [(one.body, one.is_whole, one.is_cut) for one in got] == [
        (b"a" * 10, False, False),
        (b"b" * 10, True, False),
        (b"c" * 10, False, False),
    ]
    assert connections == 2


def test_a_large_answer_is_put_together() -> None:
    body = bytes(range(256)) * 4000
    raw = plain(body)
    parts = [raw[at : at + 50_000] for at in range(0, len(raw), 50_000)]
    got, _ = get(parts, limit=2_000_000)
    assert got[0].body == body
    assert got[0].is_whole


@pytest.mark.parametrize("left", [plain(b"stale"), b"stale"])
def test_what_nobody_asked_for_is_no_answer(left: bytes) -> None:
    got, connections = get([plain(b"a"), 0.02, left], [plain(b"b")], pause=0.1)
    assert [one.body for one in got] == [b"a", b"b"]
    assert connections == 2
    got, connections = get([plain(b"a") + left], [plain(b"b")])
    assert [one.body for one in got] == [b"a", b"b"]


def test_an_answer_before_the_question_is_read_as_browsers_do() -> None:
    got, _ = get([b""], greeting=plain(b"a"))
    assert got[0].body == b"a"


def test_an_answer_that_ends_early_is_cut() -> None:
    got, _ = get([plain(b"abcdef")[:-2], 0.02, None])
    assert [(one.body, one.is_whole, one.is_cut) for one in got] == [(b"abcd", False, True)]


def test_a_body_may_take_longer_than_its_head() -> None:
    got, _ = get([plain(b"ab")[:-1], 0.6, b"b"])
    assert got[0].body == b"ab"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([1.5, plain(b"ab")], "did not answer within 0 s"),
        ([plain(b"ab")[:20], 1.5], "did not answer within 0 s"),
        ([plain(b"ab")[:-1], 1.5], "did not finish within 1 s"),
        ([CHUNKED, *[b"1\r\na\r\n", 0.1] * 30], "did not finish within 1 s"),
        ([plain(b"a" * 50)[:-40], *[b"a", 0.1] * 30], "did not finish within 1 s"),
    ],
)
def test_what_takes_too_long_is_given_up(parts: Parts, words: str) -> None:
    with pytest.raises(ExchangeError, match=words) as caught:
        get(parts, seconds=1.0, limit=100)
    assert caught.value.fault is ExchangeFault.TIMEOUT


@pytest.mark.parametrize("first", ["127.0.0.1", "192.0.2.1", "::1"])
def test_the_first_address_that_takes_a_connection_is_used(first: str) -> None:
    async def run() -> str:
        async def resolve(_: str) -> Sequence[str]:
            return [first, "127.0.0.2", "127.0.0.3"]

        script = Script([], b"")
        server = await asyncio.start_server(script.accept, "127.0.0.2", 0)
        target = Target("http", "host.example", server.sockets[0].getsockname()[1], "/")
        connection = await Dialer(resolve).dial(target, 3.0)
        assert connection.transport is not None
        peer: tuple[str, int] = connection.transport.get_extra_info("peername")
        connection.close()
        await script.stop()
        server.close()
        return peer[0]

    assert asyncio.run(run()) == "127.0.0.2"


def test_no_address_that_takes_a_connection() -> None:
    async def run(port: int) -> None:
        async def resolve(_: str) -> Sequence[str]:
            return ["127.0.0.1", "127.0.0.2"]

        await Dialer(resolve).dial(Target("http", "host.example", port, "/"), 3.0)

    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(ExchangeError, match="refuses the connection"):
            asyncio.run(run(closed.getsockname()[1]))


def test_plain_answers_need_no_other_parser() -> None:
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from tests.network.test_connection import get, plain\n"
        "parts = [plain(b'abc')[:9], 0.02, plain(b'abc')[9:-1], 0.02, b'c']\n"
        "got, _ = get([plain(b'abc')], parts, [plain(b'abcdef')[:-2], 0.02, None])\n"
        "assert [one.body for one in got] == [b'abc', b'abc', b'abcd']\n"
        "assert not any(name.partition('.')[0] in ('aiohttp', 'yarl') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
