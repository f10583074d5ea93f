"""`postlint init`."""

from __future__ import annotations

import os

import click

from postlint.engine.sites import Sites

_TEMPLATE = """\
# Settings of postlint for this {title} site. Every key is optional; these are the defaults.
# `postlint config` shows what is in force, `postlint rules` what can be selected.

# generator = "{name}"        # found by itself; set it where that fails
# select = ["ALL"]            # codes, prefixes (IMG), rule names, plugin names
# ignore = []
# exclude = []                # gitignore patterns
# fail-on = "warning"         # exit code 1 from this severity on

# Options and severity of one rule:
# [rules.insecure-image]
# severity = "error"
# allow-hosts = ["localhost"]

# Other settings for some posts:
# [[overrides]]
# paths = ["archive/**"]
# ignore = ["ATT"]
"""


@click.command()
def command() -> int:
    """Detect the generator and write a commented postlint.toml in this folder."""
    folder = os.getcwd()
    sites = Sites(None, folder)
    profile = sites.generator(sites.of_folder(folder)).profile
    if os.path.exists("postlint.toml"):
        raise click.UsageError("postlint.toml is there already; it was left as it is")
    with open("postlint.toml", "w", encoding="utf-8", newline="\n") as file:
        file.write(_TEMPLATE.format(name=profile.name, title=profile.title))
    print(f"This looks like a {profile.title} site. postlint.toml was written; now run `postlint`.")
    return 0
