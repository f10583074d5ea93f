"""The command line: which command it means, and how it is read."""

from __future__ import annotations

import os
import sys

from postlint.cli.known_commands import COMMANDS
from postlint.cli.plain_arguments import read_plain
from postlint.values.errors import UsageError
from postlint.values.suggest import nearest

_LEADING_FLAGS = frozenset({"-q", "--quiet", "-v", "--verbose", "--isolated"})
# the shell asks for completions in it
_COMPLETION = "_POSTLINT_COMPLETE"


def main(arguments: list[str]) -> int:
    """Run the command that the arguments name; `check` where they name none."""
    name, *rest = _with_command(arguments)
    plain = read_plain(rest) if name == "check" and _COMPLETION not in os.environ else None
    if plain is not None:
        from postlint.cli.checking import check_posts

        return check_posts(*plain)
    from postlint.cli.commands import run_command

    return run_command([name, *rest])


def _with_command(arguments: list[str]) -> list[str]:
    """Return the arguments with the command first."""
    lead = 0
    while lead < len(arguments) and arguments[lead] in _LEADING_FLAGS:
        lead += 1
    name = arguments[lead] if lead < len(arguments) else ""
    if name in COMMANDS:
        _mention_path(name, is_alone=len(arguments) == lead + 1)
        return [name, *arguments[:lead], *arguments[lead + 1 :]]
    if arguments and arguments[0] in ("-h", "--help"):
        return arguments
    if name.isalpha() and not os.path.lexists(name):
        near = nearest(name, COMMANDS, cutoff=0.75)
        if near is not None:
            raise UsageError(f'"{name}" is no command and no path; did you mean "{near}"?')
    return ["check", *arguments]


def _mention_path(name: str, *, is_alone: bool) -> None:
    """Say that a command was taken where a file or folder of its name lies; `check PATHS` is plain enough."""
    if os.path.lexists(name) and (name != "check" or is_alone):
        hint = f"this is the command `{name}`; to lint the path of that name, run `postlint check ./{name}`"
        print(f"postlint: {hint}", file=sys.stderr)
