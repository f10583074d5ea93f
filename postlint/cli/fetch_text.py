"""What `postlint images fetch` prints for people."""

from __future__ import annotations

from itertools import groupby

from postlint.engine.fetch.placing import Link
from postlint.engine.fetch.run import FetchResult
from postlint.reporters.escape import visible


def render_fetch(result: FetchResult, *, is_dry: bool, quiet: bool, is_all: bool) -> str:
    """Return a block a post and a line of counts; with `quiet` only what could not be had."""
    lines: list[str] = []
    for post, links in groupby(result.links, key=lambda link: link.post):
        shown = [link for link in links if link.link is None or not quiet]
        if shown:
            lines.append(post)
            lines.extend(line for link in shown for line in _lines(link))
            lines.append("")
    if not quiet or lines:
        lines.append(_summary(result, is_dry=is_dry, is_all=is_all))
    return "".join(f"{visible(line)}\n" for line in lines)


def _lines(link: Link) -> list[str]:
    why = f" ({', '.join(link.reasons)})" if link.reasons else ""
    first = f"  {link.position.line}:{link.position.column}  {link.url}{why}"
    if link.link is None:
        return [first, f"      left as it was: {link.problem}"]
    size = f", {_size(link.size)}" if link.size and link.is_new else ""
    source = f", from {link.source}" if link.source and link.source != link.url else ""
    known = "" if link.is_new else " (the file is there)"
    return [first, f"      -> {link.path} as {link.link}{source}{size}{known}"]


def _summary(result: FetchResult, *, is_dry: bool, is_all: bool) -> str:
    placed = [link for link in result.links if link.link is not None]
    if not result.links:
        return "no pictures to fetch" + ("" if is_all else "; `--all` takes every remote picture")
    files = len({link.path for link in placed if link.is_new})
    posts = len({link.post for link in placed})
    verb = "would fetch" if is_dry else "fetched"
    text = f"{verb} {_count(files, 'picture')} for {_count(len(placed), 'link')} in {_count(posts, 'post')}"
    failed = len(result.links) - len(placed)
    return f"{text}; {_count(failed, 'link')} left as {'it was' if failed == 1 else 'they were'}" if failed else text


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _size(count: int) -> str:
    return f"{count} B" if count < 1000 else f"{count / 1000:.0f} kB" if count < 1_000_000 else f"{count / 1e6:.1f} MB"
