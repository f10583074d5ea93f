"""The cache: the second run says the same and reads only what may have changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from postlint.cli.session import open_session
from postlint.engine.run import run_check
from postlint.engine.worker import Worker
from postlint.source.regular import open_regular
from postlint.source.source import Source

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + b"x" * 100 + b"\0\0\0\0IEND\xaeB`\x82"
PLUGIN = '''
from postlint import Options, PostRule, Report, Severity, Span, hookimpl

class Word(PostRule[Options]):
    """A word was found."""

    code, name, severity = "XX001", "word", Severity.WARNING

    def check(self, post):
        at = post.text.find("Text")
        if at >= 0:
            yield Report(Span(at, at + 4), "MESSAGE", data={"x": DATA})

@hookimpl
def postlint_rules():
    return [Word]
'''


@pytest.fixture(autouse=True)
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the posts that were judged since the list was last cleared; files count as old enough at once."""
    paths: list[str] = []
    check = Worker.check

    def counted(self: Worker, source: Source, candidate: object) -> object:
        paths.append(candidate.relative)  # type: ignore[attr-defined]
        return check(self, source, candidate)  # type: ignore[arg-type]

    monkeypatch.setattr(Worker, "check", counted)
    monkeypatch.setattr("postlint.engine.reading._SETTLED_NS", -1)
    return paths


def again(run: Any, judged: list[str], *arguments: str) -> Any:
    """Run, and leave in `judged` what this run read."""
    judged.clear()
    return run("--output-format", "concise", *arguments, ".")


def test_a_second_run_judges_nothing_and_says_the_same(hexo: Path, run: Any, judged: list[str]) -> None:
    for form in ("json", "text", "sarif", "statistics"):
        first = run("--output-format", form, "-q", "--no-cache", ".")
        run("--output-format", form, "-q", ".")
        judged.clear()
        second = run("--output-format", form, "-q", ".")
        assert second == first
        assert judged == []


def test_no_cache_makes_no_cache(hexo: Path, run: Any, judged: list[str]) -> None:
    run("--no-cache", ".")
    run("source/_posts/bad.md")
    assert not (hexo / ".postlint_cache").exists()
    run(".")
    assert (hexo / ".postlint_cache/cache.sqlite3").is_file()
    again(run, judged, "--no-cache")
    assert sorted(judged) == ["source/_posts/bad.md", "source/_posts/good.md"]


def test_dir_and_clean(hexo: Path, run: Any) -> None:
    run(".")
    assert run("cache", "dir").out == f"{hexo}/.postlint_cache\n"
    assert run("cache", "clean").out == f"removed {hexo}/.postlint_cache\n"
    assert not (hexo / ".postlint_cache").exists()


def test_a_changed_post_is_judged_and_no_other(hexo: Path, run: Any, judged: list[str]) -> None:
    bad = hexo / "source/_posts/bad.md"
    again(run, judged)
    bad.write_text(bad.read_text().replace("x.png", "other.png"))
    done = again(run, judged)
    assert judged == ["source/_posts/bad.md"]
    assert done.out == run("--output-format", "concise", "--no-cache", ".").out


def test_other_bytes_of_the_same_size_and_time_are_seen(hexo: Path, run: Any, judged: list[str]) -> None:
    bad = hexo / "source/_posts/bad.md"
    before = bad.stat()
    assert "plain HTTP" in again(run, judged).out
    bad.write_text(bad.read_text().replace("http:", "/ttp:"))
    os.utime(bad, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert "plain HTTP" not in again(run, judged).out
    assert judged == ["source/_posts/bad.md"]


def test_a_touched_post_is_read_and_not_judged(hexo: Path, run: Any, judged: list[str]) -> None:
    first = again(run, judged)
    for _ in range(2):
        os.utime(hexo / "source/_posts/bad.md", ns=(1, 1_600_000_000_000_000_000))
        assert again(run, judged).out == first.out
        assert judged == []


def test_a_file_younger_than_two_seconds_is_not_known_by_its_time(
    hexo: Path, run: Any, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postlint.engine.reading._SETTLED_NS", 2_000_000_000)
    first = run("--output-format", "concise", ".")
    with sqlite3.connect(hexo / ".postlint_cache/cache.sqlite3") as file:
        assert file.execute("SELECT DISTINCT size, mtime, ctime, inode FROM results").fetchall() == [(0, 0, 0, 0)]
    file.close()
    assert run("--output-format", "concise", ".") == first


def test_branches_in_turn(hexo: Path, run: Any, judged: list[str]) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]

    def call(*arguments: str) -> None:
        subprocess.run([*git, *arguments], check=True, capture_output=True)

    call("init", ".")
    call("add", ".")
    call("commit", "-m", "one")
    call("checkout", "-b", "two")
    (hexo / "source/_posts/bad.md").write_text("---\ntitle: A\ndate: 2024-05-06\n---\nNo picture.\n")
    call("commit", "-am", "two")
    for branch in ("main", "two", "main", "two"):
        call("checkout", branch)
        assert ("plain HTTP" in again(run, judged).out) == (branch == "main")
        assert run("--output-format", "concise", ".").out == run("--output-format", "concise", "--no-cache", ".").out


def test_other_settings_are_other_results(hexo: Path, run: Any, judged: list[str]) -> None:
    first = again(run, judged)
    assert "IMG006" in first.out
    assert "IMG006" not in again(run, judged, "--ignore", "IMG006").out
    assert len(judged) == 2
    (hexo / "postlint.toml").write_text('[rules.insecure-image]\nallow-hosts = ["a.example.com"]\n')
    assert "IMG006" not in again(run, judged).out
    (hexo / "postlint.toml").unlink()
    assert again(run, judged) == first
    assert judged == []


def test_what_is_settled_later_needs_no_new_look(hexo: Path, run: Any, judged: list[str]) -> None:
    again(run, judged)
    assert again(run, judged, "--min-severity", "error").out == ""
    assert again(run, judged, "--fail-on", "error").code == 0
    assert judged == []


def test_the_sites_own_files_count(hexo: Path, run: Any, judged: list[str]) -> None:
    again(run, judged)
    (hexo / "_config.yml").write_text("title: t\nurl: https://example.org\npermalink: :title/\n")
    again(run, judged)
    assert len(judged) == 2


def test_a_changed_plugin_is_asked_again(hexo: Path, run: Any, judged: list[str]) -> None:
    plugin = hexo / "rules.py"
    plugin.write_text(PLUGIN.replace("MESSAGE", "one").replace("DATA", "1"))
    assert " one" in again(run, judged, "-p", "./rules.py", "--select", "XX").out
    assert " one" in again(run, judged, "-p", "./rules.py", "--select", "XX").out
    assert judged == []
    sys.modules.pop("postlint_local_rules")
    plugin.write_text(PLUGIN.replace("MESSAGE", "two").replace("DATA", "1"))
    assert " two" in again(run, judged, "-p", "./rules.py", "--select", "XX").out
    assert not (hexo / "__pycache__").exists()


def test_data_that_is_no_json_is_a_crash_of_its_rule(hexo: Path, run: Any, judged: list[str]) -> None:
    (hexo / "rules.py").write_text(PLUGIN.replace("MESSAGE", "one").replace("DATA", "post"))
    for _ in range(2):
        done = again(run, judged, "-p", "./rules.py")
        assert done.code == 2
        assert "rule XX001 crashed: its data is no JSON" in done.out
        assert "IMG006" in done.out


def test_a_crash_is_never_remembered(hexo: Path, run: Any, judged: list[str]) -> None:
    (hexo / "rules.py").write_text(PLUGIN.replace("MESSAGE", "one").replace("DATA", "1 / 0"))
    for _ in range(2):
        assert again(run, judged, "-p", "./rules.py").code == 2
        assert len(judged) == 2


def test_pictures_that_come_and_go(hexo: Path, run: Any, judged: list[str]) -> None:
    post = hexo / "source/_posts/good.md"
    post.write_text(f"{post.read_text()}\n![A map](/map.png)\n")
    picture = hexo / "source/map.png"
    assert "IMG001" in again(run, judged).out
    picture.write_bytes(PNG)
    assert "IMG001" not in again(run, judged).out
    assert judged == ["source/_posts/good.md"]
    picture.write_bytes(PNG[:40])
    assert "cut off" in again(run, judged).out
    picture.rename(hexo / "source/Map.png")
    assert "IMG002" in again(run, judged).out
    (hexo / "source/Map.png").unlink()
    assert "IMG001" in again(run, judged).out


def test_a_picture_in_the_same_state_is_not_opened_again(
    hexo: Path, run: Any, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postlint.post.files._SETTLED_NS", -1)
    opened: list[str] = []

    def open_noted(path: str) -> Any:
        opened.append(path)
        return open_regular(path)

    monkeypatch.setattr("postlint.post.files.open_regular", open_noted)
    post = hexo / "source/_posts/good.md"
    post.write_text(f"{post.read_text()}\n![A map](/map.png)\n")
    picture = hexo / "source/map.png"
    picture.write_bytes(PNG)
    assert "cut off" not in again(run, judged).out
    assert opened != []
    opened.clear()
    again(run, judged)
    assert (judged, opened) == ([], [])
    picture.write_bytes(PNG[:-8] + b"x" * 8)
    assert "cut off" in again(run, judged).out
    assert judged == ["source/_posts/good.md"]


def test_a_new_day(hexo: Path, judged: list[str]) -> None:
    (hexo / "source/_posts/good.md").write_text("---\ntitle: A\ndate: 2024-05-06 08:00:00\n---\nText.\n")
    (hexo / "source/_posts/bad.md").write_text("---\ntitle: B\ndate: 2030-01-10 08:00:00\n---\nText.\n")

    def found(day: str) -> list[str]:
        judged.clear()
        session = open_session({"select": ("DT006",)}, ["."])
        return [d.message for d in run_check(session.request(), session.plugins, date.fromisoformat(day)).diagnostics]

    assert found("2030-01-01") == ['date "2030-01-10 08:00:00" is 9 days ahead: Hexo publishes it now']
    assert found("2030-01-01") == ['date "2030-01-10 08:00:00" is 9 days ahead: Hexo publishes it now']
    assert judged == []
    assert found("2030-01-02") == ['date "2030-01-10 08:00:00" is 8 days ahead: Hexo publishes it now']
    assert judged == ["source/_posts/bad.md"]
    assert found("2030-01-11") == []
    assert found("2030-03-01") == []
    assert judged == []
    # a clock that was put back
    assert found("2030-01-02") == ['date "2030-01-10 08:00:00" is 8 days ahead: Hexo publishes it now']


def test_the_time_zone_counts(hexo: Path, run: Any, judged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    again(run, judged)
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    again(run, judged)
    assert len(judged) == 2


def test_posts_are_compared_with_what_the_others_are_now(hexo: Path, run: Any, judged: list[str]) -> None:
    good, bad = hexo / "source/_posts/good.md", hexo / "source/_posts/bad.md"
    good.write_text("---\ntitle: A\ndate: 2024-05-06 08:00:00\npermalink: walk/\n---\nText.\n")
    bad.write_text("---\ntitle: B\ndate: 2024-05-07 08:00:00\npermalink: walk/\n---\nText.\n")
    first = again(run, judged)
    assert "[duplicate-permalink]" in first.out
    assert again(run, judged) == first
    bad.unlink()
    assert "[duplicate-permalink]" not in again(run, judged).out
    assert judged == []


def test_damaged_rows_are_worked_out_again(hexo: Path, run: Any, judged: list[str]) -> None:
    first = again(run, judged)
    for text in ("[[1]]", "no JSON", '{"a": 1}', "[[1,2,3,4,5,6,7,8,9,10,11,12,13]]"):
        with sqlite3.connect(hexo / ".postlint_cache/cache.sqlite3") as file:
            file.execute("UPDATE found SET diagnostics = ?", (text,))
        file.close()
        assert again(run, judged) == first
        assert judged == ["source/_posts/bad.md"]
    with sqlite3.connect(hexo / ".postlint_cache/cache.sqlite3") as file:
        file.execute("UPDATE results SET tallies = 'x', probes = 'x'")
    file.close()
    assert again(run, judged) == first


def test_what_another_run_took_away_is_worked_out_again(hexo: Path, run: Any, judged: list[str]) -> None:
    first = again(run, judged)
    with sqlite3.connect(hexo / ".postlint_cache/cache.sqlite3") as file:
        file.execute("DELETE FROM found")
    file.close()
    assert again(run, judged) == first


def test_rows_of_posts_that_are_gone_are_dropped(hexo: Path, run: Any, judged: list[str]) -> None:
    again(run, judged)
    (hexo / "source/_posts/bad.md").rename(hexo / "source/_posts/worse.md")
    again(run, judged)
    with sqlite3.connect(hexo / ".postlint_cache/cache.sqlite3") as file:
        paths = file.execute("SELECT path FROM results ORDER BY path").fetchall()
    file.close()
    assert paths == [("source/_posts/good.md",), ("source/_posts/worse.md",)]


def test_contexts_do_not_pile_up(hexo: Path, run: Any, judged: list[str]) -> None:
    for number in range(12):
        again(run, judged, "--select", f"DT,IMG{number:03}" if number else "DT")
    with sqlite3.connect(hexo / ".postlint_cache/cache.sqlite3") as file:
        assert file.execute("SELECT count(*) FROM contexts").fetchone() == (8,)
        assert file.execute("SELECT count(DISTINCT context) FROM results").fetchone() == (8,)
    file.close()


def test_paths_are_shown_as_seen_from_here(
    hexo: Path, run: Any, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert again(run, judged).out.startswith("source/_posts/bad.md:8:6:")
    monkeypatch.chdir(hexo / "source")
    assert again(run, judged).out.startswith("_posts/bad.md:8:6:")
    assert judged == []


def test_a_fix_reads_anew_and_the_next_run_sees_it(hexo: Path, run: Any, judged: list[str]) -> None:
    again(run, judged)
    again(run, judged, "--unsafe-fixes")
    assert "https://a.example.com" in (hexo / "source/_posts/bad.md").read_text()
    assert "IMG006" not in again(run, judged).out


def test_two_runs_at_once(hexo: Path, run: Any) -> None:
    for number in range(80):
        (hexo / f"source/_posts/p{number}.md").write_text(
            f"---\ntitle: P{number}\ndate: 2024-05-06 08:00:00\n---\n\n![a](http://a.example.com/{number}.png)\n"
        )
    expected = run("--output-format", "concise", "--no-cache", ".").out
    command = [sys.executable, "-m", "postlint", "--output-format", "concise", "--jobs", "1", "."]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for process in running:
        out, err = process.communicate(timeout=120)
        assert (process.returncode, out.decode(), err.decode()) == (1, expected, "")
    assert run("--output-format", "concise", ".").out == expected
