"""Suppressions in every place, unused and unknown ones, and `--add-suppressions`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import POST, Run

LINK = "![a](http://a.example.com/x.png)"
RULES = ("--select", "IMG006,DT003,ATT,PL")


def found(run: Run, *arguments: str) -> list[tuple[str, int]]:
    done = run(".", *RULES, "--output-format", "jsonl", *arguments)
    return [(row["code"], row["location"]["line"]) for row in map(json.loads, done.out.splitlines())]


@pytest.fixture
def post(hexo: Path) -> Path:
    (hexo / "source/_posts/good.md").unlink()
    return hexo / "source/_posts/bad.md"


BAD_DATE = "---\ntitle: A walk\ndate: 2024-02-30 08:00:00{0}\n{1}---\n\nText.\n"
TOML = "+++\ntitle = 'A'\ndate = '2024-02-30'{0}\n{1}+++\n\nText.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{POST}\n<!-- postlint-disable-next-line IMG006 -->\n{LINK}\n",
        f"{POST}\n<!-- postlint-disable-next-line insecure-image -- the host has no TLS -->\n{LINK}\n",
        f"{POST}\n<!-- postlint-disable-next-line IMG -->\n\n\n{LINK}\n",
        f"{POST}\n<!--postlint-disable-next-line img006-->\n{LINK}\n",
        f"{POST}\n<!-- postlint-disable IMG006 -->\n\n{LINK}\n\n<!-- postlint-enable IMG006 -->\n",
        f"{POST}\n<!-- postlint-disable IMG006 DT003 -->\n\n{LINK}\n<!-- postlint-enable -->\n",
        f"{POST}\n{LINK}\n\n<!-- postlint-disable-file IMG -->\n",
        f"{POST}\n{LINK} <!-- postlint-disable-line -->\n",
        f"{POST}\n<!-- postlint-disable\n-->\n\n{LINK}\n",
        BAD_DATE.format("  # postlint-disable-line DT003", ""),
        BAD_DATE.format("  # why not  # postlint-disable-line DT003 -- from the old blog", ""),
        BAD_DATE.format("", "postlint: {disable: [DT003]}\n"),
        BAD_DATE.format("", "postlint: {disable: DT, reason: from the old blog}\n"),
        BAD_DATE.format("", "postlint:\n  disable:\n    - impossible-date\n"),
        BAD_DATE.format("", "# postlint-disable-file DT003\n"),
        "---\n# postlint-disable-next-line DT003\ndate: 2024-02-30\ntitle: A\n---\n\nText.\n",
        ';;;\n"title": "A",\n"date": "2024-02-30",\n"postlint": {"disable": ["DT003"]}\n;;;\n\nText.\n',
    ],
)
def test_every_place(text: str, post: Path, run: Run) -> None:
    # with the suppression spoilt, something is found: the rule did look
    post.write_text(text.replace("postlint", "posslint"))
    assert [code for code, _ in found(run) if code in ("IMG006", "DT003")] != []
    post.write_text(text)
    assert [code for code, _ in found(run) if not code.startswith("PL")] == []
    post.write_bytes(text.replace("\n", "\r\n").encode())
    assert [code for code, _ in found(run) if not code.startswith("PL")] == []


def test_places_of_hugo_and_mdx(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hugo.toml").write_text('baseURL = "https://example.org/"\n')
    (tmp_path / "content").mkdir()
    post = tmp_path / "content/a.md"
    for text in (
        TOML.format("  # postlint-disable-line DT003", ""),
        TOML.format("", "postlint = {disable = ['DT003']}\n"),
        TOML.format("", "[postlint]\ndisable = [\n  'DT003',\n]\n"),
    ):
        post.write_text(text.replace("postlint", "posslint"))
        assert "DT003" in [code for code, _ in found(run)]
        post.write_text(text)
        assert found(run) == []
    other = tmp_path / "docs"
    other.mkdir()
    monkeypatch.chdir(other)
    (other / "docusaurus.config.js").write_text("module.exports = {title: 't', url: 'https://example.org'}\n")
    (other / "blog").mkdir()
    (other / "blog/2024-05-06-a.mdx").write_text(
        f"---\ntitle: A\n---\n\n{{/* postlint-disable-next-line IMG006 */}}\n{LINK}\n\n{LINK}\n"
    )
    assert [item for item in found(run) if item[0] in ("IMG006", "PL001")] == [("IMG006", 8)]


@pytest.mark.parametrize(
    ("text", "codes", "fixed"),
    [
        ("{post}\n<!-- postlint-disable-next-line IMG006 -->\nText.\n", ["PL001"], "{post}\nText.\n"),
        ("{post}\nText. <!-- postlint-disable-line IMG006 -->\n", ["PL001"], "{post}\nText. \n"),
        (
            "{post}\n<!-- postlint-disable-next-line IMG006, DT003 -- why -->\n{link}\n",
            ["PL001"],
            "{post}\n<!-- postlint-disable-next-line IMG006 -- why -->\n{link}\n",
        ),
        (
            "{post}\n<!-- postlint-disable-next-line DT003 IMG006 IMG9 ATT -->\n{link}\n",
            ["PL001", "PL002"],
            "{post}\n<!-- postlint-disable-next-line IMG006 -->\n{link}\n",
        ),
        (
            "{post}\n<!-- postlint-disable-next-line IMG9X -->\n{link}\n",
            ["PL002", "IMG006"],
            "{post}\n{link}\n",
        ),
        ("---\ntitle: A\npostlint: {{disable: [DT003, nosuch]}}\n---\n\nT.\n", ["PL001", "PL002"], "---\ntitle: A\n---\n\nT.\n"),
        (
            "---\npostlint: {{disable: [DT003, IMG006, 'nosuch']}}\n---\n\n{link}\n",
            ["PL001", "PL002"],
            "---\npostlint: {{disable: [IMG006]}}\n---\n\n{link}\n",
        ),
        (
            "---\npostlint:\n  disable:\n    - DT003\n    - IMG006\n    - nosuch\n---\n\n{link}\n",
            ["PL001", "PL002"],
            "---\npostlint:\n  disable:\n    - IMG006\n---\n\n{link}\n",
        ),
        ("---\ntitle: A # postlint-disable-line DT003\n---\n\nT.\n", ["PL001"], "---\ntitle: A\n---\n\nT.\n"),
        ("---\n# postlint-disable-file DT003\ntitle: A\n---\n\nT.\n", ["PL001"], "---\ntitle: A\n---\n\nT.\n"),
    ],
)
def test_unused_and_unknown_ones_are_reported_and_safely_removed(
    text: str, codes: list[str], fixed: str, post: Path, run: Run
) -> None:
    post.write_text(text.format(post=POST, link=LINK))
    assert sorted({code for code, _ in found(run)}) == sorted(codes)
    run(".", *RULES, "--fix")
    assert post.read_text() == fixed.format(post=POST, link=LINK)
    assert [code for code, _ in found(run) if code.startswith("PL")] == []


def test_rules_that_did_not_run_are_not_called_unused(post: Path, run: Run) -> None:
    post.write_text(f"{POST}\n<!-- postlint-disable-next-line IMG006 -->\n{LINK}\n")
    assert run(".", "--select", "DT,PL").code == 0


def test_suppressions_are_added_on_their_line_or_for_the_post(post: Path, run: Run) -> None:
    body = f"{LINK}\n\nA line\n{LINK}\n\n- one {LINK}\n\n{LINK} and {LINK}\n"
    post.write_text(f"---\ntitle: A walk\ndate: 2024-02-30 08:00:00\n---\n\n{body}")
    done = run(".", "--select", "IMG006,DT003", "--add-suppressions", "--reason", "old host")
    assert "note: 6 findings suppressed in 1 file" in done.out
    assert done.code == 0
    next_line = "<!-- postlint-disable-next-line IMG006 -- old host -->"
    assert post.read_text() == (
        "---\n# postlint-disable-file IMG006 -- old host\ntitle: A walk\n"
        "date: 2024-02-30 08:00:00  # postlint-disable-line DT003 -- old host\n---\n\n"
        f"{next_line}\n{LINK}\n\nA line\n{LINK}\n\n- one {LINK}\n\n{next_line}\n{LINK} and {LINK}\n"
    )
    assert [code for code, _ in found(run) if code in ("IMG006", "DT003")] == []
    again = post.read_text()
    run(".", "--select", "IMG006,DT003", "--add-suppressions")
    assert post.read_text() == again


def test_suppressions_that_are_there_take_further_codes(post: Path, run: Run) -> None:
    link = '<img src="http://a.example.com/x.png">'
    post.write_text(f"{POST}\n<!-- postlint-disable-next-line IMG006 -- why -->\n![](http://a.example.com/x.png)\n")
    run(".", "--select", "IMG006,IMG009", "--add-suppressions")
    assert "<!-- postlint-disable-next-line IMG006, IMG009 -- why -->\n![](http" in post.read_text()
    post.write_text(f"---\n# postlint-disable-file IMG009\ntitle: A\n---\n\n> {link}\n")
    run(".", "--select", "IMG006,IMG009", "--add-suppressions")
    assert post.read_text() == f"---\n# postlint-disable-file IMG009, IMG006\ntitle: A\n---\n\n> {link}\n"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            f"{POST}\r\n{LINK}\r\n".replace("\n", "\r\n").replace("\r\r", "\r").encode(),
            f"{POST}\n<!-- postlint-disable-next-line IMG006 -->\n{LINK}\n".replace("\n", "\r\n").encode(),
        ),
        (f"> {LINK}".encode(), f"> {LINK}\n\n<!-- postlint-disable-file IMG006 -->\n".encode()),
        (
            f"{POST}\n{LINK}\n山中漫步，一篇关于山的文章。\n".encode("gbk"),
            f"{POST}\n<!-- postlint-disable-next-line IMG006 -->\n{LINK}\n山中漫步，一篇关于山的文章。\n".encode("gbk"),
        ),
    ],
)
def test_suppressions_keep_line_ends_and_encodings(raw: bytes, expected: bytes, post: Path, run: Run) -> None:
    post.write_bytes(raw)
    run(".", "--select", "IMG006", "--ignore", "PL003", "--add-suppressions")
    assert post.read_bytes() == expected


def test_the_diff_of_suppressions_writes_nothing(post: Path, run: Run) -> None:
    post.write_text(f"{POST}\n{LINK}\n")
    done = run(".", "--select", "IMG006", "--add-suppressions", "--diff")
    assert done.code == 1
    assert "+<!-- postlint-disable-next-line IMG006 -->\n" in done.out
    assert post.read_text() == f"{POST}\n{LINK}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("--add-suppressions", "--fix"),
        ("--add-suppressions", "--write-baseline"),
        ("--reason", "x"),
        ("--add-suppressions", "--reason", "a --> b"),
        ("--add-suppressions", "--reason", "a\nb"),
    ],
)
def test_what_contradicts_itself_is_refused(arguments: tuple[str, ...], post: Path, run: Run) -> None:
    assert run(".", *arguments).code == 2
