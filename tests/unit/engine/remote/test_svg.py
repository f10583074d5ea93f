"""SVG is judged as XML, without its entities being a way to run up time or to read files."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.engine.remote.svg import find_svg_fault

ROOT = b'<svg xmlns="http://www.w3.org/2000/svg">'


@pytest.mark.parametrize(
    ("body", "is_whole", "fault"),
    [
        (ROOT + b"</svg>", True, ""),
        (ROOT + b"<g>", False, ""),
        (ROOT + b"<g>", True, "that is no well-formed XML (line 1)"),
        (ROOT + b"\n</g>", False, "that is no well-formed XML (line 2)"),
        (b"<svg/>", True, "without its namespace"),
        (b"<?xml version='1.0' encoding='unheard-of'?>" + ROOT + b"</svg>", True, ""),
        (b"<?xml version='1.0' encoding='gbk'?>" + ROOT + b"<title>\xc9\xbd</title></svg>", True, ""),
        (b"<?xml version='1.0' encoding='hex'?>" + ROOT + b"</svg>", True, ""),
        (b'<!DOCTYPE svg SYSTEM "file:///x" [<!ENTITY a SYSTEM "file:///x">]>' + ROOT + b"&a;</svg>", True, ""),
    ],
)
def test_what_browsers_draw(body: bytes, is_whole: bool, fault: str) -> None:
    assert find_svg_fault(body, is_whole=is_whole) == fault


def test_entities_do_not_explode() -> None:
    names = "abcdefghij"
    nested = "".join(f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in pairwise(names))
    bomb = f'<!DOCTYPE svg [<!ENTITY a "{"x" * 1000}">{nested}]>'.encode() + ROOT + b"&j;</svg>"
    started = time.monotonic()
    assert find_svg_fault(bomb, is_whole=True)
    assert time.monotonic() - started < 5


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_judged(body: bytes, is_whole: bool) -> None:
    for start in (b"", ROOT, b"<?xml version='1.0' encoding='"):
        find_svg_fault(start + body, is_whole=is_whole)
