"""Wordings from the configuration."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postlint.post.post import Post
from postlint.rulekit.options import OptionError
from postlint_attribution.options import AttributionsOptions
from postlint_attribution.view import Attributions


def test_pattern_adds_a_statement(make_post: Callable[..., Post]) -> None:
    options = AttributionsOptions({"wordings": {"source-name": ["Gathered from: "]}})
    post = make_post("# Title\n\nGathered from: The Morning Wire\n", view_options={Attributions: options})
    (statement,) = post.view(Attributions).statements
    assert (statement.kind, statement.source) == ("source-name", "The Morning Wire")
    assert statement.span.of(post.text) == "Gathered from: The Morning Wire"


def test_named_groups_are_read(make_post: Callable[..., Post]) -> None:
    options = AttributionsOptions({"wordings": {"author-credit": ["Penned by (?P<author>[A-Z]\\w+)"]}})
    post = make_post("# Title\n\nPenned by Rita in May.\n", view_options={Attributions: options})
    (statement,) = post.view(Attributions).statements
    assert statement.author == "Rita"


def test_unknown_kind_is_an_error() -> None:
    with pytest.raises(OptionError, match="'sorce-name' is not one of rights-notice, source-name"):
        AttributionsOptions({"wordings": {"sorce-name": ["Penned"]}})
