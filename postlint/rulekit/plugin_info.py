"""What a plugin says of itself."""

from __future__ import annotations

from postlint.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """A plugin's title, code prefix and documentation.

    `docs_url` is the address of a rule's page, with `{name}` for the rule's name. An empty title and prefix
    are filled from the plugin's rules and distribution; without `docs_url` findings name no page.

    `is_constant` promises that the hooks that bring rules, views and statistics give the same classes as long as the
    plugin's Python files are the same, whatever else may have changed. It is then asked once, and in later runs a rule
    is imported when it first runs.
    """

    title: str = ""
    prefix: str = ""
    docs_url: str = ""
    is_constant: bool = False
