"""Tells whether an SVG is one that browsers draw as a picture: well-formed XML whose root is in the namespace."""

from __future__ import annotations

from xml.parsers import expat

_ROOT = "http://www.w3.org/2000/svg svg"


def find_svg_fault(body: bytes, *, is_whole: bool) -> str:
    """Return what keeps browsers from drawing it, in words that follow "an SVG"; empty if nothing does.

    Of a body that was not read to its end, the part that is there is judged.
    """
    roots: list[str] = []

    def start(name: str, _: object) -> None:
        if not roots:
            roots.append(name)

    # it loads nothing from outside, and bounds how far entities grow
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    try:
        parser.Parse(body, is_whole)
    except expat.ExpatError as error:
        return f"that is no well-formed XML (line {error.lineno})"
    except (LookupError, ValueError):
        # an encoding that browsers may know
        return ""
    return "without its namespace" if roots and roots[0] != _ROOT else ""
