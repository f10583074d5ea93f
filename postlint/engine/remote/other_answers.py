"""Reads answers that are not plain: chunks, interim answers, bodies without a length, and bent HTTP.

This is aiohttp's parser, which takes whatever servers send; most runs against one server never need it.
"""

from __future__ import annotations

import errno
from asyncio import AbstractEventLoop

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import BadStatusLine, HttpProcessingError
from aiohttp.http_parser import RawResponseMessage
from aiohttp.streams import StreamReader

from postlint.engine.remote.connection import Connection
from postlint.engine.remote.lenient import read_leniently
from postlint.engine.remote.redirects import locations
from postlint.values.network import Exchange, ExchangeError, ExchangeFault

# as much as Chromium takes; aiohttp's own limits refuse answers that browsers show
_MOST_IN_A_HEADER = 256 * 1024
_KEPT_START = 64 * 1024


class _Parser(ResponseHandler):
    """Keeps the first bytes of an answer, for those that the parser refuses."""

    def __init__(self, loop: AbstractEventLoop) -> None:
        super().__init__(loop)
        self.start = b""
        self.is_reset = False
        self.set_response_params(
            read_until_eof=True,
            auto_decompress=False,
            max_line_size=_MOST_IN_A_HEADER,
            max_field_size=_MOST_IN_A_HEADER,
        )

    def data_received(self, data: bytes) -> None:
        if len(self.start) < _KEPT_START:
            self.start += data
        super().data_received(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        self.is_reset = exc is not None
        super().connection_lost(exc)


async def read_other(connection: Connection, loop: AbstractEventLoop, limit: int) -> Exchange:
    """Return the answer that a connection left to us. Raises ExchangeError."""
    parser = _Parser(loop)
    connection.take_over(parser)
    try:
        head, payload = await _read_head(parser)
    except HttpProcessingError as error:
        read = read_leniently(parser.start)
        if read is None:
            raise _parse_error(error) from None
        return read
    connection.head_is_read()
    headers = [(name.lower(), value) for name, value in head.raw_headers]
    if locations(head.code, headers):
        return Exchange(head.code, headers, b"", False, False)
    body = bytearray()
    is_whole, is_cut = await _read_body(payload, body, limit)
    if parser.is_reset and not head.chunked and not any(name == b"content-length" for name, _ in headers):
        # it did not end there, it broke
        is_whole, is_cut = False, True
    connection.keeps_open = not parser.should_close
    if is_whole and connection.keeps_open:
        connection.take_back()
    return Exchange(head.code, headers, bytes(body[:limit]), is_whole, is_cut)


async def _read_head(parser: _Parser) -> tuple[RawResponseMessage, StreamReader]:
    """Return the head of an answer, interim answers left out."""
    try:
        while True:
            head, payload = await parser.read()
            if not 100 <= head.code < 200 or head.code == 101:
                return head, payload
    except (aiohttp.ClientError, OSError, EOFError) as error:
        raise ExchangeError(ExchangeFault.RESET, f"closed the connection without an answer{_why(error)}") from None


async def _read_body(payload: StreamReader, body: bytearray, limit: int) -> tuple[bool, bool]:
    """Read at most `limit` bytes; tell whether the body came to its end, and whether it was cut off."""
    try:
        while len(body) <= limit:
            chunk = await payload.readany()
            if not chunk and payload.at_eof():
                return True, False
            body += chunk
    except (aiohttp.ClientError, HttpProcessingError, OSError, EOFError):
        return False, True
    return False, False


def _why(error: BaseException) -> str:
    code = getattr(error, "errno", None)
    return " (reset)" if code in (errno.ECONNRESET, errno.EPIPE) else ""


def _parse_error(error: HttpProcessingError) -> ExchangeError:
    cause = error.__cause__ or error
    if "Expected HTTP/" in str(cause) or isinstance(cause, BadStatusLine):
        return ExchangeError(ExchangeFault.NOT_HTTP, "answers with something that is not HTTP")
    return ExchangeError(ExchangeFault.UNREADABLE, "answers with headers that are not proper HTTP")
