"""What a plugin says of itself."""

from __future__ import annotations

from postlint.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """A plugin's title, code prefix and documentation.

    `docs_url` is the address of a rule's page, with `{name}` for the rule's name. An empty title and prefix
    are filled from the plugin's rules and distribution; without `docs_url` findings name no page.
    """

    title: str = ""
    prefix: str = ""
    docs_url: str = ""
