"""The command group; every command's module is imported when it is named."""

from __future__ import annotations

from importlib import import_module

import click
from click.shell_completion import CompletionItem

from postlint.cli.known_commands import COMMANDS
from postlint.cli.options import version_option

_EPILOG = """\b
Examples:
  postlint content/                 lint a folder (all options: postlint check --help)
  postlint check --diff content/    show the safe fixes
  postlint check --fix content/     apply them
  postlint rule proxied-image       explain a rule
  postlint inspect content/a.md     show what is read in a post

\b
Exit codes:
  0    nothing at or above --fail-on (default: warning)
  1    findings at or above it
  2    postlint could not do what was asked
  130  interrupted"""


class Commands(click.Group):
    """Commands by name; anything else on the command line is a path for `check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"postlint.cli.{cmd_name}").command
        command.name = cmd_name
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete names of commands, and paths for the bare `postlint PATHS`."""
        found = [CompletionItem(name, help=text) for name, text in COMMANDS.items() if name.startswith(incomplete)]
        return [*found, CompletionItem(incomplete, type="file")]


@click.group(cls=Commands, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@version_option
def group() -> None:
    """Lint the posts of a static site: front matter, dates, images, attribution, content."""


def run_command(arguments: list[str]) -> int:
    """Run the command that the arguments begin with."""
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
