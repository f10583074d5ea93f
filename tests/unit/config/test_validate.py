"""Every key known, every type right, or an error that says where."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from postlint.config.known import KnownNames
from postlint.config.layer import Layer
from postlint.config.load import load_file
from postlint.config.validate import read_plugins, validate
from postlint.values.errors import ConfigError
from postlint.values.report import Severity
from postlint.values.settings import Selection
from tests.unit.config.rule_samples import KNOWN


def layer(tmp_path: Path, text: str, known: KnownNames = KNOWN) -> Layer:
    path = tmp_path / "postlint.toml"
    path.write_text(text)
    return validate(load_file(str(path)), known)


def complaint(tmp_path: Path, text: str) -> str:
    with pytest.raises(ConfigError) as error:
        layer(tmp_path, text)
    return f"{error.value.line}:{error.value.column}: {error.value.message}"


def test_values_have_the_types_of_settings(tmp_path: Path) -> None:
    found = layer(
        tmp_path,
        'select = "IMG"\nextend-ignore = ["DT001"]\nfail-on = "error"\nmax-diagnostics = 0\nsite = true\n'
        'baseline = "known.json"\nplugins = ["no:images", "my.py"]\noutput-file = ["json:out.json", "b.txt"]\n',
    )
    assert found.selection == Selection(("IMG",), extend_ignore=("DT001",), origin=found.origins["select"])
    assert found.values == {
        "fail_on": Severity.ERROR,
        "max_diagnostics": 0,
        "site": True,
        "baseline": str(tmp_path / "known.json"),
        "plugins": ("no:images", str(tmp_path / "my.py")),
        "output_file": (f"json:{tmp_path / 'out.json'}", str(tmp_path / "b.txt")),
    }
    assert found.origins["fail-on"].endswith("postlint.toml:3")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ignor = ["A"]', '1:1: unknown key "ignor"; did you mean "ignore"?'),
        ("\n\nfail_on = 'error'", '3:1: unknown key "fail_on"; did you mean "fail-on"?'),
        ('select = ["IMG",\n "IMG9"]', '2:2: no rule, prefix or plugin is called "IMG9"'),
        (
            'ignore = ["insecure-imag"]',
            '1:11: no rule, prefix or plugin is called "insecure-imag"; did you mean "insecure-image"?',
        ),
        ("select = 3", "1:1: select is 3; write a list of codes, prefixes, rule names or plugin names"),
        ("exclude = [1]", "1:12: exclude holds 1; write a list of gitignore patterns"),
        ('exclude = [""]', '1:12: exclude holds ""; write a list of gitignore patterns'),
        ('fail-on = "fatal"', '1:1: fail-on is "fatal"; write "error", "warning" or "info"'),
        ("site = 1", "1:1: site is 1; write true or false"),
        ("jobs = true", "1:1: jobs is true; write a whole number, 0 or more"),
        ("jobs = -1", "1:1: jobs is -1; write a whole number, 0 or more"),
        ("encoding = 'gbkk'", '1:1: encoding is "gbkk", which is not known; write one such as "gbk"'),
        ("generator = 'hexa'", '1:1: generator is "hexa", which is not known; did you mean "hexo"?'),
        ("generator = 'nikola'", '1:1: generator is "nikola", which is not known; known are hexo, hugo, plain'),
        ("color = 'blue'", '1:1: color is "blue", which is not known; known are auto, always, never'),
        ("output-format = 'jsn'", '1:1: output-format is "jsn", which is not known; did you mean "json"?'),
        ("rules = 3", "1:1: rules is 3; write tables such as [rules.name]"),
        ("[rules]\ninsecure-image = 'off'", '2:1: insecure-image is "off"; write a table [rules.insecure-image]'),
        ("[rules.insecure-images]", '1:8: no rule is called "insecure-images"; did you mean "insecure-image"?'),
        (
            "[rules.insecure-image]\nallow-host = []",
            '2:1: unknown option "allow-host" of insecure-image; did you mean "allow-hosts"?',
        ),
        ("[rules.insecure-image]\nlimit = 'x'", "2:1: limit: 'x' is not a whole number"),
        ("[rules.insecure-image]\nallow_hosts = 'x'", "2:1: allow-hosts: 'x' is not a list"),
        (
            "[rules.insecure-image]\nseverity = 'off'",
            '2:1: severity is "off"; write "error", "warning" or "info"; '
            'to switch the rule off, write ignore = ["insecure-image"]',
        ),
        ("[views.attribution]", '1:8: no view is called "attribution"; did you mean "attributions"?'),
        ("[views.attributions]\nseverity = 'error'", '2:1: unknown option "severity" of attributions'),
        ("overrides = 3", "1:1: overrides is no list of tables; write [[overrides]]"),
        ("[[overrides]]\nignore = ['IMG']", '1:1: an override needs paths, such as paths = ["archive/**"]'),
        ("[[overrides]]\npaths = []", '2:1: an override needs paths, such as paths = ["archive/**"]'),
        (
            "[[overrides]]\npaths = ['a']\n[[overrides]]\npaths = ['b']\njobs = 2",
            "5:1: jobs holds for the whole run; it cannot stand in [[overrides]]",
        ),
        (
            "[[overrides]]\npaths = ['a']\nignor = []",
            '3:1: unknown key "ignor" in [[overrides]]; did you mean "ignore"?',
        ),
        (
            "[[overrides]]\npaths = ['a']\n[overrides.rules.insecure-image]\nlimits = 3",
            '4:1: unknown option "limits" of insecure-image; did you mean "limit"?',
        ),
    ],
)
def test_errors_name_the_place_and_the_nearest_name(tmp_path: Path, text: str, message: str) -> None:
    found = complaint(tmp_path, text)
    assert found.startswith(message)


def test_rules_may_be_named_by_code_or_former_name(tmp_path: Path) -> None:
    found = layer(tmp_path, "[rules.IMG006]\nlimit = 5\nseverity = 'info'\n")
    assert found.rules == {"insecure-image": {"limit": 5, "severity": "info"}}
    assert layer(tmp_path, "[rules.http-image]\nlimit = 6\n").rules == {"insecure-image": {"limit": 6}}


def test_overrides_hold_partial_settings(tmp_path: Path) -> None:
    found = layer(
        tmp_path,
        "[[overrides]]\npaths = ['old/**']\nignore = ['DT']\nmin-severity = 'error'\n"
        "[overrides.rules.insecure-image]\nlimit = 9\n",
    )
    (override,) = found.overrides
    assert override.paths == ("old/**",)
    assert override.values == {"min_severity": Severity.ERROR}
    assert override.selection.ignore == ("DT",)
    assert override.rules == {"insecure-image": {"limit": 9}}
    assert override.origins["min-severity"].endswith("postlint.toml:4")


def test_names_of_plugins_that_are_not_loaded_are_let_pass(tmp_path: Path) -> None:
    known = replace(KNOWN, is_complete=False)
    found = layer(tmp_path, "select = ['XYZ']\n[rules.some-rule]\nx = 1\n[views.other]\ny = 2\n", known)
    assert found.selection.select == ("XYZ",)
    assert found.rules == {"some-rule": {"x": 1}}
    with pytest.raises(ConfigError, match="unknown key"):
        layer(tmp_path, "selec = ['XYZ']\n", known)


def test_plugins_are_read_before_rules_are_known(tmp_path: Path) -> None:
    path = tmp_path / "postlint.toml"
    path.write_text("select = ['LATER']\nplugins = ['./my.py']\n")
    assert read_plugins(load_file(str(path))) == (str(tmp_path / "my.py"),)
    path.write_text("plugins = 3\n")
    with pytest.raises(ConfigError, match="plugins is 3; write a list of texts"):
        read_plugins(load_file(str(path)))
