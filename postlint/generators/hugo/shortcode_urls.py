"""What a shortcode of the site makes of a picture that is handed to it: a small reader of Go templates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from postlint.body.hugo_tags import find_hugo
from postlint.body.references import ImageRef
from postlint.body.tags import TemplateTag
from postlint.generators.generator import PostFile, SiteFiles
from postlint.generators.hugo.shortcode_templates import read_template
from postlint.values.dataclass import dataclass
from postlint.values.late_pattern import late_pattern

_COMMENT = late_pattern(r"\{\{-?\s*/\*.*?\*/\s*-?\}\}", re.DOTALL)
_INSIDE = r"\{\{[^{}]*\}\}"
# where a template prints a picture's URL, or an action
_STEP = late_pattern(
    rf"""\b(?:src|srcset|data-[\w-]+|poster|content)\s*=\s*(?:"(?P<double>(?:{_INSIDE}|[^"{{])*)\""""
    rf"""|'(?P<single>(?:{_INSIDE}|[^'{{])*)')|!\[[^\[\]]*\]\((?P<markdown>(?:{_INSIDE}|[^()\s{{])*)"""
    rf"""|\burl\(\s*["']?(?P<css>(?:{_INSIDE}|[^()"'\s{{])*)"""
    r"""|\{\{(?P<action>[^{}]*)\}\}"""
)
_OUTPUT = late_pattern(r"\{\{([^{}]*)\}\}")
_SET = late_pattern(r"(?:(with|if|range|block|define|end|else)\b\s*)?(?:(\$\w+)\s*:?=\s*)?(.*)", re.DOTALL)
_PIPED = late_pattern(r"""((?:"[^"]*"|`[^`]*`|\([^()]*\)|[^|"`()])+)(?:\||$)""")
_CALL = late_pattern(r"(\w+)\s+(.+)")
_GET = late_pattern(r"""(?:\$?\.)Get\s+(?:"([^"]*)"|`([^`]*)`|([0-9]+))""")
_PARAMETER = late_pattern(r"\.Params\.(\w+)")
_EITHER = late_pattern(r"\(([^()]*)\)\s*\(([^()]*)\)")
_RESOURCE = late_pattern(r"(?<![\w$])(?:\.?Page\.)?Resources\.Get(?:Match)?\b|(?<![\w.])resources\.Get(?:Match)?\b")
_BELOW_ROOT = frozenset({"relURL", "absURL", "relLangURL", "absLangURL"})
_UNCHANGED = frozenset({"safeURL", "safeHTML", "safeHTMLAttr", "string"})
_OF_RESOURCE = late_pattern(r"\.(?:RelPermalink|Permalink)\b")


@dataclass(frozen=True, slots=True)
class Printed:
    """What becomes of a picture: the URLs that a page may get, and whether resources are looked up first."""

    urls: tuple[str, ...]
    is_resource: bool
    reads_assets: bool


def printed_by_shortcode(
    image: ImageRef, file: PostFile, themes: tuple[str, ...], base: str, files: SiteFiles
) -> Printed | None:
    """Return what the shortcode's template makes of a picture; None where that cannot be told."""
    text = file.source.text[image.span.start : image.span.end]
    tag = next(iter(find_hugo(text, 0)), None)
    template = read_template(tag.name, themes, files) if tag else None
    if tag is None or template is None:
        return None
    reader = _Reader(_parameters(tag), base)
    printed = list(reader.read(_COMMENT.sub("", template)))
    urls = tuple(url for url in printed if url and image.url.text.strip("/") in url)
    if None in printed or not (urls or reader.has_resource):
        return None
    return Printed(urls, reader.has_resource, "resources.Get" in template)


def _parameters(tag: TemplateTag) -> Mapping[str, str]:
    """Return the parameters by name, or by number as text."""
    return {argument.name or str(number): argument.value for number, argument in enumerate(tag.arguments)}


def _trimmed(action: str) -> str:
    """Return what an action says, without the marks that trim blanks around it."""
    return action.removeprefix("-").removesuffix("-").strip()


class _Reader:
    """Walks through a template; `has_resource` tells, after `read`, whether a resource's address is printed."""

    def __init__(self, parameters: Mapping[str, str], base: str) -> None:
        self._parameters = parameters
        self._base = f"/{base}" if base else ""
        self._variables: dict[str, str | None] = {}
        self._dots: list[str | None] = [None]
        self._looks_up = False
        self.has_resource = False

    def read(self, template: str) -> Iterator[str | None]:
        """Yield the URLs that are printed; None for each that is not known."""
        for step in _STEP.finditer(template):
            if step["action"] is not None:
                self._act(_trimmed(step["action"]))
                continue
            written = step["double"] or step["single"] or step["markdown"] or step["css"] or ""
            if self._looks_up and _OF_RESOURCE.search(written):
                self.has_resource = True
            else:
                yield self._printed(written)

    def _act(self, action: str) -> None:
        match = _SET.match(action)
        if match is None:
            return
        word, variable, expression = match.groups()
        if _RESOURCE.search(expression):
            self._looks_up = True
        value = self._value(expression) if expression else None
        if variable:
            # decided by a condition: either may be
            is_known = variable not in self._variables or self._variables[variable] == value
            self._variables[variable] = value if is_known else None
        if word in ("with", "if", "range", "block", "define"):
            self._dots.append(value if word == "with" else self._dots[-1] if word == "if" else None)
        elif word == "end" and len(self._dots) > 1:
            self._dots.pop()

    def _printed(self, written: str) -> str | None:
        parts, at = [], 0
        for match in _OUTPUT.finditer(written):
            value = self._value(_trimmed(match[1]))
            if value is None:
                return None
            parts += [written[at : match.start()], value]
            at = match.end()
        return "".join([*parts, written[at:]])

    def _value(self, expression: str) -> str | None:
        value: str | None = None
        for number, part in enumerate(_PIPED.findall(expression.strip())):
            value = self._term(part.strip()) if number == 0 else self._call(part.strip(), value)
            if value is None:
                return None
        return value

    def _term(self, term: str) -> str | None:
        if term[:1] in ('"', "`") and term[-1:] == term[:1] and len(term) > 1:
            return term[1:-1]
        if term.startswith("(") and term.endswith(")") and term.count("(") == 1:
            return self._value(term[1:-1])
        if get := _GET.fullmatch(term):
            return self._parameters.get(get[1] or get[2] or get[3] or "", "")
        if parameter := _PARAMETER.fullmatch(term):
            return self._parameters.get(parameter[1], "")
        if term == ".":
            return self._dots[-1]
        if term.startswith("$"):
            return self._variables.get(term)
        if term in ("site.BaseURL", ".Site.BaseURL", "$.Site.BaseURL"):
            return f"{self._base}/"
        call = _CALL.fullmatch(term)
        if call and call[1] == "or" and (either := _EITHER.fullmatch(call[2])):
            return self._value(either[1]) or self._value(either[2])
        return self._call(call[1], self._term(call[2])) if call else None

    def _call(self, name: str, value: str | None) -> str | None:
        if value is None or name in _UNCHANGED:
            return value
        if name.startswith("default "):
            return value or self._term(name[len("default ") :].strip())
        if name in _BELOW_ROOT:
            # a path from the root stays as it is
            return value if value.startswith("/") or "://" in value else f"{self._base}/{value}"
        return None
