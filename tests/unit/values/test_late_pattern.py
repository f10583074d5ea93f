"""Patterns that are compiled late."""

from __future__ import annotations

import pkgutil
import re
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

import postlint
from postlint import late_pattern
from postlint.values.late_pattern import LatePattern

PLUGINS = ("front_matter", "dates", "images", "attribution", "content")


def test_it_is_compiled_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: made.append(given) or compile_now(*given))
    pattern = late_pattern(r"a(\w)", re.IGNORECASE)
    assert (pattern.pattern, made) == (r"a(\w)", [])
    assert pattern.findall("ab AC x") == ["b", "C"]
    assert [match[0] for match in pattern.finditer("ab")] == ["ab"]
    assert pattern.groups == 1
    assert made == [(r"a(\w)", re.IGNORECASE)]


def test_bytes_are_patterns_too() -> None:
    assert late_pattern(rb"\d").sub(b"x", b"a1") == b"ax"


def test_an_unknown_attribute_is_an_error() -> None:
    with pytest.raises(AttributeError):
        late_pattern("a").no_such_method  # noqa: B018
    with pytest.raises(AttributeError):
        late_pattern("a").__deepcopy__  # noqa: B018


def modules() -> Iterator[str]:
    for name in ("postlint", *(f"postlint_{plugin}" for plugin in PLUGINS)):
        package = import_module(name)
        yield from (found.name for found in pkgutil.walk_packages(package.__path__, f"{name}."))


def patterns(value: object) -> Iterator[LatePattern]:
    if isinstance(value, LatePattern):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from patterns(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from patterns(item)


def test_every_pattern_that_a_module_holds_is_valid() -> None:
    assert postlint.__version__
    wrong, count = [], 0
    for name in modules():
        if name.startswith(("postlint.lsp", "postlint.testing")) or name.endswith("__main__"):
            continue
        import_module(name)
        for variable, value in vars(sys.modules[name]).items():
            for pattern in patterns(value):
                count += 1
                try:
                    re.compile(pattern.pattern, pattern._flags)
                except re.error as error:
                    wrong.append(f"{name}.{variable}: {error}")
    assert wrong == []
    assert count > 300
