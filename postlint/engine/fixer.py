"""Applies fixes to a text, pass by pass, each pass proved by reading the result again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from itertools import pairwise

from postlint.engine.proof import is_as_meant
from postlint.post.post import Post
from postlint.source.source import Source
from postlint.values.dataclass import dataclass, field
from postlint.values.diagnostic import Diagnostic
from postlint.values.edit import Edit, Fix, splice
from postlint.values.span import Span

# fixes that lie side by side take a pass each; beyond this they feed one another
_MAX_PASSES = 50


@dataclass(frozen=True, slots=True)
class Judged:
    """A post with its findings, silenced ones taken out."""

    post: Post
    diagnostics: Sequence[Diagnostic]


@dataclass(frozen=True, slots=True)
class Fixed:
    """The source after all passes, how many fixes it took, and remarks for the user."""

    source: Source
    count: int
    notes: tuple[str, ...]


Judge = Callable[[Source], Judged]


def fix_source(source: Source, judge: Judge, *, with_unsafe: bool) -> Fixed:
    """Fix until nothing is left to do; a pass that proves wrong is undone.

    Rules whose fixes undo or feed one another are named, and the file is fixed without them: to stop
    halfway would make the next run go on. What the others changed may let them end well, so they are tried again.
    """
    attempt, notes = _fix_without_circles(judge(source), judge, with_unsafe)
    count, texts = attempt.count, {source.text}
    while notes and attempt.count and attempt.judged.post.text not in texts:
        texts.add(attempt.judged.post.text)
        attempt, notes = _fix_without_circles(attempt.judged, judge, with_unsafe)
        count += attempt.count
    return Fixed(attempt.judged.post.source, count, notes)


def _fix_without_circles(start: Judged, judge: Judge, with_unsafe: bool) -> tuple[_Attempt, tuple[str, ...]]:
    """Return the passes that end, and remarks on the fixes that were left out."""
    barred: set[str] = set()
    notes: list[str] = []
    while True:
        attempt = _Attempt(start, judge, with_unsafe, frozenset(barred))
        culprits, why = attempt.run()
        if not culprits:
            break
        barred |= culprits
        notes.append(f"the fixes of {', '.join(sorted(culprits))} {why}; they were not applied")
    names = sorted({name for name, _ in attempt.refused})
    notes.extend(f"a fix of {name} would have changed more than it says; it was not applied" for name in names)
    return attempt, tuple(notes)


@dataclass
class _Attempt:
    """The passes over one text, without the fixes of barred rules."""

    judged: Judged
    judge: Judge
    with_unsafe: bool
    barred: frozenset[str]
    count: int = 0
    refused: set[tuple[str, str]] = field(default_factory=set)

    def run(self) -> tuple[set[str], str]:
        """Do all passes. Returns the names of rules that go round in circles, and how; none if all is well."""
        texts = [self.judged.post.text]
        names: list[set[str]] = []
        while len(names) < _MAX_PASSES:
            chosen = choose(
                self.judged.diagnostics, with_unsafe=self.with_unsafe, refused=self.refused, barred=self.barred
            )
            if not chosen:
                return set(), ""
            step, used = self._most(chosen)
            if step is None:
                continue
            names.append({diagnostic.name for diagnostic in used})
            if step.post.text in texts:
                return set().union(*names[texts.index(step.post.text) :]), "undo each other"
            texts.append(step.post.text)
            self.count += len(used)
            self.judged = step
        return names[-1], f"had not come to an end after {_MAX_PASSES} passes"

    def _most(self, chosen: Sequence[Diagnostic]) -> tuple[Judged | None, Sequence[Diagnostic]]:
        """Return the post after as many of the chosen fixes as hold together; a fix that never holds is refused.

        Halves at each failure, so that one bad fix among many costs few readings.
        """
        step = _step(self.judged, chosen, self.judge)
        if step is not None:
            return step, chosen
        if len(chosen) == 1:
            self.refused.add(_identity(chosen[0]))
            return None, ()
        middle = len(chosen) // 2
        step, used = self._most(chosen[:middle])
        return (step, used) if step is not None else self._most(chosen[middle:])


def choose(
    diagnostics: Sequence[Diagnostic],
    *,
    with_unsafe: bool,
    refused: set[tuple[str, str]] | None = None,
    barred: frozenset[str] = frozenset(),
) -> list[Diagnostic]:
    """Return findings whose fixes go together: by place and code, none touching one already taken."""
    taken: list[Span] = []
    chosen = []
    fixable = [d for d in diagnostics if d.fix and (with_unsafe or d.fix.is_safe) and d.fix.edits]
    for diagnostic in sorted(fixable, key=lambda d: (_first(d.fix), d.code)):
        spans = sorted(edit.span for edit in diagnostic.fix.edits) if diagnostic.fix else []
        if diagnostic.name in barred or (refused and _identity(diagnostic) in refused):
            continue
        if any(left.end > right.start for left, right in pairwise(spans)):
            continue
        if any(_touches_any(span, taken) for span in spans):
            continue
        for span in spans:
            insort(taken, span)
        chosen.append(diagnostic)
    return chosen


def _touches_any(span: Span, taken: list[Span]) -> bool:
    """Tell whether a span touches one of those taken, which are sorted and apart from one another."""
    at = bisect_left(taken, span)
    return any(span.touches(other) for other in taken[max(0, at - 1) : at + 1])


def _first(fix: Fix | None) -> Span:
    return min(edit.span for edit in fix.edits) if fix else Span(0, 0)


def _identity(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return what stays of a finding while the text around it moves."""
    edits = diagnostic.fix.edits if diagnostic.fix else ()
    return diagnostic.name, f"{diagnostic.subject}\0{diagnostic.excerpt[:400]}\0{[edit.content for edit in edits]}"


def _step(judged: Judged, chosen: Sequence[Diagnostic], judge: Judge) -> Judged | None:
    """Return the post after one pass; None if the result cannot be written or differs elsewhere."""
    edits: list[Edit] = [edit for diagnostic in chosen if diagnostic.fix for edit in diagnostic.fix.edits]
    source = judged.post.source
    if any(not 0 <= edit.span.start <= edit.span.end <= len(source.text) for edit in edits):
        return None
    text = splice(source.text, edits)
    try:
        raw = source.encode(text)
    except UnicodeEncodeError:
        return None
    after = Source(raw, declared_encoding=source.encoding)
    if after.text != text or after.bom != source.bom:
        return None
    result = judge(after)
    return result if is_as_meant(judged.post, result.post, edits) else None
