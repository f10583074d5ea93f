"""URLs written with Liquid that can be evaluated from the config alone."""

from __future__ import annotations

import re

from postlint.values.late_pattern import late_pattern

# `{{ "/a.png" | relative_url }}`, `{{ '/a.png' | prepend: site.baseurl | prepend: site.url }}`, `{{ "/a.png" }}`
_QUOTED = late_pattern(
    r"""\{\{-?\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*"""
    r"""((?:\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:github\.)?(?:baseurl|url)|uri_escape|escape|strip)\s*)*)-?\}\}"""
)
_BASE = late_pattern(r"\{\{-?\s*site\.(?:github\.)?baseurl\s*-?\}\}")
_ADDRESS = late_pattern(r"\{\{-?\s*site\.(?:github\.)?url\s*-?\}\}")
_LINK = late_pattern(r"""\{%-?\s*link\s+["']?([^\s"'%{}]+)["']?\s*-?%\}""")


def evaluate_url(text: str, base: str) -> str | None:
    """Return the path below the site's root (with `/`, without the baseurl) that a template leads to.

    None if it needs more than `site.url`, `site.baseurl`, the filters for URLs and `link`.
    """
    text = _ADDRESS.sub("", text)
    if link := _LINK.search(text):
        before = _BASE.sub("", text[: link.start()])
        return f"/{link[1].lstrip('/')}" if before in ("", "/") and link.end() == len(text) else None
    if quoted := _QUOTED.match(text):
        path = quoted[1] if quoted[1] is not None else quoted[2]
        rest = text[quoted.end() :]
        if "{" in rest or not path:
            return None
        has_base = re.search(r"relative_url|absolute_url|baseurl", quoted[3]) is not None
        return _below(f"{path}{rest}", "" if has_base else base)
    if based := _BASE.match(text):
        rest = text[based.end() :]
        if "{" in rest:
            return None
        # without a slash, it is glued to the baseurl, or relative where there is none
        return rest if rest.startswith("/") or not base else f"/{base.strip('/')}{rest}"
    return None if "{" in text or "://" in text else _below(text, base)


def _below(path: str, base: str) -> str | None:
    if "://" in path:
        return None
    path = f"/{path.lstrip('/')}"
    if not base:
        return path
    # the baseurl was not put before it: only a path that has it itself is in the site
    return path[len(base) + 1 :] if path.startswith(f"/{base}/") else None
