"""What a config may not ask for by itself: it may have come with somebody else's repository."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from postlint.config.load import RawConfig
from postlint.config.trust import Trust, is_inside, project_root

_HINT = "run with --trust-config if it is yours"
_OF_FLAGS = {
    "network": "asks other hosts for pictures; run with --network",
    "allow-private-addresses": "asks hosts of your own network; run with --allow-private-addresses",
}
# a report may take the place of an older one, and of nothing else
_REPORTS = (".json", ".jsonl", ".sarif", ".xml", ".html", ".csv", ".txt", ".log")


def find_refusals(raw: RawConfig, values: Mapping[str, Any], trust: Trust) -> dict[str, str]:
    """Return by key what a config asks for and may not have, as the text of an error.

    `values` are its checked values by field of Settings.
    """
    if trust.covers(raw.path):
        return {}
    found = {}
    for key, why in _OF_FLAGS.items():
        if values.get(key.replace("-", "_")):
            found[key] = str(raw.error(f"{key} of a config that is not trusted {why} or --trust-config", key))
    root = project_root(raw.path)
    for target in values.get("output_file", ()):
        name, _, path = target.partition(":")
        reason = _why_not_written(path if path and len(name) > 1 else target, root)
        if reason:
            found["output-file"] = str(raw.error(f'output-file "{target}" {reason}; {_HINT}', "output-file"))
    baseline = values.get("baseline")
    if baseline and not is_inside(baseline, root):
        found["baseline"] = str(raw.error(f"baseline leads out of the project ({root}); {_HINT}", "baseline"))
    return found


def refused_plugins(raw: RawConfig, plugins: Iterable[str], told: Iterable[str], trust: Trust) -> str | None:
    """Return the error of a config that names a Python file which the user has not named, too; else None.

    `told` are the plugins of the command line; `no:NAME` among them leaves a file out.
    """
    if trust.covers(raw.path):
        return None
    named = {os.path.abspath(name) if name.endswith(".py") else name for name in told}
    for number, path in enumerate(plugins):
        stem = os.path.splitext(os.path.basename(path))[0]
        if path.endswith(".py") and path not in named and f"no:{stem}" not in named:
            shown = os.path.relpath(path).replace(os.sep, "/")
            message = (
                f"the plugin {shown} is code that came with the config; read it, then run with `-p {shown}` or "
                f"--trust-config, or leave it out with `-p no:{stem}`"
            )
            return str(raw.error(message, "plugins", number))
    return None


def _why_not_written(path: str, root: str) -> str | None:
    if not is_inside(path, root):
        return f"leads out of the project ({root})"
    inside = os.path.relpath(os.path.realpath(path), os.path.realpath(root)).split(os.sep)
    if any(part.startswith(".") for part in inside[:-1]):
        return "lies in a hidden folder"
    if os.path.lexists(path) and not path.lower().endswith(_REPORTS):
        return "would replace a file that is no report"
    return None
