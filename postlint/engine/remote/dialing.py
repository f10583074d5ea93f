"""Opens connections, to addresses that may be asked, and says why one could not be opened."""

from __future__ import annotations

import asyncio
import errno
import ssl
from collections.abc import Awaitable, Callable, Sequence

from postlint.engine.remote.connection import Connection
from postlint.values.network import ExchangeError, ExchangeFault, Target

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
# how long an address may keep the next one waiting (RFC 8305)
_HEAD_START = 0.25
_MOST_AT_ONCE = 64 * 1024


class Dialer:
    """Opens connections; the first address of a host that takes one is used."""

    def __init__(self, resolve: Callable[[str], Awaitable[Sequence[str]]]) -> None:
        self._resolve = resolve
        self._loop = asyncio.get_running_loop()
        # asyncio would take memory for 256 KiB from the system for each part that comes, and give it back
        self._buffer = memoryview(bytearray(_MOST_AT_ONCE))
        self._tls: ssl.SSLContext | None = None

    async def dial(self, target: Target, seconds: float) -> Connection:
        """Connect to the host of a target. Raises ExchangeError."""
        addresses = await self._resolve(target.host)
        try:
            async with asyncio.timeout(seconds):
                return await self._first(target, addresses)
        except TimeoutError:
            raise ExchangeError(ExchangeFault.CONNECT_TIMEOUT, f"took more than {seconds:.0f} s to connect") from None
        except OSError as error:
            raise _fault(error) from None

    async def _first(self, target: Target, addresses: Sequence[str]) -> Connection:
        """Try one address after the other, each with a head start, until one answers."""
        if len(addresses) == 1:
            return await self._connect(target, addresses[0])
        waiting = list(addresses)
        running: set[asyncio.Task[Connection]] = set()
        failed: OSError = ConnectionError("no address")
        try:
            while waiting or running:
                if waiting:
                    running.add(asyncio.create_task(self._connect(target, waiting.pop(0))))
                wait = _HEAD_START if waiting else None
                done, running = await asyncio.wait(running, timeout=wait, return_when=asyncio.FIRST_COMPLETED)
                won = [task.result() for task in done if task.exception() is None]
                for late in won[1:]:
                    late.close()
                if won:
                    return won[0]
                for error in (task.exception() for task in done):
                    if not isinstance(error, OSError):
                        raise error or failed
                    failed = error
            raise failed
        finally:
            for task in running:
                task.cancel()

    async def _connect(self, target: Target, address: str) -> Connection:
        context = self._context() if target.scheme == "https" else None
        name = target.host.strip("[]").removesuffix(".") if context else None
        _, connection = await self._loop.create_connection(
            lambda: Connection(self._loop, self._buffer), address, target.port, ssl=context, server_hostname=name
        )
        return connection

    def _context(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = ssl.create_default_context()
            self._tls.set_alpn_protocols(["http/1.1"])
        return self._tls


def _fault(error: OSError) -> ExchangeError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _certificate_fault(error)
    if isinstance(error, ssl.SSLError):
        reason = (error.reason or "no reason given").lower().replace("_", " ")
        return ExchangeError(ExchangeFault.TLS, f"does not speak TLS properly ({reason})")
    if isinstance(error, ConnectionResetError | BrokenPipeError | ConnectionAbortedError):
        return ExchangeError(ExchangeFault.RESET, "closed the connection while it was made")
    if isinstance(error, ConnectionRefusedError):
        return ExchangeError(ExchangeFault.CONNECTION, "refuses the connection")
    if isinstance(error, TimeoutError):
        return ExchangeError(ExchangeFault.CONNECT_TIMEOUT, "does not answer")
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return ExchangeError(ExchangeFault.CONNECTION, "cannot be reached")
    return ExchangeError(ExchangeFault.CONNECTION, "cannot be connected to")


def _certificate_fault(error: ssl.SSLCertVerificationError) -> ExchangeError:
    words = _BAD_CERTIFICATE.get(getattr(error, "verify_code", 0))
    if words is not None:
        return ExchangeError(ExchangeFault.CERTIFICATE, words)
    # browsers fetch or know intermediate certificates that a server leaves out
    said = getattr(error, "verify_message", "") or str(error)
    return ExchangeError(ExchangeFault.UNSURE_CERTIFICATE, f"has a certificate that cannot be checked ({said})")
