"""ATT003 source-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from postlint import Invalid, Options, Post, PostRule, Related, Report, Severity, Valid, late_pattern
from postlint_attribution.addresses import direct, domain_of, host_of
from postlint_attribution.declared import Fact, same_name
from postlint_attribution.folding import fold
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.provenance import Provenance, holds_the_text, is_vague, judged
from postlint_attribution.rules.source_no_link import shorten
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_TAKEN_FROM = late_pattern(fold(r"来源|稿源|出处|转载?自|转自|转载元|source|出典|引用元|転載元|출처"), re.IGNORECASE)
# a longer row of lines that look alike is a list of something else
_AT_MOST = 3


class SourceConflict(PostRule[Options]):
    """Two statements name different sources for the same text.

    At least one of them is wrong, or the text went through several hands and the post does not say so. Either
    way a reader cannot tell whom to credit.

    Limits: a first publication next to the copy it was taken from, and a translation next to its original,
    are no conflict. Only statements that say where the text was taken from are compared with each other; with the
    address in front matter also those that link the original.
    """

    code = "ATT003"
    name = "source-conflict"
    severity = Severity.ERROR
    about = Attributions
    topics = SOURCE_KINDS
    valid = (
        Valid(post="来源：晨光日报\n\n正文。\n\n【来源：晨光日报】\n"),
        Valid(
            post="首发于：https://example.org/a\n\n正文。\n\nvia: https://blog.test/b\n",
            why="first publication and original are different roles",
        ),
        Valid(
            post="---\ntitle: 山路\nsource_url: https://example.org/a\n---\n"
            "转自：[山路](https://link.zhihu.com/?target=https%3A//example.org/a)\n",
            why="the redirect leads to the same page",
        ),
        Valid(
            post="---\ntitle: 山路\nsource_url: https://blog.test/b\n---\n"
            "译文链接：https://blog.test/b\n\n正文。\n\n原文链接：https://example.org/a\n",
            why="front matter names the translation, the text its original as well",
        ),
    )
    invalid = (
        Invalid(
            post="正文。\n\n来源：晨光日报\n\n【来源：平安小城】\n",
            reports=("【来源：平安小城】",),
            message='source "平安小城" contradicts "晨光日报"',
        ),
        Invalid(
            post="---\ntitle: 山路\nsource_url: https://blog.test/b\n---\n正文。\n\n原文链接：https://example.org/a\n",
            reports=("原文链接：https://example.org/a",),
            message='source "example.org" contradicts "https://blog.test/b"',
        ),
        Invalid(
            post="---\ntitle: 山路\nsource_name: 晨光日报\n---\n正文。\n\n来源：平安小城\n",
            reports=("来源：平安小城",),
            why="front matter counts too",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare each source with the first one, and with front matter."""
        found = judged(post)
        if found is None or not found.sources:
            return
        of_post = [s for s in found.sources if _is_of_post(s)]
        taken = [s for s in of_post if _TAKEN_FROM.search(fold(s.cue))]
        if len(taken) > _AT_MOST:
            return
        for at, statement in enumerate(taken):
            rival = next((other for other in taken[:at] if _differ(other, statement)), None)
            if rival is not None:
                yield _report(statement, _what(statement), _what(rival), Related(rival.span, "the other source"))
            else:
                yield from _against_front_matter(statement, found)
        originals = [s for s in of_post if s.url and holds_the_text(s) and s not in taken]
        if not any(_is_declared(s, found) for s in found.linked):
            for statement in originals[:1]:
                yield from _against_front_matter(statement, found)


def _is_of_post(statement: Statement) -> bool:
    if statement.kind == "first-published" or statement.subject != "post" or statement.is_hidden:
        return False
    return not is_vague(statement)


def _is_declared(statement: Statement, found: Provenance) -> bool:
    """Tell whether front matter gives the address of a statement, or another page there."""
    domain = _domain(statement.url or "")
    return any(_domain(fact.value) == domain for fact in found.declared.of("source_url", "canonical"))


def _against_front_matter(statement: Statement, found: Provenance) -> Iterator[Report]:
    fact = _contradicting(statement, found)
    if fact is not None:
        yield _report(statement, _what(statement), fact.value, Related(fact.span, f"`{fact.key}` here"))


def _what(statement: Statement) -> str:
    return statement.source or host_of(statement.url or "") or ""


def _differ(one: Statement, other: Statement) -> bool:
    if one.block == other.block:
        return False
    if one.source and other.source and not (one.url and other.url):
        return not same_name(one.source, other.source)
    if one.url and other.url:
        return _domain(one.url) != _domain(other.url)
    return False


def _contradicting(statement: Statement, found: Provenance) -> Fact | None:
    if statement.source and not statement.url:
        names = found.declared.of("source_name")
        if names and not any(same_name(statement.source, fact.value) for fact in names):
            return names[0]
    if statement.url:
        addresses = found.declared.of("source_url")
        domain = _domain(statement.url)
        if addresses and domain and all(_domain(fact.value) not in (domain, "") for fact in addresses):
            return addresses[0]
    return None


def _domain(url: str) -> str:
    return domain_of(host_of(direct(url)))


def _report(statement: Statement, this: str, other: str, related: Related) -> Report:
    return Report(
        statement.span,
        f'source "{shorten(this)}" contradicts "{shorten(other)}"',
        hint="keep the true one, or say which copy was taken from which",
        data={"source": this, "other": other},
        related=(related,),
    )
