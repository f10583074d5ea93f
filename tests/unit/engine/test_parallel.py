"""Other processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from postlint.cli.session import open_session
from postlint.engine import parallel, pool
from postlint.engine.run import run_check

DIES = """
import os
from postlint import PostRule, Severity, hookimpl

class Dies(PostRule):
    \"\"\"A rule that ends its process, but not the one that started it.\"\"\"

    code, name, severity = "DIE001", "dies", Severity.INFO

    def check(self, post):
        if os.environ["POSTLINT_TEST_PARENT"] != str(os.getpid()):
            os._exit(1)
        return ()

@hookimpl
def postlint_rules():
    return [Dies]
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a site of 40 posts with a finding each, cut into chunks of four."""
    (tmp_path / "posts").mkdir()
    for number in range(40):
        text = f"---\ntitle: A {number}\ndate: 2024-05-06\n---\n\n![A map](http://a.example.com/{number}.png)\n"
        (tmp_path / f"posts/p{number}.md").write_text(text)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pool, "SERIAL_BELOW", 2)
    monkeypatch.setattr(parallel, "CHUNK", 2)
    return tmp_path


def paths(**options: object) -> list[str]:
    session = open_session({"no_cache": True, "jobs": 2, "select": ("IMG006",), **options}, ["posts"])
    return [found.path for found in run_check(session.request(), session.plugins).diagnostics]


def test_every_post_is_judged_once_and_in_order(site: Path) -> None:
    assert paths() == sorted(f"posts/p{number}.md" for number in range(40))


def test_what_a_dead_process_leaves_is_done_here(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "dies.py").write_text(DIES)
    monkeypatch.setenv("POSTLINT_TEST_PARENT", str(os.getpid()))
    found = paths(plugins=("dies.py",), select=("IMG006", "DIE001"))
    assert found == sorted(f"posts/p{number}.md" for number in range(40))


def test_few_chunks_are_handed_out_at_a_time(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    most = 0
    real: Callable[..., object] = parallel.wait

    def wait(running: dict[object, object], **named: object) -> object:
        nonlocal most
        most = max(most, len(running))
        return real(running, **named)

    monkeypatch.setattr(parallel, "wait", wait)
    assert len(paths()) == 40
    assert most == 8
