"""A text that was parsed in one run is not parsed in the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from postlint.values import kept_data
from postlint.values.kept_data import DataFile


class Parser:
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, text: str) -> Any:
        self.texts.append(text)
        if text == "wrong":
            raise ValueError(text)
        return date(2026, 1, 1) if text == "day" else {"text": [text, 1, None]}


def parse(path: Path, *texts: str) -> tuple[list[Any], list[str]]:
    """Return what some texts give in a process of their own, and those that were parsed for it."""
    parser, file = Parser(), DataFile(str(path))
    found = [file.parse("yaml", text, parser) for text in texts]
    file.keep()
    return found, parser.texts


def test_the_same_text_gives_the_same_data(tmp_path: Path) -> None:
    first, asked = parse(tmp_path / "kept/data", "a", "b")
    assert asked == ["a", "b"]
    assert parse(tmp_path / "kept/data", "b", "c", "a") == ([first[1], {"text": ["c", 1, None]}, first[0]], ["c"])
    assert parse(tmp_path / "kept/data", "c")[1] == []


def test_another_parser_is_asked_itself(tmp_path: Path) -> None:
    parse(tmp_path / "kept/data", "a")
    parser = Parser()
    DataFile(str(tmp_path / "kept/data")).parse("toml", "a", parser)
    assert parser.texts == ["a"]


def test_changes_are_not_kept(tmp_path: Path) -> None:
    file = DataFile(str(tmp_path / "kept/data"))
    for _ in range(2):
        found = file.parse("yaml", "a", Parser())
        assert found == {"text": ["a", 1, None]}
        found.clear()
    file.keep()
    assert parse(tmp_path / "kept/data", "a") == ([{"text": ["a", 1, None]}], [])


def test_errors_and_dates_are_not_kept(tmp_path: Path) -> None:
    for _ in range(2):
        assert parse(tmp_path / "kept/data", "day") == ([date(2026, 1, 1)], ["day"])
        with pytest.raises(ValueError, match="wrong"):
            parse(tmp_path / "kept/data", "wrong")


def test_the_newest_texts_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_data, "_MOST_TEXTS", 2)
    parse(tmp_path / "kept/data", "a", "b", "c")
    assert parse(tmp_path / "kept/data", "b", "c")[1] == []
    assert parse(tmp_path / "kept/data", "a")[1] == ["a"]
