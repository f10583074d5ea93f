"""FM005 missing-key."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, nearest, option
from postlint_front_matter.subjects import UnusualBlock


class MissingKeyOptions(Options):
    required: tuple[str, ...] = option(
        default=(), doc="Keys that every post must have, besides those that the generator needs; dots for nested keys."
    )


class MissingKey(PostRule[MissingKeyOptions]):
    """A key that the generator or the site's own rules need is missing.

    Without the generator's own keys the post is left out or the build stops. A missing date is DT001.
    """

    code = "FM005"
    name = "missing-key"
    severity = Severity.ERROR
    about = UnusualBlock
    valid = (
        Valid(post="---\ntitle: A walk\n---\nText.\n", why="nothing is required unless the site says so"),
        Valid(post="---\ntitle: A walk\n---\nText.\n", options={"required": ["title"]}),
    )
    invalid = (Invalid(post="---\ntitle: A walk\n---\nText.\n", options={"required": ["author"]}, reports=("---",)),)

    def subject(self) -> type[UnusualBlock] | None:
        """Return what to look at with these options."""
        return None if self.options.required else UnusualBlock

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = post.front_matter
        if front_matter is None or post.role not in ("post", "draft") or not front_matter.is_map:
            return
        if post.reading.is_swallowed:
            # text that the generator takes for front matter is FM019
            return
        profile = post.generator.profile
        needed = dict.fromkeys((*profile.required_keys, *self.options.required))
        for key in needed:
            if key in profile.date_keys and key not in self.options.required:
                continue
            if front_matter.find_dotted(key) is not None or self._is_folded(post, key):
                continue
            near = nearest(key, [entry.key for entry in front_matter.entries])
            yield Report(
                front_matter.opening,
                f'the key "{key}" is missing',
                hint=f'rename "{near}"' if near else f"add `{key}:`",
                data={"key": key},
            )

    @staticmethod
    def _is_folded(post: Post, key: str) -> bool:
        if not post.generator.profile.folds_key_case or post.front_matter is None:
            return False
        return any(entry.key.lower() == key.lower() for entry in post.front_matter.entries)
