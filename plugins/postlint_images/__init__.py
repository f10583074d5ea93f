"""First-party postlint plugin: the images that posts name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from postlint import Options, PluginInfo, Post, RemotePicture, RuleClass

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


def postlint_plugin_info() -> PluginInfo:
    """Say what the plugin is about."""
    from postlint import PluginInfo

    return PluginInfo(title="Images", prefix="IMG", docs_url=_RULE_PAGE, is_constant=True)


def postlint_rules() -> Iterable[RuleClass]:
    """Return the rules, imported only now."""
    from postlint_images.rules.catalogue import RULES

    return RULES


def postlint_original_url(url: str) -> str | None:
    """See through the proxies of the catalogue."""
    from postlint_images.proxies import unwrap

    found = unwrap(url)
    return found.original if found else None


def postlint_remote_pictures(post: Post, options: Mapping[str, Options]) -> Iterable[RemotePicture]:
    """Return the pictures of a post that lie elsewhere."""
    from postlint_images.remote import dead_hosts, remote_pictures

    return list(remote_pictures(post, dead_hosts(options)))
