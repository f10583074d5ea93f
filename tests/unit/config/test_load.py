"""Config files to tables that know where their keys stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.config.load import load_chain, load_file, shown_path
from postlint.values.errors import ConfigError
from postlint.values.span import Position


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(tmp_path: Path, name: str, text: str) -> str:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return str(path)


def test_places_of_keys_items_and_tables(tmp_path: Path) -> None:
    text = (
        'select = [\n  "A",\n  "B",\n]\n[rules.x]\nsize = 1\n[[overrides]]\npaths = ["p"]\n[[overrides]]\nignore = []\n'
    )
    raw = load_file(write(tmp_path, "postlint.toml", text))
    assert raw.place("select") == Position(1, 1)
    assert raw.place("select", 1) == Position(3, 3)
    assert raw.place("rules", "x", "size") == Position(6, 1)
    assert raw.place("overrides", 1, "ignore") == Position(10, 1)
    assert raw.place("rules", "x", "unwritten").line == 5
    assert raw.place("nothing") == Position(1, 1)
    assert raw.origin("rules", "x", "size") == "postlint.toml:6"


def test_crlf_and_a_bom_do_not_move_places(tmp_path: Path) -> None:
    raw = load_file(write(tmp_path, "postlint.toml", "\ufeffselect = []\r\n\r\nignore = []\r\n"))
    assert raw.place("ignore") == Position(3, 1)
    assert raw.table == {"select": [], "ignore": []}


def test_a_pyproject_is_read_below_its_table(tmp_path: Path) -> None:
    raw = load_file(write(tmp_path, "pyproject.toml", "[project]\nname = 'x'\n[tool.postlint]\nselect = ['A']\n"))
    assert raw.table == {"select": ["A"]}
    assert raw.place("select") == Position(4, 1)
    with pytest.raises(ConfigError, match=r"pyproject.toml:2:1: tool.postlint is not a table"):
        load_file(write(tmp_path, "pyproject.toml", "[tool]\npostlint = 3\n"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select = \n", r"postlint\.toml:1:10: not valid TOML: Invalid value"),
        ('a = 1\nb = "x\n', r"postlint\.toml:2:7: not valid TOML: "),
        ("a = 1\na = 2\n", r"postlint\.toml:2:6: not valid TOML: Cannot overwrite a value"),
        ("a = [1,\n", r"postlint\.toml:2:1: not valid TOML"),
    ],
)
def test_broken_toml_names_the_place(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_file(write(tmp_path, "postlint.toml", text))


def test_deep_nesting_is_an_error_and_no_crash(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="not valid TOML"):
        load_file(write(tmp_path, "postlint.toml", f"a = {'[' * 100_000}"))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_bytes(b"# \xff\n")
    with pytest.raises(ConfigError, match="the file is not UTF-8"):
        load_file(str(tmp_path / "postlint.toml"))
    with pytest.raises(ConfigError, match="it cannot be read: No such file"):
        load_file(str(tmp_path / "gone.toml"))


def test_extended_files_come_first(tmp_path: Path) -> None:
    write(tmp_path, "shared/base.toml", "select = ['A']\n")
    write(tmp_path, "shared/more.toml", "extends = 'base.toml'\nignore = ['B']\n")
    chain = load_chain(write(tmp_path, "postlint.toml", "extends = ['shared/more.toml']\n"))
    assert [raw.shown for raw in chain] == ["shared/base.toml", "shared/more.toml", "postlint.toml"]
    assert [raw.table for raw in chain] == [{"select": ["A"]}, {"ignore": ["B"]}, {}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extends = 'postlint.toml'\n", r"postlint\.toml:1:1: \"postlint\.toml\" extends this file in turn"),
        ("\nextends = 'gone.toml'\n", r"postlint\.toml:2:1: extends \"gone\.toml\", which is not there"),
        ("extends = 3\n", r"postlint\.toml:1:1: extends is no path"),
    ],
)
def test_wrong_extends(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load_chain(write(tmp_path, "postlint.toml", text))


def test_a_circle_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, "b.toml", "extends = 'a.toml'\n")
    with pytest.raises(ConfigError, match=r"b\.toml:1:1: \"a\.toml\" extends this file in turn"):
        load_chain(write(tmp_path, "a.toml", "extends = 'b.toml'\n"))


def test_shown_paths(tmp_path: Path) -> None:
    assert shown_path(str(tmp_path / "a/b.toml")) == "a/b.toml"
    assert shown_path("/elsewhere/b.toml") == "/elsewhere/b.toml"
