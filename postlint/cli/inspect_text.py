"""What `inspect` reads, as text for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from postlint.reporters.escape import visible

_LONGEST = 100


def render_post(post: dict[str, Any]) -> str:
    """Return the text of one object of `inspect`."""
    parts = (_head(post), _front_matter(post), _date(post), _outcome(post), _images(post), _statements(post))
    return "".join(f"{visible(line)}\n" for part in parts for line in part)


def _head(post: dict[str, Any]) -> Iterator[str]:
    version = f" {post['generator_version']}" if post["generator_version"] else ""
    yield f"{post['path']}  ({post['role']} of a {post['generator']}{version} site)"


def _front_matter(post: dict[str, Any]) -> Iterator[str]:
    front = post["front_matter"]
    if not front:
        yield "  front matter: none"
        return
    state = "read" if front["read_by_generator"] else "NOT read by the generator"
    yield f"  front matter: {front['format']}, {state}"
    for key, entry in front["keys"].items():
        yield f"    {key}: {_short(entry['value'])}  ({entry['type']}, line {entry['location']['line']})"
    if front["error"]:
        yield f"    error: {front['error']['message']}"


def _date(post: dict[str, Any]) -> Iterator[str]:
    date = post["date"]
    if date:
        yield f"  date: {date['raw']} -> {date['instant'] or 'no date'} ({date['format'] or 'unknown'})"


def _outcome(post: dict[str, Any]) -> Iterator[str]:
    outcome = post["outcome"]
    if outcome:
        yield f"  outcome: {outcome['status']}" + (f": {outcome['reason']}" if outcome["reason"] else "")
        yield f"    title: {_short(outcome['title'])} (from {outcome['title_from']})"
        yield f"    date: {outcome['date'] or 'unknown'} (from {outcome['date_from']})"


def _images(post: dict[str, Any]) -> Iterator[str]:
    for image in post["images"]:
        place, resolution = image["location"], image["resolution"]
        yield f"  image {place['line']}:{place['column']} {image['kind']}: {_short(image['url'])}"
        yield f"    {resolution['status']} {resolution['original'] or resolution['path'] or ''}".rstrip()


def _statements(post: dict[str, Any]) -> Iterator[str]:
    for statement in post["attributions"]:
        place = statement["location"]
        yield f"  {statement['kind']} {place['line']}:{place['column']}: {_short(statement['text'])}"


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
