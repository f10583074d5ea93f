"""One page a rule, from its docstring, options and examples."""

from __future__ import annotations

import inspect
from collections.abc import Sequence

from postlint.host.registry import RegisteredRule, Registry
from postlint.rulekit.examples import Example


def render_pages(registry: Registry) -> dict[str, str]:
    """Return the pages by path below `docs/rules`."""
    pages = {f"{rule.name}.md": _page(rule) for rule in registry}
    pages["index.md"] = _index(registry)
    return pages


def _index(registry: Registry) -> str:
    rows = [
        f"| {rule.code} | [{rule.name}]({rule.name}.md) | {rule.severity.value} | {rule.to_info().summary} |"
        for rule in registry
    ]
    return "\n".join(["# Rules", "", "| code | name | severity | about |", "| --- | --- | --- | --- |", *rows, ""])


def _page(rule: RegisteredRule) -> str:
    info = rule.to_info()
    parts = [f"# {info.code} {info.name}", ""]
    parts.append(f"Severity: {info.severity.value}. Fixable: {info.fixable}. Plugin: {info.plugin}.")
    parts += ["", inspect.getdoc(rule.rule) or "", ""]
    options = rule.options_type.infos()
    if options:
        parts += [
            f"## Options, under `[rules.{info.name}]`",
            "",
            "| key | type | default | meaning |",
            "| --- | --- | --- | --- |",
        ]
        parts += [f"| `{o.key}` | {o.type_name} | `{o.default!r}` | {o.doc} |" for o in options]
        parts.append("")
    parts += _examples("Reported", rule.rule.invalid)
    parts += _examples("Not reported", rule.rule.valid)
    return "\n".join(parts)


def _examples(title: str, examples: Sequence[Example]) -> list[str]:
    shown = [e for n, e in enumerate(examples) if n == 0 or e.why]
    lines = [f"## {title}", ""]
    for example in shown:
        text = example.post if isinstance(example.post, str) else repr(example.post)
        about = f"{example.why[:1].upper()}{example.why[1:]}." if example.why else f"In a {example.generator} site:"
        lines += [about, "", "````markdown", text.rstrip("\n"), "````", ""]
    return lines
