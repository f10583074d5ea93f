"""Arguments that are read without click mean what they mean to click."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from postlint.cli.check import command
from postlint.cli.main import main
from postlint.cli.plain_arguments import _SWITCHES, _WITH_TEXT, _WITH_TEXTS, read_plain
from tests.cli.conftest import POST

LINES = (
    [],
    ["."],
    ["-"],
    ["a.md", "b c.md", ""],
    ["a.md", "--no-cache", "b.md", "-q"],
    ["--output-format", "json", "a.md", "--output-format=jsonl"],
    ["--select", "IMG,DT", "--select=AT001", "--ignore", "a=b", "a.md"],
    ["--output-file", "json:out.json", "--output-file=x"],
    ["-p", "no:images", "-p", "x.py", "--config", "a.toml"],
    *([name] for name in _SWITCHES),
    *([name, "value", "a.md"] for name in (*_WITH_TEXT, *_WITH_TEXTS)),
)


@pytest.mark.parametrize("arguments", LINES, ids=" ".join)
def test_they_mean_the_same_to_click(arguments: list[str]) -> None:
    plain = read_plain(arguments)
    assert plain is not None
    paths, options = plain
    parsed = command.make_context("check", list(arguments)).params
    assert parsed.pop("paths") == paths
    assert parsed.pop("stdin_filename") == "stdin.md"
    assert {name: value for name, value in parsed.items() if value not in (None, ())} == options


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--nonsense"],
        ["--fixx"],
        ["--fix=yes"],
        ["--", "-x.md"],
        ["-qv"],
        ["-pno:images"],
        ["--select"],
        ["--select", "--fix"],
        ["--output-format="],
        ["--jobs", "2"],
        ["--offline"],
        ["a.md", "--since", "HEAD"],
    ],
    ids=" ".join,
)
def test_the_rest_is_left_to_click(arguments: list[str]) -> None:
    assert read_plain(arguments) is None


@pytest.mark.parametrize(
    ("arguments", "is_imported"), [(["good.md", "-q"], "False"), (["good.md", "--jobs=1"], "True")]
)
def test_click_is_imported_where_it_is_needed(arguments: list[str], is_imported: str, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_text(POST)
    code = (
        "import sys\nfrom postlint.cli.main import main\ncode = main(sys.argv[1:])\nprint(code, 'click' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == f"0 {is_imported}", done.stderr


def test_completion_asks_click(capsys: pytest.CaptureFixture[str], hexo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_POSTLINT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "postlint check --unsafe")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        main([])
    assert capsys.readouterr().out == "plain,--unsafe-fixes\n"
