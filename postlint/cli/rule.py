"""`postlint rule CODE`."""

from __future__ import annotations

import inspect
import json
from typing import Any

import click

from postlint.cli.rules import to_json
from postlint.host.manager import load_plugins
from postlint.host.registry import RegisteredRule
from postlint.values.suggest import nearest


@click.command()
@click.argument("code")
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="json: one object.")
def command(code: str, output_format: str) -> int:
    """Explain one rule, by its code or name."""
    registry = load_plugins().registry
    rule = registry.find(code)
    if rule is None:
        near = nearest(code, [text for known in registry for text in (known.code, known.name)])
        raise click.UsageError(f'no rule is called "{code}"' + (f'; did you mean "{near}"?' if near else ""))
    print(
        json.dumps(_to_json(rule), ensure_ascii=False, indent=2, default=str)
        if output_format == "json"
        else _text(rule)
    )
    return 0


def _to_json(rule: RegisteredRule) -> dict[str, Any]:
    options = [
        {"key": info.key, "type": info.type_name, "default": info.default, "doc": info.doc}
        for info in rule.options_type.infos()
    ]
    return {**to_json(rule.to_info()), "documentation": inspect.getdoc(rule.rule), "options": options}


def _text(rule: RegisteredRule) -> str:
    info = rule.to_info()
    parts = [f"{info.code} {info.name} ({info.severity.value}, fixable: {info.fixable}, plugin {info.plugin})", ""]
    parts.append(inspect.getdoc(rule.rule) or "")
    options = rule.options_type.infos()
    if options:
        parts += ["", f"Options, under [rules.{info.name}]:"]
        parts += [f"  {item.key} ({item.type_name}, default {item.default!r}): {item.doc}" for item in options]
    for title, examples in (("Reported", rule.rule.invalid[:1]), ("Not reported", rule.rule.valid[:1])):
        for example in examples:
            shown = example.post if isinstance(example.post, str) else repr(example.post)
            parts += ["", f"{title}:", "", *(f"    {line}" for line in shown.splitlines())]
    return "\n".join(parts)
