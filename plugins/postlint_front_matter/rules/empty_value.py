"""FM006 empty-value."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Fix, Fixable, Invalid, Options, Post, PostRule, Report, Severity, Valid, option
from postlint_front_matter.lost import find_loss
from postlint_front_matter.meant import read_block
from postlint_front_matter.subjects import UnusualBlock


class EmptyValueOptions(Options):
    keys: tuple[str, ...] = option(default=("title",), doc="Keys that must not be empty where they stand.")


class EmptyValue(PostRule[EmptyValueOptions]):
    """A key that readers see has no value.

    The page and its entry in lists and feeds have an empty heading. An empty date is a matter of the date
    rules; other empty keys are harmless leftovers of a scaffold, but for one trap: Hexo leaves out a post
    with an empty `id:`, `excerpt:`, `content:` or `more:` while the build succeeds.

    Fix safety: unsafe, since a post that was left out appears.
    """

    code = "FM006"
    name = "empty-value"
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.SOMETIMES
    valid = (Valid(post="---\ntitle: A walk\ntags:\n---\nText.\n", why="scaffolds leave empty tags; nobody sees them"),)
    invalid = (
        Invalid(post="---\ntitle:\n---\nText.\n", reports=("title",)),
        Invalid(post='---\ntitle: ""\n---\nText.\n', reports=("title",)),
        Invalid(
            post="---\ntitle: A walk\nexcerpt:\n---\nText.\n",
            generator="hexo",
            path="source/_posts/a.md",
            reports=("excerpt",),
            fixed="---\ntitle: A walk\n---\nText.\n",
            severity="error",
            message='"excerpt" has no value: Hexo leaves the post out',
        ),
    )

    def subject(self) -> type[UnusualBlock] | None:
        """Return what to look at with these options."""
        return None if set(self.options.keys) - {"title"} else UnusualBlock

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = read_block(post)
        if front_matter is None or post.role not in ("post", "draft"):
            return
        profile = post.generator.profile
        for key in profile.never_null_keys:
            entry = front_matter.find_dotted(key)
            if entry is not None and entry.value is None:
                yield Report(
                    entry.key_span,
                    f'"{key}" has no value: {profile.title} leaves the post out',
                    hint="give it a value, or delete the line",
                    severity=Severity.ERROR,
                    data={"key": key},
                    fix=Fix.unsafe("delete the key", *front_matter.edit.remove(entry)),
                )
        for key in self.options.keys:
            entry = front_matter.find_dotted(key)
            if entry is None or not (entry.value is None or entry.value in ("", [], {})):
                continue
            # a value behind ` #` is FM018
            if find_loss(front_matter, key, entry.node) is None:
                yield Report(entry.key_span, f'"{key}" has no value', hint="give it a value", data={"key": key})
