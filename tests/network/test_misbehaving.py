"""Every way to misbehave, through the command, against what a reader's browser shows."""

from __future__ import annotations

import html
import json
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.network import pictures as p
from tests.network.cases import BROKEN, CASES, GOOD, SITE, UNDECIDED, Case, answer_case, reply
from tests.network.odd_cases import ODD_CASES, answer_odd
from tests.network.server import HOSTS, Got, Server

BROKEN_CODES = {"IMG041", "IMG042", "IMG043"}
# a case with retries is asked three times in each of at most three guises
_MOST_REQUESTS = 5
_TOGETHER = ("same-end", "real-end", "other-way")
_REDIRECTED = ("loop", "chain-10", "chain-19", "chain-25", "cookie-wall")


@dataclass(frozen=True)
class Judged:
    """What the command said: verdict and reason by URL, and how it ended."""

    verdicts: dict[str, tuple[str, str]]
    code: int
    out: str
    seconds: float


def write_site(root: Path, urls: Iterable[str], config: str = "") -> None:
    posts = root / "source/_posts"
    posts.mkdir(parents=True)
    (root / "_config.yml").write_text(f"title: t\nurl: {SITE}\n")
    (root / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
    (root / "postlint.toml").write_text(config)
    images = "\n\n".join(f'<img src="{html.escape(url)}" alt="A map">' for url in urls)
    (posts / "a.md").write_text(f"---\ntitle: A walk\ndate: 2024-05-06 08:00:00\n---\n\n{images}\n")


def check_site(run: Callable[..., object], *more: str) -> Judged:
    started = time.monotonic()
    done = run(
        "check", "--network", "--allow-private-addresses", "--no-cache", "--select", "IMG04",
        "--output-format", "json", *more,
    )  # fmt: skip
    verdicts: dict[str, tuple[str, str]] = {}
    for finding in json.loads(done.out):
        data = finding["data"]
        verdict = data["outcome"]
        if finding["code"] in BROKEN_CODES:
            verdict = BROKEN
            assert data["outcome"] == BROKEN
        if data["outcome"] == UNDECIDED:
            assert finding["severity"] == "info"
        places = verdicts.setdefault(data["url"], (verdict, data["reason"]))
        if verdict == BROKEN:
            verdicts[data["url"]] = (verdict, data["reason"])
        assert places
    return Judged(verdicts, done.code, done.out, time.monotonic() - started)


def spread(cases: Iterable[Case], port: int) -> dict[str, Case]:
    """Return URL to case, over the hosts, so that no host has all the slow ones."""
    urls = {}
    slow = quick = 0
    for case in cases:
        if case.is_slow:
            slow += 1
            host = HOSTS[slow % len(HOSTS)]
        else:
            quick += 1
            host = HOSTS[0] if case.name.startswith(_TOGETHER) else HOSTS[quick % len(HOSTS)]
        urls[f"http://{host}:{port}/{case.name}{case.rest}"] = case
    return urls


def wrong(urls: dict[str, Case], judged: Judged) -> dict[str, tuple[str, str, str]]:
    """Return the cases that were judged otherwise: truth, verdict, reason."""
    found = {}
    for url, case in urls.items():
        verdict, reason = judged.verdicts.get(url, (GOOD, ""))
        if verdict != case.truth:
            found[case.name] = (case.truth, verdict, reason)
    return found


def test_quick_cases(run: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cases = [case for case in CASES if not case.is_slow]
    with Server(answer_case) as server:
        urls = spread(cases, server.port)
        write_site(tmp_path, urls, 'requests-at-once = 64\n[hosts."*"]\nat-once = 32\ngap = 0\n')
        judged = check_site(run)
    assert wrong(urls, judged) == {}
    assert judged.code == 1


def test_odd_answers(run: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Server(answer_odd) as server:
        urls = spread(ODD_CASES, server.port)
        write_site(tmp_path, urls, 'requests-at-once = 64\n[hosts."*"]\nat-once = 32\ngap = 0\n')
        judged = check_site(run)
    assert wrong(urls, judged) == {}


def test_different_notices_among_many_small_pictures(
    run: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def swap(got: Got) -> AsyncIterator[bytes]:
        is_notice = got.path.startswith("/swapped") and got.header("referer")
        yield reply(p.png(1 if is_notice else int(got.path.rpartition("/")[2])))

    with Server(swap) as server:
        good = [f"http://127.0.0.1:{server.port}/steady/{n}" for n in range(100, 130)]
        swapped = [f"http://127.0.0.1:{server.port}/swapped/{n}" for n in range(200, 215)]
        write_site(tmp_path, [*good, *swapped], '[hosts."*"]\nat-once = 32\ngap = 0\n')
        judged = check_site(run)
        compared = sum(server.seen.requests.values()) - 45
    assert judged.verdicts == dict.fromkeys(swapped, (BROKEN, "hotlink_protected"))
    # once each, and what differs once more
    assert compared == 30 + 15 * 2


@pytest.mark.slow
def test_all_cases_within_the_usual_limits(
    run: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Server(answer_case) as server:
        urls = spread(CASES, server.port)
        write_site(tmp_path, urls)
        judged = check_site(run)
        seen = server.seen
    assert len(urls) >= 100
    assert wrong(urls, judged) == {}
    assert judged.seconds < 60
    assert max(seen.most_at_once.values()) <= 2
    for starts in seen.starts.values():
        # five a second; a connection that the server closed unasked is replaced at once
        assert all(later - earlier > 1.8 for earlier, later in zip(starts, starts[12:], strict=False))
    often = {path: count for path, count in seen.requests.items() if count > _MOST_REQUESTS}
    assert [path for path in often if not path.startswith(tuple(f"/{name}" for name in _REDIRECTED))] == []
    found = [(item["path"], item["location"]["line"]) for item in json.loads(judged.out)]
    assert found == sorted(found)


def test_hosts_that_are_not_there(run: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket() as closed, Server(answer_case) as server:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
        refused = [f"http://127.0.0.1:{port}/{n}.png" for n in range(3)]
        nameless = [f"http://no-such-host.invalid/{n}.png" for n in range(4)]
        write_site(tmp_path, [*nameless, *refused, f"http://127.0.0.1:{server.port}/png/a.png"])
        done = run("check", "--network", "--allow-private-addresses", "--select", "IMG04", "--output-format", "concise")
    lines = [line.partition(": ")[2] for line in done.out.splitlines()]
    assert [line for line in lines if "IMG042" in line] == [
        "error IMG042 [unreachable-image-host] image host no-such-host.invalid has no address (DNS) (4 times)",
        f"error IMG042 [unreachable-image-host] image host 127.0.0.1:{port} refuses the connection (3 times)",
    ]
    assert done.code == 1


@pytest.mark.skipif(shutil.which("openssl") is None, reason="makes certificates with openssl")
def test_certificates_are_checked(run: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem",
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain("cert.pem", "key.pem")
    with Server(answer_case, tls) as server:
        names = ("png", "chunked", "until-close")
        write_site(tmp_path, [f"https://127.0.0.1:{server.port}/{name}/a.png" for name in names])
        done = run("check", "--network", "--allow-private-addresses", "--select", "IMG04", "--output-format", "json")
        assert sum(server.seen.requests.values()) == 0
        monkeypatch.setenv("SSL_CERT_FILE", "cert.pem")
        trusted = run("check", "--network", "--allow-private-addresses", "--select", "IMG04", "--no-cache")
        assert sum(server.seen.requests.values()) >= 3
    assert trusted.code == 0
    found = [(item["message"], item["data"]["reason"], item["data"]["count"]) for item in json.loads(done.out)]
    message = f"image host 127.0.0.1:{server.port} has a certificate that it signed itself (3 times)"
    assert found == [(message, "tls", 3)]
    assert done.code == 1
