"""FM007 wrong-type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, option

_NAMES = {
    "str": "a text",
    "int": "a number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "date": "a date",
    "datetime": "a date",
    "list": "a list",
    "map": "a map",
}


class WrongTypeOptions(Options):
    types: Mapping[str, tuple[str, ...]] = option(
        default={}, doc="Types of further keys: str, int, float, bool, null, date, datetime, list or map."
    )


class WrongType(PostRule[WrongTypeOptions]):
    """A value has a type that the generator cannot use.

    It fails the build where the generator checks types, and is shown as nonsense where it does not.
    It is an error if this very post would not be published.
    """

    code = "FM007"
    name = "wrong-type"
    severity = Severity.WARNING
    severities = (Severity.ERROR, Severity.WARNING)
    valid = (Valid(post="---\ntitle: A walk\ntags: [alps]\n---\nText.\n", generator="hexo", path="source/_posts/a.md"),)
    invalid = (
        Invalid(
            post="---\ntitle: A walk\nrating: high\n---\nText.\n",
            options={"types": {"rating": ["int"]}},
            reports=("high",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        front_matter = post.front_matter
        if front_matter is None or not front_matter.is_read or not front_matter.entries:
            return
        profile = post.generator.profile
        known = {**profile.key_types, **self.options.types}
        for entry in front_matter.entries:
            wanted = known.get(entry.key)
            if not wanted or entry.type in wanted or entry.type == "null" or entry.key in profile.date_keys:
                continue
            words = " or ".join(dict.fromkeys(_NAMES.get(name, name) for name in wanted))
            fails = entry.key not in self.options.types and post.outcome.status != "published"
            yield Report(
                entry.node.span,
                f'"{entry.key}" is {_NAMES.get(entry.type, entry.type)}, but {words} is read here',
                hint=f"write {words}",
                severity=Severity.ERROR if fails else Severity.WARNING,
                data={"key": entry.key, "type": entry.type, "wanted": list(wanted)},
            )
