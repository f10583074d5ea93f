from __future__ import annotations

import copy
import pickle

from postlint.values.span import Span


def test_a_span_is_as_long_as_its_text() -> None:
    assert len(Span(3, 9)) == 6
    assert len(Span(4, 4)) == 0


def test_a_span_can_be_changed_copied_and_pickled() -> None:
    span = Span(3, 9)
    assert span._replace(end=12) == Span(3, 12)
    assert type(span._replace(start=1)) is Span
    assert Span._make([1, 2]) == Span(1, 2)
    assert copy.copy(span) == pickle.loads(pickle.dumps(span)) == (3, 9)
    assert tuple(span) == (3, 9)
    assert span._asdict() == {"start": 3, "end": 9}
