"""Answers kept from run to run, in the site's one cache file."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any

from postlint.engine.cache_file import CacheFile
from postlint.engine.remote.asking import Ask
from postlint.values.network import NetworkSettings
from postlint.values.request import NetworkError, NetworkFault, Outcome, Response, Verdict
from postlint.values.version import __version__

_DAY = 24 * 3600.0
# a broken picture may be mended tomorrow; what is undecided is asked again
_SECONDS = {Verdict.GOOD: 7 * _DAY, Verdict.BROKEN: _DAY}
_OF_RESPONSE: tuple[str, ...] = (
    "url", "status", "headers", "redirects", "reason", "detail", "kind", "size", "digest",
)  # fmt: skip
# `json.dumps` makes an encoder each time for what is not its default
_encode = json.JSONEncoder(ensure_ascii=False).encode
_OF_ERROR: tuple[str, ...] = ("url", "message", "redirects", "host")


class KeptAnswers:
    """Answers by address and by how it was asked: Referer, page, purpose, and how much was read."""

    def __init__(self, file: CacheFile, settings: NetworkSettings) -> None:
        self._file, self._settings = file, settings
        self._has_some: bool | None = None
        self._guises: dict[tuple[str, str, str], str] = {}

    def find(self, ask: Ask) -> Outcome | None:
        """Return the answer to an ask, None if there is none that is fresh enough."""
        if self._has_some is None:
            self._has_some = bool(self._file.rows("SELECT 1 FROM answers WHERE until > ? LIMIT 1", (time.time(),)))
        if not self._has_some:
            return None
        query = "SELECT outcome FROM answers WHERE asked_as = ? AND url = ? AND until > ?"
        for (text,) in self._file.rows(query, (self._asked_as(ask), str(ask.target), time.time())):
            return read_outcome(text)
        return None

    def keep(self, outcomes: Mapping[Ask, Outcome]) -> None:
        """Remember what was decided, and forget what is too old."""
        now = time.time()
        rows = [
            (str(ask.target), self._asked_as(ask), now + _SECONDS[outcome.verdict], write_outcome(outcome))
            for ask, outcome in outcomes.items()
            if outcome.verdict in _SECONDS
        ]
        if rows:
            self._file.write(
                [
                    ("DELETE FROM answers WHERE until <= ?", [(now,)]),
                    ("INSERT OR REPLACE INTO answers (url, asked_as, until, outcome) VALUES (?, ?, ?, ?)", rows),
                ]
            )

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _asked_as(self, ask: Ask) -> str:
        known = (ask.purpose, ask.referer, ask.page_host)
        guise = self._guises.get(known)
        if guise is None:
            guise = json.dumps((*known, self._settings.limit, self._settings.user_agent, __version__))
            self._guises[known] = guise
        return guise


def write_outcome(outcome: Outcome) -> str:
    """Return an outcome as JSON, without its body."""
    names = _OF_RESPONSE if isinstance(outcome, Response) else _OF_ERROR
    facts = {name: getattr(outcome, name) for name in names}
    facts["verdict"] = outcome.verdict.value
    if isinstance(outcome, NetworkError):
        facts["fault"] = outcome.kind.value
    return _encode(facts)


def read_outcome(text: str) -> Outcome | None:
    """Return the outcome in a text of `write_outcome`; None if it is no such text."""
    try:
        facts: dict[str, Any] = json.loads(text)
        facts["verdict"] = Verdict(facts["verdict"])
        facts["redirects"] = tuple((str(url), int(status)) for url, status in facts["redirects"])
        fault = facts.pop("fault", None)
        if fault is not None:
            return NetworkError(kind=NetworkFault(fault), **facts)
        facts["headers"] = tuple((str(name), str(value)) for name, value in facts["headers"])
        return Response(**facts)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
