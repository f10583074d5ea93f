"""The settings of every path: nearest file, overrides, flags."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from postlint.config.configuration import Configuration, plugins_of_run
from postlint.config.find import ConfigFinder
from postlint.config.layer import Layer
from postlint.config.select import select_rules
from postlint.config.trust import Trust
from postlint.values.errors import UsageError
from postlint.values.report import Severity
from postlint.values.settings import Exclusion, Selection, Settings
from tests.unit.config.rule_samples import KNOWN, RULES


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def configuration(flags: Layer | None = None) -> Configuration:
    return Configuration(ConfigFinder(), flags or Layer(), KNOWN)


def flags(selection: Selection | None = None, **values: Any) -> Layer:
    return Layer(values, selection or Selection(), origins={name.replace("_", "-"): f"--{name}" for name in values})


def codes(settings: Settings) -> list[str]:
    return [rule.code for rule in select_rules(RULES, settings)]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = configuration().settings_for(str(tmp_path / "a.md"))
    assert settings.fail_on is Severity.WARNING
    assert settings.config_path is None
    assert settings.origins == {}
    assert settings.exclusions == ()


def test_a_nearer_file_replaces_a_farther_one(tmp_path: Path) -> None:
    write(tmp_path, "postlint.toml", "fail-on = 'error'\nmin-severity = 'error'\n")
    write(tmp_path, "site/postlint.toml", "fail-on = 'info'\n")
    found = configuration()
    assert found.settings_for(str(tmp_path / "a.md")).fail_on is Severity.ERROR
    inner = found.settings_for(str(tmp_path / "site/deep/a.md"))
    assert inner.fail_on is Severity.INFO
    assert inner.min_severity is Severity.INFO
    assert inner.config_root == str(tmp_path / "site")


def test_files_below_one_config_share_one_object(tmp_path: Path) -> None:
    write(tmp_path, "postlint.toml", "[[overrides]]\npaths = ['old/']\nignore = ['DT']\n")
    found = configuration()
    a, b = (found.settings_for(str(tmp_path / name)) for name in ("a.md", "x/b.md"))
    c, d = (found.settings_for(str(tmp_path / name)) for name in ("old/c.md", "old/x/d.md"))
    assert a is b
    assert c is d
    assert a is not c
    assert codes(c) == ["IMG001", "IMG003", "IMG006"]


def test_extends_then_file_then_override_then_flag(tmp_path: Path) -> None:
    write(tmp_path, "base.toml", "fail-on = 'info'\nextend-exclude = ['a']\n[rules.insecure-image]\nlimit = 1\n")
    write(
        tmp_path,
        "postlint.toml",
        "extends = 'base.toml'\nextend-exclude = ['b']\nmin-severity = 'warning'\n"
        "[rules.insecure-image]\nallow-hosts = ['x']\n"
        "[[overrides]]\npaths = ['*.md']\nmin-severity = 'error'\nfail-on = 'error'\n"
        "[overrides.rules.insecure-image]\nlimit = 7\n",
    )
    settings = configuration(flags(fail_on=Severity.WARNING)).settings_for(str(tmp_path / "a.md"))
    assert settings.fail_on is Severity.WARNING
    assert settings.min_severity is Severity.ERROR
    assert settings.extend_exclude == ("a", "b")
    assert settings.rules == {"insecure-image": {"limit": 7, "allow-hosts": ["x"]}}
    assert settings.origins["fail-on"] == "--fail_on"
    assert settings.origins["min-severity"] == "postlint.toml:8"
    assert settings.origins["rules.insecure-image.limit"] == "postlint.toml:11"
    assert settings.origins["rules.insecure-image.allow-hosts"] == "postlint.toml:5"


def test_selection_in_layers(tmp_path: Path) -> None:
    write(
        tmp_path,
        "postlint.toml",
        "select = ['IMG']\nignore = ['IMG001']\n[[overrides]]\npaths = ['old/']\nignore = ['IMG006']\n",
    )
    plain = configuration()
    assert codes(plain.settings_for(str(tmp_path / "a.md"))) == ["IMG003", "IMG006"]
    assert codes(plain.settings_for(str(tmp_path / "old/a.md"))) == ["IMG003"]
    chosen = configuration(Layer(selection=Selection(select=("IMG",))))
    assert codes(chosen.settings_for(str(tmp_path / "a.md"))) == ["IMG001", "IMG003", "IMG006"]
    assert codes(chosen.settings_for(str(tmp_path / "old/a.md"))) == ["IMG001", "IMG003"]


def test_patterns_are_relative_to_where_they_were_written(tmp_path: Path) -> None:
    write(tmp_path, "site/postlint.toml", "exclude = ['drafts/']\nextend-exclude = ['x']\n")
    site, here = str(tmp_path / "site"), str(tmp_path)
    path = str(tmp_path / "site/a.md")
    assert configuration().settings_for(path).exclusions == (Exclusion(site, ("drafts/", "x")),)
    assert configuration(flags(exclude=("y",))).settings_for(path).exclusions == (
        Exclusion(site, ("x",)),
        Exclusion(here, ("y",)),
    )


def test_a_config_that_is_given_is_relative_to_the_working_directory(tmp_path: Path) -> None:
    write(tmp_path, "shared/my.toml", "exclude = ['drafts/']\n[[overrides]]\npaths = ['/a.md']\nignore = ['DT']\n")
    found = Configuration(ConfigFinder("shared/my.toml"), Layer(), KNOWN)
    settings = found.settings_for(str(tmp_path / "a.md"))
    assert settings.exclusions == (Exclusion(str(tmp_path), ("drafts/",)),)
    assert codes(settings) == ["IMG001", "IMG003", "IMG006"]
    assert "DT001" in codes(found.settings_for(str(tmp_path / "shared/a.md")))
    assert "DT001" in codes(found.settings_for("/elsewhere/a.md"))


def test_plugins_of_a_run(tmp_path: Path) -> None:
    write(tmp_path, "base.toml", "plugins = ['no:dates']\n")
    write(tmp_path, "postlint.toml", "extends = 'base.toml'\nplugins = ['mine.py']\n")
    with pytest.raises(UsageError, match=r"^postlint\.toml:2:12: the plugin mine\.py .* `-p mine\.py`"):
        plugins_of_run(ConfigFinder(), [])
    names = plugins_of_run(ConfigFinder(), [], ["mine.py"])
    assert names == plugins_of_run(ConfigFinder(trust=Trust(is_given=True)), [])
    assert plugins_of_run(ConfigFinder(), [], ["no:mine"]) == names
    assert names == ("no:dates", str(tmp_path / "mine.py"))
    settings = configuration(flags(plugins=("no:images",))).settings_of_run([])
    assert settings.disabled_plugins == ("dates", "images")
    assert settings.local_plugins == (str(tmp_path / "mine.py"),)


def test_settings_travel_to_workers(tmp_path: Path) -> None:
    write(tmp_path, "postlint.toml", "[[overrides]]\npaths = ['old/']\nignore = ['DT']\n")
    settings = configuration().settings_for(str(tmp_path / "old/a.md"))
    again = pickle.loads(pickle.dumps(settings))  # our own bytes
    assert again == settings
    assert again.digest == settings.digest


def test_the_digest_tells_what_changes_results() -> None:
    plain = Settings()
    assert plain.digest == Settings(output_format="json", jobs=3, fail_on=Severity.ERROR).digest
    others = [
        Settings(selections=(Selection(ignore=("IMG",)),)),
        Settings(flag_selection=Selection(ignore=("DT",))),
        Settings(rules={"a": {"x": 1}}),
        Settings(views={"a": {"x": 1}}),
        Settings(encoding="gbk"),
        Settings(generator="hexo"),
    ]
    assert len({plain.digest, *(settings.digest for settings in others)}) == 7


def test_select_in_force() -> None:
    assert Settings().select is None
    layers = (Selection(select=("A",)), Selection(ignore=("B",)))
    assert Settings(selections=layers).select == ("A",)
    assert Settings(selections=layers, flag_selection=Selection(select=("C",))).select == ("C",)
