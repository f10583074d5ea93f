import json
from collections.abc import Callable

import pytest

from postlint.values.codec import decode_records, encode_records, gather_records, make_encoder
from postlint.values.record import Record, SiteRecord
from postlint.values.span import Span

FIRST, SECOND = Record(Span(3, 7), {"title": "two\nlines ]] \u2028"}), Record(Span(9, 9), [1, "ABC12"])
OTHER = Record(Span(0, 0), None)


def test_the_records_of_one_rule_are_read() -> None:
    text = encode_records({"ABC1": [FIRST, SECOND], "ABC2": [], "ABC12": [OTHER]})

    assert decode_records(text, "a.md", "ABC1") == [
        SiteRecord("ABC1", "a.md", *FIRST),
        SiteRecord("ABC1", "a.md", *SECOND),
    ]
    assert decode_records(text, "a.md", "ABC12") == [SiteRecord("ABC12", "a.md", *OTHER)]
    assert decode_records(text, "a.md", "ABC") == decode_records(text, "a.md", "ABC2") == []
    assert encode_records({}) == encode_records({"ABC1": []}) == ""
    assert decode_records("", "a.md", "ABC1") == []


@pytest.mark.parametrize("make", [json.encoder.c_make_encoder, None, lambda: None])  # type: ignore[attr-defined]
def test_json_is_that_of_the_standard_library(make: Callable[..., object] | None) -> None:
    encode = make_encoder(make)
    for value in ("é\u2028\ud800", [1, -2.5, float("nan"), None, True, {"a": [(1, "b")], 2: {}}], [], 10**30):
        assert encode(value) == json.dumps(value, separators=(",", ":"))
    itself: list[object] = []
    itself.append(itself)
    for refused in (object(), {(1, 2): 3}, itself):
        with pytest.raises((TypeError, ValueError, RecursionError)):
            encode(refused)


def test_the_records_of_one_rule_are_gathered() -> None:
    quoted = Record(Span(1, 2), '["ABC1",[1,2,null]]')
    texts = [
        (encode_records({"ABC12": [OTHER], "ABC1": [FIRST, SECOND]}), "a.md"),
        ("", "b.md"),
        (encode_records({"ABC0": [quoted, quoted]}), "c.md"),
        (encode_records({"ABC0": [quoted], "ABC1": [OTHER]}), "d.md"),
    ]

    for code in ("ABC0", "ABC1", "ABC12", "ABC"):
        assert gather_records(texts, code) == [one for text, path in texts for one in decode_records(text, path, code)]


@pytest.mark.parametrize(
    "text", ["{}", "[]", '[["ABC1",0,0,null]]', '["ABC1",[0,0]]', '["ABC1",3]]', '["ABC1",[0,0,1]],["ABC1",[0,0,1]]']
)
def test_what_is_no_text_of_records_is_not_gathered(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        gather_records([(text, "a.md")], "ABC1")


@pytest.mark.parametrize(
    "text", ["{}", "[]", '[["ABC1",0,0,null]]', '["XYZ1",[0,0,null]]\n', '["ABC1",[0,0]]', '["ABC1",3]]']
)
def test_what_is_no_text_of_records_is_refused(text: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        decode_records(text, "a.md", "ABC1")
