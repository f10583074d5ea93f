"""Looks hosts up, once per run, and lets only addresses through that may be asked."""

from __future__ import annotations

import asyncio
import socket
import threading
from ipaddress import ip_address
from itertools import zip_longest
from typing import Any

from postlint.engine.remote.address import literal_address
from postlint.engine.remote.guard import is_public
from postlint.values.network import ExchangeError, ExchangeFault

_FOR_NOW = (socket.EAI_AGAIN,)
_LOOKUP_SECONDS = 15.0
_RETRY_SECONDS = 1.0
_Info = tuple[Any, Any, int, str, tuple[Any, ...]]


class GuardedResolver:
    """Looks hosts up; connections go to the very addresses that were checked."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._passed: set[str] = set()
        self._lookups: dict[str, asyncio.Task[list[str]]] = {}

    async def check(self, host: str) -> None:
        """Look a host up. Raises ExchangeError if it has no address, or none that may be asked."""
        if host in self._passed:
            return
        literal = literal_address(host)
        if literal is None:
            await self._found(host)
        elif not self._allow_private and not is_public(literal):
            raise _refused(str(literal))
        self._passed.add(host)

    async def addresses(self, host: str) -> list[str]:
        """Return the addresses of a host that may be asked, the best one first. Raises ExchangeError."""
        await self.check(host)
        literal = literal_address(host)
        return await self._found(host) if literal is None else [str(literal)]

    async def close(self) -> None:
        """Stop waiting for lookups."""
        for task in self._lookups.values():
            task.cancel()

    async def _found(self, host: str) -> list[str]:
        task = self._lookups.get(host)
        if task is None:
            task = self._lookups[host] = asyncio.create_task(self._look_up(host))
        return await asyncio.shield(task)

    async def _look_up(self, host: str) -> list[str]:
        try:
            found = await _ask_system(host)
        except ExchangeError as error:
            if error.fault is not ExchangeFault.NAME_FOR_NOW:
                raise
            await asyncio.sleep(_RETRY_SECONDS)
            found = await _ask_system(host)
        known = list(dict.fromkeys(str(info[4][0]) for info in found))
        allowed = [one for one in known if self._allow_private or is_public(ip_address(one.partition("%")[0]))]
        if known and not allowed:
            raise _refused(known[0])
        return _by_turns(allowed)


def _by_turns(addresses: list[str]) -> list[str]:
    """Return addresses of both families in turn: where one family leads nowhere, the other is next."""
    six = [one for one in addresses if ":" in one]
    four = [one for one in addresses if ":" not in one]
    first, second = (six, four) if addresses and ":" in addresses[0] else (four, six)
    return [one for pair in zip_longest(first, second) for one in pair if one is not None]


def _refused(address: str) -> ExchangeError:
    return ExchangeError(ExchangeFault.REFUSED_ADDRESS, f"is at {address}, which only its own network can reach")


async def _ask_system(host: str) -> list[_Info]:
    """Ask the system's resolver in a thread that no exit waits for."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[_Info]] = loop.create_future()

    def settle(found: list[_Info] | None, error: ExchangeError | None) -> None:
        if not answer.done():
            if error is not None:
                answer.set_exception(error)
            else:
                answer.set_result(found or [])

    def look_up() -> None:
        found: list[_Info] | None = None
        error: ExchangeError | None = None
        try:
            found = socket.getaddrinfo(host.rstrip("."), None, type=socket.SOCK_STREAM)
        except socket.gaierror as caught:
            is_for_now = caught.errno in _FOR_NOW
            fault = ExchangeFault.NAME_FOR_NOW if is_for_now else ExchangeFault.NO_NAME
            error = ExchangeError(fault, "could not be looked up" if is_for_now else "has no address (DNS)")
        except (OSError, UnicodeError) as caught:
            error = ExchangeError(ExchangeFault.NO_NAME, f"has no address (DNS): {caught}")
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, found, error)

    threading.Thread(target=look_up, daemon=True, name="lookup").start()
    try:
        async with asyncio.timeout(_LOOKUP_SECONDS):
            return await answer
    except TimeoutError:
        raise ExchangeError(ExchangeFault.NAME_FOR_NOW, "could not be looked up in time") from None
