"""URLs written with Liquid that can be evaluated from the config and what the post itself assigns."""

from __future__ import annotations

import re
from collections.abc import Mapping

from postlint.values.late_pattern import late_pattern

# `{{ "/a.png" | relative_url }}`, `{{ page.cover | prepend: site.baseurl }}`, `{% link a.png %}`
_PIECE = late_pattern(
    r"""\{\{-?(?P<output>(?:"[^"{}]*"|'[^'{}]*'|[^{}"'])*?)-?\}\}|\{%-?\s*link\s+["']?(?P<link>[^\s"'%{}]+)["']?\s*-?%\}"""
)
_TERM = late_pattern(r"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<name>[A-Za-z_][\w.-]*))\s*""")
_FILTER = late_pattern(r"""\|\s*(?P<name>\w+)\s*(?::(?P<argument>(?:"[^"]*"|'[^']*'|[^|"'])*))?""")
_ASSIGNED = late_pattern(r"\{%-?\s*(?P<tag>assign|capture)\s+(?P<name>[A-Za-z_][\w-]*)\s*(?:=(?P<value>[^%]*?))?-?%\}")
_UNCHANGED = frozenset({"escape", "uri_escape", "xml_escape", "strip", "normalize_whitespace", "default"})


class LiquidUrls:
    """Evaluates URLs as a site's Liquid would print them.

    `base` is the baseurl without slashes at its ends. `link_has_base` tells whether `{% link %}` puts it before a
    path (Jekyll 4). `values` are variables by name (`p`, `page.cover`, `include.src`).
    """

    def __init__(self, base: str, *, link_has_base: bool, values: Mapping[str, str] | None = None) -> None:
        self._base = f"/{base}" if base else ""
        self._link_has_base = link_has_base
        # the site's address is left out: what is printed then begins with the path
        site = {"site.url": "", "site.baseurl": self._base, "site.github.url": self._base}
        self._values = {**(values or {}), **site, "site.github.baseurl": self._base}

    def evaluate(self, text: str) -> str | None:
        """Return the URL that is printed, without scheme and host; None if it needs more than is known here."""
        parts, at = [], 0
        for match in _PIECE.finditer(text):
            if match["link"] is not None:
                path = f"/{match['link'].lstrip('/')}"
                value: str | None = f"{self._base}{path}" if self._link_has_base else path
            else:
                value = self.value_of(match["output"])
            if value is None:
                return None
            parts += [text[at : match.start()], value]
            at = match.end()
        parts.append(text[at:])
        url = "".join(parts)
        return None if "{{" in url or "{%" in url or "://" in url or not url else url

    def value_of(self, expression: str) -> str | None:
        """Return the value of a Liquid expression with filters; None if it is not known."""
        term = _TERM.match(expression)
        value = self._term(term) if term else None
        at = term.end() if term else 0
        while value is not None and at < len(expression):
            step = _FILTER.match(expression, at)
            if step is None:
                return None
            value = self._filtered(value, step["name"], step["argument"])
            at = step.end()
        return value

    def assigned(self, text: str) -> LiquidUrls:
        """Return one that also knows the variables that a text assigns once."""
        values: dict[str, str | None] = {}
        known = self
        for match in _ASSIGNED.finditer(text):
            name = match["name"]
            value = known.value_of(match["value"].strip()) if match["value"] and name not in values else None
            values[name] = value
            known = self.given({key: found for key, found in values.items() if found is not None})
        return known

    def given(self, values: Mapping[str, str]) -> LiquidUrls:
        """Return one that knows more variables."""
        merged = {**self._values, **values}
        return LiquidUrls(self._base.strip("/"), link_has_base=self._link_has_base, values=merged)

    def _term(self, term: re.Match[str]) -> str | None:
        if term["name"] is not None:
            return self._values.get(term["name"])
        return term["double"] if term["double"] is not None else term["single"]

    def _filtered(self, value: str, name: str, argument: str | None) -> str | None:
        if name in ("relative_url", "absolute_url"):
            return value if "://" in value else f"{self._base}/{value.lstrip('/')}"
        if name in _UNCHANGED:
            return value or None
        other = self.value_of(argument.strip()) if argument else None
        if other is None:
            return None
        if name == "append":
            return value + other
        return other + value if name == "prepend" else None
