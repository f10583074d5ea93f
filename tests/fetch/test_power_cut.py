"""A run that is killed at any moment leaves posts, pictures and the list sound, and the next one ends the work."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.fetch.sites import HEXO, OTHER, PNG, write

ONE, TWO = "https://a.example.net/map.png", "https://b.example.net/x/map.png"
POST = f"---\ntitle: A\ncover: {ONE}\n---\n![m]({ONE}) ![n]({TWO})\n"
DONE = POST.replace(ONE, "/images/a/map.png")

# runs a fetch, and kills itself at the Nth call that changes or settles something on the disk
_RUN = """
import os, signal, sys
from pathlib import Path
from postlint.engine.fetch.run import run_fetch
from tests.fetch.sites import OTHER, PNG, Answers, wanted

left = int(sys.argv[2])

def counted(function):
    def call(*arguments, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return call

posts = wanted(Path(sys.argv[1]))
for name in ("replace", "fsync", "makedirs", "unlink"):
    setattr(os, name, counted(getattr(os, name)))
run_fetch(posts, Answers({sys.argv[3]: PNG, sys.argv[4]: OTHER}))
print(left)
"""


def _run(root: Path, steps: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _RUN, str(root), str(steps), ONE, TWO]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def _check_sound(root: Path) -> None:
    text = (root / "source/_posts/a.md").read_text()
    assert text == POST or (text.startswith(DONE[: DONE.index(TWO)]) and TWO not in text)
    folder = root / "source/images/a"
    whole = {sha256(PNG).hexdigest(), sha256(OTHER).hexdigest()}
    for path in folder.iterdir() if folder.exists() else ():
        assert sha256(path.read_bytes()).hexdigest() in whole, path
    if text != POST:
        listed = json.loads((root / ".postlint-images.json").read_bytes())["images"]
        assert all((root / item["path"]).is_file() for item in listed)
        assert all(f"/{item['path'].removeprefix('source/')}" in text for item in listed)


@pytest.mark.slow
def test_killed_at_any_step(tmp_path: Path) -> None:
    step = 0
    while True:
        step += 1
        root = tmp_path / str(step)
        write(root, {**HEXO, "source/_posts/a.md": POST})
        killed = _run(root, step)
        _check_sound(root)
        if killed.returncode == 0:
            break
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        again = _run(root, 0)
        assert again.returncode == 0, again.stderr
        _check_sound(root)
        assert TWO not in (root / "source/_posts/a.md").read_text()
        assert len(list((root / "source/images/a").iterdir())) == 2
        # killed at the very end, the next run finds nothing to do: no file is left but the note for git
        kept = [path.name for path in (root / ".postlint_cache").rglob("*") if path.is_file()]
        assert kept in ([], [".gitignore"])
        leftovers = [path.name for path in root.rglob("*") if path.suffix in (".part", ".postlint")]
        assert len(leftovers) <= 1, leftovers
    assert step > 8


def test_killed_before_the_post_is_written(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": POST})
    # a picture takes three calls, and so does the list; the post comes next
    killed = _run(tmp_path, 10)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    _check_sound(tmp_path)
    assert (tmp_path / "source/_posts/a.md").read_text() == POST
    again = _run(tmp_path, 0)
    assert again.returncode == 0, again.stderr
    _check_sound(tmp_path)
    assert TWO not in (tmp_path / "source/_posts/a.md").read_text()
