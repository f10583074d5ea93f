"""Keys with values that end Hugo's build (`hugolib/page__meta.go`)."""

from __future__ import annotations

from postlint.front_matter.nodes import Entry, Mapping, Scalar
from postlint.generators.facts import SiteFacts
from postlint.generators.hugo.front_matter import is_older
from postlint.generators.outcome import Fault

_URLS = ("http://", "https://")
# what `markup` may name: the media types of content and their suffixes
_MARKUPS = frozenset(
    {"", "md", "markdown", "mdown", "goldmark", "html", "htm", "org", "rst", "pandoc", "pdc"}
    | {"asciidoc", "asciidocext", "adoc", "ad"}
)
_MARKUPS_BEHIND_POLICY = frozenset({"html", "htm", "org"})


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
    if params is not None and not isinstance(params.node, Mapping) and params.value is not None:
        return Fault("params", "`params` is no map")
    return None


def _find_bad_markup(entry: Entry | None, facts: SiteFacts) -> Fault | None:
    if entry is None or entry.value is None or is_older(facts, 0, 135):
        return None
    name = str(entry.value).lower()
    if name not in _MARKUPS:
        return Fault("markup", f"Hugo knows no `markup` of the name `{name[:40]}`")
    if name in _MARKUPS_BEHIND_POLICY and not is_older(facts, 0, 160):
        return Fault("markup", f"Hugo takes no `{name}` for content unless security.allowContent says so")
    return None


def _find_removed(entries: dict[str, Entry], facts: SiteFacts) -> Fault | None:
    # what was deprecated in 0.145 is an error 15 versions later
    if "_build" in entries and not is_older(facts, 0, 160):
        return Fault("_build", "`_build` is no longer read: its name is `build` now")
    return None
