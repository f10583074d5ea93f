"""What is seen from the text alone not to be a statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint.values.span import Span
from postlint_attribution.gate import outside
from postlint_attribution.view import Attributions

WORDS = 400 * "Some words.\n\n"


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_what_stands_in_a_listing_is_no_cue(fence: str, make_post: Callable[..., Post]) -> None:
    listing = f"{fence}yaml\n来源：晨光日报\n\n译者：林小溪\n{fence}\n\n"
    assert not make_post(f"{WORDS}{listing}{WORDS}").view(Attributions).has_cues
    found = make_post(f"{listing}转自：[晨光](https://example.org/a)\n\n{listing}").view(Attributions).all
    assert [statement.text for statement in found] == ["转自：晨光"]


def test_a_fence_that_may_be_text_hides_nothing(make_post: Callable[..., Post]) -> None:
    assert make_post("- a\n\n  ```\n来源：晨光日报\n").view(Attributions).has_cues


def test_cues_outside_of_stretches() -> None:
    hits = [(at, ()) for at in (0, 3, 4, 7, 9)]
    assert outside(hits, [Span(3, 4), Span(5, 9)]) == [(0, ()), (4, ()), (9, ())]
    assert outside(hits, []) == hits
    assert outside(hits, [Span(0, 20)]) == []
