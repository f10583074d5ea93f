"""Which rules run."""

from __future__ import annotations

import pytest

from postlint.config.select import is_known_selector, is_notice_shown, select_rules, specificity
from postlint.values.settings import Selection, Settings
from tests.unit.config.rule_samples import RULES


def codes(*layers: Selection) -> list[str]:
    return [rule.code for rule in select_rules(RULES, Settings(selections=layers))]


@pytest.mark.parametrize(
    ("selector", "wanted"),
    [("ALL", 1), ("all", 1), ("images", 2), ("I", 3), ("IMG", 5), ("img00", 7), ("IMG006", 99), ("insecure-image", 99)],
)
def test_specificity_grows_with_what_a_selector_says(selector: str, wanted: int) -> None:
    assert specificity(selector, RULES[3]) == wanted


def test_other_rules_are_not_meant() -> None:
    assert specificity("dates", RULES[3]) == 0
    assert specificity("IMG003", RULES[3]) == 0
    assert specificity("", RULES[3]) == 0
    assert specificity("http-image", RULES[3]) == 99


def test_without_selection_every_rule_runs_but_previews() -> None:
    assert codes() == ["DT001", "IMG001", "IMG003", "IMG006"]


@pytest.mark.parametrize(
    ("layer", "wanted"),
    [
        (Selection(select=("IMG",)), ["IMG001", "IMG003", "IMG006"]),
        (Selection(select=("images",)), ["IMG001", "IMG003", "IMG006"]),
        (Selection(select=("insecure-image", "DT")), ["DT001", "IMG006"]),
        (Selection(select=("ALL",), ignore=("IMG",)), ["DT001"]),
        (Selection(select=("IMG006",), ignore=("IMG",)), ["IMG006"]),
        (Selection(select=("IMG",), ignore=("IMG006",)), ["IMG001", "IMG003"]),
        (Selection(select=("IMG006",), ignore=("IMG006",)), []),
        (Selection(select=()), []),
        (Selection(ignore=("images",)), ["DT001"]),
        (Selection(select=("DT",), extend_select=("IMG003",)), ["DT001", "IMG003"]),
        (Selection(select=("ALL",), ignore=("DT",), extend_ignore=("IMG00",)), []),
    ],
)
def test_the_more_specific_selector_wins(layer: Selection, wanted: list[str]) -> None:
    assert codes(layer) == wanted


def test_a_preview_must_be_named_exactly() -> None:
    assert codes(Selection(select=("IMG02",))) == []
    assert codes(Selection(select=("ALL",), extend_select=("IMG",)))[-1] == "IMG006"
    assert codes(Selection(extend_select=("huge-image",)))[-1] == "IMG020"
    assert codes(Selection(select=("IMG020",))) == ["IMG020"]
    assert "IMG020" not in codes(Selection(extend_select=("IMG020",)), Selection(ignore=("IMG020",)))


def test_the_last_select_is_the_basis() -> None:
    file = Selection(select=("IMG", "DT"), ignore=("IMG006",))
    assert codes(file, Selection(select=("IMG006",))) == ["IMG006"]
    assert codes(file, Selection(extend_select=("IMG006",))) == ["DT001", "IMG001", "IMG003", "IMG006"]
    assert codes(file, Selection(ignore=("DT",))) == ["IMG001", "IMG003"]


def test_ignores_without_a_select_are_weighed_against_the_next_select() -> None:
    file = Selection(ignore=("IMG006",))
    assert codes(file, Selection(select=("IMG",))) == ["IMG001", "IMG003"]
    assert codes(Selection(ignore=("IMG",)), Selection(select=("IMG006",))) == ["IMG006"]


def test_notices_need_no_selection_but_can_be_ignored() -> None:
    assert is_notice_shown("PL001", Settings(selections=(Selection(select=("IMG",)),)))
    assert not is_notice_shown("PL001", Settings(selections=(Selection(ignore=("PL001",)),)))
    assert not is_notice_shown("PL003", Settings(selections=(Selection(select=("IMG",), ignore=("PL",)),)))
    assert is_notice_shown("PL003", Settings(selections=(Selection(ignore=("PL001",)),)))


def test_known_selectors() -> None:
    assert all(is_known_selector(text, RULES) for text in ("ALL", "IMG", "images", "http-image", "PL001", "not-utf-8"))
    assert not any(is_known_selector(text, RULES) for text in ("IMG9", "img-", "", "XX"))
    assert is_known_selector("views-only", RULES, ("views-only",))
