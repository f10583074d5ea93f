"""Every post that ends the build has an error that says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
_HEAD = "---\ntitle: A walk\ndate: 2024-05-06\n{line}\n---\n\nText.\n"
_SITES = {
    "hugo": ("hugo.toml", 'baseURL = "https://example.org/"\n', "content/posts/a.md"),
    "eleventy": ("eleventy.config.js", "export default () => {};\n", "posts/a.md"),
    "docusaurus": ("docusaurus.config.js", "module.exports = { presets: [['classic', {}]] };\n", "blog/a.md"),
}


@pytest.mark.parametrize(
    ("generator", "line"),
    [
        *(("hugo", line) for line in ("url: https://a.example/", "aliases: [https://a.example/]", "cascade: x")),
        *(("hugo", line) for line in ("params: x", "markup: nope", "_build: {render: never}")),
        *(("eleventy", line) for line in ("content: x", "page: x", "collections: x", "permalink: true", "tags: 3")),
        *(("docusaurus", line) for line in ("draft:", "tags: [a, ~]", "toc_min_heading_level: 9", "authors: me")),
    ],
)
def test_a_refused_key_is_an_error(
    generator: str, line: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, text, path = _SITES[generator]
    (tmp_path / config).write_text(text)
    post = tmp_path / path
    post.parent.mkdir(parents=True)
    post.write_text(_HEAD.format(line=line))
    monkeypatch.chdir(tmp_path)
    done = run("check", "--no-cache", "--select", "FM,DT", "--output-format", "json", ".")
    assert [(item["code"], item["severity"]) for item in json.loads(done.out)] == [("FM007", "error")]


def test_a_post_without_a_date_ends_the_build_of_material(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: t\ntheme: {name: material}\nplugins: [blog]\n")
    post = tmp_path / "docs/blog/posts/a.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ntitle: A walk\n---\n\nText.\n")
    monkeypatch.chdir(tmp_path)
    done = run("check", "--no-cache", "--select", "DT", "--output-format", "json", ".")
    assert [(item["code"], item["severity"]) for item in json.loads(done.out)] == [("DT001", "error")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\njust a sentence\n---\n\nText.\n", "FM002"),
        ("---\n[a, b]\n---\n\nText.\n", "FM002"),
        ('+++\ntitle = "A"\ndate = 2024-05-06\n[a]\nx = 1\n[a]\ny = 2\n+++\n\nText.\n', "FM004"),
    ],
)
def test_a_block_that_hugo_cannot_use_is_an_error(
    text: str, code: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hugo.toml").write_text(_SITES["hugo"][1])
    post = tmp_path / "content/posts/a.md"
    post.parent.mkdir(parents=True)
    post.write_text(text)
    monkeypatch.chdir(tmp_path)
    done = run("check", "--no-cache", "--select", "FM", "--output-format", "json", ".")
    assert [(item["code"], item["severity"]) for item in json.loads(done.out)] == [(code, "error")]
