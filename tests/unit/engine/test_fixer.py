"""Passes over a text, with rules made up to quarrel."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from postlint.engine.fixer import Fixed, Judged, fix_source
from postlint.engine.sites import FileReader
from postlint.generators.known import find_generator
from postlint.generators.site_facts import read_facts
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.source.source import Source
from postlint.values.diagnostic import Diagnostic
from postlint.values.edit import Edit, Fix
from postlint.values.report import Severity
from postlint.values.span import Position, Span

Finder = Callable[[str], Iterable[tuple[str, tuple[Edit, ...]]]]
START = Position(1, 1)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(find_generator("hexo"), read_facts(str(tmp_path), "hexo", FileReader(str(tmp_path))), None)


def fix(text: str, find: Finder, site: Site) -> Fixed:
    """Fix a text with findings that are pairs of a rule's name and edits."""

    def judge(source: Source) -> Judged:
        found = []
        for number, (name, edits) in enumerate(find(source.text)):
            offer = Fix.safe("change it", *edits)
            code = f"TST{number:03d}"
            item = Diagnostic(code, name, Severity.INFO, "a.md", "m", START, START, Span(0, 0), fix=offer, subject=name)
            found.append(item)
        return Judged(Post(source, "source/_posts/a.md", site), found)

    return fix_source(Source.from_text(text), judge, with_unsafe=False)


def replacing(name: str, old: str, new: str) -> Finder:
    def find(text: str) -> Iterable[tuple[str, tuple[Edit, ...]]]:
        at = text.find(old)
        while at >= 0:
            yield name, (Edit(Span(at, at + len(old)), new),)
            at = text.find(old, at + len(old))

    return find


def both(*finders: Finder) -> Finder:
    return lambda text: [item for finder in finders for item in finder(text)]


def test_rules_that_undo_each_other_are_named_and_left_out(site: Site) -> None:
    quarrel = both(replacing("to-b", "a", "b"), replacing("to-a", "b", "a"), replacing("calm", "x", "y"))
    done = fix("a x\n", quarrel, site)
    assert done.source.text == "a y\n"
    assert done.notes == ("the fixes of to-a, to-b undo each other; they were not applied",)
    assert fix(done.source.text, quarrel, site).source.text == done.source.text


def test_a_quarrel_that_other_fixes_end_is_fixed_to_the_end(site: Site) -> None:
    def moody(text: str) -> Iterable[tuple[str, tuple[Edit, ...]]]:
        return replacing("to-a", "b", "a")(text) if "x" in text else ()

    # what calms them overlaps the fix of one of them, and comes after it
    calming = replacing("calm", "a x", "a y")
    done = fix("a x\n", both(replacing("to-b", "a", "b"), moody, calming), site)
    assert (done.source.text, done.count, done.notes) == ("b y\n", 2, ())


def test_a_circle_of_three_is_found(site: Site) -> None:
    circle = both(replacing("one", "a", "b"), replacing("two", "b", "c"), replacing("three", "c", "a"))
    done = fix("a\n", circle, site)
    assert done.source.text == "a\n"
    assert done.notes == ("the fixes of one, three, two undo each other; they were not applied",)


def test_a_fix_that_feeds_itself_is_stopped_and_undone(site: Site) -> None:
    done = fix("a\n", replacing("more", "a", "ba"), site)
    assert done.source.text == "a\n"
    assert done.notes == ("the fixes of more had not come to an end after 50 passes; they were not applied",)


def test_neighbours_take_a_pass_each_and_all_are_done(site: Site) -> None:
    done = fix("a" * 40 + "\n", replacing("upper", "a", "A"), site)
    assert done.source.text == "A" * 40 + "\n"
    assert (done.count, done.notes) == (40, ())


def test_a_fix_is_applied_whole_or_not_at_all(site: Site) -> None:
    def find(text: str) -> Iterable[tuple[str, tuple[Edit, ...]]]:
        if text.startswith("ab"):
            yield "first", (Edit(Span(0, 1), "x"),)
        if "cd" in text and text.startswith("ab"):
            yield "second", (Edit(Span(0, 2), "y"), Edit(Span(4, 6), "z"))

    done = fix("ab  cd\n", find, site)
    assert done.source.text == "xb  cd\n"


@pytest.mark.parametrize(
    ("text", "edit", "why"),
    [
        ("---\ntitle: a\ntags: b\n---\nt\n", Edit(Span(11, 12), "a: b"), "the block would be unreadable"),
        ("---\ntitle: a\ntags: b\n---\nt\n", Edit(Span(11, 12), "a\nnew: 1"), None),
        ("---\ntitle: a\ntags: b\n---\nt\n", Edit(Span(11, 12), "a\n---"), "the block would end early"),
        ("---\ntitle: a\ntags: b\n---\nt\n", Edit(Span(11, 12), '"a\ntags: c"'), None),
        ("---\ntitle: a\ntags: b\n---\nt\n", Edit(Span(11, 12), '"a'), "a quote would swallow the next key"),
        ("---\na: {b: 1, c: x}\n---\nt\n", Edit(Span(11, 11), "'"), "the value beside it would change"),
        ("text\n", Edit(Span(0, 0), "---\na: 1\n---\n"), None),
        ("![a](b.png) c\n", Edit(Span(12, 13), "`"), None),
        ("c ![a](b.png) d\n", Edit(Span(0, 1), "<!--"), "a picture would be gone"),
        ("c ![a](b.png) `d`\n", Edit(Span(0, 1), "`"), "a picture would become code"),
        ("`c ![a](b.png)` d\n", Edit(Span(16, 17), "e"), None),
        ("`c` ![a](b.png) d\n", Edit(Span(16, 17), "https://example.org/"), None),
        ("ab\n", Edit(Span(1, 9), "x"), "the place is not in the text"),
        ("ab\n", Edit(Span(0, 1), "\ud800"), "it cannot be encoded"),
    ],
)
def test_what_changes_more_than_it_says_is_refused(text: str, edit: Edit, why: str | None, site: Site) -> None:
    done = fix(text, lambda now: [("bold", (edit,))] if now == text else [], site)
    if why is None:
        assert done.source.text == text[: edit.span.start] + edit.content + text[edit.span.end :]
        assert done.notes == ()
    else:
        assert done.source.text == text, why
        assert done.notes == ("a fix of bold would have changed more than it says; it was not applied",)


def test_one_bad_fix_among_many_costs_only_itself(site: Site) -> None:
    text = "---\ntitle: t\n---\n" + " a" * 60 + "\n"
    readings = []

    def find(now: str) -> Iterable[tuple[str, tuple[Edit, ...]]]:
        readings.append(now)
        yield "bad", (Edit(Span(11, 12), "[") if now[11] == "t" else Edit(Span(0, 0), ""),)
        yield from replacing("good", " a", " b")(now)

    done = fix(text, find, site)
    assert done.source.text == "---\ntitle: t\n---\n" + " b" * 60 + "\n"
    assert done.notes == ("a fix of bad would have changed more than it says; it was not applied",)
    assert len(readings) < 30


def test_edits_that_overlap_in_one_fix_are_not_spliced(site: Site) -> None:
    done = fix("abc\n", lambda text: [("odd", (Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")))], site)
    assert done.source.text == "abc\n"
