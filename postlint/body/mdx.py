"""MDX: imports, JSX, expressions and comments, which stand beside Markdown and not inside HTML."""

from __future__ import annotations

import re

from postlint.body.elements import Attribute, Comment, Element, HtmlToken
from postlint.body.tags import TemplateTag
from postlint.values.dataclass import dataclass, field
from postlint.values.late_pattern import late_pattern
from postlint.values.span import Span

_TOKENS = late_pattern(
    r"(?P<fence>(?m:^)[ \t>]*(?P<ticks>`{3,}|~{3,})[^\n]*)"
    r"|(?P<code>`+)|(?P<escape>\\.)|(?P<comment><!--)|(?P<brace>\{)"
    r"|(?P<tag></?(?P<name>[A-Za-z][\w.:-]*)?(?=[\s/>{]))"
    r"|(?P<esm>(?m:^)(?:import|export)\b(?=[ \t*{\"']))"
)
_IN_EXPRESSION = late_pattern(
    r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/\*(?:[^*]|\*(?!/))*\*/|[{}]"""
)
# what may hold a `<` that begins no tag, and tags: not what is compared, nor the parameters of a type
_IN_CODE = late_pattern(
    r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|/\*(?:[^*]|\*(?!/))*\*/|(?<![:\w])//[^\n]*"""
    r"""|(?<![\w)\]])<(?P<name>[A-Za-z][\w.]*)(?=[\s/>])"""
)
_ATTRIBUTE = late_pattern(r"""[\s/]*(?P<name>[A-Za-z_:@$][\w.:$-]*)(?P<assign>\s*=\s*)?""")
_STRING = late_pattern(r""""[^"]*"|'[^']*'""")
_LITERAL = late_pattern(
    r"""\{\s*(?:(?:require|useBaseUrl)\(\s*)?(?P<quote>["'`])(?P<value>(?:(?!(?P=quote))[^\\\n$]|\$(?!\{))*)"""
    r"""(?P=quote)\s*(?:\)(?:\.default)?)?\s*\}"""
)
_BLANK_LINE = late_pattern(r"\n[ \t]*(?=\n)")
# a body with more than this many unclosed braces or tags is not MDX: reading on would cost a square
_MOST_FAILURES = 32


@dataclass(slots=True)
class Mdx:
    """What is not Markdown in an MDX body; all in source order. `inner_elements` stand within expressions."""

    tags: list[TemplateTag] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    inner_elements: list[Element] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    closing: list[tuple[str, Span]] = field(default_factory=list)

    def spans(self) -> list[tuple[Span, str]]:
        """Return every stretch that Markdown must not see, and what it is."""
        found = [(tag.span, tag.kind) for tag in self.tags]
        found += [(element.span, "element") for element in self.elements]
        found += [(comment.span, "comment") for comment in self.comments]
        found += [(span, "element") for _, span in self.closing]
        return sorted(found)

    def tokens(self) -> list[HtmlToken]:
        """Return the tags as tokens."""
        found = [HtmlToken("start", element.span, element.name) for element in self.elements]
        found += [HtmlToken("end", span, name) for name, span in self.closing]
        return sorted(found, key=lambda token: token.span)


class MdxReader:
    """Reads the body that begins at `start`; `clean` is the source's text without `\\r`."""

    def __init__(self, source: str, clean: str, start: int) -> None:
        self._source, self._text, self._at = source, clean, start
        self._start = start
        self._failures = 0
        self._mdx = Mdx()

    def read(self) -> Mdx:
        """Return what is not Markdown. What is not closed is text."""
        while self._failures < _MOST_FAILURES and (match := _TOKENS.search(self._text, self._at)):
            self._at = match.end()
            if match["fence"]:
                self._skip_fence(match["ticks"])
            elif match["code"]:
                self._skip_code(match["code"])
            elif match["comment"]:
                self._html_comment(match.start())
            elif match["brace"]:
                self._expression(match.start())
            elif match["tag"]:
                self._tag(match)
            elif match["esm"]:
                self._module(match.start())
        return self._mdx

    def _skip_fence(self, ticks: str) -> None:
        closing = re.compile(rf"(?m)^[ \t>]*{ticks[0]}{{{len(ticks)},}}[ \t]*$").search(self._text, self._at)
        self._at = closing.end() if closing else len(self._text)

    def _skip_code(self, ticks: str) -> None:
        closing = re.compile(rf"(?<!`){ticks}(?!`)").search(self._text, self._at)
        if closing is None:
            self._failures += 1
        elif not _BLANK_LINE.search(self._text, self._at, closing.start()):
            self._at = closing.end()

    def _html_comment(self, start: int) -> None:
        end = self._text.find("-->", start + 4)
        if end < 0:
            self._failures += 1
            return
        inner = Span(start + 4, end)
        self._mdx.comments.append(Comment(Span(start, end + 3), inner, inner.of(self._source)))
        self._at = end + 3

    def _module(self, start: int) -> None:
        """Take an import or export: up to the next blank line."""
        before = self._text[max(self._start, start - 200) : start].rstrip(" \t")
        if before and not before.endswith(("\n\n", "\n")):
            return
        blank = _BLANK_LINE.search(self._text, start)
        end = blank.start() if blank else len(self._text)
        kind = self._text[start : start + 6]
        inner = Span(start, end)
        self._mdx.tags.append(TemplateTag("mdx", kind, kind, inner, inner.of(self._text), inner))
        if kind == "export":
            self._elements_within(start, end)
        self._at = end

    def _expression(self, start: int) -> None:
        end = self._end_of_expression(start)
        if end < 0:
            self._failures += 1
            return
        span, inner = Span(start, end), Span(start + 1, end - 1)
        written = inner.of(self._text)
        stripped = written.strip()
        if stripped.startswith("/*") and stripped.endswith("*/") and len(stripped) >= 4:
            first = inner.start + written.find("/*") + 2
            content = Span(first, first + len(stripped) - 4)
            self._mdx.comments.append(Comment(span, content, content.of(self._source), "mdx"))
        else:
            self._mdx.tags.append(TemplateTag("mdx", "expression", "", span, written, inner))
            self._elements_within(*inner)
        self._at = end

    def _elements_within(self, at: int, end: int) -> None:
        """Take the JSX of an expression."""
        if self._text.find("<", at, end) < 0:
            return
        while match := _IN_CODE.search(self._text, at, end):
            at = match.end()
            if match["name"]:
                attributes, after, is_closed = self._attributes(at)
                if 0 <= after <= end:
                    span = Span(match.start(), after)
                    self._mdx.inner_elements.append(Element(match["name"], span, tuple(attributes), None, is_closed))
                    at = after

    def _end_of_expression(self, start: int) -> int:
        """Return where the expression that opens at `start` ends, its closing brace included; or -1."""
        depth = 0
        for match in _IN_EXPRESSION.finditer(self._text, start):
            if match[0] == "{":
                depth += 1
            elif match[0] == "}":
                depth -= 1
                if depth == 0:
                    return match.end()
        return -1

    def _tag(self, match: re.Match[str]) -> None:
        start, name = match.start(), match["name"] or ""
        if self._text[max(self._start, start - 3) : start].endswith(("](", "]: ")):
            # `](<a.png>)`: a destination in angle brackets
            return
        if match[0].startswith("</"):
            end = self._text.find(">", match.end())
            if end < 0:
                self._failures += 1
                return
            self._mdx.closing.append((name, Span(start, end + 1)))
            self._at = end + 1
            return
        attributes, end, is_closed = self._attributes(match.end())
        if end < 0:
            self._failures += 1
            return
        self._mdx.elements.append(Element(name, Span(start, end), tuple(attributes), None, is_closed))
        self._at = end

    def _attributes(self, at: int) -> tuple[list[Attribute], int, bool]:
        """Return the attributes from `at` on, where the tag ends (-1: nowhere), and if `/>` ends it."""
        text = self._text
        found: list[Attribute] = []
        while at < len(text):
            match = _ATTRIBUTE.match(text, at)
            if match:
                at = match.end()
                value = self._value(at) if match["assign"] else Span(at, at)
                if value is None:
                    return found, -1, False
                whole = Span(match.start("name"), value.end)
                found.append(self._attribute(match["name"], whole, value))
                at = value.end
                continue
            while at < len(text) and text[at] in " \t\n/":
                at += 1
            if text[at : at + 1] == ">":
                return found, at + 1, text[at - 1] == "/"
            if text[at : at + 1] != "{":
                return found, -1, False
            # `{...properties}`
            at = self._end_of_expression(at)
            if at < 0:
                return found, -1, False
        return found, -1, False

    def _value(self, at: int) -> Span | None:
        """Return the span of an attribute's value with its quotes or braces; None if it is neither."""
        if self._text[at : at + 1] == "{":
            end = self._end_of_expression(at)
            return Span(at, end) if end >= 0 else None
        match = _STRING.match(self._text, at)
        return Span(*match.span()) if match else None

    def _attribute(self, name: str, whole: Span, written: Span) -> Attribute:
        """Make an attribute; of a string, also within braces or `require()`, the value is that string."""
        if len(written) == 0:
            return Attribute(name.lower(), "", "", whole, written)
        if self._text[written.start] != "{":
            span = Span(written.start + 1, written.end - 1)
        else:
            literal = _LITERAL.fullmatch(self._text, written.start, written.end)
            span = Span(*literal.span("value")) if literal else written
        raw = span.of(self._source)
        return Attribute(name.lower(), raw, raw, whole, span)
