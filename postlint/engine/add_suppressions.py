"""Writes suppressions of findings into a post, where they change nothing that a reader sees."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from postlint.engine.directives import find_directives
from postlint.engine.fixer import Judge
from postlint.engine.proof import is_as_meant
from postlint.post.post import Post
from postlint.source.source import Source
from postlint.values.dataclass import dataclass
from postlint.values.diagnostic import Diagnostic
from postlint.values.directive import Directive
from postlint.values.edit import Edit, splice
from postlint.values.span import Span

_WITH_COMMENTS = ("yaml", "toml", "hexo-old")
# what starts a list, a quote, a table, a heading's underline or HTML: a comment before it may part it in two
_NOT_ALONE = ("-", "*", "+", ">", "|", "<", "=", "~", "`", ":", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")


@dataclass(frozen=True, slots=True)
class Suppressed:
    """The source with suppressions, and how many findings they silence."""

    source: Source
    count: int


def add_suppressions(source: Source, diagnostics: Sequence[Diagnostic], judge: Judge, reason: str) -> Suppressed:
    """Suppress findings on their own line where that is safe, else for the whole post.

    `judge` returns what is left of a text's findings. Nothing is changed where neither way holds.
    """
    start = judge(source)
    post = start.post
    codes = Counter(diagnostic.code for diagnostic in diagnostics)
    rest = Counter(diagnostic.code for diagnostic in start.diagnostics) - codes
    for place in (_place_of, _whole_post):
        plan = _Plan(post, f" -- {reason}" if reason else "")
        edits = plan.edits(diagnostics, place)
        text = splice(source.text, edits)
        try:
            after = Source(source.encode(text), declared_encoding=source.encoding)
        except UnicodeEncodeError:
            continue
        if after.text != text:
            continue
        judged = judge(after)
        left = Counter(diagnostic.code for diagnostic in judged.diagnostics)
        if left <= rest and is_as_meant(post, judged.post, edits) and _shape(post) == _shape(judged.post):
            return Suppressed(after, len(diagnostics))
    return Suppressed(source, 0)


def _shape(post: Post) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(block.kind, block.text, block.containers) for block in post.blocks if block.kind != "comment"]


Place = tuple[str, int]


def _whole_post(post: Post, diagnostic: Diagnostic) -> Place:
    return "file", 0


def _place_of(post: Post, diagnostic: Diagnostic) -> Place:
    """Return the form of suppression for a finding, and the line that it stands for."""
    line = diagnostic.location.line
    start = post.source.lines.line_span(line).start
    block = post.front_matter.split if post.front_matter else None
    if block is not None and start < block.body:
        is_inside = block.block.start <= start <= block.block.end and block.format in _WITH_COMMENTS
        return ("line", line) if is_inside else ("file", 0)
    return ("next", line) if _is_apart(post, line) else ("file", 0)


def _is_apart(post: Post, line: int) -> bool:
    """Tell whether a comment may stand above a line without parting a paragraph, list, table or code."""
    lines = post.source.lines
    text = lines.line_span(line).of(post.text)
    if not text or text[0].isspace() or text.startswith(_NOT_ALONE):
        return False
    start = lines.line_span(line).start
    return start == post.body_start or (line > 1 and not lines.line_span(line - 1).of(post.text).strip())


class _Plan:
    """Turns places into edits; a suppression that is there already takes further codes."""

    def __init__(self, post: Post, reason: str) -> None:
        self._post, self._reason = post, reason
        self._newline = post.source.newline
        self._there = [d for d in find_directives(post) if all(selector.text for selector in d.selectors)]

    def edits(self, diagnostics: Iterable[Diagnostic], place: Callable[[Post, Diagnostic], Place]) -> list[Edit]:
        """Return the edits that suppress the findings at their places."""
        codes: dict[Place, set[str]] = defaultdict(set)
        for diagnostic in diagnostics:
            of_line = "next", diagnostic.location.line
            is_there = place is _place_of and self._existing(*of_line) is not None
            codes[of_line if is_there else place(self._post, diagnostic)].add(diagnostic.code)
        return [self._edit(form, line, ", ".join(sorted(of_place))) for (form, line), of_place in codes.items()]

    def _edit(self, form: str, line: int, codes: str) -> Edit:
        directive = self._existing(form, line)
        if directive is not None:
            end = directive.selectors[-1].span.end
            return Edit(Span(end, end), f", {codes}")
        if form == "line":
            end = self._post.source.lines.line_span(line).end
            return Edit(Span(end, end), f"  # postlint-disable-line {codes}{self._reason}")
        if form == "next":
            start = self._post.source.lines.line_span(line).start
            return Edit(Span(start, start), self._comment(f"postlint-disable-next-line {codes}") + self._newline)
        return self._for_file(codes)

    def _existing(self, form: str, line: int) -> Directive | None:
        form = {"line": "disable-line", "next": "disable-next-line", "file": "disable-file"}[form]
        lines = self._post.source.lines
        for directive in self._there:
            if directive.form == form and (line == 0 or lines.position(directive.target.start).line == line):
                return directive
        return None

    def _for_file(self, codes: str) -> Edit:
        block = self._post.front_matter
        if block is not None and block.format in _WITH_COMMENTS and block.is_read:
            start = block.split.block.start
            line = f"# postlint-disable-file {codes}{self._reason}"
            # an empty block may end where it starts, before the line end of its fence
            before = self._post.text[start - 1 : start]
            is_fresh = not before or before in "\r\n"
            return Edit(Span(start, start), f"{line}{self._newline}" if is_fresh else f"{self._newline}{line}")
        text = self._post.text
        gap = self._newline if text.endswith(("\n", "\r")) else self._newline * 2
        end = len(text)
        return Edit(Span(end, end), gap + self._comment(f"postlint-disable-file {codes}") + self._newline)

    def _comment(self, words: str) -> str:
        words += self._reason
        return f"{{/* {words} */}}" if self._post.body.dialect.is_mdx else f"<!-- {words} -->"
