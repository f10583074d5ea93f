"""What a post says cannot steer a terminal, a server or a page, in any output format."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from postlint.cli.crash import guarded
from postlint.reporters.builtin import FORMATS
from tests.hostile.case import Case, lay_out

_EVIL = "\x1b]0;owned\x07\x1b[2J\u202e\u2066\u061c\x9b31m\x85\u2028::error::x%0A<script>alert(1)</script>]]>--><img src=x onerror=alert(1)>\"'"
_YAML = "".join(char if 0x20 < ord(char) < 0x7F and char not in '"\\' else f"\\u{ord(char):04x}" for char in _EVIL)
CASE = Case(
    "everything at once",
    1,
    "",
    files={
        "source/_posts/a\n::error::b\x1b[2J\u202e<b>&.md": (
            f'---\ntitle: "\\n{_YAML}"\ndate: "{_YAML}"\n"k{_YAML}": 1\n"k{_YAML}": 2\ntags: ["{_YAML}"]\n---\n\n'
            f'<img src="/{_EVIL.split("<")[0]}&lt;script&gt;.png" alt="&lt;script&gt;">\n\n'
            f"![{_EVIL}](http://a.example.com/x.png)\n\n"
            f"![](http://a.example.com/%1b%5d0;x%07.png?<script>)\n\n来源：{_EVIL}\n\n转载自：<b>{_EVIL}</b>\n"
        )
    },
)
# a tab and line ends between findings are the reporter's own
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


class _Tags(HTMLParser):
    """Collects what a browser would take for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.handlers: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.handlers |= {name for name, _ in attrs if name.startswith("on")}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "site").mkdir()
    monkeypatch.chdir(tmp_path / "site")
    lay_out(CASE, tmp_path / "site")
    return tmp_path / "site"


def render(name: str, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert guarded(["check", "--no-cache", "--select", "ALL", "--output-format", name, *arguments]) == 1
    captured = capsys.readouterr()
    assert not _STEERING.search(captured.err)
    return captured.out


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_controls_through(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = render(name, capsys)
    assert len(text) > 50
    assert not _STEERING.search(text)


def test_colours_are_the_only_escape_sequences(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = render("text", capsys, "--color", "always", "--statistics")
    assert not _STEERING.search(re.sub(r"\x1b\[[0-9;]*m", "", text))


def test_github_gets_one_command_a_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = render("github", capsys).splitlines()
    assert len(lines) > 3
    for line in lines:
        assert re.fullmatch(r"::(?:error|warning|notice) file=[^,:]*,line=\d+,col=\d+,[^:]*::.*", line), line


def test_html_has_no_markup_of_the_post(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = _Tags()
    text = render("html", capsys)
    page.feed(text)
    assert "img" not in page.tags
    assert page.handlers == set()
    assert text.count("<script") == 1
    assert "Content-Security-Policy" in text


def test_xml_and_json_are_well_formed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ET.fromstring(render("junit", capsys)).tag == "testsuites"  # noqa: S314  # our own output
    for name in ("json", "sarif", "gitlab", "statistics-json"):
        json.loads(render(name, capsys))
    assert all(json.loads(line)["code"] for line in render("jsonl", capsys).splitlines())
    assert len({len(row) for row in csv.reader(io.StringIO(render("statistics-csv", capsys)))} - {0}) >= 1


def test_inspect_and_diff_are_safe_on_a_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["inspect"], ["inspect", "--output-format", "json"], ["baseline", "explain"]):
        guarded(arguments)
        captured = capsys.readouterr()
        assert not _STEERING.search(captured.out + captured.err)
