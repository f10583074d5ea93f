"""The command group; every command's module is imported when it is named."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

_COMMANDS = {
    "check": "Lint posts (the default: `postlint content/` is `postlint check content/`).",
    "inspect": "Print what postlint reads in a post.",
    "rules": "List the rules.",
    "rule": "Explain one rule.",
    "plugins": "List plugins, and those that failed to load.",
    "config": "Print the settings in force for a path.",
    "init": "Write a commented postlint.toml for this site.",
}

_EPILOG = """\b
Examples:
  postlint content/                 lint a folder
  postlint check --fix content/     apply the safe fixes
  postlint check --diff content/    show them without writing
  postlint rule proxied-image       explain a rule
  postlint inspect content/a.md     show what is read in a post

\b
Exit codes: 0 clean, 1 findings at or above --fail-on, 2 postlint could not
do what was asked, 130 interrupted."""


class Commands(click.Group):
    """Commands by name; anything else on the command line is a path for `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; for the help list a stand-in is enough."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"postlint.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "-V", "--version", package_name="postlint", message="postlint %(version)s")
def group() -> None:
    """Lint the posts of a static site: front matter, dates, images, attribution, content."""


def main(arguments: list[str]) -> int:
    """Run the command that the arguments name; `check` where they name none."""
    if not arguments or (arguments[0] not in _COMMANDS and arguments[0] not in ("-h", "--help")):
        arguments = ["check", *arguments]
    elif os.path.isdir(arguments[0]) and arguments[0] != "check":
        hint = f"postlint: running the command `{arguments[0]}`; lint the folder with `postlint check ./{arguments[0]}`"
        print(hint, file=sys.stderr)
    try:
        result = group.main(arguments, prog_name="postlint", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return int(stop.exit_code)
    except click.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    return result if isinstance(result, int) else 0
