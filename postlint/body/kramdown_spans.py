"""Marks within paragraphs of kramdown that CommonMark does not know (2.4, `parser/kramdown`).

Every edit keeps the length of the text.
"""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern

# the brackets that make a picture or a link
MARKS = late_pattern(r"!\[|\]\(")
_NO_MARKDOWN = late_pattern(r"\{::nomarkdown\}[^{}]*+\{:/(?:nomarkdown)?\}")
_ABBREVIATION = late_pattern(r"^ {0,3}\*\[[^\[\]\n]+\]:[^\n]*!\[[^\n]*", re.MULTILINE)
_APART = late_pattern(r"\][ \n](?=\[(?P<label>[^\[\]\n]+)\](?![(:]))")
_LABEL = late_pattern(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)


def as_spans(body: str) -> str:
    """Return a body in which CommonMark finds what kramdown finds within paragraphs."""
    if "{::nomarkdown}" in body:
        body = _NO_MARKDOWN.sub(_without_marks, body)
    if "*[" in body:
        body = _ABBREVIATION.sub(_without_marks, body)
    if "] [" in body or "]\n[" in body:
        body = _with_labels_joined(body)
    return body


def unmarked(match: re.Match[str]) -> str:
    """Return what stands in place of brackets that make nothing."""
    return "!(" if match[0] == "![" else ")("


def _without_marks(match: re.Match[str]) -> str:
    return MARKS.sub(unmarked, match[0])


def _with_labels_joined(body: str) -> str:
    """Join `[text] [label]`, where the label is defined: the blank goes into the text."""
    labels = {label.casefold() for label in _LABEL.findall(body)}
    if not labels:
        return body
    return _APART.sub(lambda match: " ]" if match["label"].casefold() in labels else match[0], body)
