"""Layers to settings: defaults, then extended files, the file, its overrides, flags."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from postlint.config.layer import Layer
from postlint.values.settings import Exclusion, Override, Selection, Settings, merge_tables

# lists that grow from layer to layer; any other value is replaced
_GROWING = ("extend_exclude", "plugins")


def merge_layers(
    files: Iterable[Layer], flags: Layer, config_path: str | None = None, root: str | None = None
) -> Settings:
    """Return the settings of the layers of a config file (weakest first) and of the command line.

    Globs are relative to `root`, by default the config file's folder. Overrides stay apart, for
    `Settings.for_path`.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    selections: list[Selection] = []
    overrides: list[Override] = []
    refusals: dict[str, str] = {}
    settings = Settings()
    rules, views = settings.rules, settings.views
    for layer in files:
        _add(values, layer)
        origins.update(layer.origins)
        # what a stronger file sets anew is judged anew
        refusals = {**{key: text for key, text in refusals.items() if key not in layer.origins}, **layer.refusals}
        rules, views = merge_tables(rules, layer.rules), merge_tables(views, layer.views)
        overrides.extend(layer.overrides)
        if not layer.selection.is_empty:
            selections.append(layer.selection)
    root = root or (os.path.dirname(config_path) if config_path else os.getcwd())
    exclusions = _exclusions(values, root, flags)
    _add(values, flags)
    return Settings(
        **values,
        selections=tuple(selections),
        exclusions=exclusions,
        rules=rules,
        views=views,
        overrides=tuple(overrides),
        config_path=config_path,
        config_root=root if config_path else None,
        flags=frozenset(flags.values),
        flag_selection=flags.selection,
        origins={**origins, **flags.origins},
        refusals={key: text for key, text in refusals.items() if key not in flags.origins},
    )


def _add(values: dict[str, Any], layer: Layer) -> None:
    for name, value in layer.values.items():
        if name in _GROWING:
            value = (*values.get(name, ()), *value)
        elif name == "hosts":
            value = merge_tables(values.get(name, {}), value)
        values[name] = value


def _exclusions(values: dict[str, Any], root: str, flags: Layer) -> tuple[Exclusion, ...]:
    """Return the patterns of files, relative to the config's folder, and of flags, to the working directory."""
    given = flags.values
    from_files = (*(() if "exclude" in given else values.get("exclude", ())), *values.get("extend_exclude", ()))
    from_flags = (*given.get("exclude", ()), *given.get("extend_exclude", ()))
    both = ((root, from_files), (os.getcwd(), from_flags))
    return tuple(Exclusion(folder, patterns) for folder, patterns in both if patterns)
