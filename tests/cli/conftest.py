"""The command line in this process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from postlint.cli.crash import guarded

POST = "---\ntitle: A walk\ndate: 2024-05-06 08:00:00\n---\n\nText.\n"


@dataclass(frozen=True)
class Done:
    """Exit code and outputs of one run."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command and returns what came of it."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: str) -> Done:
        code = guarded(arguments)
        captured = capsys.readouterr()
        return Done(code, captured.out, captured.err)

    return call


@pytest.fixture
def hexo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the root of a small Hexo site, the working directory."""
    (tmp_path / "_config.yml").write_text("title: t\nurl: https://example.org\n")
    (tmp_path / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
    posts = tmp_path / "source/_posts"
    posts.mkdir(parents=True)
    (posts / "good.md").write_text(POST)
    (posts / "bad.md").write_text(f"{POST.replace('walk', 'hike')}\n![a](http://a.example.com/x.png)\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path
