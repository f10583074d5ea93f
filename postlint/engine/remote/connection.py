"""Connections of aiohttp that read plain answers by themselves and leave the others to its parser."""

from __future__ import annotations

import asyncio
import socket
from functools import partial

from aiohttp import TCPConnector
from aiohttp.client_proto import ResponseHandler

from postlint.engine.remote.plain_head import PlainHead, read_plain_head
from postlint.engine.remote.redirects import locations
from postlint.engine.remote.resolver import GuardedResolver
from postlint.values.network import Exchange

# as much as Chromium takes; aiohttp's own limits refuse answers that browsers show
_MOST_IN_A_HEADER = 256 * 1024
_KEPT_START = 64 * 1024
_QUICKACK: int | None = getattr(socket, "TCP_QUICKACK", None)


class Handler(ResponseHandler):
    """One connection. It keeps the first bytes of an answer, for those that the parser refuses.

    `is_late` tells that an answer took too long and was given up, `is_reset` that the connection broke.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.start = b""
        self.is_late = False
        self._is_resting = False
        self._answer: asyncio.Future[Exchange | None] | None = None
        self._raw: bytes | bytearray = b""
        self._head: PlainHead | None = None
        self._limit = 0
        self._end = 0.0
        self.is_reset = False
        self._deadline: asyncio.TimerHandle | None = None

    def expect(self, limit: int, first: float, end: float) -> asyncio.Future[Exchange | None]:
        """Wait for an answer, until `first` for its head and until `end` for `limit` bytes of it.

        The future holds the answer if it is plain; with None it is the parser that reads it.
        """
        self.start = self._raw = b""
        self.is_late = self._is_resting = False
        self._head = None
        self._limit, self._end = limit, end
        answer = self._answer = self._loop.create_future()
        self._deadline = self._loop.call_at(first, self._give_up)
        if self._tail:
            # it spoke before it was asked
            self._leave_to_parser()
        return answer

    def head_is_read(self) -> None:
        """Let the rest of an answer take until its end."""
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = self._loop.call_at(self._end, self._give_up)

    def rest(self) -> None:
        """Expect nothing until the next request."""
        self._is_resting = True
        self._answer = None
        self.start = self._raw = b""
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def data_received(self, data: bytes) -> None:
        """Take what comes."""
        if self._answer is not None:
            self._read(self._answer, data)
        elif self._is_resting:
            # what nobody asked for must not pass for the next answer
            if self.transport is not None:
                self.transport.abort()
        else:
            if len(self.start) < _KEPT_START:
                self.start += data
            super().data_received(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        """End the answer under way: it is cut, unless the parser knows better or we gave it up."""
        answer, head = self._answer, self._head
        self.is_reset = exc is not None
        if answer is not None and head is not None and not self.is_late:
            self._settle(answer, head, is_whole=False, is_cut=True)
        elif answer is not None:
            self._leave_to_parser()
        super().connection_lost(exc)

    def _read(self, answer: asyncio.Future[Exchange | None], data: bytes) -> None:
        head = self._head
        if head is None:
            self._raw = data
            head = self._head = read_plain_head(data)
        else:
            if isinstance(self._raw, bytes):
                self._raw = bytearray(self._raw)
            self._raw += data
        if head is None:
            self._leave_to_parser()
            self._acknowledge()
            return
        there = len(self._raw) - head.start
        is_whole = there == head.length
        is_enough = there > self._limit and head.length > self._limit
        # nobody looks at the body of a redirect
        if is_whole or is_enough or locations(head.status, head.headers):
            self._settle(answer, head, is_whole=is_whole and there <= self._limit, is_cut=False)
        elif there > head.length:
            self._leave_to_parser()
        else:
            self._acknowledge()

    def _settle(
        self, answer: asyncio.Future[Exchange | None], head: PlainHead, *, is_whole: bool, is_cut: bool
    ) -> None:
        if not head.keeps_open:
            self.force_close()
        body = bytes(self._raw[head.start : head.start + self._limit])
        self._answer = None
        if not answer.done():
            answer.set_result(Exchange(head.status, head.headers, body, is_whole, is_cut))

    def _acknowledge(self) -> None:
        """Say at once that a part has come.

        Servers that write head and body one after the other wait for that (Nagle's algorithm), and Linux keeps
        it back for 40 ms.
        """
        if self.transport is not None and _QUICKACK is not None:
            connected = self.transport.get_extra_info("socket")
            if connected is not None:
                connected.setsockopt(socket.IPPROTO_TCP, _QUICKACK, 1)

    def _leave_to_parser(self) -> None:
        answer, raw = self._answer, bytes(self._raw)
        self._answer, self._raw, self._head = None, b"", None
        self.start = raw[:_KEPT_START]
        self.set_response_params(
            read_until_eof=True,
            auto_decompress=False,
            max_line_size=_MOST_IN_A_HEADER,
            max_field_size=_MOST_IN_A_HEADER,
        )
        if raw:
            super().data_received(raw)
        if answer is not None and not answer.done():
            answer.set_result(None)

    def _give_up(self) -> None:
        if self._head is not None and self._loop.time() < self._end:
            self.head_is_read()
            return
        self.is_late = True
        if self.transport is not None:
            self.transport.abort()


class Connector(TCPConnector):
    """Makes such connections, to addresses that may be asked."""

    def __init__(self, resolver: GuardedResolver) -> None:
        super().__init__(limit=0, resolver=resolver, use_dns_cache=False, force_close=True)
        self._factory = partial(Handler, loop=self._loop)  # type: ignore[assignment]  # a handler of our own
