"""How statements are worded, one module a language."""

from __future__ import annotations
