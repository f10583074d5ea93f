"""The page of the config file's keys."""

from __future__ import annotations

from postlint.config.keys import KEYS, Key, Kind
from postlint.values.report import Severity
from postlint.values.settings import Settings

_INTRO = """# Settings

postlint reads `postlint.toml`, `.postlint.toml` or the table `[tool.postlint]` of `pyproject.toml`; the nearest one
above a post wins. `postlint init` writes one for your site, `postlint config PATH` prints what is in force for a path
and where each value came from, `postlint config --schema` prints a JSON Schema for your editor.
A config that is not trusted loads no plugin of a file, asks no network and stays in its project:
[security.md](security.md).

| key | value | default | meaning |
| --- | --- | --- | --- |
"""
_TAIL = """
Keys marked *run* hold for the whole run; all others may also stand in `[[overrides]]` for some posts:

```toml
[[overrides]]
paths = ["source/_posts/reposts/**"]
extend-select = ["ATT100"]
```

The options of a rule stand under `[rules.<name>]`; each [rule's page](rules/index.md) lists them. `severity` is an
option of every rule:

```toml
[rules.missing-alt-text]
severity = "info"
```
"""


def render_settings() -> str:
    """Return the page."""
    return _INTRO + "".join(f"{_row(key)}\n" for key in KEYS) + _TAIL


def _row(key: Key) -> str:
    value = " or ".join(f"`{choice}`" for choice in key.choices) or key.kind.value
    about = f"{key.doc} *run*" if key.is_of_run else key.doc
    return f"| `{key.name}` | {value} | {_default(key)} | {about} |"


def _default(key: Key) -> str:
    value = getattr(Settings(), key.field, None)
    if value is None or value == () or key.kind in (Kind.TABLES, Kind.OVERRIDES, Kind.SELECTORS):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value.value if isinstance(value, Severity) else value}`"
