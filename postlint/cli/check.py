"""`postlint check`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import Any

import click

from postlint.cli.options import base_request, load, shared
from postlint.cli.progress import ProgressLine
from postlint.engine.exit_code import exit_code
from postlint.engine.request import CheckRequest
from postlint.host.manager import Plugins
from postlint.reporters.builtin import find_reporter
from postlint.reporters.reporter import Display
from postlint.values.report import Severity
from postlint.values.run_result import RunResult
from postlint.values.settings import Settings

_SEVERITY = click.Choice(["error", "warning", "info"])
_DEFAULT_CAP = 200


@click.command(
    epilog="Exit codes: 0 clean, 1 findings at or above --fail-on, 2 something was not done, 130 interrupted."
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--select", multiple=True, metavar="RULES", help="Run these rules only: codes, prefixes, names, plugins.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--extend-select", multiple=True, metavar="RULES", help="Run these rules as well.")
@click.option("--extend-ignore", multiple=True, metavar="RULES", help="Leave these out as well.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Leave these paths out (gitignore patterns).")
@click.option("--extend-exclude", multiple=True, metavar="GLOB", help="Leave these paths out as well.")
@click.option("--fix", is_flag=True, help="Apply the safe fixes.")
@click.option("--unsafe-fixes", is_flag=True, help="Apply the unsafe fixes too.")
@click.option("--diff", is_flag=True, help="Print the fixes as a diff and write nothing.")
@click.option("--site", is_flag=True, help="Compare with the rest of the site even if only files are named.")
@click.option("--output-format", metavar="FORMAT", help="text, concise, json, jsonl or github.")
@click.option("--output-file", multiple=True, metavar="[FORMAT:]FILE", help="Write the results to a file.")
@click.option("--min-severity", type=_SEVERITY, help="Show findings from this severity on (default: info).")
@click.option("--fail-on", type=_SEVERITY, help="Exit with 1 from this severity on (default: warning).")
@click.option("--max-diagnostics", type=click.IntRange(min=0), help="Cap the text output (0: no cap).")
@click.option("--statistics", is_flag=True, default=None, help="Add a table of findings by rule.")
@click.option("--exit-zero", is_flag=True, default=None, help="Exit with 0 whatever is found.")
@click.option("--stdin-filename", default="stdin.md", metavar="NAME", help="The name of what comes on `-`.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the text output.")
@shared
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Lint posts: files, folders, or `-` for standard input; without a path, this site's content."""
    plugins, configuration = load(options, _flags(options))
    settings = configuration.settings_for(os.path.join(os.getcwd(), "index.md"))
    progress = ProgressLine(sys.stderr)
    request = CheckRequest(
        **base_request(options, paths, configuration),
        stdin_name=options["stdin_filename"],
        fix=options["fix"],
        unsafe_fixes=options["unsafe_fixes"],
        diff=options["diff"],
        whole_site=options["site"],
        on_progress=progress.update,
    )
    from postlint.engine.run import run_check

    result = run_check(request, plugins)
    progress.clear()
    _print(result, settings, options, plugins)
    exit_zero = options["exit_zero"] or settings.exit_zero
    return exit_code(result, settings.fail_on, exit_zero=exit_zero)


def _flags(options: dict[str, Any]) -> dict[str, Any]:
    flags: dict[str, Any] = {}
    for name in ("select", "ignore", "extend_select", "extend_ignore", "exclude", "extend_exclude", "output_file"):
        if options[name]:
            separator = None if name == "output_file" else ","
            items = [part for value in options[name] for part in (value.split(separator) if separator else [value])]
            flags[name] = tuple(item.strip() for item in items if item.strip())
    for name in ("min_severity", "fail_on"):
        if options[name]:
            flags[name] = Severity(options[name])
    for name in ("output_format", "max_diagnostics", "statistics", "exit_zero"):
        if options[name] is not None:
            flags[name] = options[name]
    return flags


def _print(result: RunResult, settings: Settings, options: dict[str, Any], plugins: Plugins) -> None:
    cap = _DEFAULT_CAP if settings.max_diagnostics is None else settings.max_diagnostics
    display = Display(
        use_color=_use_color(options["color"]),
        width=_width(),
        is_verbose=options["verbose"],
        is_quiet=options["quiet"],
        max_diagnostics=cap,
        with_statistics=settings.statistics,
    )
    sys.stdout.write(find_reporter(settings.output_format, plugins.reporters)(display).render(result))
    for target in settings.output_file:
        name, separator, path = target.partition(":")
        if not separator:
            name, path = settings.output_format, target
        plain = find_reporter(name, plugins.reporters)(replace(display, use_color=False, max_diagnostics=0))
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(plain.render(result))
    if settings.output_format != "text":
        for failure in result.failures:
            where = f"{failure.path}: " if failure.path else ""
            print(f"postlint: {where}{failure.code} {failure.message}", file=sys.stderr)
    if result.dropped and not options["quiet"]:
        _print_dropped(result, is_verbose=options["verbose"], named=True)


def _print_dropped(result: RunResult, *, is_verbose: bool, named: bool) -> None:
    """Say on stderr what was left out, one line; with `-v` every path."""
    total = sum(len(dropped.paths) for dropped in result.dropped)
    if is_verbose:
        for dropped in result.dropped:
            for path in dropped.paths:
                print(f"left out: {path} ({dropped.reason})", file=sys.stderr)
    elif named and not result.counts.read:
        reasons = ", ".join(f"{len(d.paths)} by {d.reason}" for d in result.dropped)
        print(f"postlint: {total} left out: {reasons}; `--no-exclude` reads them", file=sys.stderr)


def _use_color(choice: str) -> bool:
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _width() -> int:
    import shutil

    return max(40, shutil.get_terminal_size((100, 24)).columns)
