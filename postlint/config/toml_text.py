"""Plain values as TOML text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def to_toml(value: Any) -> str:
    """Return a value as it stands in a TOML file; there is none for None."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for the slash, which json does not escape
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(to_toml, value))}]"
    if isinstance(value, Mapping):
        inner = ", ".join(
            f"{json.dumps(str(key), ensure_ascii=False)} = {to_toml(item)}" for key, item in value.items()
        )
        return f"{{{inner}}}"
    if isinstance(value, int | float):
        return str(value)
    return to_toml(getattr(value, "pattern", str(value)))
