"""`postlint config`."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import click

from postlint.cli.options import SectionedCommand, config_options, switch
from postlint.cli.output import write_out
from postlint.cli.session import Session, known_names, open_session
from postlint.config.keys import KEYS, Kind
from postlint.config.load import shown_path
from postlint.config.schema import make_schema
from postlint.config.select import select_rules
from postlint.config.toml_text import to_toml
from postlint.reporters.escape import visible
from postlint.values.report import Severity
from postlint.values.settings import Selection, Settings


@click.command(cls=SectionedCommand)
@click.argument("path", required=False, default=".", type=click.Path())
@switch("--schema", help="Print the JSON Schema of postlint.toml, for editors.")
@config_options
def command(path: str, schema: bool | None, **options: Any) -> int:
    """Print the settings in force for a post or folder, and where each came from."""
    session = open_session(options, (path,))
    if schema:
        found = make_schema(known_names(session.plugins, is_complete=True))
        write_out(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return 0
    full = os.path.abspath(path)
    if os.path.isdir(full):
        settings = session.configuration.settings_for(os.path.join(full, "post.md"))
    else:
        settings = session.configuration.settings_for(full)
    write_out("".join(f"{visible(line)}\n" for line in _lines(path, settings, session)))
    return 0


def _lines(path: str, settings: Settings, session: Session) -> Iterator[str]:
    file = shown_path(settings.config_path) if settings.config_path else "none"
    yield f"# settings for {path}"
    yield f"# config file: {file}"
    for selection in settings.all_selections:
        yield from _selection(selection)
    for key in KEYS:
        if key.name == "extends" or key.kind in (Kind.SELECTORS, Kind.TABLES, Kind.OVERRIDES):
            continue
        value = getattr(settings, key.field)
        if value is None:
            yield f"# {key.name} is not set"
            continue
        shown = to_toml(value.value if isinstance(value, Severity) else value)
        yield f"{key.name} = {shown}  # {settings.origins.get(key.name, 'default')}"
    for table, options_of in (("rules", settings.rules), ("views", settings.views)):
        for name, values in options_of.items():
            yield f"[{table}.{name}]"
            for option, value in values.items():
                yield f"{option} = {to_toml(value)}  # {settings.origins.get(f'{table}.{name}.{option}', 'default')}"
    rules = select_rules(session.plugins.registry.rules(), settings)
    yield f"# rules in force: {' '.join(rule.code for rule in rules) or 'none'}"


def _selection(selection: Selection) -> Iterator[str]:
    for name in ("select", "ignore", "extend_select", "extend_ignore"):
        value = getattr(selection, name)
        if value or (name == "select" and value is not None):
            yield f"{name.replace('_', '-')} = {to_toml(value)}  # {selection.origin}"
