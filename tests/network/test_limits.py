"""What bounds a run: answers kept, time, number, hosts, Ctrl-C, and addresses that are nobody's business."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from postlint.engine.candidate import Candidate
from postlint.engine.remote.address import parse_url
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.fetching import Fetching, fetch
from postlint.engine.remote.http_client import Client
from postlint.engine.worker import Worker
from postlint.testing.fake_network import SETTINGS, FakeClient
from postlint.values.network import Exchange, HttpClient, NetworkSettings, Target
from postlint.values.packed_result import PackedResult
from tests.network import pictures as p
from tests.network.cases import answer_case, reply
from tests.network.server import HOSTS, Got, Server
from tests.network.test_misbehaving import write_site

Run = Callable[..., object]
QUICK = '[hosts."*"]\ngap = 0\nat-once = 8\n'
OPTIONS = ("check", "--network", "--select", "IMG04", "--output-format", "json")


def urls_of(server: Server, *names: str) -> list[str]:
    return [f"http://{HOSTS[0]}:{server.port}/{name}/a.png" for name in names]


def found(done: object) -> list[tuple[str, str]]:
    return [(item["code"], item["data"]["reason"]) for item in json.loads(done.out)]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_answers_are_kept_unless_undecided(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, urls_of(server, "png", "status-404", "status-999", "moved-301"), QUICK)
        first = run(*OPTIONS, "--allow-private-addresses")
        asked = dict(server.seen.requests)
        second = run(*OPTIONS, "--allow-private-addresses")
        again = {path: count - asked[path] for path, count in server.seen.requests.items() if count > asked[path]}
        assert again == {"/status-999/a.png": 1}
        run(*OPTIONS, "--allow-private-addresses", "--no-cache")
        assert server.seen.requests["/png/a.png"] == 2 * asked["/png/a.png"]
    assert found(first) == [("IMG041", "status"), ("IMG046", "rate_limited"), ("IMG044", "redirect")]
    assert first.out == second.out


def test_kept_answers_grow_old(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, urls_of(server, "png", "status-404"), QUICK)
        run(*OPTIONS, "--allow-private-addresses")
        with sqlite3.connect(tmp_path / ".postlint_cache/cache.sqlite3") as file:
            until = dict(file.execute("SELECT url, until FROM answers").fetchall())
            file.execute("UPDATE answers SET until = until - 2 * 86400")
        file.close()
        days = {url.rsplit("/", 2)[1]: round((end - time.time()) / 86400) for url, end in until.items()}
        assert days == {"png": 7, "status-404": 1}
        asked = server.seen.requests["/png/a.png"]
        run(*OPTIONS, "--allow-private-addresses")
        assert server.seen.requests["/png/a.png"] == asked
        assert server.seen.requests["/status-404/a.png"] == 2


def test_what_was_not_asked_is_said(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, [f"http://{HOSTS[0]}:{server.port}/{n}.png" for n in range(20)], QUICK)
        done = run("check", "--network", "--allow-private-addresses", "--select", "IMG04", "--max-requests", "5")
        assert sum(server.seen.requests.values()) == 5
    assert "15 addresses were not asked: the max-requests of 5 was reached" in done.out
    assert done.code == 0


def test_time_is_bounded(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, urls_of(server, "png", "hang"), QUICK)
        started = time.monotonic()
        done = run("check", "--network", "--allow-private-addresses", "--select", "IMG04", "--max-time", "1")
    assert time.monotonic() - started < 5
    assert "1 address was not asked: the max-time of 1 s was reached" in done.out


def test_hosts_can_be_left_out(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, urls_of(server, "status-404"), QUICK)
        done = run(
            "check", "--network", "--allow-private-addresses", "--select", "IMG04", "--exclude-host", "127.0.0.1"
        )
        assert sum(server.seen.requests.values()) == 0
    assert "1 address was not asked: exclude-host" in done.out
    assert done.code == 0


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Take Ctrl-C as a terminal gives it; what is started in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_prints_what_is_known(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        write_site(tmp_path, urls_of(server, "status-404", "hang"), QUICK)

        def stop() -> None:
            while server.seen.requests.keys() < {"/status-404/a.png", "/hang/a.png"}:
                time.sleep(0.05)
            time.sleep(0.5)
            os.kill(os.getpid(), signal.SIGINT)

        thread = threading.Thread(target=stop, daemon=True)
        thread.start()
        done = run(*OPTIONS, "--allow-private-addresses")
        thread.join()
    assert done.code == 130
    assert found(done) == [("IMG041", "status")]


@pytest.mark.usefixtures("_interruptible")
def test_ctrl_c_while_posts_are_read_prints_what_is_known(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_slowly(worker: Worker, candidates: Sequence[Candidate], jobs: int | None) -> Iterator[PackedResult]:
        for candidate in candidates:
            yield worker.run(candidate)
            time.sleep(0.02)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)

    monkeypatch.setattr("postlint.engine.results.run_candidates", read_slowly)
    with Server(answer_case) as server:
        write_site(tmp_path, urls_of(server, "status-404", "hang"), QUICK)
        for number in range(40):
            (tmp_path / f"source/_posts/z{number}.md").write_text("---\ntitle: A walk\n---\n\nA quiet walk.\n")
        done = run(*OPTIONS, "--allow-private-addresses")
    assert done.code == 130
    assert set(found(done)) == {("IMG041", "status")}
    assert "1 address was not asked: interrupted" in done.err


def test_addresses_are_asked_for_while_posts_are_read() -> None:
    client = FakeClient({"https://a.example/1.png": p.PNG, "https://a.example/2.png": "404"})
    asked: list[str] = []
    first, second = (Ask(parse_url(f"https://a.example/{number}.png")) for number in (1, 2))
    fetching = Fetching(SETTINGS, lambda _: client, lambda ask, _: asked.append(ask.target.path))
    try:
        fetching.take([first, first])
        for _ in range(20):
            fetching.take([])
        assert asked == ["/1.png"]
        fetching.take([second, first])
        fetching.finish()
    finally:
        fetching.close()
    assert asked == ["/1.png", "/2.png"]
    assert [outcome.verdict.value for outcome in fetching.fetched.outcomes.values()] == ["good", "broken"]


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize("pauses", range(6))
def test_ctrl_c_in_the_midst_of_a_turn_leaves_what_is_known(pauses: int) -> None:
    class Slow(FakeClient):
        async def get(self, *arguments: Any) -> Exchange:
            for _ in range(pauses):
                await asyncio.sleep(0)
            return await super().get(*arguments)

    first, second = (Ask(parse_url(f"https://a.example/{number}.png")) for number in (1, 2))
    fetching = Fetching(SETTINGS, lambda _: Slow({}), lambda *_: signal.raise_signal(signal.SIGINT))

    def take_turns() -> None:
        fetching.take([first])
        for _ in range(20):
            fetching.take([])

    with pytest.raises(KeyboardInterrupt):
        take_turns()
    fetching.close()
    assert list(fetching.fetched.outcomes) == [first]
    fetching = Fetching(SETTINGS, lambda _: Slow({}))
    fetching.take([second])
    fetching.finish()
    fetching.close()


def test_what_a_client_raises_by_mistake_ends_the_run() -> None:
    class Wrong(FakeClient):
        async def get(self, *arguments: object) -> Exchange:
            raise ZeroDivisionError

    fetching = Fetching(SETTINGS, lambda _: Wrong({}))
    try:
        fetching.take([Ask(parse_url("https://a.example/1.png"))])
        with pytest.raises(ZeroDivisionError):
            fetching.finish()
    finally:
        fetching.close()


def test_private_addresses_are_not_asked(run: Run, tmp_path: Path) -> None:
    with Server(answer_case) as server:
        urls = [
            f"http://127.0.0.1:{server.port}/status-404/a.png",
            f"http://localhost:{server.port}/status-404/a.png",
            f"http://0x7f.1:{server.port}/status-404/a.png",
            f"http://2130706433:{server.port}/status-404/a.png",
            f"http://[::ffff:127.0.0.1]:{server.port}/status-404/a.png",
        ]
        write_site(tmp_path, urls, QUICK)
        done = run(*OPTIONS)
        assert sum(server.seen.requests.values()) == 0
    assert done.code == 0


def test_environment_gives_neither_proxy_nor_password(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with Server(answer_case) as server:
        write_site(tmp_path, urls_of(server, "png"), QUICK)
        done = run(*OPTIONS, "--allow-private-addresses")
        headers, compared = server.seen.headers["/png/a.png"]
    assert done.out.strip() == "[]"
    assert "authorization" not in headers
    assert headers["referer"] == "https://blog.example.org/"
    assert headers["user-agent"].startswith("Mozilla/5.0 (compatible; postlint/")
    assert headers["accept"].startswith("image/avif,image/webp,image/*")
    assert headers["accept-encoding"] == "gzip"
    assert "cookie" not in headers
    assert "referer" not in compared


def test_hosts_have_settings_of_their_own(run: Run, tmp_path: Path) -> None:
    config = '[hosts."127.0.0.1"]\nat-once = 1\ngap = 0.5\nuser-agent = "me"\nheaders = {Authorization = "Bearer x"}\n'
    with Server(answer_case) as server:
        write_site(tmp_path, [f"http://127.0.0.1:{server.port}/{n}.png" for n in range(6)], config)
        run(*OPTIONS, "--allow-private-addresses")
        starts = server.seen.starts["127.0.0.1"]
        assert server.seen.most_at_once["127.0.0.1"] == 1
        headers = server.seen.headers["/0.png"][0]
    # five gaps: on a busy machine the server may see the first request late
    assert starts[5] - starts[0] > 2.25
    assert (headers["user-agent"], headers["authorization"]) == ("me", "Bearer x")


def test_one_long_wait_stalls_nobody_and_many_end_the_asking(run: Run, tmp_path: Path) -> None:
    async def put_off(got: Got) -> AsyncIterator[bytes]:
        if "good" in got.path:
            yield reply(p.PNG)
        else:
            yield reply(b"", "429 Too Many Requests", "Retry-After: 3600")

    with Server(put_off) as server:
        urls = [f"http://127.0.0.1:{server.port}/{n}.png" for n in range(30)]
        urls += [f"http://127.0.0.2:{server.port}/{name}.png" for name in ("good1", "late", "good2")]
        write_site(tmp_path, urls, QUICK.replace("at-once = 8", "at-once = 1"))
        started = time.monotonic()
        done = run(*OPTIONS, "--allow-private-addresses")
        assert time.monotonic() - started < 5
        asked = sum(1 for path in server.seen.requests if path.strip("/.png").isdigit())
    assert asked == 5
    assert set(found(done)) == {("IMG046", "rate_limited")}
    assert len(found(done)) == 31
    assert done.code == 0


def test_progress_has_rate_and_time_left() -> None:
    from postlint.engine.network import _Counter
    from postlint.engine.request import Progress
    from postlint.values.request import NetworkError, NetworkFault, Response

    told: list[Progress] = []
    counter = _Counter(told.append)
    counter._last -= 1
    # posts are still counted
    counter.count(None, Response("https://a.example/", 200))  # type: ignore[arg-type]
    counter.show(4)
    counter.count(None, Response("https://a.example/", 200))  # type: ignore[arg-type]
    counter._last -= 1
    counter.count(None, NetworkError(NetworkFault.DNS, "x"))  # type: ignore[arg-type]
    assert told == [Progress(2, 4, 0, "addresses"), Progress(3, 4, 1, "addresses")]


def test_the_client_may_come_from_a_plugin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mirror.py").write_text(
        "from postlint import hookimpl\n"
        "from postlint.testing import FakeClient\n\n\n"
        "@hookimpl\n"
        "def postlint_http_client(settings):\n"
        '    return FakeClient({"https://example.com/a.png": "404"})\n'
    )
    write_site(tmp_path, ["https://example.com/a.png"], QUICK)
    done = run(*OPTIONS, "-p", "mirror.py")
    assert found(done) == [("IMG041", "status")]


def test_a_redirect_into_the_own_network_is_not_followed() -> None:
    class Guarded(FakeClient):
        """Answers from a table, but looks hosts up as the real client does."""

        def __init__(self, real: HttpClient) -> None:
            super().__init__({"https://example.org/a.png": "302 http://169.254.169.254/latest/meta-data"})
            self.real = real

        async def find(self, target: Target) -> None:
            if target.host != "example.org":
                await self.real.find(target)

        async def close(self) -> None:
            await self.real.close()

    def make(settings: NetworkSettings) -> HttpClient:
        return Guarded(Client(settings))

    ask = Ask(parse_url("https://example.org/a.png"))
    outcome = fetch([ask], SETTINGS, make).outcomes[ask]
    assert (outcome.verdict.value, outcome.reason) == ("undecided", "refused_address")
    assert "169.254.169.254" in outcome.detail


PROXIED = "https://corsproxy.io/?url=https%3A%2F%2Fexample.com%2Fa.png"


def _plugin(tmp_path: Path) -> None:
    (tmp_path / "mirror.py").write_text(
        "from postlint import hookimpl\n"
        "from postlint.testing import FakeClient\n\n\n"
        "@hookimpl\n"
        "def postlint_http_client(settings):\n"
        f'    return FakeClient({{"{PROXIED}": "502", "https://example.com/a.png": {p.PNG!r},\n'
        '        "https://example.com/b.png": "404"})\n'
    )


def test_fixes_that_answers_allow_are_applied(run: Run, tmp_path: Path) -> None:
    _plugin(tmp_path)
    write_site(tmp_path, [PROXIED, "https://example.com/b.png"], QUICK)
    post = tmp_path / "source/_posts/a.md"
    before = post.read_text()
    options = ("check", "--network", "--select", "IMG04", "-p", "mirror.py")
    diff = run(*options, "--diff", "--unsafe-fixes")
    assert '+<img src="https://example.com/a.png" alt="A map">' in diff.out.splitlines()
    assert post.read_text() == before
    assert found(run(*OPTIONS, "-p", "mirror.py", "--fix"))[0] == ("IMG047", "status")
    done = run(*OPTIONS, "-p", "mirror.py", "--unsafe-fixes")
    assert post.read_text() == before.replace(PROXIED, "https://example.com/a.png")
    (left,) = json.loads(done.out)
    assert (left["code"], left["location"]["line"]) == ("IMG041", 8)
    assert post.read_text()[slice(*left["offset"])] == "https://example.com/b.png"


def test_proxies_of_the_config_are_asked_with_their_originals(run: Run, tmp_path: Path) -> None:
    url, original = "https://img.example.com/get?pic=https://example.com/a.png", "https://example.com/a.png"
    (tmp_path / "mirror.py").write_text(
        "from postlint import hookimpl\n"
        "from postlint.testing import FakeClient\n\n\n"
        "@hookimpl\n"
        "def postlint_http_client(settings):\n"
        f'    return FakeClient({{"{url}": "502", "{original}": {p.PNG!r}}})\n'
    )
    config = '[rules.proxied-image]\nextra-hosts = {"img.example.com" = "?pic={url}"}\n'
    write_site(tmp_path, [url], QUICK + config)
    (one,) = json.loads(run(*OPTIONS, "-p", "mirror.py").out)
    assert (one["code"], one["data"]["original"], one["data"]["original_outcome"]) == ("IMG047", original, "good")
    assert one["fix"]["edits"][0]["content"] == original


@pytest.mark.parametrize(
    ("page", "asked"), [("http://b.example/", "http"), ("https://b.example/", "https"), ("", "https")]
)
def test_an_address_without_a_scheme_takes_that_of_the_page(page: str, asked: str) -> None:
    from postlint.engine.asks import Asks
    from postlint.engine.remote.asking import Ask
    from postlint.values.network import NetworkSettings
    from postlint.values.request import PostRequest, Request
    from postlint.values.span import Span

    made = PostRequest(("IMG041",), Request("//a.example/x.png", Span(0, 1)), page)
    (ask,) = Asks(NetworkSettings()).add(made)
    assert isinstance(ask, Ask)
    assert str(ask.target) == f"{asked}://a.example/x.png"
