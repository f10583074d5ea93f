"""Keys with values that end Hugo's build (`hugolib/page__meta.go`)."""

from __future__ import annotations

from postlint.front_matter.nodes import Entry, Mapping, Scalar, Sequence
from postlint.generators.facts import SiteFacts
from postlint.generators.hugo.front_matter import is_older
from postlint.generators.outcome import Fault

_URLS = ("http://", "https://")
# what `markup` may name: the media types of content and their suffixes
_MARKUPS = frozenset(
    {"", "md", "markdown", "mdown", "goldmark", "html", "htm", "org", "rst", "pandoc", "pdc"}
    | {"asciidoc", "asciidocext", "adoc", "ad"}
)
# versions since which `security.allowContent` keeps a format out by default (release notes of 0.162; pull
# request 15258, which is first in 0.166)
_KEPT_OUT_SINCE = {"html": (0, 162), "htm": (0, 162), "org": (0, 166)}
# keys that take a map, and nothing or a map since (`params`: pull request 11934)
_TABLES_SINCE = {"params": (0, 123), "build": (0, 123), "sites": (0, 153)}
# what makes a page this page, and may not be handed down (issue 11985)
_NEVER_CASCADED = frozenset({"kind", "path", "lang", "cascade"})


def find_bad_key(entries: dict[str, Entry], facts: SiteFacts) -> Fault | None:
    """Return what ends the build, None if nothing does; keys are in lower case."""
    return (
        _find_bad_address(entries)
        or _find_bad_table(entries, facts)
        or _find_bad_markup(entries.get("markup"), facts)
        or _find_removed(entries, facts)
    )


def _find_bad_address(entries: dict[str, Entry]) -> Fault | None:
    url = entries["url"].value if "url" in entries else None
    if isinstance(url, str) and url.startswith(_URLS):
        return Fault("url", "`url` is a whole URL, and Hugo takes a path only")
    aliases = entries["aliases"].value if "aliases" in entries else None
    for alias in aliases if isinstance(aliases, list) else [aliases]:
        if isinstance(alias, str) and alias.startswith(_URLS):
            return Fault("aliases", "one of the `aliases` is a whole URL, and Hugo takes paths only")
    return None


def _find_bad_table(entries: dict[str, Entry], facts: SiteFacts) -> Fault | None:
    if is_older(facts, 0, 123):
        return None
    cascade, params = entries.get("cascade"), entries.get("params")
    if cascade is not None and isinstance(cascade.node, Scalar) and cascade.value is not None:
        return Fault("cascade", "`cascade` is neither a map nor a list")
    for key in _cascaded_keys(cascade):
        if key.lower() in _NEVER_CASCADED:
            return Fault("cascade", f"`{key}` cannot be part of `cascade`")
    if params is not None and params.value is None and is_older(facts, 0, 162):
        # pull request 14895
        return Fault("params", "`params` is empty")
    for key, since in _TABLES_SINCE.items():
        table = entries.get(key)
        is_wrong = table is not None and not isinstance(table.node, Mapping) and table.value is not None
        if is_wrong and not is_older(facts, *since):
            return Fault(key, f"`{key}` is no map")
    return None


def _cascaded_keys(cascade: Entry | None) -> list[str]:
    """Return the keys that `cascade` hands down, be it a map or a list of maps."""
    node = cascade.node if cascade is not None else None
    parts = node.items if isinstance(node, Sequence) else (node,)
    return [entry.key for part in parts if isinstance(part, Mapping) for entry in part.entries]


def _find_bad_markup(entry: Entry | None, facts: SiteFacts) -> Fault | None:
    if entry is None or entry.value is None or is_older(facts, 0, 126):
        # with content adapters came media types for content (`PageConfig.Compile`)
        return None
    name = str(entry.value).lower()
    if name not in _MARKUPS:
        return Fault("markup", f"Hugo knows no `markup` of the name `{name[:40]}`")
    since = _KEPT_OUT_SINCE.get(name)
    if since is not None and not is_older(facts, *since):
        return Fault("markup", f"Hugo takes no `{name}` for content unless security.allowContent says so")
    return None


def _find_removed(entries: dict[str, Entry], facts: SiteFacts) -> Fault | None:
    # what was deprecated in 0.145 (pull request 13441) is an error 15 minor versions later (`common/hugo/hugo.go`)
    if "_build" in entries and not is_older(facts, 0, 160):
        return Fault("_build", "`_build` is no longer read: its name is `build` now")
    return None
