"""The tables of sources."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postlint.cli.crash import guarded

Tables = dict[str, list[list[object]]]
POSTS = {
    "a": "正文。\n\n来源：[晨光日报](https://news.morning.test/1)\n",
    "b": "正文。\n\n来源：晨光日报\n",
    "c": "原文链接：https://www.morning.test/2\n\n正文。\n",
    "d": "正文。\n\n来源：平安小城\n",
    "e": "正文。\n\n来源：网络\n",
    "f": "---\ntitle: F\nsource_url: https://lin.github.io/f\n---\n\n正文。\n",
    "g": "正文，没有别的。\n\n原文链接：https://mine.test/g\n",
}


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tables:
    (tmp_path / "hugo.toml").write_text('baseURL = "https://mine.test/"\n')
    (tmp_path / "content/posts").mkdir(parents=True)
    for name, text in POSTS.items():
        front = "" if text.startswith("---") else f"---\ntitle: {name}\n---\n\n"
        (tmp_path / f"content/posts/{name}.md").write_text(front + text)
    monkeypatch.chdir(tmp_path)
    guarded(("check", "--select", "ATT", "--output-format", "statistics-json"))
    found = json.loads(capsys.readouterr().out)
    return {table["title"]: [list(row.values()) for row in table["rows"]] for table in found}


def test_posts_by_their_source(tables: Tables) -> None:
    assert tables["Posts by their source"] == [
        ["with a link", 3],
        ["without a link", 2],
        ["named vaguely", 1],
        ["none", 1],
    ]


def test_sources_with_and_without_link(tables: Tables) -> None:
    assert tables["Sources"] == [
        ["晨光日报", "morning.test", 3, 2, 1],
        ["lin.github.io", "lin.github.io", 1, 1, 0],
        ["平安小城", None, 1, 0, 1],
    ]
