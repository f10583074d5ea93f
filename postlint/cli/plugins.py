"""`postlint plugins`."""

from __future__ import annotations

import json
from typing import Any

import click

from postlint.cli.options import SectionedCommand, config_options, loudness_options, option
from postlint.cli.output import write_out
from postlint.cli.session import open_session
from postlint.host.manager import Plugins
from postlint.reporters.escape import visible


@click.command(cls=SectionedCommand)
@option("--output-format", type=click.Choice(["text", "json"]), section="Output", help="json: one object.")
@config_options
@loudness_options
def command(output_format: str | None, **options: Any) -> int:
    """List plugins with the rules that each brings, and those that failed to load and why.

    Exits with 2 if one failed.
    """
    session = open_session(options)
    found = session.plugins
    if output_format == "json":
        write_out(json.dumps(_to_json(found), ensure_ascii=False, indent=2) + "\n")
    else:
        write_out(_text(found, is_verbose=session.settings.verbose))
    return 2 if found.failures else 0


def _to_json(found: Plugins) -> dict[str, Any]:
    return {
        "plugins": [
            {
                "name": plugin.name,
                "title": plugin.info.title,
                "distribution": plugin.distribution,
                "version": plugin.version,
                "prefix": plugin.info.prefix,
                "rules": _rules(found, plugin.name),
            }
            for plugin in found.loaded
        ],
        "failures": [{"message": failure.message, "hint": failure.hint} for failure in found.failures],
    }


def _rules(found: Plugins, plugin: str) -> list[str]:
    return [rule.code for rule in found.registry if rule.plugin == plugin]


def _text(found: Plugins, *, is_verbose: bool) -> str:
    lines = []
    for plugin in found.loaded:
        codes = _rules(found, plugin.name)
        lines.append(f"{plugin.name} ({plugin.distribution} {plugin.version}), {len(codes)} rules")
        lines.extend([f"  {' '.join(codes)}"] if codes else [])
    for failure in found.failures:
        lines.append(f"FAILED {failure.message}")
        lines.extend([f"  = {failure.hint}"] if failure.hint else [])
        if is_verbose:
            lines.extend(f"    {line}" for line in failure.detail.splitlines())
    return "".join(f"{visible(line)}\n" for line in lines)
