"""A safe fix of a date leaves the instant as it is, wherever the site is built, and once is enough."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from front_matter_answers import Case, load_cases
from generated_posts import generate_posts
from real_generators import ASKED, ask, is_installed
from safe_fixes import SITES, ZONES, fix_dates, readings

FOLDER = Path(os.environ.get("POSTLINT_ORACLE", "/nowhere"))
DATED = [case for case in load_cases() if case.name.startswith(("date-", "toml", "json", "opt-lastmod", "name-"))]


@pytest.mark.parametrize("setup", SITES)
def test_the_kept_posts(setup: str) -> None:
    fixed = {case.name: _check(setup, case) for case in DATED}
    # the check says nothing where nothing is fixed: hexo without `timezone:` and pages have no safe fix
    wants_fixes = setup in ("jekyll", "eleventy", "hexo8 in Shanghai", "astro-coerce", "docusaurus", "gatsby")
    assert any(fixed.values()) or not wants_fixes


@pytest.mark.slow
@pytest.mark.parametrize("setup", SITES)
def test_made_up_posts(setup: str) -> None:
    for case in generate_posts(400):
        _check(setup, case)


def _check(setup: str, case: Case) -> bool:
    """Assert that a post is read as before, and return whether it was changed."""
    fixed = fix_dates(setup, case.raw, case.file)
    if fixed == case.raw:
        return False
    assert readings(setup, fixed, case.file) == readings(setup, case.raw, case.file), (case.name, case.raw, fixed)
    assert fix_dates(setup, fixed, case.file) == fixed
    return True


@pytest.mark.slow
@pytest.mark.skipif("POSTLINT_ORACLE" not in os.environ, reason="POSTLINT_ORACLE names no folder of real generators")
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("setup", ASKED)
def test_the_real_generator_sees_the_same(setup: str, zone: str) -> None:
    if not is_installed(setup, FOLDER):
        pytest.skip(f"{setup} is not installed")
    made_up = generate_posts(60 if setup == "hugo" else 300)
    pairs = [(case, fix_dates(setup, case.raw)) for case in (*DATED, *made_up) if case.file is None]
    changed = [(case, raw) for case, raw in pairs if raw != case.raw]
    before = ask(setup, [case for case, _ in changed], FOLDER, zone) if changed else {}
    after = ask(setup, [case._replace(raw=raw) for case, raw in changed], FOLDER, zone) if changed else {}
    assert after == before
