"""A schema for the front matter of a site, proposed from what its posts have, as text of a config file."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from postlint.engine.survey import KeyFacts, Survey
from postlint.generators.profile import Profile
from postlint.values.late_pattern import late_pattern

# from so many posts on, what (nearly) all of them have is taken for a rule of the site
_FEWEST = 5
_NEARLY_ALL = 0.98
_MOST_WORDS = 24
_USES_A_WORD = 4
_MOST_KEYS = 40
_BARE = late_pattern(r"[A-Za-z0-9_-]+")
_LOOSE = late_pattern(r"[/\\]|\.\w{2,4}\Z|\d{4}")
_TYPES = {
    "str": "text", "int": "number", "float": "number", "bool": "true or false", "null": "empty", "date": "date",
    "datetime": "date and time", "list": "list", "map": "map",
}  # fmt: skip
_FORMS = {
    "iso-date": "portable", "iso-datetime": "portable", "rfc3339": "portable", "rfc2822": "as in mails and feeds",
    "slashes": "with slashes", "dots": "with dots", "epoch-seconds": "seconds since 1970",
    "epoch-milliseconds": "milliseconds since 1970", "text": "in words", "cjk": "in Chinese characters",
}  # fmt: skip


def render_proposal(survey: Survey, profile: Profile, rules: Collection[str]) -> str:
    """Return the lines of the config; `rules` are the names of the rules that are there."""
    if not survey.read:
        found = "posts with front matter"
        if survey.pages and not survey.others:
            found = f"posts, only pages ({survey.pages}),"
        return f"\n# No {found} were found yet; `postlint init --force` looks again.\n"
    parts = [_overview(survey)]
    if survey.dates:
        parts.append(_dates(survey))
    if survey.read >= _FEWEST:
        parts += [table for name, table in _tables(survey, profile) if name in rules]
    return "\n" + "\n".join("".join(f"{line}\n" for line in part) for part in parts)


def _tables(survey: Survey, profile: Profile) -> Iterator[tuple[str, list[str]]]:
    if required := required_keys(survey, profile):
        yield (
            "missing-key",
            [
                "# Keys that (nearly) all posts have: a post without one is reported.",
                "[rules.missing-key]",
                f"required = [{', '.join(map(_quoted, required))}]",
            ],
        )
    if types := dict(_usual_types(survey, profile)):
        yield (
            "wrong-type",
            [
                "# Types that the values of a key have: a value of another type is reported.",
                "[rules.wrong-type.types]",
                *(f"{_key(key)} = [{', '.join(map(_quoted, names))}]" for key, names in types.items()),
            ],
        )
    if vocabularies := dict(_vocabularies(survey, profile)):
        yield (
            "value-not-allowed",
            [
                "# Keys with few values, each used again and again: any other value is reported.",
                "[rules.value-not-allowed.values]",
                *(line for key, words in vocabularies.items() for line in _listed(key, words)),
            ],
        )


def required_keys(survey: Survey, profile: Profile) -> list[str]:
    """Return the keys of (nearly) all posts, but for dates, which have rules of their own; few posts tell nothing."""
    if survey.read < _FEWEST:
        return []
    return [
        key
        for key, facts in survey.keys.items()
        if facts.posts >= _NEARLY_ALL * survey.read and _is_usable(key) and key not in profile.date_keys
    ]


def _usual_types(survey: Survey, profile: Profile) -> Iterator[tuple[str, list[str]]]:
    dates = {*profile.date_keys, *profile.updated_keys}
    for key, facts in survey.keys.items():
        filled = facts.types.total() - facts.types["null"]
        if filled < _FEWEST or not _is_usable(key) or key in dates or key in profile.key_types:
            continue
        names = [name for name, count in facts.types.most_common() if count >= (1 - _NEARLY_ALL) * filled]
        names = [name for name in names if name != "null"]
        if len(names) <= 2:
            yield key, names


def _vocabularies(survey: Survey, profile: Profile) -> Iterator[tuple[str, list[str]]]:
    left_out = {*profile.date_keys, *profile.updated_keys, *profile.title_keys, *profile.image_keys}
    for key, facts in survey.keys.items():
        words = [word for word, _ in facts.texts.most_common()]
        is_small = 0 < len(words) <= _MOST_WORDS and facts.texts.total() >= _USES_A_WORD * len(words)
        is_used_again = sum(count > 1 for count in facts.texts.values()) >= 0.8 * len(words)
        if not (is_small and is_used_again) or facts.has_other or key in left_out or not _is_usable(key):
            continue
        if facts.posts >= _FEWEST and not any(_LOOSE.search(word) or not word.isprintable() for word in words):
            yield key, sorted(words)


def _overview(survey: Survey) -> list[str]:
    posts = f"{survey.read} posts" if survey.read != 1 else "1 post"
    lines = [f"# What the front matter of {posts} holds: key, posts that have it, types."]
    shown = sorted(survey.keys.items(), key=lambda item: (-item[1].posts, item[0]))
    wide = max(len(_shown(key)) for key, _ in shown[:_MOST_KEYS])
    for key, facts in shown[:_MOST_KEYS]:
        lines.append(f"#   {_shown(key):{wide}}  {facts.posts:>6}  {_describe(facts)}")
    if len(shown) > _MOST_KEYS:
        lines.append(f"#   … and {len(shown) - _MOST_KEYS} more keys")
    if survey.others:
        lines.append(f"# {survey.others} more have no front matter that is read.")
    return lines


def _describe(facts: KeyFacts) -> str:
    names: dict[str, int] = {}
    for name, count in facts.types.most_common():
        words = _TYPES.get(name, name)
        names[words] = names.get(words, 0) + count
    types = ", ".join(words if len(names) == 1 else f"{words} ({count})" for words, count in names.items())
    few = [f"{_shown(word)} ({count})" for word, count in facts.texts.most_common(3) if count > 1]
    return f"{types}: {', '.join(few)}" if few and not facts.has_other else types


def _dates(survey: Survey) -> list[str]:
    forms: dict[str, tuple[int, str]] = {}
    for name, count in survey.dates.most_common():
        words = _FORMS.get(name, "in another form")
        forms[words] = (forms.get(words, (0, ""))[0] + count, forms.get(words, (0, survey.samples[name]))[1])
    lines = ["# How dates are written; the rule inconsistent-date-format reports the rare forms."]
    lines += [f"#   {words}: {count}, such as {_shown(sample)}" for words, (count, sample) in forms.items()]
    return lines


def _listed(key: str, words: list[str]) -> Iterator[str]:
    line = f"{_key(key)} = [{', '.join(map(_quoted, words))}]"
    if len(line) <= 100:
        yield line
        return
    yield f"{_key(key)} = ["
    yield from (f"  {_quoted(word)}," for word in words)
    yield "]"


def _is_usable(key: str) -> bool:
    """Tell whether an option can name a key: a dot would mean a key below."""
    return bool(key) and "." not in key and key.isprintable()


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _shown(text: str) -> str:
    """Return a text for a comment: one line, not long, nothing that is not printable."""
    clean = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return clean if len(clean) <= 30 else f"{clean[:29]}…"
