"""Results as JSON: what travels between processes and lies in the cache.

JSON and never pickle: reading a cache that came with somebody's repository must not run code. Decoding
raises ValueError, TypeError, KeyError or IndexError for anything that this module did not write.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from postlint.values.diagnostic import Diagnostic, RelatedPlace
from postlint.values.directive import Directive, Selector
from postlint.values.edit import Applicability, Edit, Fix
from postlint.values.record import Record, SiteRecord
from postlint.values.report import Severity
from postlint.values.span import Position, Span, new_span


def make_encoder(make: Callable[..., Any] | None) -> Callable[[Any], str]:
    """Return `JSONEncoder.encode` for compact ASCII, without what it makes anew for each value.

    That takes longer than the few words of a post's records. `make` is the json module's own maker of encoders in C;
    without it, or where it takes other arguments than it has since Python 2.7, all is as in the standard library.
    """
    plain = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
    if make is None:
        return plain.encode
    try:
        chunks = make(None, plain.default, json.encoder.encode_basestring_ascii, None, ":", ",", False, False, True)
    except TypeError:
        return plain.encode
    return lambda value: "".join(chunks(value, 0))


_encode = make_encoder(getattr(json.encoder, "c_make_encoder", None))


def encode_diagnostics(diagnostics: Iterable[Diagnostic], path: str) -> str:
    """Return diagnostics without `path`, which depends on the working directory; empty for none."""
    rows = [
        [
            item.code,
            item.name,
            item.severity.value,
            item.message,
            [*item.span, *item.location, *item.end_location],
            item.hint,
            item.data,
            item.url,
            item.excerpt,
            item.excerpt_column,
            item.subject,
            _encode_fix(item.fix),
            [[None if place.path == path else place.path, *place.location, place.message] for place in item.related],
        ]
        for item in diagnostics
    ]
    return _encode(rows) if rows else ""


def decode_diagnostics(text: str, path: str) -> list[Diagnostic]:
    """Return the diagnostics as they are shown for `path`."""
    return [_decode_diagnostic(row, path) for row in json.loads(text)] if text else []


def _decode_diagnostic(row: Sequence[Any], path: str) -> Diagnostic:
    code, name, severity, message, places, hint, data, url, excerpt, excerpt_column, subject, fix, related = row
    start, end, line, column, end_line, end_column = places
    return Diagnostic(
        code=code,
        name=name,
        severity=Severity(severity),
        path=path,
        message=message,
        location=Position(line, column),
        end_location=Position(end_line, end_column),
        span=Span(start, end),
        hint=hint,
        related=tuple(RelatedPlace(other or path, Position(at, by), said) for other, at, by, said in related),
        fix=_decode_fix(fix),
        url=url,
        data=data,
        excerpt=excerpt,
        excerpt_column=excerpt_column,
        subject=subject,
    )


def _encode_fix(fix: Fix | None) -> list[Any] | None:
    if fix is None:
        return None
    return [fix.message, fix.applicability.value, _encode_edits(fix.edits)]


def _decode_fix(row: Sequence[Any] | None) -> Fix | None:
    return Fix(row[0], _decode_edits(row[2]), Applicability(row[1])) if row else None


def _encode_edits(edits: Iterable[Edit]) -> list[Any]:
    return [[*edit.span, edit.content] for edit in edits]


def _decode_edits(rows: Iterable[Sequence[Any]]) -> tuple[Edit, ...]:
    return tuple(Edit(Span(start, end), content) for start, end, content in rows)


def encode_records(records: Mapping[str, Iterable[Record]]) -> str:
    """Return the records of rules by their codes, those of each rule in a line; empty for none."""
    rows = {code: [(*one.span, one.data) for one in found] for code, found in records.items()}
    return "\n".join([_encode([code, *of_rule]) for code, of_rule in rows.items() if of_rule])


def gather_records(texts: Iterable[tuple[str, str]], code: str) -> list[SiteRecord]:
    """Return the records of a rule in texts, each with the path of its post relative to the site; all in one go."""
    opening = f"[{_encode(code)},"
    lines: list[str] = []
    paths: list[str] = []
    for text, path in texts:
        at = text.find(opening)
        # no line end stands within JSON, so that what stands behind one is no text of a post
        while at > 0 and text[at - 1] != "\n":
            at = text.find(opening, at + 1)
        if at >= 0:
            lines.append(text[at:].partition("\n")[0])
            paths.append(path)
        elif text and (text[:2] != '["' or text[-2:] != "]]"):
            raise ValueError("no records")
    rows = json.loads(f"[{','.join(lines)}]")
    return [
        SiteRecord(code, path, new_span(start, end), data)
        for path, row in zip(paths, rows, strict=True)
        for start, end, data in row[1:]
    ]


def decode_records(text: str, path: str, code: str) -> list[SiteRecord]:
    """Return the records of a rule of the post at `path`, relative to its site."""
    opening = f"[{_encode(code)},"
    found: list[SiteRecord] = []
    for line in text.split("\n") if text else ():
        if line[:2] != '["' or line[-2:] != "]]":
            raise ValueError("no records")
        if line.startswith(opening):
            found += [SiteRecord(code, path, Span(start, end), data) for start, end, data in json.loads(line)[1:]]
    return found


def encode_directives(directives: Iterable[Directive]) -> str:
    """Return suppressions; empty for none."""
    rows = [
        [
            item.form,
            item.span,
            item.target,
            [[selector.text, *selector.span] for selector in item.selectors],
            item.location,
            item.end_location,
            _encode_edits(item.removal),
            item.reason,
            item.excerpt,
        ]
        for item in directives
    ]
    return _encode(rows) if rows else ""


def decode_directives(text: str) -> tuple[Directive, ...]:
    """Return the suppressions of a post."""
    return tuple(
        Directive(
            form,
            Span(*span),
            Span(*target),
            tuple(Selector(word, Span(start, end)) for word, start, end in selectors),
            Position(*location),
            Position(*end),
            _decode_edits(removal),
            reason,
            excerpt,
        )
        for form, span, target, selectors, location, end, removal, reason, excerpt in (json.loads(text) if text else ())
    )
