"""Keys of front matter that themes read, and what is lifted into them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postlint.cli.crash import guarded

Check = Callable[..., list[dict[str, Any]]]
BODY = "\n原文：[The path](https://example.org/path)\n\n作者：Rita Moss\n\n译者：林小溪\n\n正文。\n"


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Return a function that checks the one post of a site with a theme, which keeps what fixes made of it."""

    def run(theme: str, keys: str = "", *flags: str, config: str = "") -> list[dict[str, Any]]:
        is_hexo = theme.startswith("hexo:")
        name = theme.partition(":")[2]
        path = tmp_path / ("source/_posts/a.md" if is_hexo else "content/posts/a.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        if is_hexo:
            (tmp_path / "_config.yml").write_text(f"title: A\nurl: https://me.test\ntheme: {name}\n")
            (tmp_path / "package.json").write_text('{"dependencies": {"hexo": "7.3.0"}}')
        else:
            (tmp_path / "hugo.toml").write_text(f'baseURL = "https://me.test/"\ntheme = "{name}"\n')
        (tmp_path / "postlint.toml").write_text(config)
        if not path.exists():
            path.write_text(f"---\ntitle: 山路\ndate: 2024-05-06\n{keys}---\n{BODY}")
        monkeypatch.chdir(tmp_path)
        guarded(("check", "--no-cache", "--select", "ATT", "--exit-zero", "--output-format", "json", *flags))
        found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
        return found

    return run


@pytest.mark.parametrize(
    ("theme", "key"),
    [
        ("hexo:next", "post_link"),
        ("hexo:butterfly", "copyright_url"),
        ("hexo:volantis", "copyright.ref.url"),
        ("hexo:fluid", "source_url"),
        ("hugo:PaperMod", "canonicalURL"),
        ("hugo:hugo-PaperMod", "canonicalURL"),
        ("hugo:github.com/adityatelange/hugo-PaperMod", "canonicalURL"),
        ("hugo:hugo-theme-stack", "canonicalUrl"),
        ("hugo:FixIt", "repost.url"),
    ],
)
def test_the_key_that_the_theme_reads_is_named(theme: str, key: str, check: Check) -> None:
    assert check(theme)[0]["data"]["key"] == key


@pytest.mark.parametrize(
    ("theme", "keys"),
    [
        ("hexo:next", "post_link: https://example.org/path\nauthor: Rita Moss\n"),
        ("hexo:butterfly", "copyright_author: Rita Moss\ncopyright_url: https://example.org/path\n"),
        ("hexo:volantis", "copyright:\n  author: Rita Moss\n  ref:\n    url: https://example.org/path\n"),
        ("hexo:stellar", "author: rita\nsource_url: https://example.org/path\n"),
        ("hugo:PaperMod", "author: [Rita Moss]\ncanonicalURL: https://example.org/path\n"),
        ("hugo:PaperMod", "params:\n  writer: Rita Moss\n  original_url: https://example.org/path\n"),
        ("hugo:FixIt", "author:\n  name: Rita Moss\nrepost:\n  enable: true\n  url: https://example.org/path\n"),
    ],
)
def test_a_post_whose_front_matter_says_the_same_is_silent(theme: str, keys: str, check: Check) -> None:
    assert check(theme, keys) == []


def test_an_empty_key_of_the_theme_is_filled_safely(check: Check, tmp_path: Path) -> None:
    path = tmp_path / "source/_posts/a.md"
    assert check("hexo:butterfly", "copyright_author:\ncopyright_url:\n", "--fix") == []
    front = "copyright_author: Rita Moss\ncopyright_url: https://example.org/path\n"
    assert path.read_text() == f"---\ntitle: 山路\ndate: 2024-05-06\n{front}---\n{BODY}"
    assert check("hexo:butterfly", "", "--fix") == []
    assert path.read_text().count("copyright_author") == 1


def test_an_empty_key_of_another_theme_is_not_filled_unasked(check: Check, tmp_path: Path) -> None:
    path = tmp_path / "source/_posts/a.md"
    check("hexo:next", "author: Rita Moss\ncopyright_url:\n", "--fix")
    assert "copyright_url:\n" in path.read_text()
    check("hexo:next", "", "--fix", config='[rules.empty-field]\nkeys = ["copyright_url"]\n')
    assert "copyright_url: https://example.org/path\n" in path.read_text()


def test_named_keys_are_lifted_safely_and_once(check: Check, tmp_path: Path) -> None:
    config = '[rules.not-in-front-matter.keys]\nsource_url = "original"\nauthor = "writer"\n'
    path = tmp_path / "source/_posts/a.md"
    check("hexo:next", "", "--fix", config=config)
    once = path.read_text()
    lifted = "original: https://example.org/path\nwriter: Rita Moss\n"
    assert once == f"---\ntitle: 山路\ndate: 2024-05-06\n{lifted}---\n{BODY}"
    check("hexo:next", "", "--fix", config=config)
    assert path.read_text() == once


@pytest.mark.parametrize(("theme", "key"), [("hexo:next", "source"), ("hugo:PaperMod", "url")])
def test_a_key_that_the_generator_needs_is_never_written(theme: str, key: str, check: Check) -> None:
    config = f'[rules.not-in-front-matter.keys]\nsource_url = "{key}"\n'
    found = check(theme, "author: Rita Moss\n", "--fix", config=config)
    assert [(item["fix"], item["hint"]) for item in found] == [
        (None, f"name another key than `{key}` in `keys`: {theme[:4]} reads it otherwise")
    ]
