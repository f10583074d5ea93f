"""The HTTP client: aiohttp's connections, one GET at a time."""

from __future__ import annotations

import asyncio
import errno
import ssl
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import aiohttp
from aiohttp import ClientRequest, ClientTimeout
from aiohttp.connector import Connection
from aiohttp.http_exceptions import BadStatusLine, HttpProcessingError
from aiohttp.http_parser import RawResponseMessage
from aiohttp.streams import StreamReader
from yarl import URL

from postlint.engine.remote.connection import Connector, Handler
from postlint.engine.remote.lenient import read_leniently
from postlint.engine.remote.redirects import locations
from postlint.engine.remote.resolver import GuardedResolver
from postlint.values.late_pattern import late_pattern
from postlint.values.network import Exchange, ExchangeError, ExchangeFault, NetworkSettings, Target

_LINE_ENDS = late_pattern("[\r\n\0]")
_MOST_STALE = 3
# servers close idle connections, some after five seconds
_KEPT_SECONDS = 4.0
_NO_TIMEOUT = ClientTimeout(total=None)
# what OpenSSL says of a certificate that no browser accepts, either
_BAD_CERTIFICATE = {
    9: "has a certificate that is not valid yet",
    10: "has a certificate that has expired",
    18: "has a certificate that it signed itself",
    19: "has a certificate of an unknown authority",
    23: "has a certificate that was revoked",
    62: "has a certificate for another host",
    64: "has a certificate for another host",
}


class AiohttpClient:
    """Keeps connections open between requests; sends nothing but what it is told."""

    def __init__(self, settings: NetworkSettings) -> None:
        self._settings = settings
        self._resolver = GuardedResolver(allow_private=settings.allow_private)
        self._connector = Connector(self._resolver)
        self._now = asyncio.get_running_loop().time
        self._requests: dict[tuple[str, str, int], ClientRequest] = {}
        self._idle: defaultdict[tuple[str, str, int], list[tuple[float, Connection]]] = defaultdict(list)

    async def find(self, target: Target) -> None:
        """Look the host up. Raises ExchangeError."""
        await self._resolver.check(target.host)

    async def get(self, target: Target, headers: Sequence[tuple[str, str]], limit: int, time_left: float) -> Exchange:
        """Send one GET. What an earlier answer left on a connection is no answer: then another one is opened."""
        first = f"GET {target.path} HTTP/1.1\r\nHost: {target.authority}\r\n"
        raw = first.encode("latin-1", "replace") + _header_lines(tuple(headers))
        for _ in range(_MOST_STALE):
            connection = self._take_idle(target)
            is_used = connection is not None
            if connection is None:
                connection = await self._connect(target)
            try:
                exchange = await self._exchange(connection, raw, limit, time_left)
                self._put_back(target, connection, exchange)
                return exchange
            except ExchangeError as error:
                if not is_used or error.fault not in (ExchangeFault.UNREADABLE, ExchangeFault.NOT_HTTP):
                    raise
        raise ExchangeError(ExchangeFault.NOT_HTTP, "answers with something that is not HTTP")

    async def close(self) -> None:
        """Close every connection."""
        for waiting in self._idle.values():
            for _, connection in waiting:
                connection.close()
        await self._resolver.close()
        await self._connector.close()

    def _take_idle(self, target: Target) -> Connection | None:
        """Return a connection that is open still; aiohttp's own pool takes three times as long."""
        waiting = self._idle[target[:3]]
        now = self._now()
        while waiting:
            since, connection = waiting.pop()
            protocol = connection.protocol
            if protocol is not None and protocol.is_connected() and now - since < _KEPT_SECONDS:
                return connection
            connection.close()
        return None

    def _put_back(self, target: Target, connection: Connection, exchange: Exchange) -> None:
        protocol = connection.protocol
        if exchange.is_whole and protocol is not None and not protocol.should_close:
            self._idle[target[:3]].append((self._now(), connection))
        else:
            connection.close()

    async def _connect(self, target: Target) -> Connection:
        key = target[:3]
        request = self._requests.get(key)
        if request is None:
            url = URL(f"{target.origin}/", encoded=True)
            request = ClientRequest("GET", url, loop=asyncio.get_running_loop())
            self._requests[key] = request
        try:
            async with asyncio.timeout(self._settings.connect_time):
                return await self._connector.connect(request, [], _NO_TIMEOUT)
        except TimeoutError:
            message = f"took more than {self._settings.connect_time:.0f} s to connect"
            raise ExchangeError(ExchangeFault.CONNECT_TIMEOUT, message) from None
        except aiohttp.ClientConnectorCertificateError as error:
            raise _certificate_error(error) from None
        except aiohttp.ClientConnectorSSLError as error:
            raise ExchangeError(ExchangeFault.TLS, f"does not speak TLS properly ({_tls_reason(error)})") from None
        except (aiohttp.ClientError, OSError) as error:
            raise _connection_error(error) from None

    async def _exchange(self, connection: Connection, raw: bytes, limit: int, time_left: float) -> Exchange:
        protocol, transport = connection.protocol, connection.transport
        if not isinstance(protocol, Handler) or transport is None:
            raise ExchangeError(ExchangeFault.RESET, "closed the connection without an answer")
        first = min(self._settings.first_byte_time, time_left)
        now = self._now()
        answer = protocol.expect(limit, now + first, now + time_left)
        exchange = None
        try:
            transport.write(raw)
            exchange = await answer or await self._parsed(protocol, limit, first)
        finally:
            protocol.rest()
            if exchange is None or not exchange.is_whole:
                connection.close()
        return exchange

    async def _parsed(self, protocol: Handler, limit: int, first: float) -> Exchange:
        """Return an answer that is not plain."""
        body = bytearray()
        try:
            head, payload = await _read_head(protocol)
        except ExchangeError:
            if protocol.is_late:
                raise ExchangeError(ExchangeFault.TIMEOUT, f"did not answer within {first:.0f} s") from None
            raise
        except HttpProcessingError as error:
            read = read_leniently(protocol.start)
            if read is None:
                raise _parse_error(error) from None
            return read
        protocol.head_is_read()
        headers = [(name.lower(), value) for name, value in head.raw_headers]
        if locations(head.code, headers):
            return Exchange(head.code, headers, b"", False, False)
        is_clean, is_cut = await _read_body(payload, body, limit)
        if protocol.is_late:
            raise ExchangeError(ExchangeFault.TIMEOUT, f"did not finish within {self._settings.whole_time:.0f} s")
        if protocol.is_reset and not head.chunked and not any(name == b"content-length" for name, _ in headers):
            # it did not end there, it broke
            is_clean, is_cut = False, True
        return Exchange(head.code, headers, bytes(body[:limit]), is_clean, is_cut)


@lru_cache(256)
def _header_lines(headers: tuple[tuple[str, str], ...]) -> bytes:
    """Return the headers of a request up to its end; what a config or a post says cannot begin another line."""
    lines = (_LINE_ENDS.sub(" ", f"{name}: {value}") for name, value in headers)
    return "\r\n".join((*lines, "", "")).encode("latin-1", "replace")


async def _read_head(protocol: Handler) -> tuple[RawResponseMessage, StreamReader]:
    """Return the head of an answer, interim answers left out."""
    try:
        while True:
            head, payload = await protocol.read()
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


def _certificate_error(error: aiohttp.ClientConnectorCertificateError) -> ExchangeError:
    cause = error.certificate_error
    code = getattr(cause, "verify_code", 0)
    words = _BAD_CERTIFICATE.get(code)
    if words is not None:
        return ExchangeError(ExchangeFault.CERTIFICATE, words)
    # browsers fetch or know intermediate certificates that a server leaves out
    said = getattr(cause, "verify_message", "") or str(cause)
    return ExchangeError(ExchangeFault.UNSURE_CERTIFICATE, f"has a certificate that cannot be checked ({said})")


def _tls_reason(error: BaseException) -> str:
    cause = getattr(error, "os_error", error)
    reason = cause.reason if isinstance(cause, ssl.SSLError) else None
    return (reason or "no reason given").lower().replace("_", " ")


def _connection_error(error: BaseException) -> ExchangeError:
    cause = getattr(error, "os_error", error)
    code = getattr(cause, "errno", None)
    if isinstance(cause, ssl.SSLError):
        return ExchangeError(ExchangeFault.TLS, f"does not speak TLS properly ({_tls_reason(cause)})")
    if code in (errno.ECONNRESET, errno.EPIPE) or isinstance(error, aiohttp.ServerDisconnectedError):
        return ExchangeError(ExchangeFault.RESET, "closed the connection while it was made")
    if code == errno.ECONNREFUSED:
        return ExchangeError(ExchangeFault.CONNECTION, "refuses the connection")
    if code == errno.ETIMEDOUT:
        return ExchangeError(ExchangeFault.CONNECT_TIMEOUT, "does not answer")
    if code in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return ExchangeError(ExchangeFault.CONNECTION, "cannot be reached")
    return ExchangeError(ExchangeFault.CONNECTION, "cannot be connected to")
