"""What a plugin adds up over the posts of a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from postlint.values.record import Record, SiteRecord
from postlint.values.table import Table

if TYPE_CHECKING:
    from postlint.post.post import Post


class Statistic:
    """Tables that `check --statistics` adds. `name` is kebab-case and unlike that of any other statistic.

    It runs only if tables are asked for, and only while a rule of its plugin runs. Like a rule it is
    stateless: what it knows of a post travels in records, from process to process and through the cache.
    """

    name: ClassVar[str] = ""

    def collect(self, post: Post) -> Iterable[Record]:
        """Yield what has to be known of one post; the records' data is JSON."""
        raise NotImplementedError

    def tabulate(self, records: Sequence[SiteRecord]) -> Iterable[Table]:
        """Yield tables of the records of all reported posts, which come by path and place."""
        raise NotImplementedError
