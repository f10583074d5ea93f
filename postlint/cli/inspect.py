"""`postlint inspect`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from postlint.cli.inspect_text import render_post
from postlint.cli.options import SectionedCommand, config_options, loudness_options, option, run_options
from postlint.cli.output import write_out
from postlint.cli.session import open_session
from postlint.reporters.escape import clean_json, visible
from postlint.values.failure import Failure

_EPILOG = """\b
Examples:
  postlint inspect content/a.md                       one post, for people
  postlint inspect --output-format json content/      one JSON object a post

Exit codes: 0, or 2 if something could not be read (it is on standard error)."""


@click.command(cls=SectionedCommand, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path())
@option(
    "--output-format", type=click.Choice(["text", "json", "jsonl"]), section="Output", help="json: one object a line."
)
@run_options
@config_options
@loudness_options
def command(paths: tuple[str, ...], output_format: str | None, stdin_filename: str, **options: Any) -> int:
    """Print what postlint reads in posts.

    Front matter with types and places, the date as an instant, what the generator makes of the post,
    every picture with the file that it resolves to, and every statement of source, author or licence.
    """
    session = open_session({**options, "stdin_filename": stdin_filename}, paths)
    from postlint.engine.inspect import inspect_paths

    failures = list(session.plugins.failures)
    for found in inspect_paths(session.request(stdin_filename), session.plugins):
        if isinstance(found, Failure):
            failures.append(found)
        elif output_format in ("json", "jsonl"):
            write_out(clean_json(json.dumps(found, ensure_ascii=False, default=str)) + "\n")
        else:
            write_out(render_post(found))
    for failure in failures:
        where = f"{failure.path}: " if failure.path else ""
        print(visible(f"postlint: {where}{failure.code} {failure.message}"), file=sys.stderr)
        if failure.detail and session.settings.verbose:
            print(failure.detail, file=sys.stderr)
    return 2 if failures else 0
