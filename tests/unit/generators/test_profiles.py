"""The generators as data."""

from __future__ import annotations

import re
import time
from importlib import import_module

import pytest

from postlint.generators.known import NAMES
from postlint.generators.path_globs import PathGlobs
from postlint.generators.profile import Profile

TYPES = {"str", "int", "float", "bool", "null", "date", "datetime", "list", "map"}


@pytest.fixture(params=NAMES)
def profile(request: pytest.FixtureRequest) -> Profile:
    found: Profile = import_module(f"postlint.generators.{request.param}.profile").PROFILE
    assert found.name == request.param
    return found


def test_data_is_well_formed(profile: Profile) -> None:
    assert profile.title
    assert re.fullmatch(r"\d+\.\d+\.\d+", profile.newest_version)
    assert all(re.fullmatch(r"\.[a-z]+", ending) for ending in (*profile.extensions, *profile.html_extensions))
    assert all(set(types) <= TYPES for types in profile.key_types.values())
    assert len(set(profile.image_keys)) == len(profile.image_keys)
    assert not any(folder.startswith("/") or folder.endswith("/") for folder in profile.content)


def test_keys_that_are_read_are_known(profile: Profile) -> None:
    if not profile.known_keys:
        assert profile.name == "plain"
        return
    read = (*profile.title_keys, *profile.updated_keys, *profile.required_keys, *profile.key_types, *profile.image_keys)
    tops = {key.split(".")[0] for key in read}
    known = profile.known_keys
    assert {key for key in tops if (key.lower() if profile.folds_key_case else key) not in known} == set()
    if profile.folds_key_case:
        assert all(key == key.lower() for key in known)


@pytest.mark.parametrize(
    ("pattern", "matched", "unmatched"),
    [
        ("node_modules/", ("node_modules/a.md", "x/node_modules/a/b.md"), ("node_modules", "my_node_modules/a.md")),
        ("/themes/", ("themes/a/b.md",), ("x/themes/a.md", "themes.md")),
        (".*", (".git/x", "a/.b", ".x.md"), ("a.b", "a/b.md")),
        ("_index.*", ("_index.md", "a/_index.zh.md"), ("index.md",)),
        ("/source/_posts/", ("source/_posts/a/b.md",), ("a/source/_posts/b.md",)),
        ("src/**/a.md", ("src/a.md", "src/b/c/a.md"), ("a.md", "src/b.md")),
        ("*.html", ("a.html", "b/c.html"), ("a.md",)),
        ("/a/[a-z][a-z]/", ("a/en/x.md",), ("a/eng/x.md", "a/E1/x.md")),
        ("a?c/", ("abc/x", "y/abc/x"), ("abcd/x", "abc")),
        ("[!_]*.md", ("a.md",), ("_a.md",)),
        ("**/a/**/b/**/*.md", ("a/b/x.md", "x/a/y/z/b/c/d.md"), ("a/x.md", "b/a/x.md", "a/b/x.png")),
        ("*a*a*a*", ("aaa", "x/bananas", "banana/x.md"), ("bana", "x/y.md")),
        ("/x*y*z*/", ("xyz/a", "x1y2z3/a/b"), ("xyz", "a/xyz/b")),
        ("docs", ("docs", "docs/a.md", "x/docs/y"), ("docs.md",)),
    ],
)
def test_globs(pattern: str, matched: tuple[str, ...], unmatched: tuple[str, ...]) -> None:
    globs = PathGlobs((pattern,))
    assert [path for path in matched if not globs.matches(path)] == []
    assert [path for path in unmatched if globs.matches(path)] == []


def test_patterns_with_many_stars_take_no_ages() -> None:
    started = time.process_time()
    globs = PathGlobs(("*a" * 60, "**/" * 60 + "b", "/".join(["*a*d"] * 40), "**a" * 40))
    assert not globs.matches("/".join(["a" * 200 + "c"] * 20) + "/" + "a" * 5000 + "c.md")
    assert time.process_time() - started < 2


def test_no_globs_match_nothing() -> None:
    assert not PathGlobs(()).matches("a/b.md")
