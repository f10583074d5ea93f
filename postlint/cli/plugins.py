"""`postlint plugins`."""

from __future__ import annotations

import json
from typing import Any

import click

from postlint.cli.options import selection
from postlint.host.manager import load_plugins


@click.command()
@click.option("-p", "plugins", multiple=True, metavar="PLUGIN", help="`no:NAME` leaves a plugin out; FILE.py adds.")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="json: one object.")
@click.option("-v", "--verbose", is_flag=True, help="Print tracebacks.")
def command(plugins: tuple[str, ...], output_format: str, verbose: bool) -> int:
    """List plugins with their rules, and those that failed to load and why."""
    found = load_plugins(*selection(plugins))
    listed: list[dict[str, Any]] = [
        {
            "name": plugin.name,
            "distribution": plugin.distribution,
            "version": plugin.version,
            "prefix": plugin.info.prefix,
            "rules": [rule.code for rule in found.registry if rule.plugin == plugin.name],
        }
        for plugin in found.loaded
    ]
    failures = [{"message": failure.message, "hint": failure.hint} for failure in found.failures]
    if output_format == "json":
        print(json.dumps({"plugins": listed, "failures": failures}, ensure_ascii=False, indent=2))
    else:
        for plugin in listed:
            print(f"{plugin['name']} ({plugin['distribution']} {plugin['version']}): {' '.join(plugin['rules'])}")
        for failure in found.failures:
            print(f"FAILED {failure.message}" + (f"; {failure.hint}" if failure.hint else ""))
            if verbose and failure.detail:
                print(failure.detail)
    return 2 if found.failures else 0
