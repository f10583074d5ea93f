"""ATT004 author-conflict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from postlint import (
    Fix,
    Fixable,
    Invalid,
    Options,
    Post,
    PostRule,
    Related,
    Report,
    Severity,
    Valid,
    late_pattern,
    option,
)
from postlint_attribution.declared import Fact, same_name
from postlint_attribution.humans import is_human
from postlint_attribution.keys import names_by_id
from postlint_attribution.kinds import SOURCE_KINDS
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.rules.source_no_link import shorten
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

_HANDLE = late_pattern(r"[a-z0-9][a-z0-9._-]*")
_OF_BLOG = late_pattern(
    r"\s*(?:的?(?:博客|部落格|专栏|專欄|空间|網誌)|['’]s\s+(?:blog|site|page|website))$", re.IGNORECASE
)
_CJK = late_pattern(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")


class AuthorConflictOptions(Options):
    same: Mapping[str, str] = option(
        default={},
        doc="Names that are one: how the author is written in posts, to how front matter writes it.",
    )


class AuthorConflict(PostRule[AuthorConflictOptions]):
    """The post credits somebody else than its front matter names as author.

    The theme prints the front matter's author and feeds carry it, so the wrong person is credited: often an
    importer's outlet or the site's default name.

    Fix safety: unsafe, because the byline may cover a part of the post only, or be another way to write the
    same name.

    Limits: an error only where a byline names a person in the same script; a handle or an id may well be the
    person, so that is a warning; where the theme or generator names authors by id, nothing is said of ids.
    """

    code = "ATT004"
    name = "author-conflict"
    severity = Severity.ERROR
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.SOMETIMES
    about = Attributions
    topics = SOURCE_KINDS | {"author-credit"}
    valid = (
        Valid(post="---\ntitle: A walk\nauthor: Rita Moss\n---\n*This is a guest post by Rita Moss*\n"),
        Valid(post="---\ntitle: A walk\n---\n*This is a guest post by Rita Moss*\n"),
        Valid(post="---\ntitle: 山路\nauthor: 林小溪\n---\n责任编辑：周大山\n", why="an editor is no author"),
        Valid(
            post="---\ntitle: 山路\nauthor: 周小舟\n---\n正文。\n\n来源：[晨光日报](https://example.org/a)\n",
            why="a human may have written what the outlet printed",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A walk\nauthor: Site Owner\n---\n*This is a guest post by Rita Moss*\n",
            reports=("guest post by Rita Moss",),
            fixed="---\ntitle: A walk\nauthor: Rita Moss\n---\n*This is a guest post by Rita Moss*\n",
            message='byline "Rita Moss" is not the author of front matter, "Site Owner"',
        ),
        Invalid(
            post="---\ntitle: 山路\nauthor: 快讯网\n---\n正文。\n\n【来源：晨光日报】\n",
            reports=("【来源：晨光日报】",),
            severity="warning",
            why="an importer names itself as author",
        ),
        Invalid(
            post="---\ntitle: 山路\nauthor: 周小舟\n---\n正文。\n\n转载自：林小溪的博客\n",
            reports=("转载自：林小溪的博客",),
            severity="warning",
            why="the blog of one human, the name of another",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Compare bylines, else the outlets that the text was taken from, with the author keys."""
        found = judged(post)
        if found is None or not (found.bylines or found.named):
            return
        authors = found.declared.of("author")
        if not authors:
            return
        if any(self._is_one(s.author or "", fact) for s in found.bylines for fact in authors):
            return
        if any(_HANDLE.fullmatch(fact.value) for fact in authors) and names_by_id(post):
            return
        if found.bylines:
            yield self._byline(post, found.bylines[0], authors)
        elif _is_taken(found):
            yield from self._outlet(found, authors)

    def _is_one(self, name: str, fact: Fact) -> bool:
        return same_name(name, fact.value) or same_name(self.options.same.get(name, ""), fact.value)

    def _byline(self, post: Post, statement: Statement, authors: tuple[Fact, ...]) -> Report:
        fact, name = authors[0], statement.author or ""
        is_sure = bool(_CJK.search(name)) == bool(_CJK.search(fact.value)) and not _HANDLE.fullmatch(fact.value)
        fix = None
        if len(authors) == 1 and post.front_matter is not None and "." not in fact.key:
            edits = post.front_matter.edit.set(fact.key, name)
            fix = Fix.unsafe(f"set `{fact.key}` to the byline", *edits)
        return Report(
            statement.span,
            f'byline "{shorten(name)}" is not the author of front matter, "{shorten(fact.value)}"',
            hint=f"set `{fact.key}` to the writer",
            data={"byline": name, "author": fact.value, "key": fact.key},
            fix=fix,
            severity=Severity.ERROR if is_sure else Severity.WARNING,
            related=(Related(fact.span, f"`{fact.key}` here"),),
        )

    def _outlet(self, found: Provenance, authors: tuple[Fact, ...]) -> Iterable[Report]:
        fact = authors[0]
        statement = next((s for s in found.named if s.kind != "first-published" and s.subject == "post"), None)
        if statement is None:
            return
        if any(self._is_one(s.source or "", fact) for s in found.named for fact in authors):
            return
        if same_name(str(found.post.facts.config.get("author") or ""), fact.value):
            return
        if is_human(fact.value) and not _is_of_writer(statement.source or ""):
            # an outlet prints what a human wrote
            return
        yield Report(
            statement.span,
            f'text is from "{shorten(statement.source)}", but its author is "{shorten(fact.value)}"',
            hint=f"name the writer in `{fact.key}`, or leave the key out",
            data={"source": statement.source, "author": fact.value, "key": fact.key},
            severity=Severity.WARNING,
            related=(Related(fact.span, f"`{fact.key}` here"),),
        )


def _is_of_writer(source: str) -> bool:
    """Tell whether a source is a human, or the blog of one."""
    return is_human(_OF_BLOG.sub("", source))


def _is_taken(found: Provenance) -> bool:
    """Tell whether the post says that it was taken over whole, and not that it was written for somebody."""
    if any(s.kind in ("originality-claim", "first-published", "translator-credit") for s in found.statements):
        return False
    return any(s.kind != "first-published" and s.role in ("", "reposted-from", "home") for s in found.named)
