"""Which config file counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.config.find import ConfigFinder, config_in


def test_the_nearest_file_wins_and_names_have_an_order(tmp_path: Path) -> None:
    deep = tmp_path / "a/b/c"
    deep.mkdir(parents=True)
    (tmp_path / ".postlint.toml").write_text("")
    assert ConfigFinder().of_folder(str(deep)) == str(tmp_path / ".postlint.toml")
    (tmp_path / "postlint.toml").write_text("")
    assert ConfigFinder().of_folder(str(deep)) == str(tmp_path / "postlint.toml")
    (tmp_path / "a/pyproject.toml").write_text("[tool.postlint]\n")
    assert ConfigFinder().of_folder(str(deep)) == str(tmp_path / "a/pyproject.toml")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("[tool.postlint]\nselect = []\n", True),
        ("[tool]\npostlint.select = []\n", True),
        ("[tool.postlint.rules.a]\n", True),
        ("[tool.other]\nname = 'postlint'\n", False),
        ("[project]\nname = 'postlint'\n", False),
        ("tool = 1\n# postlint\n", False),
        ("[tool.postlint]\nbroken", True),
        ("[tool.other]\nbroken # postlint", False),
    ],
)
def test_a_pyproject_counts_only_with_our_table(tmp_path: Path, text: str, counts: bool) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    assert (config_in(str(tmp_path)) is not None) is counts


def test_a_folder_of_the_name_is_no_config(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").mkdir()
    assert config_in(str(tmp_path)) is None


def test_a_given_file_counts_everywhere_and_isolation_has_none(tmp_path: Path) -> None:
    (tmp_path / "postlint.toml").write_text("")
    given = ConfigFinder(str(tmp_path / "other.toml"))
    assert given.of_folder("/") == str(tmp_path / "other.toml")
    assert ConfigFinder(is_isolated=True).of_folder(str(tmp_path)) is None


def test_the_settings_of_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for site in ("one", "two"):
        (tmp_path / site).mkdir()
        (tmp_path / site / "postlint.toml").write_text("")
    here = tmp_path / "postlint.toml"
    here.write_text("")
    one = str(tmp_path / "one/postlint.toml")
    assert ConfigFinder().of_run([]) == str(here)
    assert ConfigFinder().of_run([str(tmp_path / "one")]) == one
    assert ConfigFinder().of_run([str(tmp_path / "one/a.md"), str(tmp_path / "one/b.md")]) == one
    assert ConfigFinder().of_run([str(tmp_path / "one"), str(tmp_path / "two")]) == str(here)
