"""Options that commands share, and how their help is laid out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from postlint.config.keys import SEVERITIES
from postlint.engine.request import STDIN_NAME
from postlint.values.version import __version__

F = TypeVar("F", bound=Callable[..., Any])
SEVERITY = click.Choice(SEVERITIES)


class Option(click.Option):
    """An option under a heading of the help."""

    def __init__(self, *args: Any, section: str = "Options", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


class SectionedCommand(click.Command):
    """A command whose help lists its options under headings, in the order of their first option."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options by heading."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            # click 8.2 lists arguments, too; the usage line has them
            record = None if isinstance(parameter, click.Argument) else parameter.get_help_record(ctx)
            if record is not None:
                sections.setdefault(getattr(parameter, "section", "Options"), []).append(record)
        for section, records in sections.items():
            with formatter.section(section):
                formatter.write_dl(records)


def option(*names: str, section: str = "Options", **attributes: Any) -> Callable[[F], F]:
    """Declare an option under a heading."""
    return click.option(*names, cls=Option, section=section, **attributes)


def switch(*names: str, **attributes: Any) -> Callable[[F], F]:
    """Declare an option without a value that stays None where it is not given."""
    return option(*names, is_flag=True, default=None, **attributes)


def options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    """Return one decorator that adds several options, in the order of the help."""

    def decorate(function: F) -> F:
        for one in reversed(decorators):
            function = one(function)
        return function

    return decorate


def complete_selectors(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return codes and names of rules for shell completion, after the last comma of the word."""
    from postlint.host.manager import load_plugins

    before, comma, word = incomplete.rpartition(",")
    names = [text for rule in load_plugins().registry for text in (rule.code, rule.name)]
    return [f"{before}{comma}{name}" for name in names if name.lower().startswith(word.lower())]


_CONFIG, _OUTPUT = "Configuration", "Output"

plugin_option = option(
    "-p",
    "plugins",
    multiple=True,
    section=_CONFIG,
    metavar="PLUGIN",
    help="`no:NAME` leaves a plugin out; FILE.py adds.",
)

config_options = options(
    option("--config", "config_file", section=_CONFIG, type=click.Path(), help="Use this config file for every path."),
    switch("--isolated", section=_CONFIG, help="Ignore all config files."),
    switch("--trust-config", section=_CONFIG, help="Let config files load plugins, ask the network and so on."),
    option("--generator", section=_CONFIG, metavar="NAME", help="The site generator, where it is not found by itself."),
    plugin_option,
)

run_options = options(
    option(
        "--jobs", type=click.IntRange(min=0), section="Running", metavar="N", help="Processes (0: one a processor)."
    ),
    switch("--no-exclude", section="Files", help="Read what exclude, git or the generator would leave out."),
    option(
        "--stdin-filename", section="Files", default=STDIN_NAME, metavar="NAME", help="The name of what comes on `-`."
    ),
)

loudness_options = options(
    switch("-q", "--quiet", section=_OUTPUT, help="Print findings only."),
    switch("-v", "--verbose", section=_OUTPUT, help="Print what was left out and why, and tracebacks."),
)

version_option = click.version_option(__version__, "-V", "--version", message="postlint %(version)s")
