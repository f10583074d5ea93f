"""Plain scalars as the real libraries typed them (js-yaml 4.3 and 3.15, yaml 2.7, Psych 4.0, goccy in Hugo 0.168)."""

from __future__ import annotations

import math
from typing import Any

import pytest

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.yaml_numbers import special_float
from postlint.front_matter.yaml_scalars import key_text, scalar_fault, scalar_value
from postlint.values.instant import Civil

JS4, JS3, NPM, RUBY, GO = Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.YAML_1_2, Yaml.PSYCH, Yaml.GO_YAML
OLD_GO, SAFE, PY, RUST = Yaml.GO_YAML_OLD, Yaml.SAFE_YAML, Yaml.PYYAML, Yaml.SERDE

# text: js-yaml 4, js-yaml 3, yaml (npm), Psych, goccy
_ANSWERS: dict[str, tuple[Any, Any, Any, Any, Any]] = {
    "Hello": ("Hello",) * 5,
    "010": (10, 8, 10, 8, 8),
    "08": (8, "08", 8, "08", "08"),
    "1_000": ("1_000", 1000, "1_000", 1000, 1000),
    "0x1F": (31,) * 5,
    "0b11": (3, 3, "0b11", 3, 3),
    "0o17": (15, "0o17", 15, "0o17", 15),
    "12:30": ("12:30", 750, "12:30", 45000, "12:30"),
    "12:30:45": ("12:30:45", 45045, "12:30:45", 45045, "12:30:45"),
    "1:30.5": ("1:30.5", 90.5, "1:30.5", 5430.0, "1:30.5"),
    "1e3": (1000.0, 1000.0, 1000.0, "1e3", "1e3"),
    "1.5e3": (1500.0, 1500.0, 1500.0, "1.5e3", 1500.0),
    "1.0e+3": (1000.0,) * 5,
    ".5": (0.5,) * 5,
    "-.5": ("-.5", "-.5", -0.5, -0.5, -0.5),
    "5.": (5.0,) * 5,
    "+5": (5,) * 5,
    "-12": (-12,) * 5,
    "True": (True,) * 5,
    "FALSE": (False,) * 5,
    "yes": ("yes", "yes", "yes", True, "yes"),
    "Off": ("Off", "Off", "Off", False, "Off"),
    "y": ("y",) * 5,
    "Null": (None,) * 5,
    "~": (None,) * 5,
    "": (None,) * 5,
    ".inf": (math.inf,) * 5,
    "-.inf": (-math.inf,) * 5,
    "+.inf": (math.inf, math.inf, math.inf, math.inf, "+.inf"),
    "1,000": ("1,000", "1,000", "1,000", 1000, "1,000"),
    "=": ("=",) * 5,
    "<<": ("<<",) * 5,
    "0_1": ("0_1", 1, "0_1", 1, 1),
    "1__0": ("1__0", 10, "1__0", "1__0", 10),
    "_1": ("_1",) * 5,
    "1_": ("1_", "1_", "1_", "1_", 1),
    "00": (0,) * 5,
    "-0": (0,) * 5,
    "1.2.3": ("1.2.3",) * 5,
    "0.": (0.0,) * 5,
    ".": (".",) * 5,
    "-": ("-",) * 5,
    "0x": ("0x",) * 5,
    "1e400": ("1e400", math.inf, math.inf, "1e400", "1e400"),
    "2021": (2021,) * 5,
}


@pytest.mark.parametrize("text", _ANSWERS)
def test_values_are_those_of_the_libraries(text: str) -> None:
    found = tuple(scalar_value(text, flavour) for flavour in (JS4, JS3, NPM, RUBY, GO))
    assert found == _ANSWERS[text]
    assert [type(value) for value in found] == [type(value) for value in _ANSWERS[text]]


@pytest.mark.parametrize(
    ("text", "flavour", "value"),
    [
        ("y", OLD_GO, True),
        ("NO", OLD_GO, False),
        ("010", OLD_GO, 8),
        ("08", OLD_GO, 8.0),
        ("_1", OLD_GO, "_1"),
        ("1_000.5", OLD_GO, 1000.5),
        ("1e3", OLD_GO, 1000.0),
        ("99999999999999999999", OLD_GO, 1e20),
        ("99999999999999999999", GO, "99999999999999999999"),
        ("2021-10-10", OLD_GO, "2021-10-10"),
        ("yes", PY, True),
        ("y", PY, "y"),
        ("010", PY, 8),
        ("08", PY, "08"),
        ("0_", PY, 0),
        ("0b1_1", PY, 3),
        ("1e3", PY, "1e3"),
        ("1.0e+3", PY, 1000.0),
        ("12:30", PY, 750),
        ("-1:30.5", PY, -90.5),
        ("1_0.5", PY, 10.5),
        ("12:30", SAFE, 750.0),
        ("1,000", SAFE, 1000),
        ("0x1f", SAFE, 31),
        ("1.5", SAFE, 1.5),
        ("1.2.3", SAFE, "1.2.3"),
        (".NAN", SAFE, "nan"),
        ("TRUE", SAFE, True),
        ("010", RUST, "010"),
        ("1_000", RUST, "1_000"),
        ("0o17", RUST, 15),
        ("1e3", RUST, 1000.0),
        ("99999999999999999999", RUST, 1e20),
        ("yes", RUST, "yes"),
        ("2021-10-10", RUST, "2021-10-10"),
        ("9" * 400, JS4, "9" * 400),
        ("9" * 400, JS3, math.inf),
        ("9" * 400, NPM, math.inf),
        ("0o7", NPM, 7),
        ("1_0:30", RUBY, 36_000 + 1800),
        ("-1:30:15", RUBY, -3600 + 1800 + 15),
        ("1:30:15.5", RUBY, 5415.5),
        ("0x1_F", RUBY, 31),
        (".e+5", RUBY, ".e+5"),
        ("-.", RUBY, "-."),
    ],
)
def test_single_facts(text: str, flavour: Yaml, value: Any) -> None:
    found = scalar_value(text, flavour)
    if value == "nan":
        assert math.isnan(found)
    else:
        assert (found, type(found)) == (value, type(value))


def test_js_yaml_keeps_the_fields_of_an_impossible_date() -> None:
    assert scalar_value("2021-13-41", JS4) == Civil(2021, 13, 41, date_only=True)
    assert scalar_value("2021-02-30 25:61:61", JS3) == Civil(2021, 2, 30, 25, 61, 61)


def test_pyyaml_refuses_an_impossible_date() -> None:
    day = scalar_value("2021-02-30", PY)
    assert scalar_fault("2021-02-30", day, PY) == 'date "2021-02-30" does not exist'
    early = scalar_value("0000-01-01", PY)
    assert scalar_fault("0000-01-01", early, PY) == 'date "0000-01-01" is before the year 1'
    far = scalar_value("2021-01-01 00:00:00 +24:00", PY)
    assert scalar_fault("", far, PY) == 'date "2021-01-01 00:00:00 +24:00" has a zone of a day or more'
    assert scalar_fault("2021-02-28", scalar_value("2021-02-28", PY), PY) is None
    assert scalar_fault("2021-02-30", day, JS4) is None


def test_scalars_that_raise_alone() -> None:
    assert scalar_fault("=", "=", PY) == "`=` alone is a special value that PyYAML cannot build"
    assert scalar_fault("0x_", "0x_", PY) == '"0x_" is a number without digits'
    assert scalar_fault(":smile", ":smile", RUBY) == '":smile" is a Ruby symbol, which Jekyll does not load'
    assert scalar_fault(":", ":", RUBY) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2021-10-10", Civil(2021, 10, 10, date_only=True)),
        ("2021-1-5", Civil(2021, 1, 5, date_only=True)),
        ("2021-02-30", "2021-02-30"),
        ("2021-02-30 04:35:37", Civil(2021, 2, 30, 4, 35, 37)),
        ("2021-10-10 24:00:00", Civil(2021, 10, 10, 24)),
        ("2021-10-10 25:00:00", "2021-10-10 25:00:00"),
        ("2021-10-10 04:35:37.25 +0800", Civil(2021, 10, 10, 4, 35, 37, 250_000_000, 28_800)),
        ("2021-10-10 04:35", "2021-10-10 04:35"),
    ],
)
def test_ruby_leaves_text_where_a_date_does_not_exist(text: str, value: Any) -> None:
    assert scalar_value(text, RUBY) == value


def test_dates_with_zones() -> None:
    assert scalar_value("2021-10-10T04:35:37Z", JS4) == Civil(2021, 10, 10, 4, 35, 37, 0, 0)
    assert scalar_value("2021-10-10t04:35:37.5-03:30", JS4) == Civil(2021, 10, 10, 4, 35, 37, 500_000_000, -12_600)
    assert scalar_value("2021-10-10 04:35:37 +0800", JS4) == "2021-10-10 04:35:37 +0800"
    assert scalar_value("2021-1-5", NPM) == Civil(2021, 1, 5, date_only=True)
    assert scalar_value("2021-1-5", JS4) == "2021-1-5"


def test_keys_as_generators_see_them() -> None:
    assert key_text("2021", 2021, JS4) == "2021"
    assert key_text("1.0", 1.0, JS4) == "1"
    assert key_text("1.0", 1.0, RUBY) == "1.0"
    assert key_text("~", None, JS4) == "null"
    assert key_text("~", None, NPM) == ""
    assert key_text("yes", True, PY) == "true"
    assert key_text("no", False, PY) == "false"
    assert key_text("x", "x", PY) == "x"
    assert key_text("2021-10-10", Civil(2021, 10, 10, date_only=True), JS4) == "2021-10-10"


def test_special_floats() -> None:
    assert special_float(".inf") == math.inf
    assert special_float("inf") is None


def test_psych_splits_a_time_at_a_blank() -> None:
    text = "2021-10-10\t04:35:37"
    found = scalar_value(text, RUBY)
    assert scalar_fault(text, found, RUBY) == f'date "{text}" has a tab where Ruby looks for a blank'
    assert scalar_fault("2021-10-10 04:35:37", Civil(2021, 10, 10, 4, 35, 37), RUBY) is None
