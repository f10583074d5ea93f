"""Kills `postlint check --fix` at random moments and looks at what is left of the posts.

Every post must hold its old or its new bytes, none may be missing, and nothing may lie between them that was not
there. What a killed run leaves in `.postlint_cache/writing` must be gone after the next one.

    python tests/proof/kill_drill.py [--posts 10000] [--rounds 200] [--seed 1]
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

_OLD = "---\ntitle: Walk # for all {0}\ndate: 2024-05-06 08:00:00\n---\n\nA quiet walk.\n"
_COMMAND = [sys.executable, "-m", "postlint", "check", "-q", "--fix", "--unsafe-fixes", "--select", "FM018", "--exit-zero", "."]


class Site:
    """Many posts, each with one thing to fix."""

    def __init__(self, root: Path, count: int) -> None:
        self.root, self.posts = root, root / "source/_posts"
        self.posts.mkdir(parents=True)
        (root / "_config.yml").write_text("url: https://example.org\n")
        (root / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
        self.old = {f"{number:05}.md": _OLD.format(number).encode() for number in range(count)}
        self.write()
        self.run()
        self.new = self.read()
        assert self.new.keys() == self.old.keys()
        assert all(self.new[name] != self.old[name] for name in self.old), "nothing was fixed"

    def write(self) -> None:
        """Bring the old texts back."""
        for name, raw in self.old.items():
            (self.posts / name).write_bytes(raw)

    def read(self) -> dict[str, bytes]:
        """Return what lies among the posts."""
        with os.scandir(self.posts) as entries:
            return {entry.name: Path(entry.path).read_bytes() for entry in entries}

    def run(self) -> float:
        """Fix all, undisturbed; return the seconds it took."""
        started = time.monotonic()
        subprocess.run(_COMMAND, cwd=self.root, check=True, capture_output=True)
        return time.monotonic() - started

    def kill(self, after: float) -> bool:
        """Start to fix, and kill all its processes; tell whether it was still running."""
        process = subprocess.Popen(
            _COMMAND, cwd=self.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(after)
        is_running = process.poll() is None
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            is_running = False
        process.wait()
        return is_running

    def look(self) -> Counter[str]:
        """Count what the killed run left."""
        found: Counter[str] = Counter()
        now = self.read()
        found["lost"] = len(self.old.keys() - now.keys())
        found["stray"] = len(now.keys() - self.old.keys())
        for name in self.old.keys() & now.keys():
            state = "old" if now[name] == self.old[name] else "new" if now[name] == self.new[name] else "partial"
            found[state] += 1
        top = {path.name for path in self.root.iterdir()}
        found["stray"] += len(top - {"source", "_config.yml", "package.json", ".postlint_cache"})
        writing = self.root / ".postlint_cache/writing"
        found["left in writing"] = len(list(writing.iterdir())) if writing.is_dir() else 0
        return found


def drill(posts: int, rounds: int, seed: int) -> Counter[str]:
    """Return what was counted over all rounds."""
    total: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as work:
        site = Site(Path(work) / "site", posts)
        site.write()
        whole = site.run()
        site.write()
        while total["killed"] < rounds:
            was_running = site.kill(chance.uniform(0.6 * whole, whole))
            if not was_running:
                # it takes less than it did
                whole *= 0.95
                site.write()
                continue
            total["killed"] += 1
            found = site.look()
            total.update(found)
            total["rounds that had written some"] += 0 < found["new"] < posts
            total["rounds with something left in writing"] += found["left in writing"] > 0
            if found["new"] > posts / 2:
                site.write()
            if total["killed"] % 20 == 0:
                print(dict(total), flush=True)
        site.run()
        assert site.read() == site.new, "the next run does not finish the work"
        total["left in writing after the next run"] = site.look()["left in writing"]
    assert total["lost"] == total["partial"] == total["stray"] == 0, total
    return total


def main() -> None:
    """Run the drill that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for what, count in sorted(drill(given.posts, given.rounds, given.seed).items()):
        print(f"{count:8} {what}")


if __name__ == "__main__":
    main()
