"""Examples of a rule: its tests and its documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.values.dataclass import dataclass, field


@dataclass(frozen=True, slots=True)
class Example:
    """What both kinds of example share.

    `post` is the post's text (or bytes). `path` is relative to the site's root. `generator` names the
    site generator; `site` adds files (path to bytes or text) and `posts` further posts of the site,
    `responses` what the network answers: URL to bytes, or to a status (`404`, `302 /b.png`), or to an error's
    name (`dns`, `tls`, `connection`, `timeout`); a URL followed by ` (no Referer)` or ` (browser)` holds for
    these requests alone, and what is not there is not found. `today` is an ISO date.
    `options` are those of the rule. `why` is a sentence for the docs. `variants` is False where line
    ends, a BOM or text around it would contradict the example.
    """

    post: str | bytes
    path: str | None = None
    generator: str = "plain"
    site: Mapping[str, bytes | str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)
    responses: Mapping[str, bytes | str] = field(default_factory=dict)
    today: str = "2026-01-01"
    options: Mapping[str, Any] = field(default_factory=dict)
    why: str | None = None
    variants: bool = True


@dataclass(frozen=True, slots=True)
class Valid(Example):
    """A post that the rule must be silent about."""


@dataclass(frozen=True, slots=True)
class Invalid(Example):
    """A post that the rule must report.

    `reports` are the texts under the reported spans, in order. `fixed` is the text after safe and unsafe
    fixes (None: the rule must offer no fix). `severity` is that of the first report where it is not the
    rule's own; `message` its message where the example pins it.
    """

    reports: tuple[str, ...] = ()
    fixed: str | None = None
    severity: str | None = None
    message: str | None = None
