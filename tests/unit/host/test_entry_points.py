"""Entry points are found as `importlib.metadata` finds them."""

from __future__ import annotations

import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from postlint.host.entry_points import EntryPoint, find_entry_points


def install(folder: Path, points: str, name: str = "Site.Rules", version: str = "1.2", end: str = "dist-info") -> Path:
    home = folder / f"{name.replace('.', '_').lower()}-{version}.{end}"
    home.mkdir(parents=True)
    (home / "entry_points.txt").write_text(points)
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n\nName: not this\n"
    (home / ("METADATA" if end == "dist-info" else "PKG-INFO")).write_text(about)
    return home


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that alone is on the import path."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    return tmp_path


def test_of_a_group_only_and_past_comments(path: Path) -> None:
    install(path, "[console_scripts]\na = b:c\n\n[postlint]\n# not = this\n one = rules.one \ntwo=rules:Two.plugin\n")
    assert find_entry_points("postlint") == [
        EntryPoint("one", "rules.one", "Site.Rules", "1.2"),
        EntryPoint("two", "rules:Two.plugin", "Site.Rules", "1.2"),
    ]


def test_the_first_of_a_distribution_on_the_path_counts(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(path / "a", "[postlint]\nx = new\n", "site-rules", "2.0")
    install(path / "b", "[postlint]\nx = old\n", "Site.Rules", "1.0")
    monkeypatch.setattr(sys, "path", [str(path / "missing"), str(path / "a"), str(path / "b")])
    assert [(one.value, one.version) for one in find_entry_points("postlint")] == [("new", "2.0")]


def test_an_egg_counts_too(path: Path) -> None:
    install(path, "[postlint]\nx = rules\n", end="egg-info")
    assert find_entry_points("postlint") == [EntryPoint("x", "rules", "Site.Rules", "1.2")]


def test_an_archive_on_the_path_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = install(path / "in", "[postlint]\nx = rules\n")
    with zipfile.ZipFile(path / "rules.zip", "w") as archive:
        for file in home.iterdir():
            archive.write(file, f"{home.name}/{file.name}")
    monkeypatch.setattr(sys, "path", [str(path / "rules.zip")])
    assert find_entry_points("postlint") == [EntryPoint("x", "rules", "Site.Rules", "1.2")]


def test_an_object_in_a_module_is_loaded(path: Path) -> None:
    (path / "some_rules_of_a_test.py").write_text("class Two:\n    plugin = 5\n")
    assert EntryPoint("two", "some_rules_of_a_test:Two.plugin", "d", "1").load() == 5
    assert EntryPoint("one", "some_rules_of_a_test [extra]", "d", "1").load().Two.plugin == 5


def test_it_is_what_the_standard_library_finds_here() -> None:
    def rows(found: list[tuple[str, str, str, str]]) -> list[tuple[str, str, str, str]]:
        return sorted(found)

    for group in ("postlint", "console_scripts", "pytest11"):
        theirs = [
            (entry.name, entry.value, entry.dist.name, entry.dist.version)
            for entry in metadata.entry_points(group=group)
            if entry.dist is not None
        ]
        ours = [(one.name, one.value, one.distribution, one.version) for one in find_entry_points(group)]
        assert rows(ours) == rows(theirs)
        assert ours
