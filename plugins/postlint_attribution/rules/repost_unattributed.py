"""ATT006 repost-unattributed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, late_pattern
from postlint_attribution.folding import fold
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.title_marks import title_mark

_MARK = late_pattern(
    r"^\s*(?P<mark>[\[【（(［「]\s*(?:转载?|转帖|译|翻译|搬运|転載|翻訳|訳|번역|펌|repost|reprint|translation|translated)\s*[\]】）)］」])",
    re.IGNORECASE,
)
_COPIED = late_pattern(
    r"(?:字幕|译文|资源|文章|内容)[^。\n]{0,8}仅供[^。\n]{0,6}(?:学习|交流)[^。\n]{0,12}(?:严禁|禁止|不得)"
)
_EDITED = late_pattern(r"整理|责编|责任编辑|编译")


class RepostUnattributed(PostRule[Options]):
    """The post bears marks of a repost, and no source.

    A title mark such as "[转载]", the name of an editor or a notice that forbids further use shows that the
    text was taken over, but neither readers nor the author can see from where.

    Limits: marks are evidence, not proof.
    """

    code = "ATT006"
    name = "repost-unattributed"
    severity = Severity.WARNING
    valid = (
        Valid(post='---\ntitle: "[转载] 山路"\n---\n原文链接：https://example.org/a\n'),
        Valid(post='---\ntitle: "转载的艺术"\n---\n正文。\n', why="a title about reposting bears no mark"),
    )
    invalid = (
        Invalid(post='---\ntitle: "[转载] 山路"\n---\n正文。\n', reports=("[转载]",)),
        Invalid(post="【本字幕仅供学习交流，严禁用于商业用途】\n", reports=("严禁用于商业用途",)),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look for a mark while nothing names a source."""
        found = judged(post)
        if found is None:
            return
        mark = title_mark(post, _MARK)
        marks = [*([mark] if mark else ()), *_body_marks(found)]
        if not marks or found.has_source:
            return
        yield Report(
            marks[0],
            "the post has marks of a repost, but names no source",
            hint="name the source with its address",
        )


def _body_marks(found: Provenance) -> Iterable[Span]:
    for statement in found.statements:
        cue = fold(statement.cue)
        if statement.kind == "author-credit" and _EDITED.fullmatch(cue) and statement.author and not found.bylines:
            yield statement.span
        elif statement.kind == "repost-forbidden":
            start = max(0, statement.span.start - 30)
            if _COPIED.search(fold(found.post.text[start : statement.span.end])):
                yield statement.span
