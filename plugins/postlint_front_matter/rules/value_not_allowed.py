"""FM011 value-not-allowed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from postlint import (
    Civil,
    Edit,
    Fix,
    Fixable,
    Invalid,
    Options,
    Post,
    PostRule,
    Record,
    Report,
    Severity,
    Site,
    SiteRecord,
    SiteReport,
    SiteRule,
    Span,
    Valid,
    late_pattern,
    nearest,
    option,
)
from postlint_front_matter.subjects import UnusualBlock
from postlint_front_matter.terms import Term, find_terms
from postlint_front_matter.wording import clip

# needs no quotes in any format where it stands for a word without quotes
_PLAIN = late_pattern(r"[^\W\d_][\w+./-]*(?: [\w+./-]+)*")
_LISTS = {"tag": "tags", "category": "categories", "taxonomies.tags": "tags", "taxonomies.categories": "categories"}
# the words have places of their own
_NOWHERE = Span(0, 0)
# how much of a value a message shows, in code points
_WIDTH = 24
_PATH = "source/_posts/a.md"
_LINUX = "---\ntitle: A walk\ntags: [Linux]\n---\nText.\n"

Value = str | int | float | bool


class ValueNotAllowedOptions(Options):
    """The site's vocabularies."""

    values: Mapping[str, tuple[Value, ...]] = option(
        default={}, doc="For each key, dotted if it is nested, the only values it may have; lists are judged by item."
    )
    spelling: tuple[str, ...] = option(
        default=("tags", "categories", "tag", "category", "taxonomies.tags", "taxonomies.categories"),
        doc="Keys whose values are compared across the site: those that differ in nothing but case, width or script.",
    )


class ValueNotAllowed(PostRule[ValueNotAllowedOptions], SiteRule[ValueNotAllowedOptions]):
    """A value is not one of the site's own.

    Every spelling of a tag has a list page of its own: half of the posts about Linux are under `linux`, the
    other half under `Linux`, and readers find one half only. What differs from the usual spelling of the site
    in nothing but case, full or half width, or simplified and traditional characters is reported; the usual
    one is the one that most posts have.

    `[rules.value-not-allowed.values]` names the only values that a key may have: `categories = ["Hiking",
    "Cities"]`, `draft = [true, false]`, `"cover.kind" = ["photo", "map"]`.

    Fix safety: unsafe, since the post leaves the list page that it was on. Only what is spelt a little
    differently in the vocabulary is fixed.

    Limits: spellings are compared when a folder is linted, or with `--site`. Hugo makes one page of spellings
    that differ in case only, so that is an info there.
    """

    code = "FM011"
    name = "value-not-allowed"
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.WARNING, Severity.INFO)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post="---\ntitle: A walk\ntags: [alps]\n---\nText.\n", why="without a vocabulary every value is fine"),
        Valid(
            post="---\ntitle: A walk\ntags: [alps, snow]\n---\nText.\n",
            options={"values": {"tags": ["alps", "snow", "sun"]}},
        ),
        Valid(post=_LINUX, generator="hexo", path=_PATH, posts={"source/_posts/b.md": _LINUX}),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A walk\ntags: [alps, Snow, sea]\n---\nText.\n",
            options={"values": {"tags": ["alps", "snow"]}},
            reports=("Snow", "sea"),
            fixed="---\ntitle: A walk\ntags: [alps, snow, sea]\n---\nText.\n",
        ),
        Invalid(
            post="---\ntitle: A walk\ntags: [linux]\n---\nText.\n",
            generator="hexo",
            path=_PATH,
            posts={"source/_posts/b.md": _LINUX, "source/_posts/c.md": _LINUX},
            reports=("linux",),
            message='the tag "linux" is spelt "Linux" in 2 other posts',
            why="the two tags have two pages",
        ),
        Invalid(
            post="---\ntitle: A walk\ntags: [電腦]\n---\nText.\n",
            generator="hexo",
            path=_PATH,
            posts={
                "source/_posts/b.md": "---\ntags: 电脑\n---\nText.\n",
                "source/_posts/c.md": "---\ntags:\n- 电脑\n---\nText.\n",
            },
            reports=("電腦",),
            why="traditional and simplified characters",
        ),
    )

    def subject(self) -> type[UnusualBlock] | None:
        """Return what to look at with these options."""
        return None if self.options.values else UnusualBlock

    def check(self, post: Post) -> Iterable[Report]:
        """Compare with the vocabularies of the config."""
        front_matter = post.front_matter
        if not self.options.values or front_matter is None or not front_matter.is_read:
            return
        if post.role not in ("post", "draft"):
            return
        for key, allowed in self.options.values.items():
            entry = front_matter.find_dotted(key)
            if entry is None:
                continue
            for term in find_terms(entry, post.generator.profile.name):
                if term.value != "" and not _is_among(term.value, allowed):
                    yield _judge(key, term, allowed)

    def collect(self, post: Post) -> Iterable[Record]:
        """Keep the words of the keys whose spelling is compared."""
        front_matter = post.front_matter
        if front_matter is None or not front_matter.is_read or not front_matter.entries:
            return []
        words = [
            [_LISTS.get(key, key), term.value, *term.span]
            for key in _present(self.options.spelling, front_matter.keys)
            if (entry := front_matter.find_dotted(key)) is not None
            for term in find_terms(entry, post.generator.profile.name)
            if isinstance(term.value, str) and term.value.strip()
        ]
        return [Record(_NOWHERE, words)] if words else []

    def check_site(self, records: Sequence[SiteRecord], site: Site) -> Iterable[SiteReport]:
        """Report the words that are mostly spelt in another way."""
        counts = Counter((key, word) for record in records for key, word in {(w[0], w[1]) for w in record.data})
        usual = _usual_spellings(counts)
        for record in records:
            for key, word, start, end in record.data:
                wanted = usual.get((key, word), word)
                if wanted != word:
                    # Hugo's list pages have addresses in lower case
                    is_merged = site.generator.profile.name == "hugo" and wanted.lower() == word.lower()
                    count, shown = counts[key, wanted], clip(wanted, _WIDTH)
                    name = {"tags": "tag", "categories": "category"}.get(key, key)
                    yield SiteReport(
                        record.path,
                        Report(
                            Span(start, end),
                            f'the {name} "{clip(word, _WIDTH)}" is spelt "{shown}" in {_other_posts(count)}',
                            hint=f'write "{shown}"',
                            severity=Severity.INFO if is_merged else Severity.WARNING,
                            data={"key": key, "value": word, "usual": wanted, "posts": count},
                        ),
                    )


@lru_cache(maxsize=256)
def _present(wanted: tuple[str, ...], keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the dotted keys of which at least the first part is there."""
    return tuple(key for key in wanted if key.partition(".")[0] in keys)


def _usual_spellings(counts: Counter[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return the spelling that most posts have, for every word with more than one; the first one wins a tie."""
    from postlint_front_matter.spelling import fold_spelling

    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, word in counts:
        groups[key, fold_spelling(word)].append(word)
    return {
        (key, word): max(sorted(words), key=lambda other: counts[key, other])
        for (key, _), words in groups.items()
        if len(words) > 1
        for word in words
    }


def _judge(key: str, term: Term, allowed: Sequence[Value]) -> Report:
    from postlint_front_matter.spelling import fold_spelling

    texts = [value for value in allowed if isinstance(value, str)]
    value = term.value if isinstance(term.value, str) else str(term.value)
    twin = next((text for text in texts if fold_spelling(text) == fold_spelling(value)), None)
    near = twin or nearest(value, texts)
    shown = list(_shown(allowed))
    return Report(
        term.span,
        f'"{clip(value, _WIDTH)}" is none of the values of "{key[:30]}"',
        hint=f'write "{near}"' if near else f"write one of {', '.join(shown[:6])}{', …' if len(shown) > 6 else ''}",
        fix=_respell(term, twin) if twin is not None else None,
        data={"key": key, "value": value, "allowed": list(allowed)},
    )


def _respell(term: Term, wanted: str) -> Fix | None:
    if not term.is_plain or not _PLAIN.fullmatch(wanted):
        return None
    return Fix.unsafe(f"write {wanted}", Edit(term.span, wanted))


def _is_among(value: Any, allowed: Sequence[Value]) -> bool:
    if isinstance(value, Civil):
        value = str(value)
    return any(value == other and isinstance(value, bool) == isinstance(other, bool) for other in allowed)


def _shown(allowed: Sequence[Value]) -> Iterator[str]:
    for value in allowed:
        yield str(value).lower() if isinstance(value, bool) else str(value)


def _other_posts(count: int) -> str:
    return "1 other post" if count == 1 else f"{count} other posts"
