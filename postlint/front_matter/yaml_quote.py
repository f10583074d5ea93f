"""Values and keys as YAML text that one flavour reads back unchanged."""

from __future__ import annotations

import math
from typing import Any

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Mapping, Scalar
from postlint.front_matter.yaml_prepare import ODD
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_BAD_START = late_pattern(r"[\s,\[\]{}#&*!|>'\"%@`:?~=]|-(?:\s|-|\Z)|<<|\.\.\.")
_BAD_INSIDE = late_pattern(r":\s|\s#|[\t\r\n]|\s\Z|:\Z")
_BAD_IN_FLOW = late_pattern(r"[,\[\]{}:\"'#]")
_SAFE_KEY = late_pattern(r"[^\W\d_][\w.-]*(?: [\w.-]+)*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def yaml_text(value: Any, flavour: Yaml, style: str = "plain", *, in_flow: bool = False) -> str:
    """Return a scalar as YAML text; `style` is the quoting to keep for text where the value allows it."""
    if isinstance(value, str):
        return _string(value, flavour, style, in_flow)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"
    # a date in quotes would be text
    return str(value)


def yaml_list(values: Any, flavour: Yaml) -> str:
    """Return a list of scalars in brackets."""
    return f"[{', '.join(yaml_text(value, flavour, in_flow=True) for value in values)}]"


def yaml_key(key: str, flavour: Yaml) -> str:
    """Return a key as YAML text."""
    if _SAFE_KEY.fullmatch(key) and _reads_back(f"{key}: x", key, "x", flavour):
        return key
    return _double(key)


def _string(text: str, flavour: Yaml, style: str, in_flow: bool) -> str:
    needs_escapes = "\n" in text or "\r" in text or "\t" in text or ODD.search(text) is not None
    if needs_escapes or style == "double":
        return _double(text)
    if style == "single":
        return _single(text)
    if _is_plain(text, flavour, in_flow):
        return text
    return _single(text) if '"' in text or "\\" in text else f'"{text}"'


def _is_plain(text: str, flavour: Yaml, in_flow: bool) -> bool:
    if not text or _BAD_START.match(text) or _BAD_INSIDE.search(text):
        return False
    if in_flow and _BAD_IN_FLOW.search(text):
        return False
    return _reads_back(f"k: {text}", "k", text, flavour)


def _reads_back(line: str, key: str, value: str, flavour: Yaml) -> bool:
    from postlint.front_matter.yaml_nodes import parse_yaml

    parsed = parse_yaml(line, Span(0, len(line)), flavour)
    if parsed.problems or not isinstance(parsed.root, Mapping) or len(parsed.root.entries) != 1:
        return False
    entry = parsed.root.entries[0]
    node = entry.node
    return entry.key == key and isinstance(node, Scalar) and node.value == value and node.style == "plain"


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _double(text: str) -> str:
    escaped = "".join(_ESCAPES.get(char, char) for char in text)
    return '"' + ODD.sub(lambda match: _escape(match[0]), escaped) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
