"""`postlint baseline`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import groupby
from typing import Any

import click

from postlint.cli.options import SectionedCommand, config_options, loudness_options, option, options, run_options
from postlint.cli.output import write_out
from postlint.cli.session import Session, open_session
from postlint.engine.exit_code import CLEAN, FAILED, INTERRUPTED
from postlint.engine.run import run_check
from postlint.reporters.escape import visible
from postlint.values.count_words import plural
from postlint.values.diagnostic import Diagnostic
from postlint.values.errors import UsageError
from postlint.values.run_result import KnownPlace, RunResult

_file_option = options(
    option("--baseline", section="Files", metavar="FILE", help="The file [postlint-baseline.jsonl of the site]."),
    option("--select", multiple=True, section="Rules", metavar="RULES", help="Of these rules only."),
    option("--ignore", multiple=True, section="Rules", metavar="RULES", help="Not of these rules."),
)


@click.group()
def command() -> None:
    """Keep old posts quiet and show new problems.

    `write` takes down every finding there is now. From then on `postlint check` shows only what is new.
    A finding is known by its rule and its own text: it may move, its post may be renamed or edited. What
    is mended leaves the file by itself; only `write` adds to it. Commit the file.
    """


@command.command("write", cls=SectionedCommand)
@click.argument("paths", nargs=-1, type=click.Path())
@_file_option
@run_options
@config_options
@loudness_options
def write(paths: tuple[str, ...], **options: Any) -> int:
    """Take all findings of PATHS into the baseline, and drop those that are gone."""
    session = open_session(options, paths)
    path = session.baseline() or session.default_baseline()
    result = run_check(session.request(baseline=path, grows_baseline=True), session.plugins)
    write_out("".join(f"{visible(note)}\n" for note in result.notes))
    return _end(result)


@command.command("explain", cls=SectionedCommand)
@click.argument("paths", nargs=-1, type=click.Path())
@_file_option
@run_options
@config_options
@loudness_options
def explain(paths: tuple[str, ...], **options: Any) -> int:
    """Show what became of every known finding of PATHS, and why new ones are not known. Writes nothing."""
    session = open_session(options, paths)
    path = session.baseline()
    if path is None:
        raise UsageError("there is no baseline; `postlint baseline write` makes one")
    result = run_check(session.request(baseline=path, keeps_baseline=True), session.plugins)
    write_out("".join(f"{visible(line)}\n" for line in _explanation(result, session)))
    return _end(result)


def _end(result: RunResult) -> int:
    for failure in result.failures:
        where = f"{failure.path}: " if failure.path else ""
        print(visible(f"postlint: {where}{failure.code} {failure.message}"), file=sys.stderr)
    if result.is_interrupted:
        return INTERRUPTED
    return FAILED if result.failures else CLEAN


def _explanation(result: RunResult, session: Session) -> list[str]:
    """Return the lines of `explain`."""
    lines = []
    new: dict[str, list[Diagnostic]] = {}
    for diagnostic in result.diagnostics:
        new.setdefault(diagnostic.path, []).append(diagnostic)
    places = [place for place in result.known if place.state != "not asked" or session.settings.verbose]
    places.sort(key=lambda place: (place.path, place.location or (0, 0), place.code))
    known = {path: list(group) for path, group in groupby(places, key=lambda place: place.path)}
    for path in sorted(known.keys() | new.keys()):
        of_post = known.get(path, [])
        was = next((place.was for place in of_post if place.was), None)
        lines.append(f"{path} (was {was})" if was else path)
        lines += [_known_line(place) for place in of_post]
        lines += [_new_line(diagnostic, of_post) for diagnostic in new.get(path, [])]
    states = [place.state for place in result.known]
    there, gone, open_ones = (states.count(state) for state in ("there", "gone", "not asked"))
    lines.append(
        f"{plural(len(states), 'known finding')}: {there} still there, {gone} gone, {open_ones} not asked for; "
        f"{len(result.diagnostics)} new."
    )
    return lines


def _known_line(place: KnownPlace) -> str:
    text = place.text or "(the whole post)"
    if place.location is not None:
        return f"  {place.location.line}:{place.location.column}  {place.code}  known: {text}"
    why = "gone: the next run drops it" if place.state == "gone" else "not asked for in this run"
    return f"  -  {place.code}  {why}: {text}"


def _new_line(diagnostic: Diagnostic, known: Sequence[KnownPlace]) -> str:
    where = f"  {diagnostic.location.line}:{diagnostic.location.column}  {diagnostic.code}"
    before = next((p.text for p in known if p.code == diagnostic.code and p.state == "gone"), None)
    text = " ".join(diagnostic.subject.split())
    if before is None:
        return f"{where}  new: {text or diagnostic.message}"
    return f"{where}  new: {text or diagnostic.message} (the baseline knows {before!r})"
