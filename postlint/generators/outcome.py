"""What becomes of a post in a default build."""

from __future__ import annotations

from typing import Any

from postlint.front_matter.nodes import Entry
from postlint.values.instant import Civil, Instant
from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span


class Fault(NamedTuple):
    """A value that is refused: the top-level key, and what is wrong in words."""

    key: str
    message: str


class Outcome(NamedTuple):
    """The verdict of `inspect`.

    `status` is `published`, `left-out` or `build-fails`; `reason` says why in words (None if published).
    `title_from` is `front-matter`, `file-name`, `body` or `none`; `date_from` is `front-matter`,
    `file-name`, `file-time`, `now`, `zero` or `none`. `date` is the instant that the generator ends up
    with, right or wrong; None when it depends on the clock or the disk. `cause` names in one word why a post
    is left out: `draft`, `unpublished`, `future`, `expired`, `status`, `no-page`, `file-name`, `extension`,
    `encoding`, `front-matter`, `title`, `address` or `date`; None for one that is not. `faults` are the
    keys whose values the generator refuses, or the site's own schema where postlint can read it.
    """

    status: str
    reason: str | None = None
    title: Any = None
    title_from: str = "none"
    date: Instant | None = None
    date_from: str = "none"
    cause: str | None = None
    faults: tuple[Fault, ...] = ()


class DateReading(NamedTuple):
    """One date value of the front matter (or file name) and both readings of it.

    `raw` is the text without quotes. `civil` is what the author wrote, as far as that can be told (None
    if it is no date). `meant` is the instant the author meant: the written zone, else the site's, else
    UTC. `read` is the instant that this generator ends up with in a build on a machine in the zone `TZ`;
    None if it reads none or the result depends on the day. `fault` says in words what the generator does
    with a value it cannot read (None if it reads it). `format` names the form: `iso-date`,
    `iso-datetime`, `rfc3339`, `rfc2822`, `slashes`, `dots`, `epoch-seconds`, `epoch-milliseconds`,
    `text`, `cjk`, `time-only`, `number`, `other`. `entry` is None for a file-name date.
    """

    key: str
    raw: str
    span: Span
    civil: Civil | None
    meant: Instant | None
    read: Instant | None
    format: str
    fault: str | None = None
    entry: Entry | None = None
