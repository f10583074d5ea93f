"""Core's own output formats, imported when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from postlint.reporters.reporter import Reporter
from postlint.values.errors import UsageError

_HOMES = {
    "text": ("postlint.reporters.text", "TextReporter"),
    "concise": ("postlint.reporters.concise", "ConciseReporter"),
    "json": ("postlint.reporters.json_lines", "JsonReporter"),
    "jsonl": ("postlint.reporters.json_lines", "JsonLinesReporter"),
    "github": ("postlint.reporters.github", "GithubReporter"),
    "gitlab": ("postlint.reporters.gitlab", "GitlabReporter"),
    "sarif": ("postlint.reporters.sarif", "SarifReporter"),
    "junit": ("postlint.reporters.junit", "JunitReporter"),
    "html": ("postlint.reporters.html", "HtmlReporter"),
    "statistics": ("postlint.reporters.statistics", "StatisticsReporter"),
    "statistics-json": ("postlint.reporters.statistics", "StatisticsJsonReporter"),
    "statistics-csv": ("postlint.reporters.statistics", "StatisticsCsvReporter"),
}
FORMATS = tuple(_HOMES)


def find_reporter(name: str, more: Mapping[str, type[Reporter]]) -> type[Reporter]:
    """Return the reporter of a format; `more` are those of plugins. Raises UsageError."""
    if name in more:
        return more[name]
    if name not in _HOMES:
        raise UsageError(f'no output format is called "{name}"; known: {", ".join([*_HOMES, *more])}')
    module, attribute = _HOMES[name]
    found: type[Reporter] = getattr(import_module(module), attribute)
    return found
