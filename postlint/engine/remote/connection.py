"""One connection: it reads plain answers by itself and leaves the others to a parser that takes more."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from postlint.engine.remote.plain_head import PlainHead, is_under_way, read_plain_head
from postlint.engine.remote.redirects import locations
from postlint.values.network import Exchange

# None where the answer is not plain
OnAnswer = Callable[[Exchange | None], None]
_QUICKACK: int | None = getattr(socket, "TCP_QUICKACK", None)


class Connection(asyncio.BufferedProtocol):
    """The connection to a host.

    `is_connected` tells whether something can be sent, `is_late` that an answer took too long and was given up,
    `has_head` that its head came before, and `keeps_open` that the server takes another request, which it has been
    waiting for since `idle_since`.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop, buffer: memoryview) -> None:
        """`buffer` is what comes read into; the connections of a loop may share it."""
        self._loop, self._buffer = loop, buffer
        self.transport: asyncio.Transport | None = None
        self.is_connected = self.is_late = self.has_head = False
        self.keeps_open = True
        self.idle_since = 0.0
        self._is_lost = False
        self._error: BaseException | None = None
        self._is_resting = False
        self._answer: OnAnswer | None = None
        self._raw: bytes | bytearray = b""
        self._head: PlainHead | None = None
        self._limit = 0
        self._due = self._end = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def close(self) -> None:
        """Close it, whatever is under way: to say goodbye first could outlive the loop."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._abort()

    def ask(self, request: bytes, limit: int, first: float, end: float, on_answer: OnAnswer) -> None:
        """Send a request; wait until `first` for the head of its answer and until `end` for `limit` bytes of it.

        `on_answer` gets the answer if it is plain, maybe before this returns; with None somebody else is to
        `take_over`.
        """
        self.is_late = self.has_head = self._is_resting = False
        self._head = None
        self._limit, self._due, self._end = limit, first, end
        self._answer = on_answer
        if self._timer is not None and self._timer.when() > first:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._timer = self._loop.call_at(first, self._look_at_time)
        if self.transport is not None:
            self.transport.write(request)
        if self._raw or self._is_lost:
            # it spoke before it was asked, or is gone
            self._leave()

    def head_is_read(self) -> None:
        """Let the rest of an answer take until its end."""
        self.has_head = True
        self._due = self._end

    def rest(self) -> None:
        """Expect nothing until the next request."""
        self._is_resting = True
        self._answer = None
        self._raw = b""

    def take_over(self, protocol: asyncio.Protocol) -> None:
        """Let another protocol have what came, and what comes until `take_back`."""
        raw, self._raw = bytes(self._raw), b""
        self.is_connected = False
        if self.transport is not None:
            self.transport.set_protocol(protocol)
            protocol.connection_made(self.transport)
        if raw:
            protocol.data_received(raw)
        if self._is_lost:
            protocol.connection_lost(self._error)  # type: ignore[arg-type]  # what asyncio gave us

    def take_back(self) -> None:
        """Read again from here on."""
        if self.transport is not None:
            self.transport.set_protocol(self)
            self.is_connected = not self.transport.is_closing()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection."""
        if isinstance(transport, asyncio.Transport):
            self.transport = transport
            self.is_connected = True

    def get_buffer(self, sizehint: int) -> memoryview:
        """Return where what comes is put."""
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        """Take what came."""
        data = bytes(self._buffer[:nbytes])
        if self._answer is not None:
            self._read(self._answer, data)
        elif self._is_resting:
            # what nobody asked for must not pass for the next answer
            self._abort()
        else:
            self._raw = bytes(self._raw) + data

    def connection_lost(self, exc: BaseException | None) -> None:
        """End the answer under way: it is cut, unless somebody else knows better or we gave it up."""
        self.is_connected = False
        self._is_lost, self._error = True, exc
        answer, head = self._answer, self._head
        if answer is not None and head is not None and not self.is_late:
            self._settle(answer, head, is_whole=False, is_cut=True)
        elif answer is not None:
            self._leave()

    def _read(self, answer: OnAnswer, data: bytes) -> None:
        head = self._head
        if head is None:
            raw = self._raw = bytes(self._raw) + data if self._raw else data
            head = self._head = read_plain_head(raw)
            if head is None and is_under_way(raw):
                self._acknowledge()
                return
        else:
            if isinstance(self._raw, bytes):
                self._raw = bytearray(self._raw)
            self._raw += data
        if head is None:
            self._leave()
            self._acknowledge()
            return
        there = len(self._raw) - head.start
        is_whole = there == head.length
        is_enough = there > self._limit and head.length > self._limit
        # nobody looks at the body of a redirect
        if is_whole or is_enough or locations(head.status, head.headers):
            self._settle(answer, head, is_whole=is_whole and there <= self._limit, is_cut=False)
        elif there > head.length:
            self._leave()
        else:
            self.head_is_read()
            self._acknowledge()

    def _settle(self, answer: OnAnswer, head: PlainHead, *, is_whole: bool, is_cut: bool) -> None:
        self.keeps_open = head.keeps_open
        body = bytes(self._raw[head.start : head.start + self._limit])
        self._answer = None
        answer(Exchange(head.status, head.headers, body, is_whole, is_cut))

    def _acknowledge(self) -> None:
        """Say at once that a part has come.

        Servers that write head and body one after the other wait for that (Nagle's algorithm), and Linux keeps
        it back for 40 ms.
        """
        if self.transport is not None and _QUICKACK is not None:
            connected = self.transport.get_extra_info("socket")
            if connected is not None:
                connected.setsockopt(socket.IPPROTO_TCP, _QUICKACK, 1)

    def _leave(self) -> None:
        """Keep what came, and what comes, for the one who takes over."""
        answer, self._answer = self._answer, None
        if answer is not None:
            answer(None)

    def _look_at_time(self) -> None:
        """Give an answer up that is late; one timer serves all the requests of a connection."""
        self._timer = None
        if self._is_resting or self.transport is None or self._is_lost:
            return
        if self._loop.time() < self._due:
            self._timer = self._loop.call_at(self._due, self._look_at_time)
        else:
            self.is_late = True
            self._abort()

    def _abort(self) -> None:
        self.is_connected = False
        if self.transport is not None:
            self.transport.abort()
