"""Asks in the order in which they go out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from postlint.engine.remote.asking import Ask
from postlint.engine.remote.gates import Host


class Turns:
    """Asks that wait: host by host in turn, so that one host with many pictures holds nobody up."""

    def __init__(self, find_host: Callable[[str], Host], *, takes_places: bool) -> None:
        """With `takes_places` an ask has its turn once there is a place at its host, and gets that."""
        self._find_host, self._takes_places = find_host, takes_places
        self._waiting: dict[str, deque[Ask]] = {}
        self._in_turn: dict[str, deque[Ask]] = {}
        self._hosts: deque[Host] = deque()

    def add(self, asks: Iterable[Ask]) -> None:
        """Take more asks."""
        for ask in asks:
            name = ask.target.host
            waiting = self._waiting.get(name)
            if waiting is None:
                waiting = self._waiting[name] = deque()
            waiting.append(ask)
            if name not in self._in_turn:
                self.call(self._find_host(name))

    def call(self, host: Host) -> None:
        """Let a host have its turn again that had no place: it may have one now."""
        name = host.name
        if name not in self._in_turn and (waiting := self._waiting.get(name)):
            self._in_turn[name] = waiting
            self._hosts.append(host)

    def next(self) -> tuple[Ask, Host] | None:
        """Return the next one with its host; None if there is none, or none with a place."""
        hosts = self._hosts
        while hosts:
            host = hosts[0]
            waiting = self._in_turn[host.name]
            if waiting and (host.slots.free or not self._takes_places):
                host.slots.free -= self._takes_places
                hosts.rotate(-1)
                return waiting.popleft(), host
            del self._in_turn[host.name]
            hosts.popleft()
        return None
