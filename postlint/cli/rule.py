"""`postlint rule CODE`."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

import click

from postlint.cli.options import SectionedCommand, complete_selectors, config_options, option
from postlint.cli.output import write_out
from postlint.cli.rules import to_json
from postlint.cli.session import open_session
from postlint.config.toml_text import to_toml
from postlint.host.registry import RegisteredRule, Registry
from postlint.reporters.escape import visible
from postlint.rulekit.examples import Example, Invalid
from postlint.values.errors import UsageError
from postlint.values.notices import NAMES, NOTICES, Notice
from postlint.values.suggest import nearest


@click.command(cls=SectionedCommand)
@click.argument("code", shell_complete=complete_selectors)
@option("--output-format", type=click.Choice(["text", "json"]), section="Output", help="json: one object.")
@config_options
def command(code: str, output_format: str | None, **options: Any) -> int:
    """Explain one rule, by its code or name: what it finds, whom that harms, its options, examples."""
    registry = open_session(options).plugins.registry
    rule = registry.find(code)
    notice = NOTICES.get(code.upper()) or NAMES.get(code.lower())
    if rule is None and notice is None:
        raise UsageError(f'no rule is called "{code}"{_suggestion(code, registry)}; see `postlint rules`')
    if output_format == "json":
        found = _to_json(rule) if rule else _notice_to_json(notice)
        write_out(json.dumps(found, ensure_ascii=False, indent=2, default=str) + "\n")
    else:
        lines = _lines(rule) if rule else _notice_lines(notice)
        write_out("".join(f"{visible(line)}\n" for line in lines))
    return 0


def _suggestion(code: str, registry: Registry) -> str:
    near = nearest(code, [text for rule in registry for text in (rule.code, rule.name)])
    return f'; did you mean "{near}"?' if near else ""


def _to_json(rule: RegisteredRule) -> dict[str, Any]:
    options = [
        {"key": info.key, "type": info.type_name, "default": info.default, "doc": info.doc}
        for info in rule.options_type.infos()
    ]
    severities = [severity.value for severity in rule.rule.severities] or [rule.severity.value]
    return {
        **to_json(rule.to_info()),
        "aliases": list(rule.aliases),
        "severities": severities,
        "documentation": inspect.getdoc(rule.rule),
        "options": options,
        "examples": {
            "invalid": [_example_to_json(example) for example in shown(rule.rule.invalid)],
            "valid": [_example_to_json(example) for example in shown(rule.rule.valid)],
        },
    }


def _example_to_json(example: Example) -> dict[str, Any]:
    found = {"post": _as_text(example.post), "path": example.path, "generator": example.generator, "why": example.why}
    if isinstance(example, Invalid):
        return {**found, "reports": list(example.reports), "fixed": example.fixed}
    return found


def shown(examples: Iterable[Any]) -> list[Any]:
    """Return the examples that documentation shows: the first one, and those that say why."""
    return [example for number, example in enumerate(examples) if number == 0 or example.why]


def _lines(rule: RegisteredRule) -> Iterator[str]:
    info = rule.to_info()
    yield f"{info.code} {info.name}"
    yield f"severity: {info.severity.value}; fixable: {info.fixable}; plugin: {info.plugin}"
    if info.is_preview:
        yield "preview: runs only if it is selected by its code or name"
    if rule.aliases:
        yield f"also known as: {', '.join(rule.aliases)}"
    yield ""
    yield from (inspect.getdoc(rule.rule) or "").splitlines()
    yield from _option_lines(rule)
    for title, examples in (("Reported", rule.rule.invalid), ("Not reported", rule.rule.valid)):
        for example in shown(examples):
            yield from _example_lines(title, example)
    if info.url:
        yield from ("", info.url)


def _option_lines(rule: RegisteredRule) -> Iterator[str]:
    options = rule.options_type.infos()
    if not options:
        return
    yield from ("", "Options:", "", f"    [rules.{rule.name}]")
    for item in options:
        yield from (f"    # {line}" for line in wrap(f"{item.doc} ({item.type_name})", 92))
        yield f"    # {item.key} is not set" if item.default is None else f"    {item.key} = {to_toml(item.default)}"


def _example_lines(title: str, example: Example) -> Iterator[str]:
    why = f" ({example.why})" if example.why else ""
    yield from ("", f"{title}{why}:", "")
    yield from (f"    {line}" for line in _as_text(example.post).splitlines())
    if isinstance(example, Invalid) and example.fixed is not None:
        yield from ("", "  fixed:", "")
        yield from (f"    {line}" for line in example.fixed.splitlines())


def _as_text(post: str | bytes) -> str:
    return post if isinstance(post, str) else post.decode("utf-8", "backslashreplace")


def _notice_to_json(notice: Notice | None) -> dict[str, Any]:
    if notice is None:
        return {}
    return {
        "code": notice.code,
        "name": notice.name,
        "summary": notice.summary,
        "severity": notice.severity.value,
        "plugin": notice.plugin,
        "failure": notice.is_failure,
    }


def _notice_lines(notice: Notice | None) -> Iterator[str]:
    if notice is None:
        return
    yield f"{notice.code} {notice.name}"
    effect = "the exit code is 2" if notice.is_failure else f"severity: {notice.severity.value}"
    yield f"a notice of postlint itself; {effect}"
    yield from ("", notice.summary)
