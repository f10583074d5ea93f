"""The hooks that a plugin may implement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pluggy

from postlint.generators.generator import Generator
from postlint.reporters.reporter import Reporter
from postlint.rulekit.plugin_info import PluginInfo
from postlint.rulekit.rule import RuleClass
from postlint.rulekit.statistic import Statistic
from postlint.rulekit.view import View
from postlint.values.network import HttpClient, NetworkSettings
from postlint.values.run_result import RunResult

if TYPE_CHECKING:
    from postlint.post.post import Post
    from postlint.rulekit.options import Options
    from postlint.rulekit.remote_picture import RemotePicture

hookspec = pluggy.HookspecMarker("postlint")
hookimpl = pluggy.HookimplMarker("postlint")


@hookspec
def postlint_rules() -> Iterable[RuleClass]:  # type: ignore[empty-body]  # pluggy reads the signature only
    """Return the rule classes of this plugin, in code order."""


@hookspec(firstresult=True)
def postlint_plugin_info() -> PluginInfo | None:
    """Return the plugin's title, code prefix and documentation URL; optional."""


@hookspec
def postlint_views() -> Iterable[type[View]]:  # type: ignore[empty-body,type-arg]  # pluggy reads the signature
    """Return readings of a post that rules share; `inspect` prints each of them under its name."""


@hookspec
def postlint_reporters() -> Iterable[type[Reporter]]:  # type: ignore[empty-body]  # pluggy reads the signature
    """Return output formats: classes with a `name` and `render(result)`."""


@hookspec
def postlint_view_options() -> Mapping[str, Mapping[str, Any]]:  # type: ignore[empty-body]  # pluggy reads the signature
    """Return options for views by their names, as `[views.<name>]` holds them; the site's config goes on top.

    Tables are joined and lists put one behind the other; so a plugin can add wordings to the reading of
    another one.
    """


@hookspec
def postlint_statistics() -> Iterable[type[Statistic]]:  # type: ignore[empty-body]  # pluggy reads the signature
    """Return what `check --statistics` adds up besides findings: classes that give tables."""


@hookspec
def postlint_generators() -> Iterable[Generator]:  # type: ignore[empty-body]  # pluggy reads the signature
    """Return site generators that postlint does not know."""


@hookspec(firstresult=True)
def postlint_original_url(url: str) -> str | None:
    """Return the address behind a proxied picture, byte for byte; None if `url` goes through no proxy."""


@hookspec(firstresult=True)
def postlint_http_client(settings: NetworkSettings) -> HttpClient | None:
    """Return a client that asks the network in the place of postlint's own; None to leave it to others."""


@hookspec
def postlint_remote_pictures(  # type: ignore[empty-body]  # as above
    post: Post, options: Mapping[str, Options]
) -> Iterable[RemotePicture]:
    """Return the pictures of a post that lie elsewhere, for `images fetch`: why, and where their bytes may be.

    `options` are those of the rules by name, selected or not; a plugin may leave the parameter out.
    """


@hookspec
def postlint_run_finished(result: RunResult) -> None:
    """Look at the result of a run; it cannot be changed."""
