"""`postlint init`."""

from __future__ import annotations

import os

import click

from postlint.cli.output import write_out
from postlint.config.find import config_in
from postlint.engine.sites import Sites
from postlint.generators.profile import Profile
from postlint.values.errors import UsageError

_TEMPLATE = """\
# Settings of postlint. Every key is optional; the commented ones show their defaults.
# `postlint config` prints what is in force and why, `postlint rules` what can be selected.

{generator}

# Which rules run: codes (IMG006), prefixes (IMG), rule names, plugin names, "ALL".
# The more specific one wins, so `ignore` may take single rules out.
# select = ["ALL"]
# ignore = []

# Paths that are not read (gitignore patterns, relative to this file).
# exclude = []

# Exit with 1 from this severity on: "error", "warning" or "info".
# fail-on = "warning"

# Options of one rule, and its severity; `postlint rule insecure-image` lists them.
# [rules.insecure-image]
# severity = "error"

# Other settings for some posts.
# [[overrides]]
# paths = ["archive/**"]
# ignore = ["DT"]
"""
_FOUND = '# The site generator. It was recognised by itself; set it where that fails.\n# generator = "{name}"'
_NOT_FOUND = (
    "# The site generator was not recognised: posts are read as plain Markdown files.\n"
    '# generator = "hexo"  # or hugo, jekyll, astro, eleventy, docusaurus, gatsby, zola, pelican, mkdocs'
)


@click.command()
@click.argument("folder", required=False, default=".", type=click.Path())
def command(folder: str) -> int:
    """Detect the site generator and write a commented postlint.toml into the site's root.

    A config file that is there already is left as it is.
    """
    if not os.path.isdir(folder):
        raise UsageError(f'there is no folder "{folder}"')
    full = os.path.abspath(folder)
    sites = Sites(None, full)
    site = sites.of_folder(full)
    profile, root = sites.generator(site).profile, sites.facts[site].root or full
    there = config_in(root)
    if there is not None:
        raise UsageError(f"{os.path.relpath(there)} is there already; it was left as it is")
    path = os.path.join(root, "postlint.toml")
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(_TEMPLATE.format(generator=_generator_lines(profile)))
    except OSError as error:
        raise UsageError(f"{os.path.relpath(path)} cannot be written: {error.strerror or error}") from None
    write_out(_report(profile, os.path.relpath(path), os.path.relpath(root)))
    return 0


def _generator_lines(profile: Profile) -> str:
    return _NOT_FOUND if profile.name == "plain" else _FOUND.format(name=profile.name)


def _report(profile: Profile, path: str, root: str) -> str:
    found = "No site generator was recognised." if profile.name == "plain" else f"This is a {profile.title} site."
    next_step = "postlint" if root == "." else f"postlint {root}"
    return (
        f"{found}\n{path} was written.\nNext: run `{next_step}`, then `postlint rule CODE` to learn about a finding.\n"
    )
