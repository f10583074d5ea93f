"""Kills `postlint images fetch` at random moments between the first and the last post that it rewrites.

Every post must name each picture either as before or by a file that is there, whole and listed; nothing half-written
may lie anywhere that a generator or git looks. The next run must finish the work and leave no temporary file.

    python tests/proof/fetch_drill.py [--posts 150] [--rounds 200] [--seed 1]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.network.pictures import png

_COMMAND = [sys.executable, "-m", "postlint", "images", "fetch", "--all", "--allow-private-addresses", "-q", "."]
_CONFIG = 'requests-at-once = 64\n[hosts."*"]\nat-once = 64\ngap = 0\n'
_LINK = re.compile(r"!\[[a-z]\]\(([^)]*)\)")
_MANIFEST = ".postlint-images.json"


class _Pictures(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body = _picture(self.path)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that were killed."""


def _picture(path: str) -> bytes:
    """Return the picture at a path; each has a colour of its own."""
    return png(int(path.rpartition("/")[2].partition(".")[0]), padding=3000)


class Site:
    """Posts with a picture of their own, one that two posts share, and one that has the name of another."""

    def __init__(self, root: Path, count: int, port: int) -> None:
        self.root, self.posts = root, root / "source/_posts"
        self.urls = {f"http://127.0.0.1:{port}/{name}" for name in self._names(count)}
        self.digests = {sha256(_picture(name)).hexdigest() for name in self._names(count)}
        self.old = {f"{number:05}.md": self._post(number, port) for number in range(count)}
        self.write()

    @staticmethod
    def _names(count: int) -> set[str]:
        return {name for number in range(count) for name in Site._of(number)}

    @staticmethod
    def _of(number: int) -> tuple[str, str, str]:
        return f"own/{number}.png", f"shared/{100_000 + number // 2}.png", f"more/{number}/{200_000 + number % 5}.png"

    @classmethod
    def _post(cls, number: int, port: int) -> str:
        links = "\n\n".join(f"Text ![m](http://127.0.0.1:{port}/{name}) more." for name in cls._of(number))
        return f"---\ntitle: Walk {number}\ndate: 2024-05-06 08:00:00\n---\n\n{links}\n"

    def write(self) -> None:
        """Bring the site back to where no picture was fetched."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.posts.mkdir(parents=True)
        (self.root / "_config.yml").write_text("url: https://example.org\n")
        (self.root / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
        (self.root / "postlint.toml").write_text(_CONFIG)
        for name, text in self.old.items():
            (self.posts / name).write_text(text)

    def start(self) -> subprocess.Popen[bytes]:
        """Start to fetch."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(_COMMAND, cwd=self.root, stdout=quiet, stderr=quiet, start_new_session=True)

    def begins(self, process: subprocess.Popen[bytes], before: float) -> bool:
        """Wait until the run has written a picture; False if it ends first."""
        while process.poll() is None:
            if any(path.stat().st_ctime > before for path in (self.root / "source/images").glob("*")):
                return True
            time.sleep(0.002)
        return False

    def look(self) -> Counter[str]:
        """Count what lies there; whatever must not be is an AssertionError."""
        found: Counter[str] = Counter()
        manifest = self.root / _MANIFEST
        listed = {}
        if manifest.exists():
            listed = {item["path"]: item for item in json.loads(manifest.read_bytes())["images"]}
        for name, old in self.old.items():
            found[self._look_at(name, old, listed)] += 1
        assert {path.name for path in self.posts.iterdir()} == self.old.keys()
        for path in (self.root / "source/images").rglob("*"):
            if path.is_file():
                assert sha256(path.read_bytes()).hexdigest() in self.digests, f"{path} is no whole picture"
                found["pictures"] += 1
                found["pictures that no list names"] += path.relative_to(self.root).as_posix() not in listed
        top = {path.name for path in self.root.iterdir()}
        assert top <= {"source", "_config.yml", "package.json", "postlint.toml", ".postlint_cache", _MANIFEST}, top
        return found

    def _look_at(self, name: str, old: str, listed: dict[str, dict[str, object]]) -> str:
        text = (self.posts / name).read_text()
        before, after = _LINK.findall(old), _LINK.findall(text)
        assert _LINK.sub("", text) == _LINK.sub("", old), f"{name} is another post"
        rewritten = 0
        for url, link in zip(before, after, strict=True):
            if link == url:
                continue
            rewritten += 1
            item = listed.get(f"source{link}")
            assert item is not None, f"{name} names {link}, which is not listed"
            assert url in (item["written"], *item["also"])  # type: ignore[misc]  # JSON
            right = sha256(_picture(url.partition("//")[2].partition("/")[2])).hexdigest()
            assert sha256((self.root / f"source{link}").read_bytes()).hexdigest() == right, f"{name}: {link}"
            assert f"source/_posts/{name}" in item["posts"]  # type: ignore[operator]  # JSON
        assert rewritten in (0, len(before)), f"{name} has {rewritten} of {len(before)} links"
        return "new" if rewritten else "old"

    def time(self) -> float:
        """Fetch all; return the seconds from the first picture to the end."""
        process = self.start()
        assert self.begins(process, 0.0)
        begun = time.monotonic()
        process.wait()
        seconds = time.monotonic() - begun
        self.finish()
        return seconds

    def finish(self) -> None:
        """Run undisturbed, and look for anything that was left."""
        subprocess.run(_COMMAND, cwd=self.root, check=True, capture_output=True)
        found = self.look()
        assert (found["new"], found["pictures that no list names"]) == (len(self.old), 0), found
        assert found["pictures"] == len(self.urls), found
        left = [path for path in self.root.rglob("*") if path.suffix in (".part", ".postlint")]
        kept = [path.name for path in (self.root / ".postlint_cache").rglob("*") if path.is_file()]
        assert (left, kept) in (([], []), ([], [".gitignore"])), (left, kept)


def drill(posts: int, rounds: int, seed: int) -> Counter[str]:
    """Return what was counted over all rounds."""
    total: Counter[str] = Counter()
    chance = random.Random(seed)  # no secret
    server = _Server(("127.0.0.1", 0), _Pictures)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as work:
        site = Site(Path(work) / "site", posts, server.server_port)
        whole = site.time()
        site.write()
        while total["killed"] < rounds:
            process = site.start()
            if not site.begins(process, time.time() - 0.01):
                # nothing was left to do
                site.write()
                continue
            time.sleep(chance.uniform(0.0, whole))
            was_running = process.poll() is None
            if was_running:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if not was_running:
                whole *= 0.9
                site.write()
                continue
            found = site.look()
            total.update(found)
            total["killed"] += 1
            total["killed between the first and the last post"] += 0 < found["new"] < posts
            if chance.random() < 0.3:
                site.finish()
                total["finished by the next run"] += 1
                site.write()
            if total["killed"] % 20 == 0:
                print(dict(total), flush=True)
        site.finish()
    server.shutdown()
    server.server_close()
    return total


def main() -> None:
    """Run the drill that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for what, count in sorted(drill(given.posts, given.rounds, given.seed).items()):
        print(f"{count:8} {what}")


if __name__ == "__main__":
    main()
