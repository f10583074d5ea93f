"""Labels that describe something else than this text: a form's fields, a book that is spoken of, program text."""

from __future__ import annotations

from postlint import late_pattern
from postlint_attribution.listed import holds_field
from postlint_attribution.match import Match

_OPENS = frozenset('「『“‘"')
_MENTIONED = late_pattern(
    r"[」』”’\"]\s*(?:の(?:よう|形)|と|という|って|など|を|这|這|字样|字樣|等|的|之[类類]|处|處|처럼|라고|이라고|같이|[를을]|"
    r"(?i:in|at|as|is|and|or|to)\b)"
)


def describes_something_else(match: Match) -> bool:
    """Tell whether a label is one of a list of fields, or of what is known of a book, or is about program text."""
    if match.has_address or not (match.pattern.is_label or match.cue.rstrip().endswith(("：", ":"))):
        return False
    if _is_formula(match) or _is_about_code(match) or holds_field(match.value):
        return True
    if match.around.block.kind != "list-item":
        return False
    is_credit = match.pattern.wording.kind in ("author-credit", "translator-credit")
    return match.around.is_among_fields or (is_credit and match.around.is_of_book)


def _is_formula(match: Match) -> bool:
    """Tell whether a label is one that the sentence speaks of ("「転載元：〜」のように"), or has signs for a value."""
    value = match.value
    if value and not any(char.isalnum() for char in value):
        return True
    return (
        match.text[max(0, match.start - 1) : match.start] in _OPENS
        and _MENTIONED.match(match.text, match.value_end) is not None
    )


def _is_about_code(match: Match) -> bool:
    """Tell whether a label is inline code that prose follows ("`source:` may be a list"), or names a piece of code."""
    is_outlet = match.pattern.wording.value == "outlet"
    last = match.value_start + len(match.value.rstrip(" .。"))
    for start, end in match.around.block.code:
        if start <= match.start and match.cue_end <= end <= match.value_start < match.value_end:
            return True
        if is_outlet and match.cue_end <= start <= match.value_start and last <= end:
            return True
    return False
