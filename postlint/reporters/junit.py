"""JUnit XML, as CI servers read it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar
from xml.sax.saxutils import escape, quoteattr

from postlint.reporters.escape import visible
from postlint.reporters.reporter import Reporter
from postlint.values.diagnostic import Diagnostic
from postlint.values.late_pattern import late_pattern
from postlint.values.run_result import RunResult

# code points that XML 1.0 has no way to write
_NO_XML = late_pattern("[\ufffe\uffff]")


class JunitReporter(Reporter):
    """A test suite a post, a failed test case a finding; what postlint could not do is an error."""

    name: ClassVar[str] = "junit"
    extension: ClassVar[str] = ".xml"

    def render(self, result: RunResult) -> str:
        """Return the document; a clean run has one passed test case."""
        return "".join(f"{line}\n" for line in _lines(result))


def _lines(result: RunResult) -> Iterator[str]:
    found, errors = len(result.diagnostics), len(result.failures)
    total = max(1, found + errors)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="postlint" tests="{total}" failures="{found}" errors="{errors}">'
    if errors:
        yield f'  <testsuite name="postlint" tests="{errors}" failures="0" errors="{errors}">'
        for failure in result.failures:
            yield f"    <testcase name={_attribute(failure.code)} classname={_attribute(failure.path or 'postlint')}>"
            yield f"      <error message={_attribute(failure.message)}/>"
            yield "    </testcase>"
        yield "  </testsuite>"
    for path, group in groupby(result.diagnostics, key=lambda item: item.path):
        items = list(group)
        yield f'  <testsuite name={_attribute(path)} tests="{len(items)}" failures="{len(items)}" errors="0">'
        for item in items:
            yield from _case(item)
        yield "  </testsuite>"
    if not found and not errors:
        yield '  <testsuite name="postlint" tests="1" failures="0" errors="0">'
        yield '    <testcase name="nothing found" classname="postlint"/>'
        yield "  </testsuite>"
    yield "</testsuites>"


def _case(item: Diagnostic) -> Iterator[str]:
    place = f"{item.path}:{item.location.line}:{item.location.column}"
    text = f"{item.message}\n{item.hint}" if item.hint else item.message
    name = f"{item.code} {item.name} at {item.location.line}:{item.location.column}"
    yield f'    <testcase name={_attribute(name)} classname={_attribute(item.path)} line="{item.location.line}">'
    yield f'      <failure type="{item.severity.value}" message={_attribute(item.message)}>'
    yield escape("\n".join(_clean(line) for line in f"{place}\n{text}".split("\n"))) + "</failure>"
    yield "    </testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", visible(text))
