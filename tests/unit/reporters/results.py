"""Findings and results for tests of output formats."""

from __future__ import annotations

from typing import Any

from postlint.values.diagnostic import Diagnostic, RelatedPlace
from postlint.values.edit import Edit, Fix
from postlint.values.failure import Failure
from postlint.values.lines import LineIndex
from postlint.values.report import Severity
from postlint.values.run_result import Counts, RuleInfo, RunResult
from postlint.values.span import Position, Span

POST = (
    "---\ntitle: 山中 🏔️ é\n---\n\n"
    "图片 ![山](http://a.test/山.png) 完\n"
    "\t缩进\tand <b>bold\nover two lines</b>\n"
    "bad\x1b[31m\u202ename\n"
)


def finding(text: str, needle: str, code: str = "IMG006", **more: Any) -> Diagnostic:
    """Return a finding at the first place of `needle` in `text`."""
    start = text.index(needle)
    span = Span(start, start + len(needle))
    lines = LineIndex(text)
    values: dict[str, Any] = {
        "name": "insecure-image",
        "severity": Severity.WARNING,
        "path": "source/_posts/a.md",
        "message": "image from a.test is loaded over plain HTTP",
        "excerpt": lines.line_span(lines.position(start).line).of(text),
        "subject": needle,
    }
    values.update(more)
    return Diagnostic(
        code=code, location=lines.position(span.start), end_location=lines.position(span.end), span=span, **values
    )


def sample() -> RunResult:
    """Return a result with one of everything."""
    url = finding(
        POST,
        "http://a.test/山.png",
        hint="use https://",
        fix=Fix.unsafe("load it over HTTPS", Edit(Span(30, 34), "https")),
        url="https://postlint.test/rules/insecure-image",
        data={"host": "a.test"},
    )
    title = finding(
        POST,
        "title",
        "FM003",
        name="duplicate-key",
        severity=Severity.ERROR,
        message='key "title" stands twice',
        fix=Fix.safe("remove it", Edit(Span(4, 9), "")),
        related=(RelatedPlace("source/_posts/a.md", Position(2, 1), "the first one"),),
    )
    bold = finding(
        POST,
        "<b>bold\nover two lines</b>",
        "CNT002",
        name="loud-text",
        severity=Severity.INFO,
        message="bold text over two lines",
        related=(RelatedPlace("source/_posts/b.md", Position(9, 2), "as here"),),
    )
    odd = finding(
        POST,
        "name",
        "CNT003",
        name="odd-name",
        path="source/_posts/b\x1b[2J.md",
        message="title \u202eodd\ud800\x07 <&\"'>]]>: 100%, done",
    )
    return RunResult(
        diagnostics=(title, url, bold, odd),
        failures=(
            Failure("PL004", "permission denied", "source/_posts/c.md", "make it readable"),
            Failure("PL007", "plugin x could not be loaded", detail="Traceback\n  boom"),
        ),
        rules=(
            RuleInfo("CNT002", "loud-text", "Bold text.", Severity.INFO, "never", "content"),
            RuleInfo("FM003", "duplicate-key", "A key stands twice.", Severity.ERROR, "always", "front-matter"),
            RuleInfo("IMG006", "insecure-image", "An image over HTTP.", Severity.WARNING, "always", "images"),
        ),
        counts=Counts(read=3, fixed=1, fixes=2, silenced=4, elapsed=0.5),
        notes=("a note",),
    )


def many(**counts: int) -> tuple[Diagnostic, ...]:
    """Return findings by code, each in a post of its own."""
    found = [
        finding("x\n", "x", code, name=code.lower(), path=f"{number:04}.md")
        for code, count in counts.items()
        for number in range(count)
    ]
    return tuple(sorted(found, key=lambda item: item.sort_key))
