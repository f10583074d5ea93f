"""`postlint inspect`."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from postlint.cli.options import base_request, load, shared
from postlint.engine.request import CheckRequest
from postlint.reporters.escape import visible
from postlint.values.failure import Failure


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", help="json: one object a line.")
@click.option("--stdin-filename", default="stdin.md", metavar="NAME", help="The name of what comes on `-`.")
@shared
def command(paths: tuple[str, ...], output_format: str, stdin_filename: str, **options: Any) -> int:
    """Print what postlint reads in posts: front matter, date, images, statements, and what becomes of them."""
    plugins, configuration = load(options)
    request = CheckRequest(**base_request(options, paths, configuration), stdin_name=stdin_filename)
    from postlint.engine.inspect import inspect_paths

    failed = bool(plugins.failures)
    for found in inspect_paths(request, plugins):
        if isinstance(found, Failure):
            failed = True
            print(f"postlint: {found.path}: {found.code} {found.message}", file=sys.stderr)
        elif output_format == "json":
            print(json.dumps(found, ensure_ascii=False, default=str))
        else:
            print(_as_text(found))
    return 2 if failed else 0


def _as_text(post: dict[str, Any]) -> str:
    lines = [visible(f"{post['path']}  ({post['role']} of a {post['generator']} site)")]
    front = post["front_matter"]
    if front:
        state = "read" if front["read_by_generator"] else "NOT read by the generator"
        lines.append(f"  front matter: {front['format']}, {state}")
        for key, entry in front["keys"].items():
            lines.append(
                visible(f"    {key}: {_short(entry['value'])}  ({entry['type']}, line {entry['location']['line']})")
            )
        if front["error"]:
            lines.append(visible(f"    error: {front['error']['message']}"))
    else:
        lines.append("  front matter: none")
    if post["date"]:
        lines.append(visible(f"  date: {post['date']['raw']} -> {post['date']['instant']} ({post['date']['format']})"))
    outcome = post["outcome"]
    if outcome:
        reason = f": {outcome['reason']}" if outcome["reason"] else ""
        lines.append(visible(f"  outcome: {outcome['status']}{reason}"))
        lines.append(visible(f"    title: {_short(outcome['title'])} (from {outcome['title_from']})"))
        lines.append(visible(f"    date: {outcome['date']} (from {outcome['date_from']})"))
    for image in post["images"]:
        place = image["location"]
        lines.append(visible(f"  image {place['line']}:{place['column']} {image['kind']}: {_short(image['url'])}"))
        resolution = image["resolution"]
        lines.append(
            visible(f"    {resolution['status']} {resolution['original'] or resolution['path'] or ''}".rstrip())
        )
    for statement in post["attributions"]:
        place = statement["location"]
        lines.append(visible(f"  {statement['kind']} {place['line']}:{place['column']}: {_short(statement['text'])}"))
    return "\n".join(lines)


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 100 else f"{text[:99]}…"
