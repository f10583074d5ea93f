"""First-party postlint plugin: the images that posts name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postlint import Options, PluginInfo, Post, RemotePicture, RuleClass, hookimpl

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


@hookimpl
def postlint_plugin_info() -> PluginInfo:
    """Say what the plugin is about."""
    return PluginInfo(title="Images", prefix="IMG", docs_url=_RULE_PAGE)


@hookimpl
def postlint_rules() -> Iterable[RuleClass]:
    """Return the rules, imported only now."""
    from postlint_images.rules.catalogue import RULES

    return RULES


@hookimpl
def postlint_original_url(url: str) -> str | None:
    """See through the proxies of the catalogue."""
    from postlint_images.proxies import unwrap

    found = unwrap(url)
    return found.original if found else None


@hookimpl
def postlint_remote_pictures(post: Post, options: Mapping[str, Options]) -> Iterable[RemotePicture]:
    """Return the pictures of a post that lie elsewhere."""
    from postlint_images.remote import dead_hosts, remote_pictures

    return list(remote_pictures(post, dead_hosts(options)))
