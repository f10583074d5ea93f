"""`postlint config`."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from enum import Enum
from typing import Any

import click

from postlint.cli.options import load, shared


@click.command()
@click.argument("path", required=False, default=".", type=click.Path())
@shared
def command(path: str, **options: Any) -> int:
    """Print the settings in force for a path, and where each came from."""
    _, configuration = load(options)
    full = os.path.abspath(path)
    settings = configuration.settings_for(os.path.join(full, "index.md") if os.path.isdir(full) else full)
    print(f"# settings for {path}; config file: {settings.config_path or 'none'}")
    for field in fields(settings):
        if field.name in ("config_path", "config_root", "origins", "overrides"):
            continue
        value = getattr(settings, field.name)
        shown = value.value if isinstance(value, Enum) else value
        origin = settings.origins.get(field.name, "default")
        print(f"{field.name.replace('_', '-')} = {json.dumps(shown, ensure_ascii=False, default=str)}  # {origin}")
    return 0
