"""SVG is judged as XML, without its entities being a way to run up time or to read files."""

from __future__ import annotations

import time

import pytest

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
        (b'<!DOCTYPE svg SYSTEM "file:///x" [<!ENTITY a SYSTEM "file:///x">]>' + ROOT + b"&a;</svg>", True, ""),
    ],
)
def test_what_browsers_draw(body: bytes, is_whole: bool, fault: str) -> None:
    assert find_svg_fault(body, is_whole=is_whole) == fault


def test_entities_do_not_explode() -> None:
    names = "abcdefghij"
    nested = "".join(f'<!ENTITY {two} "{f"&{one};" * 10}">' for one, two in zip(names, names[1:], strict=False))
    bomb = f'<!DOCTYPE svg [<!ENTITY a "{"x" * 1000}">{nested}]>'.encode() + ROOT + b"&j;</svg>"
    started = time.monotonic()
    assert find_svg_fault(bomb, is_whole=True)
    assert time.monotonic() - started < 5
