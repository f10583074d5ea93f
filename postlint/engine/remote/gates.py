"""Limits: how many requests are on their way, in all and per host, and how close together they start."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from math import inf

from postlint.values.dataclass import dataclass, field
from postlint.values.network import ExchangeError, HostSettings, NetworkSettings, Target

# this many addresses in a row put off for longer than we wait: the host is left alone
GIVE_UP = 5


class OutOfRequests(Exception):
    """`max_requests` is used up."""


class Places:
    """So many at a time, in the order in which they come; where there is room, nothing is waited for.

    asyncio's own semaphore looks at all that wait, each time. Who takes one of the `free` places without waiting
    counts it off.
    """

    def __init__(self, count: int) -> None:
        self.free = max(1, count)
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def take(self) -> None:
        """Wait for a place."""
        if self.free:
            self.free -= 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.give()
            raise

    def give(self) -> None:
        """Hand a place back: to the next that waits."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self.free += 1


@dataclass
class Host:
    """What is known of a host in this run.

    `limited` counts the addresses in a row that it put off, `waited` the seconds waited for it at its own
    wish, `wait_until` when that ends. `is_odd` marks one that treated some address in a way of its own.
    """

    name: str
    settings: HostSettings
    slots: Places
    starting: Places = field(default_factory=lambda: Places(1))
    next_start: float = 0.0
    limited: int = 0
    waited: float = 0.0
    wait_until: float = 0.0
    is_odd: bool = False

    def may_wait(self, now: float, seconds: float, most: float) -> bool:
        """Take a wait that the host asks for, unless all its waits together would be too long."""
        until = now + seconds
        longer = max(0.0, until - max(now, self.wait_until))
        if self.waited + longer > most:
            return False
        self.waited += longer
        self.wait_until = max(self.wait_until, until)
        return True


class Gates:
    """Lets requests through, one host at a time; `on_place` is told of hosts one of whose places was handed back."""

    def __init__(self, settings: NetworkSettings, on_place: Callable[[Host], None] | None = None) -> None:
        self._settings = settings
        self._most = inf if settings.max_requests is None else settings.max_requests
        self._now = asyncio.get_running_loop().time
        self.all = Places(settings.at_once)
        self._hosts: dict[str, Host] = {}
        self._dead: dict[str, ExchangeError] = {}
        self._on_place = on_place
        self.started = 0

    def host(self, name: str) -> Host:
        """Return what is known of a host."""
        found = self._hosts.get(name)
        if found is None:
            own = self._settings.of_host(name)
            found = self._hosts[name] = Host(name, own, Places(own.at_once))
        return found

    def mark_dead(self, target: Target, error: ExchangeError) -> None:
        """Remember that an origin does not answer; it is not asked again in this run."""
        self._dead.setdefault(target.origin, error)

    def find_dead(self, target: Target) -> ExchangeError | None:
        """Return why an origin does not answer, if that is known."""
        return self._dead.get(target.origin) if self._dead else None

    async def take_place(self, host: Host) -> None:
        """Wait for a place at a host. Raises OutOfRequests."""
        if self.started >= self._most:
            raise OutOfRequests
        await host.slots.take()

    def give_place(self, host: Host) -> None:
        """Hand a place at a host back."""
        host.slots.give()
        if self._on_place is not None:
            self._on_place(host)

    def has_entered(self, host: Host) -> bool:
        """Enter as with `enter` if nothing must be waited for, and tell whether that was so."""
        if not self.all.free or self.started >= self._most or host.limited > 1 or not host.starting.free:
            return False
        if host.settings.gap:
            now = self._now()
            if host.next_start > now:
                return False
            host.next_start = now + host.settings.gap
        self.all.free -= 1
        self.started += 1
        return True

    async def enter(self, host: Host) -> None:
        """Wait until a request to a host with a place there may start; it is under way until `leave`.

        Raises OutOfRequests.
        """
        await host.starting.take()
        try:
            # the place among all is taken last: who waits for a gap must not hold it
            if host.limited > 1 or host.next_start > self._now():
                await self._wait_for_gap(host)
            if self.started >= self._most:
                raise OutOfRequests
            await self.all.take()
            if host.settings.gap:
                host.next_start = self._now() + host.settings.gap
        finally:
            host.starting.give()
        self.started += 1

    def leave(self, host: Host) -> None:
        """Let the next request start; the place at the host is handed back as well."""
        self.all.give()
        self.give_place(host)

    async def _wait_for_gap(self, host: Host) -> None:
        while True:
            # two in a row that were put off are about us, not about one picture
            resume = max(host.next_start, host.wait_until if host.limited > 1 else 0.0)
            left = resume - self._now()
            if left <= 0:
                return
            await asyncio.sleep(left)
