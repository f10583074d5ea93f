"""Asks in the order in which they go out."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable

from postlint.engine.remote.asking import Ask


class Turns:
    """Asks that wait: host by host in turn, so that one host with many pictures holds nobody up."""

    def __init__(self) -> None:
        self._by_host: defaultdict[str, deque[Ask]] = defaultdict(deque)
        self._hosts: deque[str] = deque()

    def add(self, asks: Iterable[Ask]) -> None:
        """Take more asks."""
        for ask in asks:
            host = ask.target.host
            waiting = self._by_host[host]
            if not waiting:
                self._hosts.append(host)
            waiting.append(ask)

    def next(self) -> Ask | None:
        """Return the next one, None if there is none."""
        if not self._hosts:
            return None
        host = self._hosts.popleft()
        waiting = self._by_host[host]
        ask = waiting.popleft()
        if waiting:
            self._hosts.append(host)
        return ask
