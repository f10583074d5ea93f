"""The JSON Schema of config files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any, Literal

import pytest

from postlint.config.keys import KEYS
from postlint.config.schema import make_schema, type_schema
from postlint.config.toml_text import to_toml
from tests.unit.config.rule_samples import KNOWN


def test_every_key_is_described() -> None:
    properties = make_schema(KNOWN)["properties"]
    assert list(properties) == [key.name for key in KEYS]
    assert all(properties[key.name]["description"] == key.doc for key in KEYS)
    assert properties["fail-on"] == {
        "description": "The least severity that makes the exit code 1.",
        "enum": ["error", "warning", "info"],
        "default": "warning",
    }
    assert properties["generator"]["enum"] == ["hexo", "hugo", "plain"]
    assert properties["color"]["enum"] == ["auto", "always", "never"]


def test_options_of_rules_and_views() -> None:
    properties = make_schema(KNOWN)["properties"]
    rule = properties["rules"]["properties"]["insecure-image"]
    assert rule["additionalProperties"] is False
    assert list(rule["properties"]) == ["severity", "allow-hosts", "limit"]
    assert rule["properties"]["limit"] == {"description": "How many.", "type": "integer", "default": 3}
    assert list(properties["views"]["properties"]["attributions"]["properties"]) == ["cues"]


def test_overrides_hold_no_settings_of_the_run() -> None:
    item = make_schema(KNOWN)["properties"]["overrides"]["items"]
    assert item["required"] == ["paths"]
    assert {"ignore", "rules", "fail-on"} <= set(item["properties"])
    assert not {"jobs", "extends", "overrides", "exclude"} & set(item["properties"])


@pytest.mark.parametrize(
    ("wanted", "schema"),
    [
        (bool, {"type": "boolean"}),
        (str | None, {"type": "string"}),
        (int | str, {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
        (Literal["a", "b"], {"enum": ["a", "b"]}),
        (tuple[float, ...], {"type": "array", "items": {"type": "number"}}),
        (Mapping[str, bool], {"type": "object", "additionalProperties": {"type": "boolean"}}),
        (re.Pattern[str], {"type": "string"}),
        (PurePosixPath, {"type": "string"}),
        (Any, {}),
    ],
)
def test_types(wanted: Any, schema: dict[str, Any]) -> None:
    assert type_schema(wanted) == schema


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (3, "3"),
        ('a "b"\n', '"a \\"b\\"\\n"'),
        (("a", "中"), '["a", "中"]'),
        ({"a b": 1}, '{"a b" = 1}'),
        (re.compile("x+"), '"x+"'),
    ],
)
def test_values_as_toml(value: Any, text: str) -> None:
    assert to_toml(value) == text
