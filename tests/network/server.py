"""A server that misbehaves as told, on several loopback addresses at once."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 9))


@dataclass(frozen=True)
class Got:
    """A request as the server got it; `times` counts those for the same path, this one included."""

    method: str
    path: str
    headers: dict[str, str]
    times: int
    port: int
    host: str

    def header(self, name: str) -> str:
        """Return a header, empty if it was not sent."""
        return self.headers.get(name, "")


class Reset(Exception):
    """Close the connection with a reset."""


Answer = Callable[[Got], AsyncIterator[bytes]]


@dataclass
class Seen:
    """What the server counted."""

    requests: Counter[str] = field(default_factory=Counter)
    most_at_once: Counter[str] = field(default_factory=Counter)
    now: Counter[str] = field(default_factory=Counter)
    starts: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    user_agents: Counter[str] = field(default_factory=Counter)
    headers: defaultdict[str, list[dict[str, str]]] = field(default_factory=lambda: defaultdict(list))


class Server:
    """Runs in a thread of its own until it is left."""

    def __init__(self, answer: Answer, tls: ssl.SSLContext | None = None) -> None:
        self._answer, self._tls = answer, tls
        self.seen = Seen()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Server:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _start(self) -> None:
        self._servers = []
        for host in HOSTS:
            server = await asyncio.start_server(self._serve, host, self.port, ssl=self._tls, backlog=500)
            self.port = server.sockets[0].getsockname()[1]
            self._servers.append(server)

    async def _stop(self) -> None:
        for server in self._servers:
            server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        host = writer.get_extra_info("sockname")[0]
        try:
            while True:
                raw = await reader.readuntil(b"\r\n\r\n")
                if not await _unless_left(reader, self._respond(raw, host, writer)):
                    break
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError, ssl.SSLError):
            pass
        finally:
            writer.close()
            with suppress(ConnectionError, ssl.SSLError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _respond(self, raw: bytes, host: str, writer: asyncio.StreamWriter) -> bool:
        got = self._take(raw, host)
        seen = self.seen
        seen.now[host] += 1
        seen.most_at_once[host] = max(seen.most_at_once[host], seen.now[host])
        is_kept = True
        try:
            async for part in self._answer(got):
                if part == b"":
                    is_kept = False
                    break
                writer.write(part)
                await writer.drain()
        except Reset:
            linger = b"\1\0\0\0\0\0\0\0"
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            writer.transport.abort()
            return False
        finally:
            seen.now[host] -= 1
        return is_kept

    def _take(self, raw: bytes, host: str) -> Got:
        first, *lines = raw.decode("latin-1").split("\r\n")
        method, _, rest = first.partition(" ")
        path = rest.rpartition(" ")[0]
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
        self.seen.requests[path] += 1
        self.seen.starts[host].append(self._loop.time())
        self.seen.user_agents[headers.get("user-agent", "")] += 1
        self.seen.headers[path].append(headers)
        return Got(method, path, headers, self.seen.requests[path], self.port, host)


async def _unless_left(reader: asyncio.StreamReader, work: Coroutine[Any, Any, bool]) -> bool:
    """Do the work, but stop when the client has closed the connection: it is no longer under way then."""
    task = asyncio.ensure_future(work)
    while not task.done():
        await asyncio.wait([task], timeout=0.02)
        if reader.at_eof():
            task.cancel()
            await asyncio.wait([task])
            return False
    return task.result()
