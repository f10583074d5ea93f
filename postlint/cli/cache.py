"""`postlint cache`."""

from __future__ import annotations

import os
import shutil

import click

from postlint.cli.output import write_out
from postlint.engine.cache_file import FOLDER
from postlint.engine.sites import Sites
from postlint.values.errors import UsageError


@click.group()
def command() -> None:
    """Show or remove the cache of the site that the working directory is in."""


@command.command("dir")
def show() -> int:
    """Print the folder of the cache, whether it is there or not."""
    write_out(f"{_folder()}\n")
    return 0


@command.command("clean")
def clean() -> int:
    """Remove the cache."""
    folder = _folder()
    if not os.path.lexists(folder):
        write_out("there is no cache\n")
        return 0
    if os.path.islink(folder) or not os.path.isdir(folder):
        raise UsageError(f"{folder} is no folder; it was left as it is")
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise UsageError(f"{folder} cannot be removed: {error.strerror or error}") from None
    write_out(f"removed {folder}\n")
    return 0


def _folder() -> str:
    here = os.getcwd()
    sites = Sites(None, here)
    return os.path.join(sites.facts[sites.of_folder(here)].root or here, FOLDER)
