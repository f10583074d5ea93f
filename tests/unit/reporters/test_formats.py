"""Every output format, whole, and what no post may do to it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from xml.etree import ElementTree as ET

import pytest

from postlint.reporters.builtin import FORMATS, find_reporter
from postlint.reporters.reporter import Display
from postlint.values.errors import UsageError
from postlint.values.run_result import Counts, RunResult
from postlint.values.table import Table
from postlint.values.version import __version__
from tests.unit.reporters.results import many, sample

EMPTY = RunResult((), counts=Counts(read=2, elapsed=0.1))
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def render(name: str, result: RunResult, display: Display = Display()) -> str:  # noqa: B008  # frozen
    return find_reporter(name, {})(display).render(result)


@pytest.mark.parametrize("name", FORMATS)
def test_whole_output(name: str, snapshot: Callable[[str, str], None]) -> None:
    snapshot(f"reporters/{name}.txt", render(name, sample()).replace(f'"{__version__}"', '"VERSION"'))


def test_whole_output_in_full_colour(snapshot: Callable[[str, str], None]) -> None:
    display = Display(use_color=True, width=60, is_verbose=True, with_statistics=True, max_diagnostics=2)
    snapshot("reporters/text-colour.txt", render("text", sample(), display))


@pytest.mark.parametrize("name", FORMATS)
def test_text_of_posts_never_steers_the_reader(name: str) -> None:
    text = render(name, sample())
    assert not _CONTROL.search(text)
    assert text.encode("utf-8")
    assert text.endswith("\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("text", "2 posts read in 0.10 s: nothing found.\n"),
        ("concise", ""),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("github", ""),
        ("gitlab", "[]\n"),
        ("statistics", ""),
    ],
)
def test_nothing_found(name: str, text: str) -> None:
    assert render(name, EMPTY) == text


def test_quiet_text_is_findings_only() -> None:
    assert render("text", EMPTY, Display(is_quiet=True)) == ""
    assert "read in" not in render("text", sample(), Display(is_quiet=True))


def test_json_and_jsonl_hold_the_same() -> None:
    array = json.loads(render("json", sample()))
    lines = [json.loads(line) for line in render("jsonl", sample()).splitlines()]
    assert array == lines
    keys = [(item["path"], item["location"]["line"], item["location"]["column"], item["code"]) for item in array]
    assert keys == sorted(keys)
    image = next(item for item in array if item["code"] == "IMG006")
    assert image == {
        "code": "IMG006",
        "name": "insecure-image",
        "severity": "warning",
        "path": "source/_posts/a.md",
        "message": "image from a.test is loaded over plain HTTP",
        "hint": "use https://",
        "related": [],
        "location": {"line": 5, "column": 9},
        "end_location": {"line": 5, "column": 28},
        "offset": [32, 51],
        "fix": {
            "applicability": "unsafe",
            "message": "load it over HTTPS",
            "edits": [{"offset": [30, 34], "content": "https"}],
        },
        "url": "https://postlint.test/rules/insecure-image",
        "data": {"host": "a.test"},
    }


def test_json_has_no_caps() -> None:
    found = RunResult(many(AA001=300))
    assert len(json.loads(render("json", found, Display(max_diagnostics=10)))) == 300


def test_a_github_command_is_one_line_and_cannot_be_closed_early() -> None:
    lines = render("github", sample()).splitlines()
    assert len(lines) == 6
    assert all(re.match(r"::(error|warning|notice) [^:]*::", line) for line in lines)
    odd = next(line for line in lines if "CNT003" in line)
    assert "100%25, done" in odd
    assert "file=source/_posts/b\\x1b[2J.md" in odd


def test_sarif_names_places_in_code_points() -> None:
    (run,) = json.loads(render("sarif", sample()))["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    result = next(item for item in run["results"] if item["ruleId"] == "IMG006")
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 5,
        "startColumn": 9,
        "endLine": 5,
        "endColumn": 28,
        "charOffset": 32,
        "charLength": 19,
    }
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "IMG006"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2
    uris = [item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in run["results"]]
    assert uris[-1] == "source/_posts/b%1B%5B2J.md"


def test_fingerprints_tell_equal_findings_apart_and_outlive_moves() -> None:
    entries = json.loads(render("gitlab", RunResult(sample().diagnostics * 2)))
    assert len({entry["fingerprint"] for entry in entries}) == 8
    again = json.loads(render("gitlab", RunResult(sample().diagnostics)))
    assert [entry["fingerprint"] for entry in again] == [entry["fingerprint"] for entry in entries[:4]]


def test_junit_is_xml_whatever_a_post_holds() -> None:
    suites = ET.fromstring(render("junit", sample()))  # noqa: S314  # our own
    assert suites.attrib == {"name": "postlint", "tests": "6", "failures": "4", "errors": "2"}
    messages = [failure.get("message") for failure in suites.iter("failure")]
    assert "title \\u202eodd\ufffd\\x07 <&\"'>]]>: 100%, done" in messages
    clean = ET.fromstring(render("junit", EMPTY))  # noqa: S314  # our own
    assert [case.get("name") for case in clean.iter("testcase")] == ["nothing found"]


def test_statistics_count_findings_posts_and_fixes() -> None:
    lines = render("statistics", RunResult((*many(AA001=3, AA002=12), *sample().diagnostics))).splitlines()
    assert lines[0] == "Findings by rule:"
    assert lines[1].split() == ["findings", "posts", "fixable", "severity", "code", "rule"]
    assert lines[2].split() == ["12", "12", "0", "warning", "AA002", "aa002"]
    assert ["1", "1", "1", "warning", "IMG006", "insecure-image"] in [line.split() for line in lines]


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match='no output format is called "xml"; known: text, concise, json'):
        find_reporter("xml", {})


def test_plugins_bring_formats() -> None:
    text = find_reporter("text", {})
    assert find_reporter("mine", {"mine": text}) is text


def test_the_page_runs_nothing_but_its_own_script() -> None:
    page = render("html", sample())
    assert "title \\u202eodd\ufffd\\x07 &lt;&amp;&#34;&#39;&gt;]]&gt;: 100%, done" in page
    assert "<b>bold" not in page
    policy = re.search('Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    for kind in ("style", "script"):
        inline = page.split(f"<{kind}>")[1].split(f"</{kind}>")[0]
        digest = b64encode(sha256(inline.encode()).digest()).decode()
        assert f"{kind}-src &#39;sha256-{digest}&#39;" in policy[1] or f"{kind}-src 'sha256-{digest}'" in policy[1]
    addresses = re.findall(r' (?:src|href)=(?:"([^"]*)"|(\S+))', page.split("<script>")[0])
    assert addresses == [("https://postlint.test/rules/insecure-image", "")]


def test_a_clean_page_says_so() -> None:
    page = render("html", EMPTY)
    assert "Nothing found." in page
    assert "<script>" not in page


def test_tables_show_their_first_rows_in_text_and_all_in_other_formats() -> None:
    rows = tuple((f"源{number}", number, None) for number in range(23))
    result = RunResult((), tables=(Table("Sources", ("name", "posts", "note"), rows), Table("None", ("a",), ())))
    text = render("text", result, Display(with_statistics=True, is_quiet=True)).splitlines()
    assert text[:4] == ["Sources:", "  name  posts  note", "  源0       0", "  源1       1"]
    assert text[-2] == "  … and 3 more rows; `--output-format statistics-csv` holds all"
    assert len(render("statistics", result).splitlines()) == 25
    assert render("statistics-csv", result).endswith("源22,22,\n\nNone\na\n")
    assert json.loads(render("statistics-json", result))[1]["rows"][22] == {"name": "源22", "posts": 22, "note": None}


def test_a_cell_is_no_formula_and_steers_no_terminal() -> None:
    table = Table("T", ("name",), (("=cmd|'/c calc'!A0",), ("a\x1b[31m\nb\u202e",)))
    result = RunResult((), tables=(table,))
    assert "\n'=cmd|'/c calc'!A0\n" in render("statistics-csv", result)
    assert "  a\\x1b[31m b\\u202e\n" in render("statistics", result)
