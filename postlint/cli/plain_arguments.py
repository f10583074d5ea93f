"""Arguments of `check` that can be read without click: paths, switches and a few other options.

To import click and to declare fifty options takes longer than to lint a post.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_SWITCHES = {
    "--fix": "fix",
    "--unsafe-fixes": "unsafe_fixes",
    "--diff": "diff",
    "--site": "site",
    "--no-baseline": "no_baseline",
    "--no-cache": "no_cache",
    "--no-exclude": "no_exclude",
    "--exit-zero": "exit_zero",
    "--statistics": "statistics",
    "--isolated": "isolated",
    "--network": "network",
    "--allow-private-addresses": "allow_private_addresses",
    "-q": "quiet",
    "--quiet": "quiet",
    "-v": "verbose",
    "--verbose": "verbose",
}
_WITH_TEXT = {"--output-format": "output_format", "--config": "config_file", "--generator": "generator"}
_WITH_TEXTS = {
    "--select": "select",
    "--ignore": "ignore",
    "--extend-select": "extend_select",
    "--extend-ignore": "extend_ignore",
    "--output-file": "output_file",
    "-p": "plugins",
}


def read_plain(arguments: Sequence[str]) -> tuple[tuple[str, ...], dict[str, Any]] | None:
    """Return paths, and the options that are given by the names of click's parameters.

    None if there is anything else among the arguments, or anything wrong with them: click shall say so.
    """
    paths: list[str] = []
    options: dict[str, Any] = {}
    left = iter(arguments)
    for argument in left:
        name, equals, text = argument.partition("=") if argument.startswith("--") else (argument, "", "")
        if argument == "-" or not argument.startswith("-"):
            paths.append(argument)
        elif argument in _SWITCHES:
            options[_SWITCHES[argument]] = True
        elif name in _WITH_TEXT or name in _WITH_TEXTS:
            value = text if equals else next(left, "-")
            if value.startswith("-") or not value:
                return None
            if name in _WITH_TEXT:
                options[_WITH_TEXT[name]] = value
            else:
                options[_WITH_TEXTS[name]] = (*options.get(_WITH_TEXTS[name], ()), value)
        else:
            return None
    return tuple(paths), options
