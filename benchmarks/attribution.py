"""Print how well attribution statements are read, by language.

Usage: python benchmarks/attribution.py LABELLED.jsonl

A line of the file is one labelled text: `text`, `label` (a kind, `none` or `citation`), `lang`, and where known `before`, `after`,
`context`, `block` (index and count), `source_name`, `source_url` and `author`. Lines that are labelled `citation` count neither way.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from postlint.generators.facts import SiteFacts
from postlint.generators.known import find_generator
from postlint.post.post import Post
from postlint.post.site import Site
from postlint.source.source import Source
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

FILLER = "A plain paragraph that says nothing about where this text comes from.\n\n"
HEAD = "---\ntitle: sample\ndate: 2024-01-02 03:04:05\n---\n\n"
FIELDS = {"source_name": "source", "source_url": "url", "author": "author"}


def statements_of(item: dict[str, Any], site: Site) -> list[Statement]:
    """Return the statements in a labelled text, put where it stood in its post."""
    index, count = item.get("block") or [0, 1]
    fence = "```\n" if item.get("context") == "code" else ""
    gap = "\n" if item.get("context") in ("code", "indent") else "\n\n"
    before = HEAD + FILLER * max(0, min(index - 1, 12)) + fence + (item.get("before") or "") + gap
    after = gap + (item.get("after") or "") + "\n" + fence + "\n" + FILLER * max(0, min(count - index - 2, 12))
    post = Post(Source.from_text(before + item["text"] + after), "post.md", site)
    start, end = len(before), len(before) + len(item["text"])
    found = post.view(Attributions).statements
    return [statement for statement in found if statement.span.start < end and statement.span.end > start]


def count(path: Path) -> dict[str, Counter[str]]:
    """Return the counts by language, and of all under `all`."""
    site = Site(find_generator("plain"), SiteFacts("plain"))
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in path.read_text("utf-8").splitlines():
        item = json.loads(line) if line.strip() else {"label": "citation"}
        if item["label"] == "citation":
            continue
        for outcome in _outcomes(item, statements_of(item, site)):
            counts[item.get("lang", "?")][outcome] += 1
            counts["all"][outcome] += 1
    return counts


def _outcomes(item: dict[str, Any], found: list[Statement]) -> Iterator[str]:
    is_one = item["label"] != "none"
    yield {(True, True): "hit", (True, False): "missed", (False, True): "false", (False, False): "right"}[
        is_one, bool(found)
    ]
    if not (is_one and found):
        return
    if item["label"] in {statement.kind for statement in found}:
        yield "kind"
    for field, name in FIELDS.items():
        if item.get(field):
            yield "asked"
            if any(_squash(getattr(statement, name)) == _squash(item[field]) for statement in found):
                yield "read"


def _squash(value: str | None) -> str:
    return "".join((value or "").split()).strip("《》「」“”\"'[]()（）【】.。").casefold()


def render(counts: dict[str, Counter[str]]) -> Iterator[str]:
    """Yield a line a language: number of lines, precision, recall, F1, share of right kinds and of right fields."""
    yield f"{'language':9} {'lines':>5} {'precision':>9} {'recall':>6} {'F1':>6} {'kind':>6} {'fields':>6}"
    for language in sorted(counts, key=lambda name: (name == "all", name)):
        found = counts[language]
        precision = _share(found["hit"], found["hit"] + found["false"])
        recall = _share(found["hit"], found["hit"] + found["missed"])
        both = _share(2 * precision * recall, precision + recall)
        lines = found["hit"] + found["missed"] + found["false"] + found["right"]
        kind, fields = _share(found["kind"], found["hit"]), _share(found["read"], found["asked"])
        yield f"{language:9} {lines:5} {precision:9.3f} {recall:6.3f} {both:6.3f} {kind:6.3f} {fields:6.3f}"


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("\n".join(render(count(Path(sys.argv[1])))))
