"""robots.txt: not asked for unless the settings want it obeyed, and then at every host and redirect."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from postlint.engine.remote.robots_file import is_allowed, read_robots
from tests.network import pictures as p
from tests.network.cases import reply
from tests.network.server import HOSTS, Got, Server
from tests.network.test_misbehaving import write_site

QUICK = 'no-cache = true\n[hosts."*"]\ngap = 0\nat-once = 8\n'
OPTIONS = ("check", "--network", "--allow-private-addresses", "--select", "IMG04", "--output-format", "json")


@pytest.mark.parametrize(
    ("text", "closed", "open_"),
    [
        ("User-agent: *\nDisallow: /a/", "/a/b.png /a/?x", "/ /a /b/a/"),
        ("User-agent: *\nDisallow:", "", "/ /a"),
        ("user-AGENT : PostLint/2.0 # us\nDISALLOW:/a\n\nUser-agent: *\nDisallow: /", "/a /ab", "/ /b"),
        ("User-agent: other\nUser-agent: postlint\nDisallow: /a\nUser-agent: more\nDisallow: /b", "/a", "/b"),
        (
            "User-agent: postlint\nDisallow: /a\nUser-agent: x\nAllow: /\nUser-agent: postlint\nDisallow: /b",
            "/a /b",
            "/c",
        ),
        ("User-agent: *\nDisallow: /\nAllow: /img/\nAllow: /$", "/a /img", "/img/a.png /"),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "", "/a"),
        ("User-agent: *\nDisallow: /*.png$\nDisallow: /*?size=", "/a.png /x/b.png /a?size=1", "/a.png?x /a.jpg"),
        ("User-agent: *\nDisallow: /a*b*c$", "/abc /axbxbxc", "/abcd /acb /ac"),
        ("User-agent: *\nDisallow: /图/\nDisallow: /%7ex/\nDisallow: /a%2fb", "/%E5%9B%BE/a /~x/a /a%2Fb", "/a/b /x"),
        ("Disallow: /\nSitemap: /x\nno colon\nUser-agent: *\nCrawl-delay: 10\nDisallow: /b", "/b", "/a"),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", "/b"),
        ("<!doctype html><p>User-agent: none", "", "/a"),
        ("", "", "/a"),
    ],
)
def test_what_a_file_allows(text: str, closed: str, open_: str) -> None:
    rules = read_robots(text)
    assert [path for path in closed.split() if is_allowed(path, rules)] == []
    assert [path for path in open_.split() if not is_allowed(path, rules)] == []


def test_a_pattern_of_many_stars_takes_no_time() -> None:
    rules = read_robots("User-agent: *\nDisallow: /" + "*a" * 2000 + "$")
    assert is_allowed("/" + "a" * 1999 + "b", rules)


def host_of(got: Got) -> int:
    return HOSTS.index(got.host)


async def answer(got: Got) -> AsyncIterator[bytes]:
    """Answer as hosts that close `/no/`, have no file, fail, are closed to us, and lead elsewhere."""
    which = host_of(got)
    if got.path == "/robots.txt":
        files = [
            reply(b"User-agent: *\nDisallow: /no/\n"),
            reply(b"", "404 Not Found"),
            reply(b"", "500 Internal Server Error"),
            reply(b"", "302 Found", "Location: /moved/robots.txt"),
        ]
        yield files[min(which, 3)]
    elif got.path == "/moved/robots.txt":
        yield reply(b"User-agent: postlint\nDisallow: /\n")
    elif got.path == "/away.png":
        yield reply(b"", "302 Found", f"Location: http://{HOSTS[0]}:{got.port}/no/a.png")
    else:
        yield reply(p.PNG)


Run = Callable[..., object]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_closed_pictures_are_left_alone(run: Run, tmp_path: Path) -> None:
    with Server(answer) as server:
        hosts = [f"http://{host}:{server.port}" for host in HOSTS]
        closed = [f"{hosts[0]}/no/a.png", f"{hosts[2]}/a.png", f"{hosts[3]}/a.png", f"{hosts[1]}/away.png"]
        write_site(tmp_path, [*closed, f"{hosts[0]}/a.png", f"{hosts[0]}/b.png", f"{hosts[1]}/no/a.png"], QUICK)
        done = run(*OPTIONS, "--obey-robots")
        asked = dict(server.seen.requests)
    found = {item["data"]["url"]: (item["code"], item["data"]["reason"]) for item in json.loads(done.out)}
    assert found == dict.fromkeys(closed, ("IMG046", "robots"))
    assert done.code == 0
    pictures = {path for path in asked if "robots" not in path}
    assert pictures == {"/a.png", "/b.png", "/no/a.png", "/away.png"}
    # four hosts, and each picture once, or once more to compare it
    assert asked["/robots.txt"] == 4
    assert asked["/no/a.png"] <= 2


def test_nobody_is_asked_for_it_by_default(run: Run, tmp_path: Path) -> None:
    with Server(answer) as server:
        write_site(tmp_path, [f"http://{HOSTS[0]}:{server.port}/no/a.png"], QUICK)
        done = run(*OPTIONS)
        assert set(server.seen.requests) == {"/no/a.png"}
    assert done.out.strip() == "[]"


def test_a_host_that_is_not_there_is_called_so(run: Run, tmp_path: Path) -> None:
    write_site(tmp_path, ["http://no-such-host.invalid/a.png", "https://127.0.0.1:1718/a.png"], QUICK + "\n")
    done = run(*OPTIONS, "--obey-robots")
    assert {(item["code"], item["data"]["reason"]) for item in json.loads(done.out)} == {
        ("IMG042", "dns"),
        ("IMG042", "connection"),
    }
