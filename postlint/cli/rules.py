"""`postlint rules`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from postlint.cli.options import SectionedCommand, config_options, option
from postlint.cli.output import write_out
from postlint.cli.session import open_session
from postlint.host.registry import Registry
from postlint.values.run_result import RuleInfo


@click.command(cls=SectionedCommand)
@option("--output-format", type=click.Choice(["text", "json"]), section="Output", help="json: one array.")
@config_options
def command(output_format: str | None, **options: Any) -> int:
    """List the rules of all plugins; `postlint rule CODE` explains one."""
    plugins = open_session(options).plugins
    if output_format == "json":
        listed = [to_json(rule.to_info()) for rule in plugins.registry]
        write_out(json.dumps(listed, ensure_ascii=False, indent=2) + "\n")
    else:
        write_out(_text(plugins.registry))
    for failure in plugins.failures:
        print(f"postlint: {failure.code} {failure.message}", file=sys.stderr)
    return 2 if plugins.failures else 0


def to_json(info: RuleInfo) -> dict[str, Any]:
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


def _text(registry: Registry) -> str:
    infos = [rule.to_info() for rule in registry]
    wide = max((len(info.name) for info in infos), default=0)
    lines = [
        f"{info.code:7} {info.name:{wide}}  {info.severity.value:7}  "
        f"{'fix' if info.fixable != 'never' else '':3}  {'(preview) ' if info.is_preview else ''}{info.summary}"
        for info in infos
    ]
    return "".join(f"{line}\n" for line in lines)
