"""FM006 empty-value."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, option
from postlint_front_matter.lost import find_loss
from postlint_front_matter.meant import read_block


class EmptyValueOptions(Options):
    keys: tuple[str, ...] = option(default=("title",), doc="Keys that must not be empty where they stand.")


class EmptyValue(PostRule[EmptyValueOptions]):
    """A key that readers see has no value.

    The page and its entry in lists and feeds have an empty heading. An empty date is a matter of the date
    rules; other empty keys are harmless leftovers of a scaffold.
    """

    code = "FM006"
    name = "empty-value"
    severity = Severity.WARNING
    valid = (Valid(post="---\ntitle: A walk\ntags:\n---\nText.\n", why="scaffolds leave empty tags; nobody sees them"),)
    invalid = (
        Invalid(post="---\ntitle:\n---\nText.\n", reports=("title",)),
        Invalid(post='---\ntitle: ""\n---\nText.\n', reports=("title",)),
    )

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = read_block(post)
        if front_matter is None or post.role not in ("post", "draft"):
            return
        for key in self.options.keys:
            entry = front_matter.find_dotted(key)
            if entry is None or not (entry.value is None or entry.value in ("", [], {})):
                continue
            # a value behind ` #` is FM018
            if find_loss(front_matter, key, entry.node) is None:
                yield Report(entry.key_span, f'"{key}" has no value', hint="give it a value", data={"key": key})
