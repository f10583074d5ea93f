"""`postlint check`."""

from __future__ import annotations

from typing import Any

import click

from postlint.cli.checking import check_posts
from postlint.cli.options import (
    SEVERITY,
    SectionedCommand,
    complete_selectors,
    config_options,
    loudness_options,
    option,
    options,
    run_options,
    switch,
    version_option,
)
from postlint.reporters.builtin import FORMATS

_EPILOG = """\b
Examples:
  postlint check content/                    lint a folder
  postlint check --select IMG,dates .        some rules: codes, prefixes, names, plugins
  postlint check --diff . && postlint check --fix .
                                             look at the safe fixes, then apply them
  postlint check --output-format github .    annotate a pull request
  postlint check --output-file sarif:out.sarif .
                                             write a file as well
  postlint check - --stdin-filename content/a.md < a.md

\b
Exit codes:
  0    nothing at or above --fail-on
  1    findings at or above it (after fixes), or --diff would change something
  2    postlint could not do what was asked: a bad option or config, a path
       that does not exist, a crashed rule or plugin; other results are printed
  130  interrupted

Every option but those under Fixes, --since, --no-baseline, --write-baseline,
--config, --isolated, --trust-config and --stdin-filename is also a key of postlint.toml; see `postlint config`."""

_RULES, _FIXES, _FILES, _OUTPUT, _EXIT, _NET = "Rules", "Fixes", "Files", "Output", "Exit code", "Network"


def _selector_option(name: str, text: str) -> Any:
    return option(name, multiple=True, section=_RULES, metavar="RULES", help=text, shell_complete=complete_selectors)


_check_options = options(
    _selector_option("--select", "Run these only: codes, prefixes, rule or plugin names, ALL."),
    _selector_option("--ignore", "Leave these out; the more specific one wins."),
    _selector_option("--extend-select", "Run these as well."),
    _selector_option("--extend-ignore", "Leave these out as well."),
    option("--min-severity", type=SEVERITY, section=_RULES, help="Show findings from this severity on [info]."),
    switch("--fix", section=_FIXES, help="Apply the safe fixes."),
    switch("--unsafe-fixes", section=_FIXES, help="Apply the unsafe ones too."),
    switch("--diff", section=_FIXES, help="Print the fixes as a unified diff and write nothing."),
    switch("--add-suppressions", section=_FIXES, help="Suppress what is found, where it stands."),
    option("--reason", section=_FIXES, metavar="TEXT", help="Why, written behind each new suppression."),
    option("--exclude", multiple=True, section=_FILES, metavar="GLOBS", help="Leave these out (gitignore patterns)."),
    option("--extend-exclude", multiple=True, section=_FILES, metavar="GLOBS", help="Leave these out as well."),
    option("--since", section=_FILES, metavar="REF", help="Report only what changed since this commit or branch."),
    option("--baseline", section=_FILES, metavar="FILE", help="The file of known findings, which are not shown."),
    switch("--no-baseline", section=_FILES, help="Show known findings, too."),
    switch("--write-baseline", section=_FILES, help="Take all findings into the baseline."),
    switch("--site", section=_FILES, help="Compare with the rest of the site even if only files are named."),
    option("--output-format", section=_OUTPUT, metavar="FORMAT", help=f"{', '.join(FORMATS)} [text]."),
    option("--output-file", multiple=True, section=_OUTPUT, metavar="[FORMAT:]FILE", help="Write this as well."),
    option(
        "--max-diagnostics", type=click.IntRange(min=0), section=_OUTPUT, metavar="N",
        help="Fold text output beyond N findings, rule by rule [100; 0: never].",
    ),
    switch("--statistics", section=_OUTPUT, help="Add tables: findings by rule, and what plugins add up."),
    option("--color", type=click.Choice(["auto", "always", "never"]), section=_OUTPUT, help="Colour the text [auto]."),
    option("--fail-on", type=SEVERITY, section=_EXIT, help="Exit with 1 from this severity on [warning]."),
    switch("--exit-zero", section=_EXIT, help="Exit with 0 whatever is found."),
    option("--network/--offline", default=None, section=_NET, help="Ask the network about remote pictures [offline]."),
    switch("--allow-private-addresses", section=_NET, help="Ask loopback and private addresses, too."),
    option("--max-time", type=click.IntRange(min=0), section=_NET, metavar="SECONDS", help="Ask no longer [300]."),
    option("--max-requests", type=click.IntRange(min=0), section=_NET, metavar="N", help="Ask no more often."),
    option("--exclude-host", multiple=True, section=_NET, metavar="HOSTS", help="Never ask these, nor what is below."),
    switch("--obey-robots", section=_NET, help="Leave alone what robots.txt closes to robots."),
    switch("--full", section=_NET, help="Read pictures to their end, to find those that are cut off."),
    switch("--no-cache", section="Running", help="Neither read nor write the cache."),
)  # fmt: skip


@click.command(cls=SectionedCommand, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path())
@_check_options
@run_options
@config_options
@loudness_options
@version_option
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Lint posts.

    PATHS are files, folders, or `-` for standard input. Without a path, the site that the working
    directory is in is linted. Folders are walked; files that git ignores are left out.
    """
    return check_posts(paths, options)
