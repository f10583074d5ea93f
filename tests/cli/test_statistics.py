"""Tables that plugins add to `check --statistics`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import POST, Run

PLUGIN = '''
from postlint import Options, PostRule, Record, Report, Severity, Span, Statistic, Table, hookimpl

class Silent(PostRule[Options]):
    """Nothing to see."""
    code, name, severity = "LEN001", "silent", Severity.INFO
    def check(self, post):
        return ()

class Lengths(Statistic):
    name = "lengths"
    def collect(self, post):
        if "CRASH" in post.text:
            raise ValueError("no")
        yield Record(Span(0, 0), {"size": len(post.text)})
    def tabulate(self, records):
        rows = tuple((record.path, record.data["size"]) for record in records)
        yield Table("Lengths", ("post", "size"), rows)

@hookimpl
def postlint_rules():
    return [Silent]

@hookimpl
def postlint_statistics():
    return [Lengths]
'''


@pytest.fixture
def lengths(hexo: Path) -> Path:
    (hexo / "lengths.py").write_text(PLUGIN)
    return hexo


def test_a_plugin_adds_a_table(run: Run, lengths: Path) -> None:
    done = run("check", "-p", "lengths.py", "--select", "LEN", "--statistics")
    assert done.out.startswith(
        "Lengths:\n  post                   size\n  source/_posts/bad.md     89\n  source/_posts/good.md    55\n\n"
    )
    assert "Lengths" not in run("check", "-p", "lengths.py", "--select", "LEN").out


def test_tables_go_with_the_rules_of_their_plugin(run: Run, lengths: Path) -> None:
    assert "Lengths" not in run("check", "-p", "lengths.py", "--select", "IMG", "--statistics").out
    assert "Lengths" not in run("check", "--statistics").out


def test_only_reported_posts_count(run: Run, lengths: Path) -> None:
    arguments = ("check", "-p", "lengths.py", "--select", "LEN", "--output-format", "statistics-json", "--site")
    tables = json.loads(run(*arguments, "source/_posts/good.md").out)
    assert tables[1] == {
        "title": "Lengths",
        "columns": ["post", "size"],
        "rows": [{"post": "source/_posts/good.md", "size": 55}],
    }


def test_a_second_run_says_the_same(run: Run, lengths: Path) -> None:
    plain = ("check", "-p", "lengths.py", "--select", "LEN,IMG006", "--output-format", "statistics-csv")
    run("check", "-p", "lengths.py", "--select", "LEN,IMG006")
    first = run(*plain).out
    assert "Lengths\npost,size\nsource/_posts/bad.md,89\n" in first
    assert run(*plain).out == first


def test_processes_make_no_difference(run: Run, lengths: Path) -> None:
    for number in range(230):
        (lengths / f"source/_posts/p{number}.md").write_text(POST + "x" * number)
    arguments = ("check", "-p", "lengths.py", "--select", "LEN", "--no-cache", "--output-format", "statistics-csv")
    alone = run(*arguments, "--jobs", "1").out
    assert len(list(csv.reader(io.StringIO(alone)))) == 237
    assert run(*arguments, "--jobs", "2").out == alone


def test_a_crash_is_a_failure_and_the_rest_counts(run: Run, lengths: Path) -> None:
    (lengths / "source/_posts/crash.md").write_text(POST + "CRASH\n")
    done = run("check", "-p", "lengths.py", "--select", "LEN", "--statistics")
    assert done.code == 2
    assert "PL005 statistic lengths (plugin lengths" in done.out
    assert "source/_posts/good.md    55" in done.out


def test_a_plugin_adds_wordings_and_the_config_more(run: Run, hexo: Path) -> None:
    (hexo / "words.py").write_text(
        "from postlint import hookimpl\n\n@hookimpl\ndef postlint_view_options():\n"
        "    return {'attributions': {'wordings': {'source-name': ['Gathered from: ']}}}\n"
    )
    (hexo / "postlint.toml").write_text("[views.attributions.wordings]\nsource-name = ['Heard at: ']\n")
    (hexo / "source/_posts/own.md").write_text(POST + "\nGathered from: The Wire\n\nHeard at: The Inn\n")
    done = run("check", "-p", "words.py", "--select", "ATT002", "--output-format", "concise", "source/_posts/own.md")
    assert 'source "The Wire" is named without an address' in done.out
    assert 'source "The Inn" is named without an address' in done.out
