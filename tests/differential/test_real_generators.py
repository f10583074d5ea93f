"""The real generators are asked again: the kept posts, and posts that are made up on the spot.

`tests/differential/programs/install.sh FOLDER` installs them; POSTLINT_ORACLE names the folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from front_matter_answers import Answer, Case, ask_postlint, load_cases
from generated_posts import generate_posts
from real_generators import ASKED, ask, is_installed, printable

FOLDER = Path(os.environ.get("POSTLINT_ORACLE", "/nowhere"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        "POSTLINT_ORACLE" not in os.environ, reason="POSTLINT_ORACLE names no folder of real generators"
    ),
]
# answers that depend on more than the post: a theme's layout, a key that the drivers' short cuts pass by
_PASSED_BY = (
    "opt-permalink-false",
    "opt-draft",
    "opt-draft-str",
    "opt-draft-yes",
    "opt-both",
    "title-no",
    "title-off",
    "title-inf",
    "title-nan",
)


@pytest.fixture(params=ASKED)
def setup(request: pytest.FixtureRequest) -> str:
    """Return a set-up that is installed."""
    if not is_installed(request.param, FOLDER):
        pytest.skip(f"{request.param} is not installed")
    return str(request.param)


def test_the_kept_answers_are_still_given(setup: str) -> None:
    cases = [case for case in load_cases() if case.file is None and setup in case.answers]
    answers = ask(setup, cases, FOLDER)
    changed = {
        case.name: (case.answers[setup], answers[case.name])
        for case in cases
        if case.name not in _PASSED_BY
        and case.answers[setup].date != "today"
        and answers[case.name] != _plain(case.answers[setup])
    }
    assert changed == {}


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/New_York"])
def test_made_up_posts_are_read_alike(setup: str, zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    cases = generate_posts(60 if setup == "hugo" else 300)
    different = list(_differences(setup, zone, cases))
    for line in different:
        print(line)
    assert not different, f"{setup} and postlint differ in {len(different)} of {len(cases)} posts"


def _differences(setup: str, zone: str, cases: list[Case]) -> Iterator[str]:
    answers = ask(setup, cases, FOLDER, zone)
    for case in cases:
        real, ours = answers[case.name], ask_postlint(setup, case)
        if real != _plain(ours):
            text = printable(case.raw.decode("utf-8", "backslashreplace").partition("The first paragraph")[0])
            yield f"{setup} in {zone}: {text}\n    real     {tuple(real)}\n    postlint {tuple(ours)}"


def _plain(answer: Answer) -> Answer:
    return answer._replace(title=answer.title or None)
