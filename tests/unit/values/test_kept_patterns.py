"""Patterns that are kept between runs: the very same, or compiled anew."""

from __future__ import annotations

import gc
import marshal
import os
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from importlib.util import source_hash
from pathlib import Path

import pytest

from postlint.values import kept_file, kept_patterns
from postlint.values.kept_patterns import PatternFile, _is_same, _restored, _taken_apart
from postlint.values.late_pattern import LatePattern

PACKAGES = (
    "postlint",
    "postlint_attribution",
    "postlint_content",
    "postlint_dates",
    "postlint_front_matter",
    "postlint_images",
)
SOURCE, FLAGS = r"(?P<year>\d{4})-(?P<month>[一-龥]+)|(x)", re.IGNORECASE
TEXTS = ("2024-五月", "X", "nothing")


def found_by(pattern: re.Pattern[str]) -> list[object]:
    return [match and (match.span(), match.groups(), match.groupdict()) for match in map(pattern.search, TEXTS)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a file with one pattern."""
    written = tmp_path / "patterns"
    file = PatternFile(str(written))
    file.compile(SOURCE, FLAGS)
    file.keep()
    return written


def refuse(*_: object) -> None:
    raise AssertionError


def _all_patterns() -> list[LatePattern]:
    for package in map(import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    from postlint_attribution.catalogue import built_in

    catalogue = built_in()
    regexes = [found for pattern in catalogue.patterns for found in (pattern.regex, pattern._shape) if found]
    assert len(regexes) > 150
    return [found for found in gc.get_objects() if isinstance(found, LatePattern)]


def test_every_pattern_is_the_same_when_it_was_kept() -> None:
    patterns = _all_patterns()
    assert len(patterns) > 700
    for pattern in patterns:
        compiled = re.compile(pattern.pattern, pattern._flags)
        kept = _restored(pattern.pattern, _taken_apart(pattern.pattern, int(pattern._flags)))
        assert _is_same(kept, compiled), pattern.pattern


def test_the_next_process_compiles_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = re.compile(SOURCE, FLAGS)
    monkeypatch.setattr(re, "compile", refuse)
    restored = PatternFile(str(path)).compile(SOURCE, FLAGS)
    assert restored == wanted
    assert (restored.pattern, restored.flags, restored.groupindex) == (SOURCE, wanted.flags, {"year": 1, "month": 2})
    assert found_by(restored) == found_by(wanted)


def test_flags_and_bytes_are_told_apart(path: Path) -> None:
    file = PatternFile(str(path))
    assert file.compile(SOURCE, 0) == re.compile(SOURCE)
    assert file.compile("a.b") == re.compile("a.b")
    assert file.compile(b"a.b") == re.compile(b"a.b")
    file.keep()
    again = PatternFile(str(path))
    assert again.compile(b"a.b") == re.compile(b"a.b")
    assert again.compile(SOURCE, FLAGS) == re.compile(SOURCE, FLAGS)


def test_a_pattern_that_is_none_raises_as_ever(path: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        PatternFile(str(path)).compile("(")


def _with_sum(data: bytes) -> bytes:
    return source_hash(data) + data


def _file(patterns: object, stamp: object = None, matcher: object = None) -> bytes:
    value = (matcher or kept_patterns._matcher(), patterns)
    return _with_sum(marshal.dumps((stamp or kept_file._stamp(), 0, value)))


def _forged(words: bytes, stamp: object = None, matcher: object = None) -> bytes:
    return _file({(SOURCE, int(FLAGS)): (int(FLAGS), words, 3, {}, (None,) * 4)}, stamp, matcher)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:5],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: bytes(len(data)),
        lambda data: _with_sum(b"nothing of ours"),
        lambda data: _with_sum(marshal.dumps(("stamp",))),
        lambda data: _file(["a list"]),
        lambda data: _file({(SOURCE, int(FLAGS)): None}),
        lambda data: _forged(b"\xff" * 40),
        lambda data: _forged(b"\x01"),
        lambda data: _forged(bytes(40), ("another", "interpreter")),
        lambda data: _forged(bytes(40), matcher=(1, 2)),
    ],
)
def test_what_is_not_as_it_was_written_is_not_read(damage: object, path: Path) -> None:
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    file = PatternFile(str(path))
    assert file.compile(SOURCE, FLAGS) == re.compile(SOURCE, FLAGS)
    file.keep()
    written = path.read_bytes()
    assert source_hash(written[8:]) == written[:8]
    assert PatternFile(str(path)).compile(SOURCE, FLAGS) == re.compile(SOURCE, FLAGS)


def test_what_grows_too_large_is_neither_read_nor_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(kept_patterns, "_MOST_BYTES", 100)
    file = PatternFile(str(path))
    assert file.compile(SOURCE, FLAGS) == re.compile(SOURCE, FLAGS)
    file.keep()
    assert path.read_bytes() == before


def test_nothing_is_said_where_there_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (None, str(tmp_path / "file/patterns")):
        file = PatternFile(place)
        file.compile("another one")
        file.keep()
    assert os.listdir(tmp_path) == ["file"]


def test_it_is_not_kept_where_the_parts_of_re_give_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = _taken_apart("other", 0)
    monkeypatch.setattr(kept_patterns, "_taken_apart", lambda source, flags: other)
    file = PatternFile(str(tmp_path / "patterns"))
    file.compile("one")
    file.compile("other")
    file.keep()
    monkeypatch.setattr(re, "compile", refuse)
    kept = PatternFile(str(tmp_path / "patterns"))
    assert kept.compile("other").pattern == "other"
    with pytest.raises(AssertionError):
        kept.compile("one")


def test_a_run_keeps_its_patterns_in_the_users_cache_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    site.mkdir()
    (site / "a.md").write_text("---\ntitle: A walk\ndate: 2024-05-06 08:00:00\n---\n\nPhoto by A. Walker.\n")
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))

    def run() -> str:
        command = [sys.executable, "-m", "postlint", "--output-format", "json", "a.md"]
        return subprocess.run(command, cwd=site, capture_output=True, text=True, check=False).stdout

    first = run()
    (file,) = cache.rglob("*.patterns")
    written = file.stat()
    assert run() == first
    assert file.stat().st_mtime_ns == written.st_mtime_ns
    assert os.listdir(site) == ["a.md"]
