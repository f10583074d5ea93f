"""How much a run does, counted and not timed: a slip shows without a clock."""

from __future__ import annotations

import builtins
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postlint.cli.session import open_session
from postlint.engine.run import run_check
from postlint_attribution.catalogue import built_in

POST = """---
title: A walk {number}
date: 2024-05-06 08:00:00
---

We walked along the river, past the old mill and over the hill.

![A map](http://a.example.com/{number}.png)

Source: [The paper](https://news.example.com/{number})
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Path]:
    """Return a maker of Hexo sites with so many posts; the last one is the working directory."""

    def make(count: int) -> Path:
        root = tmp_path / str(count)
        (root / "source/_posts").mkdir(parents=True)
        (root / "_config.yml").write_text("title: t\nurl: https://example.org\n")
        (root / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
        for number in range(count):
            (root / f"source/_posts/p{number}.md").write_text(POST.format(number=number))
        monkeypatch.chdir(root)
        return root

    return make


def lint(*, use_cache: bool = False, ignore: tuple[str, ...] = ()) -> int:
    session = open_session({"no_cache": not use_cache, "jobs": 1, "ignore": ignore}, ["."])
    return len(run_check(session.request(), session.plugins).diagnostics)


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Return how often the expensive things were done."""
    counted: Counter[str] = Counter()

    def count(target: str, name: str) -> None:
        module, _, attribute = target.rpartition(".")
        real = getattr(sys.modules[module], attribute)

        def called(*arguments: Any, **named: Any) -> Any:
            counted[name] += 1
            return real(*arguments, **named)

        monkeypatch.setattr(target, called)

    import postlint.body.blocks
    import postlint.body.html_tokens
    import postlint.body.markdown  # noqa: F401

    def count_posts(module: Any) -> None:
        real = module.open

        def opened(path: Any, *arguments: Any, **named: Any) -> Any:
            counted["posts opened"] += str(path).endswith(".md")
            return real(path, *arguments, **named)

        monkeypatch.setattr(module, "open", opened)

    count_posts(builtins)
    count_posts(os)
    count("postlint.body.markdown._events", "Markdown parsed")
    count("postlint.body.html_tokens.scan_html", "HTML scanned")
    count("postlint.body.blocks.build_blocks", "blocks built")
    count("postlint.source.source.LineIndex", "lines counted")
    count("postlint.source.source.decode", "texts decoded")
    return counted


def test_every_post_is_opened_decoded_and_parsed_once(site: Callable[[int], Path], counts: Counter[str]) -> None:
    site(10)
    assert lint() == 10
    assert counts == {
        "posts opened": 10,
        "texts decoded": 10,
        "Markdown parsed": 10,
        "blocks built": 10,
        "lines counted": 10,
    }


def test_a_plain_post_is_not_parsed(site: Callable[[int], Path], counts: Counter[str]) -> None:
    root = site(5)
    for number in range(5):
        text = f"---\ntitle: A {number}\ndate: 2024-05-06 08:00:00\n---\n\nWe walked along the river.\n"
        (root / f"source/_posts/p{number}.md").write_text(text)
    assert lint() == 0
    assert counts["Markdown parsed"] == counts["blocks built"] == 0
    assert counts["posts opened"] == 5


def test_plain_pictures_take_no_parser(site: Callable[[int], Path], counts: Counter[str]) -> None:
    site(10)
    assert lint(ignore=("ATT",)) == 10
    assert counts == {"posts opened": 10, "texts decoded": 10, "lines counted": 10}


def test_of_a_post_only_the_blocks_with_pictures_are_parsed(
    site: Callable[[int], Path], counts: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(1)
    text = "---\ntitle: A\ndate: 2024-05-06 08:00:00\n---\n\n" + 200 * "Along the *river*.\n\n"
    (root / "source/_posts/p0.md").write_text(f"{text}A `map`: ![A map](/a.png)\n\n{text[60:]}")
    parsed = []
    real = sys.modules["postlint.body.markdown"].shape
    monkeypatch.setattr("postlint.body.markdown.shape", lambda body: parsed.append(body) or real(body))
    lint(ignore=("ATT",))
    assert len(parsed) == 1
    assert len(parsed[0]) < 100


def test_html_in_code_is_not_scanned(site: Callable[[int], Path], counts: Counter[str]) -> None:
    root = site(1)
    code = '```html\n<img src="a.png">\n<script>a()</script>\n<p onclick="b()">\n```\n'
    (root / "source/_posts/p0.md").write_text(f"---\ntitle: A\ndate: 2024-05-06 08:00:00\n---\n\nText.\n\n{code}")
    assert lint(ignore=("ATT",)) == 0
    assert counts["HTML scanned"] == counts["Markdown parsed"] == 0


def test_a_warm_run_opens_no_post(
    site: Callable[[int], Path], counts: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postlint.engine.reading._SETTLED_NS", -1)
    site(10)
    assert lint(use_cache=True) == 10
    counts.clear()
    assert lint(use_cache=True) == 10
    assert counts == {"posts opened": 0}


def test_a_warm_run_walks_once_and_asks_a_handful_of_questions(
    site: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postlint.engine.reading._SETTLED_NS", -1)
    root = site(30)
    lint(use_cache=True)
    did: Counter[str] = Counter()
    real_scan, real_stat, real_connect = os.scandir, os.stat, sqlite3.connect

    def scan(path: Any = ".") -> Any:
        did["folders listed"] += str(path).startswith(str(root))
        return real_scan(path)

    def stat(path: Any, *arguments: Any, **named: Any) -> Any:
        did["posts asked for"] += str(path).endswith(".md")
        return real_stat(path, *arguments, **named)

    def connect(*arguments: Any, **named: Any) -> Any:
        connection = real_connect(*arguments, **named)
        connection.set_trace_callback(lambda sql: did.update({sql.split(" ", 1)[0]: 1}))
        return connection

    monkeypatch.setattr(os, "scandir", scan)
    monkeypatch.setattr(os, "stat", stat)
    monkeypatch.setattr(sqlite3, "connect", connect)
    assert lint(use_cache=True) == 30
    # the site, `source` and `_posts`, each once
    assert (did["folders listed"], did["posts asked for"]) == (3, 30)
    assert did["SELECT"] <= 5
    assert did["INSERT"] == did["UPDATE"] == did["DELETE"] == 0


def test_one_plain_post_imports_little(site: Callable[[int], Path]) -> None:
    root = site(1)
    post = root / "source/_posts/p0.md"
    post.write_text("---\ntitle: A\ndate: 2024-05-06 08:00:00\n---\n\nWe walked along the river.\n")
    code = (
        "import sys\nfrom postlint.cli.main import main\ncode = main([sys.argv[1]])\n"
        "print(code, *sorted({name for name in sys.modules if not name.startswith('postlint')}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(post)], capture_output=True, text=True, check=True)
    last = done.stdout.splitlines()[-1].split()
    assert last[0] == "0"
    unwanted = {
        "aiohttp", "asyncio", "bs4", "concurrent.futures", "csv", "dateutil", "difflib", "email", "frontmatter",
        "importlib.metadata", "jinja2", "jsonschema_rs", "multiprocessing", "pathspec", "re2", "rich", "sqlite3",
        "subprocess", "tomllib", "turbohtml", "tzdata",
    }  # fmt: skip
    assert unwanted.intersection(last) == set()


def calls_of(work: Callable[[], object]) -> int:
    """Return how many functions are called: work that does not depend on the machine, nor on posts read before."""
    built_in.cache_clear()
    number = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


def test_work_is_proportional_to_the_number_of_posts(
    site: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postlint.engine.reading._SETTLED_NS", -1)
    site(3)
    lint()
    cold, warm = [], []
    for count in (20, 40, 80):
        site(count)
        cold.append(calls_of(lambda: lint(use_cache=True)))
        warm.append(calls_of(lambda: lint(use_cache=True)))
    for measured in (cold, warm):
        first, second = measured[1] - measured[0], measured[2] - measured[1]
        # twice as many more posts, twice the work, and nothing that grows faster
        assert second <= 2.1 * first
    assert warm[2] - warm[1] < (cold[2] - cold[1]) / 10


def test_work_is_proportional_to_the_length_of_a_post(site: Callable[[int], Path]) -> None:
    root = site(1)
    lint()
    calls = []
    for repeats in (25, 50, 100):
        body = "".join(POST.format(number=number).split("---\n")[2] for number in range(repeats))
        text = f"---\ntitle: A\ndate: 2024-05-06 08:00:00\n---\n{body}"
        (root / "source/_posts/p0.md").write_text(text)
        calls.append(calls_of(lint))
    assert calls[2] - calls[1] <= 2.1 * (calls[1] - calls[0])


def test_the_process_ends_at_once_but_not_before_its_work_is_done(site: Callable[[int], Path]) -> None:
    root = site(3)
    (root / "rules.py").write_text(
        "import atexit, os\nfrom postlint import hookimpl\natexit.register(lambda: os.write(2, b'bye'))\n"
        "@hookimpl\ndef postlint_rules():\n    return []\n"
    )
    command = [sys.executable, "-m", "postlint", "-p", "./rules.py", "--no-cache", "--output-format", "concise", "."]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.endswith("bye")) == (1, True)
    assert len(done.stdout.splitlines()) == 3
