"""The dialects of YAML, TOML and JSON that generators read."""

from __future__ import annotations

from enum import Enum


class _Dialect(Enum):
    # every post looks several up in tables, and Enum's own is not written in C
    __hash__ = object.__hash__


class Yaml(_Dialect):
    """A YAML parser as generators use it; see docs/generators for what differs."""

    JS_YAML_4 = "js-yaml 4"
    JS_YAML_3 = "js-yaml 3"
    YAML_1_2 = "yaml (npm), 1.2 core"
    GO_YAML = "goccy/go-yaml"
    GO_YAML_OLD = "yaml.v2"
    PSYCH = "Psych"
    SAFE_YAML = "SafeYAML"
    PYYAML = "PyYAML SafeLoader"
    SERDE = "serde_yaml"


class Toml(_Dialect):
    """A TOML parser as generators use it."""

    GO_TOML = "go-toml v2"
    SMOL_TOML = "smol-toml"
    PY_TOML = "toml (PyPI)"
    RUST_TOML = "toml (Rust)"
