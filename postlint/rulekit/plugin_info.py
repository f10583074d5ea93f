"""What a plugin says of itself."""

from __future__ import annotations

from postlint.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """A plugin's title, code prefix and documentation.

    `docs_url` is the start of its rule pages: a rule's page is `docs_url` + the rule's name. Empty fields
    are filled from the plugin's rules and distribution.
    """

    title: str = ""
    prefix: str = ""
    docs_url: str = ""
