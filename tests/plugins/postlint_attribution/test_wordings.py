"""Every wording finds its example, and nothing of its kind in its counter-example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.catalogue import built_in
from postlint_attribution.kinds import KINDS
from postlint_attribution.view import Attributions
from postlint_attribution.wordings.wording import Wording

WORDINGS = [pattern.wording for pattern in built_in().patterns]


def name(wording: Wording) -> str:
    return f"{wording.language}-{wording.kind}-{wording.example[:12]}"


@pytest.mark.parametrize("wording", WORDINGS, ids=name)
def test_example_is_found(wording: Wording, make_post: Callable[..., Post]) -> None:
    kinds = {statement.kind for statement in make_post(f"# Title\n\n{wording.example}\n").view(Attributions).all}
    wanted = {wording.kind} | ({"source-name"} if wording.kind == "source-link" else set())
    assert kinds & wanted, wording.example


@pytest.mark.parametrize("wording", WORDINGS, ids=name)
def test_counter_example_is_not_found(wording: Wording, make_post: Callable[..., Post]) -> None:
    found = make_post(f"# Title\n\n{wording.counter}\n").view(Attributions).statements
    assert [statement.text for statement in found if statement.kind == wording.kind] == []


@pytest.mark.parametrize("wording", WORDINGS, ids=name)
def test_gate_lets_the_example_through(wording: Wording, make_post: Callable[..., Post]) -> None:
    assert wording.kind in KINDS
    assert make_post(f"# Title\n\n{wording.example}\n").view(Attributions).has_cues
