"""Settles suppressions: what they silence, and which of them silence nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache

from postlint.host.registry import Registry
from postlint.values.dataclass import dataclass, field
from postlint.values.diagnostic import Diagnostic
from postlint.values.directive import Directive, Selector
from postlint.values.edit import Edit, Fix
from postlint.values.notices import NOTICES, UNKNOWN_CODE, UNUSED_SUPPRESSION, Notice
from postlint.values.span import Position, Span
from postlint.values.suggest import nearest


@dataclass
class Suppressions:
    """The directives of one post, and which of their selectors were of use."""

    directives: tuple[Directive, ...]
    _used: set[tuple[int, int]] = field(default_factory=set)

    def silences(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a directive covers the finding, and remember that it was of use."""
        return self._covers(diagnostic.code, diagnostic.name, diagnostic.span)

    def _covers(self, code: str, name: str, span: Span) -> bool:
        found = False
        for number, directive in enumerate(self.directives):
            if not directive.target.start <= span.start < directive.target.end:
                continue
            for index, selector in enumerate(directive.selectors):
                if selector.covers(code, name):
                    self._used.add((number, index))
                    found = True
        return found

    def unused(self, ran: Collection[str], registry: Registry) -> Iterator[tuple[Directive, tuple[Selector, ...]]]:
        """Yield each directive with its useless selectors; rules that did not run are not judged."""
        for number, directive in enumerate(self.directives):
            idle = tuple(
                selector
                for index, selector in enumerate(directive.selectors)
                if (number, index) not in self._used and _could_judge(selector, ran, registry)
            )
            if idle:
                yield directive, idle


def _could_judge(selector: Selector, ran: Collection[str], registry: Registry) -> bool:
    """Tell whether every rule that the selector names ran, so that its silence means something."""
    named = [rule.code for rule in registry if selector.covers(rule.code, rule.name)]
    return bool(named) and all(code in ran for code in named)


def is_known(selector: Selector, registry: Registry) -> bool:
    """Tell whether a selector names a rule, a former rule name, a prefix or a notice."""
    text = selector.text
    if not text or registry.find(text):
        return True
    return any(selector.covers(rule.code, rule.name) for rule in registry) or any(
        selector.covers(notice.code, notice.name) for notice in NOTICES.values()
    )


def settle(
    path: str,
    diagnostics: Iterable[Diagnostic],
    directives: tuple[Directive, ...],
    ran: Collection[str],
    registry: Registry,
) -> tuple[list[Diagnostic], int]:
    """Return what stays of a post's findings, notices on directives included, and how many were silenced."""
    if not directives:
        return list(diagnostics), 0
    suppressions = Suppressions(directives)
    found = list(diagnostics)
    kept = [diagnostic for diagnostic in found if not suppressions.silences(diagnostic)]
    notices = [*_unknown(path, directives, registry), *_unused(path, suppressions, ran, registry)]
    kept.extend(notice for notice in notices if not suppressions.silences(notice))
    return kept, len(found) + len(notices) - len(kept)


def _unknown(path: str, directives: Iterable[Directive], registry: Registry) -> Iterator[Diagnostic]:
    names = tuple(text for rule in registry for text in (rule.code, rule.name))
    for directive in directives:
        for number, selector in enumerate(directive.selectors):
            if not is_known(selector, registry):
                near = _nearest(selector.text, names)
                yield _notice(
                    UNKNOWN_CODE,
                    path,
                    directive,
                    selector.span,
                    f'no rule is called "{selector.text}"',
                    f'did you mean "{near}"?' if near else "see `postlint rules`",
                    _removal_of(directive, number),
                )


def _unused(path: str, suppressions: Suppressions, ran: Collection[str], registry: Registry) -> Iterator[Diagnostic]:
    for directive, idle in suppressions.unused(ran, registry):
        names = ", ".join(selector.text for selector in idle) or "every rule"
        message = f"the suppression of {names} silences nothing"
        yield _notice(
            UNUSED_SUPPRESSION, path, directive, directive.span, message, "remove it", _removal(directive, idle)
        )


@cache
def _nearest(text: str, names: tuple[str, ...]) -> str | None:
    return nearest(text, names)


def _removal(directive: Directive, idle: Collection[Selector]) -> Fix:
    """Return the fix that takes some selectors out of a directive, or all of it with its last one."""
    kept = [number for number, selector in enumerate(directive.selectors) if selector not in idle]
    if not kept:
        return Fix.safe("remove the suppression", *directive.removal)
    gone = set(range(len(directive.selectors))) - set(kept)
    return Fix.safe("remove it from the suppression", *(_cut(directive, number, kept[0]) for number in sorted(gone)))


def _removal_of(directive: Directive, number: int) -> Fix:
    """Return the fix that takes one selector out of a directive, or all of it with its last one."""
    if len(directive.selectors) == 1:
        return Fix.safe("remove the suppression", *directive.removal)
    return Fix.safe("remove it from the suppression", _cut(directive, number, 0 if number else 1))


def _cut(directive: Directive, number: int, first_kept: int) -> Edit:
    """Return the edit that takes a selector out, with what stands between it and the one before or after."""
    selectors = directive.selectors
    span = selectors[number].span
    if number > first_kept:
        # be that a comma or a line with a dash
        return Edit(Span(selectors[number - 1].span.end, span.end), "")
    return Edit(Span(span.start, selectors[number + 1].span.start), "")


def _notice(
    notice: Notice, path: str, directive: Directive, span: Span, message: str, hint: str, fix: Fix | None
) -> Diagnostic:
    shift = span.start - directive.span.start
    start = Position(directive.location.line, directive.location.column + shift)
    same_line = directive.location.line == directive.end_location.line
    end = Position(start.line, start.column + len(span)) if same_line else directive.end_location
    return Diagnostic(
        code=notice.code,
        name=notice.name,
        severity=notice.severity,
        path=path,
        message=message,
        location=start if same_line else directive.location,
        end_location=end,
        span=span,
        hint=hint,
        fix=fix,
        excerpt=directive.excerpt,
        subject=message,
    )
