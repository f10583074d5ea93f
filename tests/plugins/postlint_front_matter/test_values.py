"""What rules say of values, as they are printed: one cause, one finding, for the generator of the site."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postlint.cli.crash import guarded

_SITES = {
    "hexo": ("source/_posts/a.md", "_config.yml", "title: t\n"),
    "hugo": ("content/posts/a.md", "hugo.toml", 'title = "t"\n'),
    "jekyll": ("_posts/2024-05-06-a.md", "_config.yml", "title: t\n"),
    "astro": ("src/content/blog/a.md", "astro.config.mjs", "export default {};\n"),
    "gatsby": ("content/blog/a.md", "gatsby-config.js", "module.exports = {};\n"),
    "pelican": ("content/a.md", "pelicanconf.py", "SITENAME = 't'\n"),
    "mkdocs": ("docs/a.md", "mkdocs.yml", "site_name: t\n"),
}


@pytest.fixture(autouse=True)
def _site_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TZ", "UTC")


def findings(generator: str, block: str, capsys: pytest.CaptureFixture[str], *more: str) -> list[tuple[str, str]]:
    """Return code and message of every finding of the two families, in order of the text."""
    path, config, content = _SITES[generator]
    Path(config).write_text(content, "utf-8")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    text = f"---\n{block}\ndate: 2024-05-06 10:00:00\n---\n\nText.\n" if block[:1] != "!" else block[1:]
    Path(path).write_text(text, "utf-8")
    guarded(("check", "--generator", generator, "--select", "FM,DT", "--output-format", "jsonl", *more, path))
    return [(found["code"], found["message"]) for found in map(json.loads, capsys.readouterr().out.splitlines())]


@pytest.mark.parametrize(
    ("generator", "line", "becomes"),
    [
        ("jekyll", "no", "false"),
        ("mkdocs", "Off", "false"),
        ("hexo", "010", "the number 10"),
        ("hugo", "010", "the number 8"),
        ("gatsby", "010", "the number 8"),
        ("jekyll", "12:30", "the number 45000"),
        ("mkdocs", "12:30", "the number 750"),
        ("gatsby", "1_000", "the number 1000"),
        ("hexo", "1.0", "the number 1"),
        ("hexo", "2021-10-10", '"Sun Oct 10 2021…"'),
        ("astro", "1e3", "the number 1000"),
    ],
)
def test_what_a_title_becomes(generator: str, line: str, becomes: str, capsys: pytest.CaptureFixture[str]) -> None:
    title = {"mkdocs": "MkDocs"}.get(generator, generator.capitalize())
    assert findings(generator, f"title: {line}", capsys) == [("FM015", f'{title} reads title "{line}" as {becomes}')]


@pytest.mark.parametrize(
    ("generator", "line"),
    [
        ("hexo", "no"),
        ("hexo", "12:30"),
        ("hugo", "12:30"),
        ("hugo", "2021-10-10"),
        ("astro", "1_000"),
        ("jekyll", "0o17"),
        ("jekyll", "2021-10-10"),
        ("hexo", "2024"),
    ],
)
def test_a_title_that_stays_what_it_is(generator: str, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings(generator, f"title: {line}", capsys) == []


@pytest.mark.parametrize(
    ("generator", "block", "codes"),
    [
        ("hexo", "title: #walk", ["FM018"]),
        ("hexo", "title: # a note", ["FM006"]),
        ("hexo", "title: [walk]", ["FM018"]),
        ("hexo", "title: {{ walk }}", ["FM018"]),
        ("hugo", "title: {{ walk }}", ["FM004"]),
        ("hugo", "title: !walk x", ["FM018"]),
        ("hexo", "title: !walk x", ["FM004"]),
        ("hexo", "title: &w x\nsubtitle: *w", []),
        ("hexo", "title: a: b", ["FM004"]),
        ("hexo", "title：walk", ["FM016"]),
        ("hugo", "title：walk\ntags：[a]", ["FM016", "FM016"]),
        ("hexo", 'title: “walk"', ["FM016"]),
        ("hexo", "title: walk\nslug: “a”", ["FM016"]),
        ("jekyll", "title: walk\ntags:\n  - a\n　- b", ["FM016"]),
        ("hexo", "title: “walk”", []),
        ("hexo", "title: 走：路，“a”", []),
        ("hexo", "title: walk\ndescription: a\n  注意：b", []),
        ("hexo", "Title: walk", ["FM008"]),
        ("hexo", "title: 'walk'\nexcerpt:", ["FM006"]),
        ("hexo", "title: walk # shown\nslug: a # address", []),
        ("hexo", "title: true", []),
        ("hexo", "title: walk\ntags: [#a, b]", ["FM004"]),
    ],
)
def test_one_cause_one_finding(
    generator: str, block: str, codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert [code for code, _ in findings(generator, block, capsys)] == codes


def test_a_date_in_curly_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    text = "!---\ntitle: walk\ndate: “2024-05-06”\n---\nText.\n"
    assert findings("hexo", text, capsys) == [("FM016", "the quotes around date are not YAML's")]
    findings("hexo", text, capsys, "--fix", "--unsafe-fixes")
    assert Path(_SITES["hexo"][0]).read_text("utf-8") == "---\ntitle: walk\ndate: 2024-05-06\n---\nText.\n"


def test_a_date_under_a_key_with_a_capital(capsys: pytest.CaptureFixture[str]) -> None:
    text = "!---\ntitle: walk\nDate: 2024-05-06\n---\nText.\n"
    assert findings("hexo", text, capsys) == [("FM008", 'Hexo does not know the key "Date", but "date"')]


@pytest.mark.parametrize("generator", ["hexo", "hugo", "jekyll"])
def test_a_template_in_the_place_of_a_date(generator: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = "!---\ntitle: walk\ndate: {{ date }}\n---\nText.\n"
    assert [code for code, _ in findings(generator, text, capsys)] == ["DT012"]


def test_a_day_that_hugo_cannot_read_in_either_order(capsys: pytest.CaptureFixture[str]) -> None:
    text = "!---\ntitle: walk\ndate: 10/11/2021\n---\nText.\n"
    assert [code for code, _ in findings("hugo", text, capsys)] == ["DT002"]
    assert [code for code, _ in findings("hexo", text, capsys)] == ["DT010"]


def test_a_wrong_weekday_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    text = "!---\ntitle: walk\ndate: Mon, 10 Oct 2021 04:35:37 GMT\n---\nText.\n"
    assert [code for code, _ in findings("hugo", text, capsys, "--fix")] == ["DT004", "DT009"]
    assert Path(_SITES["hugo"][0]).read_text("utf-8") == text[1:]


def test_prose_that_hexo_swallows(capsys: pytest.CaptureFixture[str]) -> None:
    found = findings("hexo", "!Note: one: two\nmore: x\n\n---\n\nText.\n", capsys)
    assert found == [("FM019", "Hexo takes the text above line 4 for front matter: readers do not see the post")]


def test_a_whole_block_with_full_width_colons_is_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    text = "!---\ntitle：walk\ndate：2024-05-06\ntags：[a，b]\n---\nText.\n"
    findings("hexo", text, capsys, "--fix")
    fixed = "---\ntitle: walk\ndate: 2024-05-06\ntags: [a, b]\n---\nText.\n"
    assert Path(_SITES["hexo"][0]).read_text("utf-8") == fixed
    assert findings("hexo", f"!{fixed}", capsys) == []
