"""What a rule that compares posts keeps of one."""

from __future__ import annotations

from typing import Any

from postlint.values.named_tuple import NamedTuple
from postlint.values.span import Span


class Record(NamedTuple):
    """A place and JSON data, as `SiteRule.collect` yields them."""

    span: Span
    data: Any


class SiteRecord(NamedTuple):
    """A record of a rule (by its code) with the post it is from; `path` is relative to the site's root."""

    code: str
    path: str
    span: Span
    data: Any
