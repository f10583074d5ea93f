"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from postlint.config.configuration import Configuration
from postlint.generators.known import NAMES
from postlint.host.manager import Plugins, load_plugins

F = TypeVar("F", bound=Callable[..., Any])

_SHARED = (
    click.option("--config", "config_file", type=click.Path(), help="Use this config file for every path."),
    click.option("--isolated", is_flag=True, help="Ignore all config files."),
    click.option("--generator", metavar="NAME", help=f"Read posts as this generator does: {', '.join(NAMES)}."),
    click.option("-p", "plugins", multiple=True, metavar="PLUGIN", help="`no:NAME` leaves a plugin out; FILE.py adds."),
    click.option("--jobs", type=click.IntRange(min=1), help="Number of processes (default: one a processor)."),
    click.option("--no-exclude", is_flag=True, help="Read files that exclude, git or the generator would leave out."),
    click.option("-q", "--quiet", is_flag=True, help="Print findings only."),
    click.option("-v", "--verbose", is_flag=True, help="Print what was left out and why, and tracebacks."),
)


def shared(function: F) -> F:
    """Add the shared options to a command."""
    for decorate in reversed(_SHARED):
        function = decorate(function)
    return function


def selection(plugins: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the plugins to leave out and those to add, from the values of `-p`."""
    disabled = tuple(name.removeprefix("no:") for name in plugins if name.startswith("no:"))
    return disabled, tuple(name for name in plugins if not name.startswith("no:"))


def load(options: dict[str, Any], flags: dict[str, Any] | None = None) -> tuple[Plugins, Configuration]:
    """Load plugins and make the configuration for the shared options. Raises UsageError, ConfigError."""
    disabled, local = selection(options.get("plugins", ()))
    plugins = load_plugins(disabled, local)
    generator = options.get("generator")
    if generator and generator not in NAMES and generator not in plugins.generators:
        raise click.UsageError(f'no generator is called "{generator}"; known: {", ".join(NAMES)}')
    configuration = Configuration(
        flags or {}, plugins, config_file=options.get("config_file"), isolated=options.get("isolated", False)
    )
    return plugins, configuration


def base_request(options: dict[str, Any], paths: tuple[str, ...], configuration: Configuration) -> dict[str, Any]:
    """Return the fields of a CheckRequest that the shared options set."""
    import os
    import sys

    disabled, local = selection(options["plugins"])
    settings = configuration.settings_for(os.path.join(os.getcwd(), "index.md"))
    return {
        "paths": paths,
        "configuration": configuration,
        "stdin": sys.stdin.buffer.read() if "-" in paths else None,
        "no_exclude": options["no_exclude"],
        "jobs": options["jobs"] or settings.jobs,
        "generator": options["generator"] or settings.generator,
        "disabled": disabled,
        "local_plugins": local,
        "is_verbose": options["verbose"],
    }
