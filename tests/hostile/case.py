"""One hostile input: the files of a folder, and what must come of a run over it."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from postlint.cli.crash import guarded

SITE = {"_config.yml": "url: https://example.org\n", "package.json": '{"dependencies": {"hexo": "^8.1.2"}}'}
FRONT = "---\ntitle: A walk\ndate: 2024-05-06 08:00:00\n---\n\n"
POST = "source/_posts/a.md"


@dataclass(frozen=True)
class Link:
    """A symbolic link in place of a file."""

    target: str


@dataclass(frozen=True)
class Special:
    """Something in place of a file that is none: `fifo`, `socket`, `folder`, or `zeros` (a file of so many bytes)."""

    kind: str
    size: int = 0


Content = str | bytes | Link | Special


@dataclass(frozen=True)
class Case:
    """A row of docs/hostile-input.md.

    `says` is part of what postlint prints, empty where it prints nothing; `exit` its exit code. `body` and `post`
    make one post of a Hexo site, with and without usual front matter. `select` are the rules that run.
    """

    what: str
    exit: int
    says: str
    body: str | None = None
    post: str | bytes | None = None
    files: Mapping[str, Content] = field(default_factory=dict)
    select: str = "FM,DT002,IMG,CNT001"
    args: tuple[str, ...] = ()
    generator: str = "hexo"
    shown: str = ""


def lay_out(case: Case, folder: Path) -> None:
    """Make the files of a case in an empty folder, beside a secret that is none of its business."""
    (folder.parent / "secret.png").write_bytes(b"\x89PNG")
    files: dict[str, Content] = {**SITE, **case.files} if case.generator == "hexo" else dict(case.files)
    if case.post is not None:
        files[POST if case.generator == "hexo" else "content/a.md"] = case.post
    if case.body is not None:
        files[POST] = FRONT + case.body
    for name, content in files.items():
        _make(folder / name, content)


def _make(path: Path, content: Content) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Link):
        path.symlink_to(content.target)
    elif isinstance(content, bytes):
        path.write_bytes(content)
    elif isinstance(content, str):
        path.write_bytes(content.encode("utf-8", "surrogatepass"))
    elif content.kind == "fifo":
        os.mkfifo(path)
    elif content.kind == "folder":
        path.mkdir()
    elif content.kind == "zeros":
        with path.open("wb") as file:
            file.truncate(content.size)
    else:
        with socket.socket(socket.AF_UNIX) as one:
            here = Path.cwd()
            os.chdir(path.parent)
            one.bind(path.name)
            os.chdir(here)


def command_of(case: Case) -> list[str]:
    """Return the arguments of the run."""
    options = ["--select", case.select, "--output-format", "concise", "--no-cache"]
    if case.generator != "hexo":
        options += ["--generator", case.generator]
    return ["check", *options, *case.args]


def run_case(case: Case, capture: Callable[[], tuple[str, str]]) -> tuple[int, str]:
    """Run a case in this process and return its exit code and all it printed."""
    capture()
    code = guarded(command_of(case))
    out, err = capture()
    return code, out + err
