"""`postlint images fetch` against a server, as a user runs it."""

from __future__ import annotations

import http.server
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fetch.sites import HEXO, OTHER, PNG, write

_SLOW = threading.Event()


class Server(http.server.ThreadingHTTPServer):
    """Answers with pictures and counts what it is asked; `/page.png` is no picture, `/slow` waits."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        if self.path.startswith("/slow"):
            _SLOW.wait(10)
        bodies = {"/a.png": PNG, "/b/a.png": OTHER, "/page.png": b"<!DOCTYPE html><p>gone", "/slow.png": PNG}
        body = bodies.get(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    _SLOW.clear()
    with Server() as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield found
        _SLOW.set()
        found.shutdown()


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "postlint", "images", "fetch", "--isolated", *arguments]


def _fetch(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = _command("--allow-private-addresses", *arguments)
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)


def _post(url: str) -> str:
    return (
        f"---\ntitle: '题'\nheadimg: '{url}'\ndate: Sun, 10 Oct 2021 04:35:37 GMT\nthumbnail: '{url}'\n---\n\n"
        f'<div>\n<p><img src="{url}" data-size="433,619" referrerpolicy="no-referrer"></p><p>字</p>\n</div>\n'
    )


def test_three_links_one_request_one_file(tmp_path: Path, server: Server) -> None:
    url = f"{server.url}/a.png"
    write(tmp_path, {**HEXO, "source/_posts/a.md": _post(url)})
    planned = _fetch(tmp_path, "--dry-run")
    assert planned.returncode == 0, planned.stderr
    assert planned.stdout.splitlines()[0] == "source/_posts/a.md"
    assert planned.stdout.splitlines()[-1] == "would fetch 1 picture for 3 links in 1 post"
    assert server.asked == []
    done = _fetch(tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "fetched 1 picture for 3 links in 1 post"
    assert server.asked == ["/a.png"]
    assert (tmp_path / "source/_posts/a.md").read_text() == _post("/images/a/a.png")
    assert (tmp_path / "source/images/a/a.png").read_bytes() == PNG
    checked = subprocess.run(
        [sys.executable, "-m", "postlint", "check", "--isolated", "--no-cache", "--select", "IMG001,IMG014", "."],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout
    again = _fetch(tmp_path)
    assert again.returncode == 0
    assert again.stdout == "no pictures to fetch; `--all` takes every remote picture\n"
    assert len(server.asked) == 1


def test_what_is_no_picture_is_refused(tmp_path: Path, server: Server) -> None:
    text = f"---\ntitle: A\n---\n![x]({server.url}/page.png)\n![y]({server.url}/no.png)\n![z]({server.url}/b/a.png)\n"
    write(tmp_path, {**HEXO, "source/_posts/a.md": text})
    done = _fetch(tmp_path, "--all", "--output-format", "json")
    assert done.returncode == 1, done.stderr
    found = json.loads(done.stdout)
    assert [link["link"] for link in found] == [None, None, "/images/a/a.png"]
    assert "an HTML page" in found[0]["problem"]
    assert "404" in found[1]["problem"]
    assert found[2]["bytes"] == len(OTHER)
    assert [path.name for path in (tmp_path / "source/images/a").iterdir()] == ["a.png"]


def test_private_addresses_are_not_asked_unless_allowed(tmp_path: Path, server: Server) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": _post(f"{server.url}/a.png")})
    command = _command("--all")
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert server.asked == []
    assert (tmp_path / "source/_posts/a.md").read_text() == _post(f"{server.url}/a.png")


def test_all_and_a_choice_contradict_each_other(tmp_path: Path) -> None:
    done = _fetch(tmp_path, "--all", "--proxied")
    assert done.returncode == 2
    assert "--all takes every remote picture" in done.stderr


def test_killed_while_it_waits(tmp_path: Path, server: Server) -> None:
    url = f"{server.url}/slow.png"
    write(tmp_path, {**HEXO, "source/_posts/a.md": _post(url)})
    command = _command("--allow-private-addresses")
    running = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not server.asked and time.monotonic() < deadline:
        time.sleep(0.05)
    os.kill(running.pid, signal.SIGKILL)
    running.wait(10)
    assert server.asked
    assert (tmp_path / "source/_posts/a.md").read_text() == _post(url)
    assert not (tmp_path / "source/images").exists()
    _SLOW.set()
    done = _fetch(tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "source/_posts/a.md").read_text() == _post("/images/a/slow.png")
