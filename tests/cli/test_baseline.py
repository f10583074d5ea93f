"""The baseline and `--since` end to end."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from baseline_drill import drill

from .conftest import POST, Run

OLD = "![a view](http://a.example.com/x.png)"
NEW = "![a view](http://b.example.com/y.png)"
FILE = "postlint-baseline.jsonl"


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def shown(run: Run, *arguments: str) -> list[tuple[str, str, int]]:
    done = run(*(arguments or (".",)), "--select", "IMG006,DT003", "--output-format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    return [(row["path"].rpartition("/")[2], row["code"], row["location"]["line"]) for row in rows]


@pytest.fixture
def known(hexo: Path, run: Run) -> Path:
    """Return the folder of posts of a site with a baseline, under git."""
    posts = hexo / "source/_posts"
    (posts / "bad.md").write_text(f"{POST}\n{OLD}\n\nMore.\n\n{OLD}\n")
    git(hexo, "init", "-q", "-b", "main")
    done = run("baseline", "write", "--select", "IMG006,DT003")
    assert done.code == 0
    assert f"{FILE}: 2 known findings: 2 added, 0 dropped" in done.out
    git(hexo, "add", "-A")
    git(hexo, "commit", "-qm", "start")
    return posts


def entries(hexo: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (hexo / FILE).read_text().splitlines()[1:]]


def test_known_findings_are_not_shown_and_counted(known: Path, run: Run) -> None:
    done = run(".", "--select", "IMG006")
    assert done.code == 0
    assert "silenced: 2 by the baseline." in done.out
    assert shown(run, ".", "--no-baseline") == [("bad.md", "IMG006", 8), ("bad.md", "IMG006", 12)]


def test_moves_and_edits_elsewhere_are_not_seen(known: Path, run: Run) -> None:
    text = (known / "bad.md").read_text()
    (known / "bad.md").write_text(text.replace("Text.", "Another text.\n\nAnd one more.").replace("walk", "long walk"))
    assert shown(run) == []


def test_a_swap_is_seen(known: Path, run: Run) -> None:
    (known / "bad.md").write_text(f"{POST}\n{OLD}\n\nMore.\n\n{NEW}\n")
    assert shown(run) == [("bad.md", "IMG006", 12)]


def test_one_more_of_the_same_is_shown_where_it_was_added(known: Path, run: Run) -> None:
    (known / "bad.md").write_text(f"{POST}\nSee {OLD}\n\n{OLD}\n\nMore.\n\n{OLD}\n")
    assert shown(run) == [("bad.md", "IMG006", 8)]


def test_a_renamed_post_stays_known_and_a_copy_is_new(known: Path, run: Run, hexo: Path) -> None:
    (known / "bad.md").rename(known / "moved.md")
    (known / "copy.md").write_text(f"---\ntitle: Other\ndate: 2024-05-07 08:00:00\n---\n\n{OLD}\n")
    assert shown(run) == [("copy.md", "IMG006", 6)]
    assert {entry["path"] for entry in entries(hexo)} == {"source/_posts/moved.md"}


@pytest.mark.parametrize("form", ["concise", "json", "sarif"])
def test_what_becomes_of_it_is_said_beside_every_format(form: str, known: Path, run: Run) -> None:
    (known / "bad.md").write_text(f"{POST}\n{OLD}\n\n{NEW}\n")
    done = run(".", "--select", "IMG006", "--output-format", form)
    assert (f"postlint: note: {FILE} shrank by 1; commit it\n" == done.err, "shrank" in done.out) == (True, False)


def test_it_shrinks_by_itself_and_never_grows(known: Path, run: Run, hexo: Path) -> None:
    (known / "bad.md").write_text(f"{POST}\n{OLD}\n\n{NEW}\n")
    done = run(".", "--select", "IMG006")
    assert f"note: {FILE} shrank by 1; commit it" in done.out
    assert [entry["text"] for entry in entries(hexo)] == ["http://a.example.com/x.png"]
    assert shown(run) == [("bad.md", "IMG006", 10)]
    run("baseline", "write", "--select", "IMG006")
    assert shown(run) == []


def test_what_was_not_asked_is_not_dropped(known: Path, run: Run, hexo: Path) -> None:
    (known / "bad.md").write_text(POST)
    before = (hexo / FILE).read_bytes()
    run(".", "--select", "DT")
    run("source/_posts/good.md")
    run(".", "--diff")
    assert (hexo / FILE).read_bytes() == before
    (known / "bad.md").unlink()
    (known / "good.md").write_text("---\ntitle: Cooking\ndate: 2021-01-02 03:04:05\n---\n\nOf rice.\n")
    run("source/_posts/good.md")
    assert (hexo / FILE).read_bytes() == before
    run(".", "--select", "IMG006")
    assert entries(hexo) == []


def test_fixes_leave_known_findings_alone(known: Path, run: Run) -> None:
    (known / "bad.md").write_text(f"{POST}\n{OLD}\n\nMore.\n\n{OLD}\n\n{NEW}\n")
    run(".", "--select", "IMG006", "--unsafe-fixes")
    text = (known / "bad.md").read_text()
    assert text.count(OLD) == 2
    assert "https://b.example.com" in text


def test_explain_tells_what_became_of_each(known: Path, run: Run) -> None:
    (known / "bad.md").write_text(f"{POST}\nSee.\n\n{OLD}\n\n{NEW}\n")
    done = run("baseline", "explain", "--select", "IMG006")
    assert done.code == 0
    assert done.out.splitlines() == [
        "source/_posts/bad.md",
        "  -  IMG006  gone: the next run drops it: http://a.example.com/x.png",
        "  10:11  IMG006  known: http://a.example.com/x.png",
        "  12:11  IMG006  new: http://b.example.com/y.png (the baseline knows 'http://a.example.com/x.png')",
        "2 known findings: 1 still there, 1 gone, 0 not asked for; 1 new.",
    ]


def test_the_wrong_file_is_told(known: Path, run: Run, hexo: Path) -> None:
    assert run(".", "--baseline", "none.jsonl").err == (
        'postlint: the baseline "none.jsonl" is not there; `postlint baseline write` makes one\n'
    )
    text = (hexo / FILE).read_text()
    (hexo / FILE).write_text(text.replace('{"id"', '<<<<<<< HEAD\n{"id"', 1))
    done = run(".")
    assert done.code == 2
    assert done.err == f"postlint: {FILE}:2: this is no entry of a baseline; resolve the merge conflict\n"
    (hexo / FILE).write_text("[]\n")
    assert run(".").code == 2
    assert run(".", "--write-baseline", "--since", "HEAD").code == 2


def test_the_config_may_name_it_and_check_may_write_it(hexo: Path, run: Run) -> None:
    (hexo / "postlint.toml").write_text('baseline = "known/old.jsonl"\n')
    (hexo / "known").mkdir()
    assert run(".").code == 2
    done = run(".", "--write-baseline")
    assert done.code == 0
    assert (hexo / "known/old.jsonl").is_file()
    assert run(".").code == 0


@pytest.mark.parametrize("has_union", [True, False])
def test_merges_need_nobody(has_union: bool, known: Path, run: Run, hexo: Path) -> None:
    lines = [f"![a view](http://c.example.com/{number}.png)\n\n" for number in range(20)]
    (known / "many.md").write_text(POST + "".join(lines))
    run("baseline", "write", "--select", "IMG006")
    if not has_union:
        # a host that merges without looking at attributes
        (hexo / ".gitattributes").unlink()
    git(hexo, "add", "-A")
    git(hexo, "commit", "-qm", "many")
    for branch, mended in (("one", 3), ("two", 16)):
        git(hexo, "checkout", "-qb", branch, "main")
        (known / "many.md").write_text(POST + "".join(line for n, line in enumerate(lines) if n != mended))
        (known / f"{branch}.md").write_text(f"{POST}\n![a view](http://{branch}.example.com/y.png)\n")
        run("baseline", "write", "--select", "IMG006")
        git(hexo, "add", "-A")
        git(hexo, "commit", "-qm", branch)
    git(hexo, "merge", "-q", "--no-edit", "one")
    assert shown(run) == []
    assert len(entries(hexo)) == 2 + 18 + 2


def test_lines_that_a_merge_brings_twice_or_back_do_no_harm(known: Path, run: Run, hexo: Path) -> None:
    old = (hexo / FILE).read_text().splitlines(keepends=True)
    (known / "bad.md").write_text(f"{POST}\n{OLD}\n")
    (hexo / FILE).write_text("".join([*old, old[1], old[0], old[2]]))
    assert shown(run) == []
    assert len(entries(hexo)) == 1


def test_since_shows_what_changed(known: Path, run: Run, hexo: Path) -> None:
    (hexo / FILE).unlink()
    text = "---\ntitle: A\ndate: 2024-02-30\nupdated: 2024-02-31\ntags: x\n---\n\n" + f"{OLD}\n\nMore.\n\n{OLD}\n"
    (known / "bad.md").write_text(text)
    (known / "dates.md").write_text(text)
    git(hexo, "add", "-A")
    git(hexo, "commit", "-qm", "dates")
    assert shown(run, ".", "--since", "HEAD") == []
    (known / "new.md").write_text(f"{POST}\n{OLD}\n")
    (known / "bad.md").write_text(text.replace("More.", f"More.\n\n{NEW}"))
    assert shown(run, ".", "--since", "HEAD") == [("bad.md", "IMG006", 12), ("new.md", "IMG006", 8)]
    # a key changed: the whole block counts, the body does not
    (known / "dates.md").write_text(text.replace("tags: x", "tags: y"))
    codes = {(name, line) for name, _, line in shown(run, ".", "--since", "HEAD") if name == "dates.md"}
    assert {line for _, line in codes} == {3, 4}
    # a key taken away changes no line that is left
    (known / "dates.md").write_text(text.replace("tags: x\n", ""))
    assert {line for name, _, line in shown(run, ".", "--since", "HEAD") if name == "dates.md"} == {3, 4}
    git(hexo, "mv", "source/_posts/dates.md", "source/_posts/moved.md")
    (known / "moved.md").write_text(text)
    assert "moved.md" not in [name for name, *_ in shown(run, ".", "--since", "HEAD")]


def test_since_and_fixes_touch_only_what_changed(known: Path, run: Run, hexo: Path) -> None:
    (hexo / FILE).unlink()
    (known / "bad.md").write_text(f"{POST}\n{OLD}\n\n{NEW}\n\n{OLD}\n\n{OLD}\n")
    (known / "same.md").write_text(f"{POST}\n{OLD}\n")
    git(hexo, "add", "source/_posts/same.md")
    git(hexo, "commit", "-qm", "same")
    run(".", "--select", "IMG006", "--unsafe-fixes", "--since", "main")
    assert (known / "same.md").read_text() == f"{POST}\n{OLD}\n"
    assert (known / "bad.md").read_text().count("https:") == 2


def test_since_says_what_git_cannot(hexo: Path, run: Run) -> None:
    assert run(".", "--since", "HEAD").err.startswith("postlint: --since: fatal: not a git repository")
    git(hexo, "init", "-q")
    assert run(".", "--since", "nowhere").err == 'postlint: --since: git knows no commit "nowhere"\n'
    assert run(".", "--since=--output=x").code == 2


@pytest.mark.slow
def test_a_site_edited_renamed_and_merged_at_random(tmp_path: Path) -> None:
    site = tmp_path / "start"
    (site / "source/_posts").mkdir(parents=True)
    (site / "_config.yml").write_text("title: t\nurl: https://example.org\n")
    (site / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
    for number in range(40):
        pictures = "\n\n".join(f"![a view](http://p{number}.example.com/{n}.png)" for n in range(4))
        post = POST.replace("A walk", f"Walk {number}").replace("Text.", f"Text of number {number}.\n\nplain\n")
        (site / f"source/_posts/p{number}.md").write_text(f"{post}\n{pictures}\n")
    done = drill(site, edits=40, seed=7)
    assert done["branches merged"] == 2
    assert done["finding planted"] > 5
