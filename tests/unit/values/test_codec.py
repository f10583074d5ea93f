import pytest

from postlint.values.codec import decode_records, encode_records
from postlint.values.record import SiteRecord
from postlint.values.span import Span

RECORDS = [
    SiteRecord("ABC1", "a.md", Span(3, 7), {"title": "two\nlines ]] \u2028"}),
    SiteRecord("ABC12", "a.md", Span(0, 0), None),
    SiteRecord("ABC1", "a.md", Span(9, 9), [1, "ABC12"]),
]


def test_the_records_of_one_rule_are_read() -> None:
    text = encode_records(RECORDS)

    assert decode_records(text, "a.md", "ABC1") == [RECORDS[0], RECORDS[2]]
    assert decode_records(text, "a.md", "ABC12") == [RECORDS[1]]
    assert decode_records(text, "a.md", "ABC") == []
    assert encode_records([]) == ""
    assert decode_records("", "a.md", "ABC1") == []


@pytest.mark.parametrize(
    "text", ["{}", "[]", '[["ABC1",0,0,null]]', '["XYZ1",[0,0,null]]\n', '["ABC1",[0,0]]', '["ABC1",3]]']
)
def test_what_is_no_text_of_records_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode_records(text, "a.md", "ABC1")
