"""The address at which a site says it is published."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# settings that hold it, by generator: Hexo and Jekyll, Hugo, Astro, Zola, Pelican, MkDocs, Gatsby
_KEYS = ("url", "baseURL", "baseurl", "site", "base_url", "SITEURL", "site_url", "siteUrl")
# Gatsby and Eleventy's data files keep it one level down
_TABLES = ("siteMetadata", "metadata")


def site_address(config: Mapping[str, Any]) -> str:
    """Return the site's address from its parsed config, with its scheme; empty if it names none."""
    for table in (config, *(config.get(name) for name in _TABLES)):
        if not isinstance(table, Mapping):
            continue
        for key in _KEYS:
            value = table.get(key)
            if isinstance(value, str) and value.strip().lower().startswith(("http://", "https://", "//")):
                text = value.strip()
                return f"https:{text}" if text.startswith("//") else text
    return ""
