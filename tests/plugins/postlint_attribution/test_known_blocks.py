"""A block that was read before is read as if it were the first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint_attribution.catalogue import built_in
from postlint_attribution.known_blocks import KnownBlocks
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

FOOTER = "本文由 [晨光译社](https://example.org/team) 原创编译，[晨光](https://example.org/) 荣誉推出"
WORDS = 16 * "Some words.\n\n"


def read(post: Post, *, afresh: bool) -> tuple[Statement, ...]:
    if afresh:
        built_in().known = KnownBlocks()
    return post.view(Attributions).all


@pytest.mark.parametrize(
    "texts",
    [
        (f"Words.\n\n{FOOTER}\n", f"More words here.\n\n{WORDS}{FOOTER}\n"),
        (f"{WORDS}编辑：林小溪\n", f"{WORDS}编辑：林小溪\n\n{WORDS}"),
        (f"{WORDS}编辑：林小溪\n\n{WORDS}", f"{WORDS}编辑：林小溪\n"),
        ("![](a.png)\n\n来源：晨光日报\n", "Words.\n\n来源：晨光日报\n"),
        ("原文：\n\nhttps://example.org/a\n", "原文：\n\nhttps://example.org/bcd\n"),
        ("译者：[林小溪][a]\n\n[a]: https://example.org/a\n", "译者：[林小溪][a]\n\n[a]: https://example.org/b\n"),
        ("- 译者：[林小溪](https://example.org/a)\n", "1. Words\n2. 译者：[林小溪](https://example.org/a)\n"),
    ],
)
def test_another_post_is_read_as_if_alone(texts: tuple[str, str], make_post: Callable[..., Post]) -> None:
    first, second = (read(make_post(text), afresh=True) for text in texts)
    assert read(make_post(texts[0]), afresh=True) == first
    assert read(make_post(texts[1]), afresh=False) == second
    assert read(make_post(texts[0]), afresh=False) == first
