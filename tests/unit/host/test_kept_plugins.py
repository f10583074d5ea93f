"""What plugins bring is kept from one run to the next, and asked for anew where anything may have changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from postlint.host.kept_plugins import KeptPlugins
from postlint.host.manager import Plugins, load_plugins

_PACKAGE = "rules_of_a_test"
_INIT = """
asked = []

def postlint_plugin_info():
    from postlint import PluginInfo
    return PluginInfo("Title", "TST", "https://example.org/{name}", is_constant=CONSTANT)

def postlint_rules():
    from rules_of_a_test.first import First
    asked.append(1)
    return [First]

def postlint_views():
    from rules_of_a_test.view import Words
    return [Words]
"""
_VIEW = """
from postlint import Options, View

class Words(View[Options]):
    name = "words"
"""
_RULE = '''
from postlint import Fixable, Options, PostRule, Severity
from rules_of_a_test.view import Words

class First(PostRule[Options]):
    """A first rule.

    More of it.
    """

    code, name, aliases, severity = "TST001", "first", ("old",), Severity.INFO
    fixable, about = Fixable.SOMETIMES, Words
'''


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of packages in which one plugin is installed."""
    folder = tmp_path / "packages"
    home = folder / "test_rules-1.0.dist-info"
    home.mkdir(parents=True)
    (home / "entry_points.txt").write_text(f"[postlint]\ntest = {_PACKAGE}\n")
    (home / "METADATA").write_text("Name: test-rules\nVersion: 1.0\n")
    write(folder)
    monkeypatch.setattr(sys, "path", [str(folder), *(entry for entry in sys.path if "site-packages" not in entry)])
    monkeypatch.setenv("POSTLINT_DISABLE_PLUGIN_AUTOLOAD", "1")
    yield folder
    forget()


def write(folder: Path, constant: bool = True) -> None:
    package = folder / _PACKAGE
    package.mkdir(exist_ok=True)
    (package / "__init__.py").write_text(_INIT.replace("CONSTANT", str(constant)))
    (package / "first.py").write_text(_RULE)
    (package / "view.py").write_text(_VIEW)


def forget() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == _PACKAGE]:
        del sys.modules[name]


def load(folder: Path) -> Plugins:
    """Load plugins as the next process does."""
    forget()
    return load_plugins(local=("test",), kept=KeptPlugins(str(folder.parent / "cache" / "file")))


def was_asked() -> bool:
    return f"{_PACKAGE}.first" in sys.modules


def test_the_second_run_knows_what_the_first_was_told(site: Path) -> None:
    first, was_first = load(site), was_asked()
    second, was_second = load(site), was_asked()
    assert (was_first, was_second) == (True, False)
    assert second.failures == []
    assert [rule.to_info() for rule in second.registry] == [rule.to_info() for rule in first.registry]
    assert second.loaded == first.loaded
    assert list(second.views) == ["words"]
    rule = second.registry.find("old")
    assert rule is not None
    assert rule.facts.about == second.views["words"].late
    assert rule.rule.code == "TST001"
    assert was_asked()


@pytest.mark.parametrize("file", ["__init__.py", "first.py", "view.py"])
def test_a_plugin_whose_files_have_changed_is_asked_again(site: Path, file: str) -> None:
    load(site)
    path = site / _PACKAGE / file
    path.write_text(path.read_text().replace("A first rule", "A 1st rule!"))
    os.utime(path, ns=(1, 1))
    plugins = load(site)
    assert was_asked()
    assert [rule.to_info().summary for rule in plugins.registry] == [
        "A 1st rule!." if file == "first.py" else "A first rule."
    ]


def test_one_that_another_hides_is_asked_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(site)
    before = site.parent / "before"
    before.mkdir()
    write(before)
    monkeypatch.setattr(sys, "path", [str(before), *sys.path])
    plugins = load(site)
    assert was_asked()
    assert plugins.loaded[0].location.startswith(str(before))


def test_one_that_promises_nothing_is_asked_in_every_run(site: Path) -> None:
    write(site, constant=False)
    for _ in range(2):
        load(site)
        assert was_asked()


def test_a_hook_is_called_of_what_was_kept(site: Path) -> None:
    package = site / _PACKAGE / "__init__.py"
    package.write_text(package.read_text() + "\ndef postlint_original_url(url):\n    return url.upper()\n")
    load(site)
    plugins = load(site)
    assert plugins.hook.postlint_original_url(url="a") == "A"


def test_who_listens_is_told_after_the_run(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = site / _PACKAGE / "__init__.py"
    package.write_text(package.read_text() + "\ndef postlint_run_finished(result):\n    print('finished', result)\n")
    for _ in range(2):
        load(site).announce("it")  # type: ignore[arg-type]  # no run is needed
    assert capsys.readouterr().out == "finished it\nfinished it\n"
