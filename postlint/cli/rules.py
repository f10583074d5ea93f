"""`postlint rules`."""

from __future__ import annotations

import json
from typing import Any

import click

from postlint.host.manager import load_plugins


@click.command()
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="json: one array.")
def command(output_format: str) -> int:
    """List every rule of every plugin."""
    plugins = load_plugins()
    if output_format == "json":
        print(json.dumps([to_json(rule.to_info()) for rule in plugins.registry], ensure_ascii=False, indent=2))
    else:
        for rule in plugins.registry:
            info = rule.to_info()
            mark = {"always": "fix", "sometimes": "fix", "never": ""}[info.fixable]
            print(f"{info.code}  {info.name:32} {info.severity.value:8} {mark:4} {info.summary}")
    return 2 if plugins.failures else 0


def to_json(info: Any) -> dict[str, Any]:
    """Return a RuleInfo as plain data."""
    return {
        "code": info.code,
        "name": info.name,
        "summary": info.summary,
        "severity": info.severity.value,
        "fixable": info.fixable,
        "plugin": info.plugin,
        "url": info.url,
        "preview": info.is_preview,
    }
