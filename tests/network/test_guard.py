"""No address of this machine or its network is asked: as written, as looked up, and after every redirect."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postlint.engine.remote.resolver import GuardedResolver
from tests.network.cases import answer_case
from tests.network.server import Server
from tests.network.test_limits import QUICK
from tests.network.test_misbehaving import write_site

Run = Callable[..., Any]
OPTIONS = ("check", "--network", "--no-cache", "--select", "IMG04", "--output-format", "json")
WRITTEN = (
    "127.0.0.1", "127.1", "127.0.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "0x7f000001", "017700000001", "0.0.0.0", "0",
    "127.0.0.1.", "127.255.255.254", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]", "localhost", "LOCALHOST", "localhost.", "１２７.0.0.1", "127%2e0%2e0%2e1", "user:pass@127.0.0.1",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_no_way_to_write_this_machine_leads_to_it(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, [f"http://{host}:{server.port}/status-404/a.png" for host in WRITTEN], QUICK)
        run(*OPTIONS)
        assert sum(server.seen.requests.values()) == 0


@pytest.mark.parametrize("answer", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1"])
def test_a_name_that_leads_into_the_own_network_is_not_asked(
    answer: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = socket.AF_INET6 if ":" in answer else socket.AF_INET
    asked: list[str] = []

    def look_up(host: str, port: object, *rest: object, **more: object) -> list[Any]:
        asked.append(host)
        return [(family, socket.SOCK_STREAM, 6, "", (answer, 0, 0, 0)[: 4 if family == socket.AF_INET6 else 2])]

    with Server(answer_case) as server:
        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        write_site(tmp_path, [f"http://rebind.example.org:{server.port}/status-404/a.png"], QUICK)
        done = run(*OPTIONS)
        assert sum(server.seen.requests.values()) == 0
    assert asked == ["rebind.example.org"]
    (item,) = json.loads(done.out)
    assert (item["code"], item["severity"], item["data"]["reason"]) == ("IMG046", "info", "refused_address")


def test_what_was_looked_up_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["93.184.216.34", "127.0.0.1"])

    def look_up(host: str, port: object, *rest: object, **more: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), 0))]

    async def ask() -> list[str]:
        resolver = GuardedResolver(allow_private=False)
        await resolver.check("rebind.example.org")
        return await resolver.addresses("rebind.example.org")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert asyncio.run(ask()) == ["93.184.216.34"]


def test_a_password_in_an_address_is_not_sent(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, [f"http://me:secret@127.0.0.1:{server.port}/png/a.png"], QUICK)
        run(*OPTIONS, "--allow-private-addresses")
        assert all("authorization" not in headers for headers in server.seen.headers["/png/a.png"])


def test_a_header_of_a_config_cannot_hold_another(run: Run, tmp_path: Path) -> None:
    config = 'user-agent = "a\\r\\nX-Evil: 1"\n[hosts."127.0.0.1"]\ngap = 0\nheaders = {A = "b\\nX-Evil: 2"}\n'
    with Server(answer_case) as server:
        write_site(tmp_path, [f"http://127.0.0.1:{server.port}/png/a.png"], config)
        run(*OPTIONS, "--allow-private-addresses")
        assert sum(server.seen.requests.values()) > 0
        assert all("x-evil" not in headers for headers in server.seen.headers["/png/a.png"])
