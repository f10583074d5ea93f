"""A network made of an example's `responses`, and a socket that refuses to open."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from unittest import mock

from postlint.values.network import Exchange, ExchangeError, ExchangeFault, HostSettings, NetworkSettings, Target

SETTINGS = NetworkSettings(hosts={"*": HostSettings(at_once=100, gap=0)}, retry_delays=())
_FAULTS = {
    "dns": (ExchangeFault.NO_NAME, "has no address (DNS)"),
    "tls": (ExchangeFault.CERTIFICATE, "has a certificate that has expired"),
    "connection": (ExchangeFault.CONNECTION, "refuses the connection"),
    "timeout": (ExchangeFault.TIMEOUT, "did not answer within 10 s"),
}


class FakeClient:
    """Answers from a table, as `Example.responses` describes it."""

    def __init__(self, responses: Mapping[str, bytes | str]) -> None:
        self._responses = responses

    async def find(self, target: Target) -> None:
        """Know every host."""

    async def get(self, target: Target, headers: Sequence[tuple[str, str]], limit: int, time_left: float) -> Exchange:
        """Answer, or raise ExchangeError; what is not in the table is not found."""
        sent = dict(headers)
        answer = self._responses.get(str(target), "404")
        if "compatible; postlint" not in sent["User-Agent"]:
            answer = self._responses.get(f"{target} (browser)", answer)
        if "Referer" not in sent:
            answer = self._responses.get(f"{target} (no Referer)", answer)
        if isinstance(answer, bytes):
            return Exchange(200, ((b"content-length", str(len(answer)).encode()),), answer[:limit])
        if answer in _FAULTS:
            raise ExchangeError(*_FAULTS[answer])
        status, _, location = answer.partition(" ")
        return Exchange(int(status), ((b"location", location.encode()),) if location else (), b"")

    async def close(self) -> None:
        """Have nothing to close."""


def _refuse(*_: Any) -> Any:
    raise AssertionError("a rule opened a connection; rules ask the network through requests() only")


@contextmanager
def no_network() -> Iterator[None]:
    """Make every attempt to connect, or to look a host up, fail the test."""
    with (
        mock.patch.object(socket.socket, "connect", _refuse),
        mock.patch.object(socket.socket, "connect_ex", _refuse),
        mock.patch.object(socket, "getaddrinfo", _refuse),
    ):
        yield
