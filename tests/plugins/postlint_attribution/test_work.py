"""How much of a post is read for its statements: counted, not timed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.view import Attributions

Maker = Callable[..., Post]
PARAGRAPH = "We walked along the river, past the old mill and over the hill.\n\n"
CUE = "Source: [The paper](https://news.example.com/a)\n\n"


def test_a_post_without_cues_is_not_parsed(make_post: Maker) -> None:
    post = make_post("# A walk\n\n" + 50 * PARAGRAPH + "The source of the river is near; see [a map](m.html).\n")
    view = post.view(Attributions)
    assert view.all == ()
    assert view.blocks == ()
    assert not {"blocks", "reading", "masked"} & set(vars(post.body))


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        (50, 50, 5),  # two blocks on both sides
        (2, 50, 5),  # the first ones are counted, too
        (50, 3, 6),
        (50, 0, 3),
    ],
)
def test_only_the_blocks_near_a_cue_are_made(before: int, after: int, read: int, make_post: Maker) -> None:
    post = make_post(before * PARAGRAPH + CUE + after * PARAGRAPH)
    view = post.view(Attributions)
    assert [statement.url for statement in view.all] == ["https://news.example.com/a"]
    assert len(view.blocks) == read
    assert view.blocks[view.all[0].block].text == "Source: The paper"
    assert not {"blocks", "reading"} & set(vars(post.body))


def test_a_reference_finds_its_definition_far_below(make_post: Maker) -> None:
    cue = CUE.replace("(https://news.example.com/a)", "[p]")
    post = make_post(cue + 50 * PARAGRAPH + "[o]: https://a.example.com\n[p]: https://news.example.com/a\n\nThe end.\n")
    view = post.view(Attributions)
    assert [statement.url for statement in view.all] == ["https://news.example.com/a"]
    assert [block.text for block in view.blocks] == ["Source: The paper", *2 * [PARAGRAPH.strip()]]
