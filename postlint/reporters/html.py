"""One page for an editor: every finding with its place, to read, filter and print."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Any, ClassVar

from jinja2 import Environment, StrictUndefined

from postlint.reporters.escape import visible
from postlint.reporters.reporter import Reporter
from postlint.reporters.summary import summary_lines
from postlint.values.dataclass import dataclass, replace
from postlint.values.diagnostic import Diagnostic
from postlint.values.report import Severity
from postlint.values.run_result import RunResult

# a page of more posts opens folded: browsers lay out only what is unfolded
_OPEN_POSTS = 50
_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
# what an address of a rule's page may start with; any other is shown, not linked
_LINKED = ("https://", "http://")


class HtmlReporter(Reporter):
    """A self-contained page: no address of another host is loaded, and it reads well without its script."""

    name: ClassVar[str] = "html"
    extension: ClassVar[str] = ".html"

    def render(self, result: RunResult) -> str:
        """Return the page; text of posts is escaped, and its control characters are named."""
        result = replace(result, diagnostics=tuple(result.diagnostics))
        environment = Environment(
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
        )
        environment.filters["visible"] = visible
        environment.filters["digest"] = _digest
        page = environment.from_string(_part("page.html"))
        return page.render(
            style=_part("style.css"),
            script=_part("script.js"),
            summary=list(summary_lines(result)),
            result=result,
            severities=_severities(result),
            rules=_rules(result),
            posts=list(_posts(result)),
            is_open=len({item.path for item in result.diagnostics}) <= _OPEN_POSTS,
        )


def _part(name: str) -> str:
    return files("postlint.reporters").joinpath("html_page", name).read_text("utf-8")


def _digest(text: str) -> str:
    """Return what a Content-Security-Policy calls an inline style or script: only these two may run."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@dataclass(frozen=True, slots=True)
class _Rule:
    code: str
    name: str
    summary: str
    url: str | None
    count: int
    posts: int


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """A source line in three parts; `marked` is what the finding is about."""

    before: str
    marked: str
    after: str


def _severities(result: RunResult) -> list[tuple[str, int]]:
    found = Counter(item.severity for item in result.diagnostics)
    return [(severity.value, found[severity]) for severity in _SEVERITIES if found[severity]]


def _rules(result: RunResult) -> list[_Rule]:
    """Return the rules that found something, the most frequent first."""
    known = {info.code: info for info in result.rules}
    counts = Counter(item.code for item in result.diagnostics)
    posts = Counter(code for code, _ in {(item.code, item.path) for item in result.diagnostics})
    names = {item.code: item.name for item in result.diagnostics}
    urls = {item.code: item.url for item in result.diagnostics}
    return [
        _Rule(code, names[code], known[code].summary if code in known else "", _link(urls[code]), count, posts[code])
        for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _link(url: str | None) -> str | None:
    return url if url is not None and url.startswith(_LINKED) else None


def _posts(result: RunResult) -> Iterator[dict[str, Any]]:
    for path, group in groupby(result.diagnostics, key=lambda item: item.path):
        items = list(group)
        worst = max((item.severity for item in items), key=lambda severity: severity.rank)
        yield {"path": path, "worst": worst.value, "findings": [(item, _excerpt(item)) for item in items]}


def _excerpt(item: Diagnostic) -> _Excerpt | None:
    if not item.excerpt.strip():
        return None
    line = item.excerpt
    start = max(0, min(item.location.column - item.excerpt_column, len(line)))
    ends_here = item.location.line == item.end_location.line
    end = max(start, min(item.end_location.column - item.excerpt_column, len(line))) if ends_here else len(line)
    cut = "…" if item.excerpt_column > 1 else ""
    return _Excerpt(cut + line[:start], line[start:end], line[end:])
