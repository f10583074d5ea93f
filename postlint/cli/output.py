"""A result to standard output, files and standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from postlint.cli.session import Session
from postlint.reporters.builtin import find_reporter
from postlint.reporters.escape import visible
from postlint.reporters.reporter import Display
from postlint.values.count_words import plural
from postlint.values.dataclass import replace
from postlint.values.errors import UsageError
from postlint.values.run_result import Dropped, RunResult

# what every walk leaves out; worth a word only to those who ask
_ROUTINE = frozenset({"hidden folders", "node_modules", "__pycache__", "bower_components", "not a post's extension"})
_FOR_PEOPLE = ("text", "concise")


def write_result(result: RunResult, session: Session, *, wants_diff: bool = False) -> None:
    """Write a result wherever the settings say. Raises UsageError for a file that cannot be written.

    With `wants_diff` standard output holds the diff alone, so that it can be applied; what is left to
    find is counted on standard error. Machine formats keep standard output for themselves.
    """
    settings = session.settings
    display = Display(
        use_color=use_color(settings.color),
        width=terminal_width(),
        is_verbose=settings.verbose,
        is_quiet=settings.quiet,
        max_diagnostics=settings.max_diagnostics,
        with_statistics=settings.statistics,
    )
    for target in settings.output_file:
        _write_file(target, result, session, display)
    is_text = settings.output_format in _FOR_PEOPLE
    report = find_reporter(settings.output_format, session.plugins.reporters)(display)
    if wants_diff and is_text:
        _write_diffs(result)
    elif result.fixed_stdin is not None:
        _write_bytes(result.fixed_stdin)
        sys.stderr.write(report.render(result))
    else:
        write_out(report.render(result))
    if wants_diff and not is_text:
        sys.stderr.writelines(f"{visible(line)}\n" for diff in result.diffs for line in diff.split("\n")[:-1])
    if wants_diff or not is_text:
        _write_failures(result, is_verbose=settings.verbose)
    if not settings.quiet:
        if wants_diff or settings.output_format != "text":
            for note in result.notes:
                print(visible(f"postlint: note: {note}"), file=sys.stderr)
        if wants_diff:
            print(f"postlint: {_diff_summary(result)}", file=sys.stderr)
        for line in dropped_lines(result, session.paths, is_verbose=settings.verbose):
            print(visible(line), file=sys.stderr)


def _write_diffs(result: RunResult) -> None:
    text = "".join(result.diffs)
    # `patch` needs the very characters; a person at a terminal must not be fooled by them
    is_seen = sys.stdout.isatty()
    if is_seen:
        write_out("".join(f"{visible(line)}\n" for line in text.split("\n")[:-1]))
    else:
        _write_bytes(text.encode("utf-8", "surrogateescape"))


def _diff_summary(result: RunResult) -> str:
    files = len(result.diffs)
    left = len(result.diagnostics)
    return f"{plural(files, 'file')} would change; {plural(left, 'finding')} would be left"


def _write_failures(result: RunResult, *, is_verbose: bool) -> None:
    for failure in result.failures:
        where = f"{failure.path}: " if failure.path else ""
        print(visible(f"postlint: {where}{failure.code} {failure.message}"), file=sys.stderr)
        if is_verbose:
            for line in failure.detail.splitlines():
                print(visible(f"    {line}"), file=sys.stderr)


def write_out(text: str) -> None:
    """Write to standard output; a reader that has left (`| head`) is no error. Raises UsageError for a full disk."""
    with _guarded_output():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def _guarded_output() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # the interpreter flushes once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise UsageError(f"standard output cannot be written: {error.strerror or error}") from None


def _write_bytes(raw: bytes) -> None:
    """Write what a program will read, byte for byte."""
    with _guarded_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()


def _write_file(target: str, result: RunResult, session: Session, display: Display) -> None:
    name, separator, path = target.partition(":")
    is_drive = len(name) == 1 and name not in session.plugins.reporters
    if not separator or is_drive:
        name, path = session.settings.output_format, target
    plain = replace(display, use_color=False, width=100, max_diagnostics=0)
    text = find_reporter(name, session.plugins.reporters)(plain).render(result)
    try:
        with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f'--output-file: "{path}" cannot be written: {error.strerror or error}') from None


def dropped_lines(result: RunResult, paths: tuple[str, ...], *, is_verbose: bool) -> list[str]:
    """Return what was left out and by which setting: one line, or with `is_verbose` every path."""
    if is_verbose:
        return [f"left out: {path} ({dropped.reason})" for dropped in result.dropped for path in dropped.paths]
    named = {os.path.normpath(path) for path in paths}
    worth = [
        d for d in result.dropped if d.reason not in _ROUTINE or any(os.path.normpath(p) in named for p in d.paths)
    ]
    if not worth:
        return []
    reasons = ", ".join(_reason(dropped) for dropped in worth)
    return [f"postlint: left out {reasons}; `--no-exclude` reads them, `-v` lists them"]


def _reason(dropped: Dropped) -> str:
    count = len(dropped.paths)
    what = dropped.paths[0] if count == 1 else f"{count} paths"
    return f"{what} ({dropped.reason})"


def use_color(choice: str) -> bool:
    """Tell whether standard output gets colours; NO_COLOR and FORCE_COLOR as usual."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def terminal_width() -> int:
    """Return the columns of the terminal, at least 40; 100 where there is none."""
    try:
        found = int(os.environ.get("COLUMNS", "")) or os.get_terminal_size(sys.stdout.fileno()).columns
    except (ValueError, OSError, AttributeError):
        found = 0
    return max(40, found or 100)
