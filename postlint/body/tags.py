"""Template tags: what a generator runs before, or instead of, Markdown."""

from __future__ import annotations

import re
from functools import cached_property

from postlint.values.dataclass import dataclass
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_ESCAPE = late_pattern(r"\\(.)", re.S)

# Each argument: an optional name with its separator, then a value, quoted or bare
_HEXO = late_pattern(r"""()("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'][^\s]*|["'])""", re.S)
_HUGO = late_pattern(r"""(?:([\w-]+)\s*=\s*)?("(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]+|["`])""", re.S)
_LIQUID = late_pattern(r"""(?:([\w-]+)\s*[=:]\s*)?("[^"]*"|'[^']*'|[^\s,"'|]+|["'|])""", re.S)
_ZOLA = late_pattern(r"""(?:(\w+)\s*=\s*)?("[^"]*"|'[^']*'|`[^`]*`|[^\s,()"'`]+|["'`])""", re.S)
_PATTERNS = {"hexo": _HEXO, "hugo": _HUGO, "jinja": _ZOLA}


@dataclass(frozen=True, slots=True)
class TagArgument:
    """One argument of a tag: `value` without quotes, `raw` as written; `span` covers `value` only.

    `name` is that of a named one (`src="a.png"`), else empty.
    """

    value: str
    raw: str
    span: Span
    name: str = ""

    @property
    def written(self) -> str:
        """Return the value as it stands under `span`, escapes not undone."""
        lead = (len(self.raw) - len(self.span)) // 2
        return self.raw[lead : lead + len(self.span)]


@dataclass(frozen=True)
class TemplateTag:
    """One live tag of a template language.

    `language` is `hexo`, `liquid`, `nunjucks`, `jinja`, `hugo` or `mdx`. `kind` is `tag`, `output`
    (`{{ x }}`), `comment`, `shortcode`, or, in MDX, `import`, `export`, `expression`. `name` is the first
    word inside, without the `/` or `end` of a closing tag; empty for output that calls nothing and for
    comments. `inner` is what
    stands between the delimiters, `arguments` what follows the name. `closing` tells whether it closes a
    block. `content` is the text up to its closing tag, where that is a block which Markdown never sees.
    """

    language: str
    kind: str
    name: str
    span: Span
    inner: str
    inner_span: Span
    closing: bool = False
    content: Span | None = None

    @cached_property
    def arguments(self) -> tuple[TagArgument, ...]:
        """Return the arguments after the name."""
        start = 0
        if self.name:
            start = self.inner.find(self.name) + len(self.name)
        pattern = _PATTERNS.get(self.language, _LIQUID)
        return tuple(self._argument(match) for match in pattern.finditer(self.inner, start))

    def _argument(self, match: re.Match[str]) -> TagArgument:
        raw, start = match[2], self.inner_span.start + match.start(2)
        value = raw
        if len(raw) > 1 and raw[0] in "\"'`" and raw[-1] == raw[0] and not (self.language == "hugo" and raw[0] == "'"):
            value, start = raw[1:-1], start + 1
        span = Span(start, start + len(value))
        if "\\" in value and raw[0] == '"' and self.language in ("hugo", "hexo"):
            value = _ESCAPE.sub(r"\1", value)
        return TagArgument(value, raw, span, match[1] or "")

    def named(self, name: str) -> TagArgument | None:
        """Return the first argument of that name, in any case, or None."""
        return next((argument for argument in self.arguments if argument.name.lower() == name), None)
