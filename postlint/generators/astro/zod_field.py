"""One expression of a zod schema, such as `z.array(z.string()).optional()`; no code is run."""

from __future__ import annotations

import re

from postlint.generators.astro.field import Field
from postlint.values.late_pattern import late_pattern

_DEEPEST = 8
_KINDS = (
    ("coerce-date", late_pattern(r"z\.coerce\.date\(")),
    ("date", late_pattern(r"z\.date\(")),
    ("string", late_pattern(r"z\.(?:string|url|email|uuid)\(")),
    ("number", late_pattern(r"z\.(?:number|int)\(")),
    ("boolean", late_pattern(r"z\.boolean\(")),
    ("enum", late_pattern(r"z\.(?:enum|literal)\(")),
    ("array", late_pattern(r"z\.array\(")),
)
_WRAPPED = late_pattern(r"z\.(optional|nullable|nullish)\(\)")
_LISTED = late_pattern(r"\)\.array\(\)")
# a value of unknown origin: a variable, or a function that is not known
_KNOWN = late_pattern(r"(?:z\.|image\(|reference\()")
# what changes the meaning of the type before it, and what then accepts a missing key
_OPAQUE = late_pattern(r"\.(?:or|and|pipe|preprocess|union|catch)\(|^z\.(?:preprocess|union|any|unknown|lazy)\b")
_OPTIONAL = late_pattern(
    r"\.(?:optional|default|nullish|prefault|catch)\(|^z\.(?:any|unknown|lazy|preprocess|coerce\.(?:string|boolean))\b"
)
_NULLABLE = late_pattern(
    r"\.(?:nullable|nullish|catch)\(|^z\.(?:any|unknown|lazy|preprocess|coerce\.(?:string|number|boolean))\b"
)
_MARK = late_pattern(r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|[()\[\]{}]""", re.DOTALL)
_TEXT = r"""(?:"[^"\\\n]*"|'[^'\\\n]*')"""
_TEXTS = late_pattern(rf"\s*(?:{_TEXT}|\[\s*(?:{_TEXT}\s*,\s*)*(?:{_TEXT}\s*)?\])\s*(?:as\s+const\s*)?")
_ONE_TEXT = late_pattern(_TEXT)


def read_field(expression: str, depth: int = 0) -> Field:
    """Return what an expression asks of a key; `any` for what is not literal."""
    chain, inner = _outermost(expression)
    if not _KNOWN.match(chain):
        return Field("any", is_optional=True, is_nullable=True)
    wrapped = _WRAPPED.match(chain)
    if wrapped and depth < _DEEPEST:
        found = read_field(inner, depth + 1)
        return Field(
            found.kind,
            found.is_optional or wrapped[1] != "nullable",
            found.is_nullable or wrapped[1] != "optional",
            found.choices,
            found.item,
        )
    is_optional, is_nullable = bool(_OPTIONAL.search(chain)), bool(_NULLABLE.search(chain))
    if _OPAQUE.search(chain):
        return Field("any", is_optional, is_nullable)
    if _LISTED.search(chain):
        return Field("array", is_optional, is_nullable)
    kind = next((kind for kind, pattern in _KINDS if pattern.match(chain)), "any")
    item = read_field(inner, depth + 1) if kind == "array" and depth < _DEEPEST else None
    choices: tuple[str, ...] = ()
    if kind == "enum":
        choices = tuple(text[1:-1] for text in _ONE_TEXT.findall(inner)) if _TEXTS.fullmatch(inner) else ()
        kind = kind if choices else "any"
    return Field(kind, is_optional, is_nullable, choices, None if item is None or item.kind == "any" else item)


def _outermost(expression: str) -> tuple[str, str]:
    """Return the expression without blanks and without what its brackets hold, and what the first pair holds."""
    kept: list[str] = []
    inner: tuple[int, int] | None = None
    depth = start = at = 0
    for match in _MARK.finditer(expression):
        if match[0] in ("(", "[", "{"):
            if depth == 0:
                kept.append(expression[at : match.end()])
                start = match.end()
            depth += 1
        elif match[0] in (")", "]", "}") and depth:
            depth -= 1
            if depth == 0:
                at = match.start()
                inner = inner or (start, at)
    if depth == 0:
        kept.append(expression[at:])
    return "".join("".join(kept).split()), expression[slice(*inner)] if inner else ""
