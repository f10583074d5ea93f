"""ATT100 required-attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, option
from postlint_attribution.origins import has_address
from postlint_attribution.view import Attributions


class RequiredAttributionOptions(Options):
    lines: tuple[str, ...] = option(default=(), doc="Texts that must stand in the post, word for word.")
    patterns: tuple[re.Pattern[str], ...] = option(default=(), doc="Patterns that the visible text must match.")
    source_link: bool = option(default=False, doc="Whether a link to the source must be there.")
    licence: bool = option(default=False, doc="Whether a licence must be named.")
    translator: bool = option(default=False, doc="Whether a translator must be credited.")


class RequiredAttribution(PostRule[RequiredAttributionOptions]):
    """A line that the site requires is missing.

    It is silent until the config says what is required; `[[overrides]]` says for which posts, for example
    every post under `reposts/`.
    """

    code = "ATT100"
    name = "required-attribution"
    severity = Severity.ERROR
    valid = (
        Valid(post="A story.\n", why="nothing is required unless the site says so"),
        Valid(post="A story.\n\n版权归原作者所有\n", options={"lines": ["版权归原作者所有"]}),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A story\n---\nA story.\n",
            options={"lines": ["版权归原作者所有"], "source_link": True},
            reports=("---", "---"),
            message='the required line "版权归原作者所有" is missing',
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        if post.role not in ("post", "draft"):
            return
        for missing, key in self._missing(post):
            span = post.front_matter.opening if post.front_matter else Span(0, 0)
            yield Report(span, f"{missing} is missing", hint="add it", data={"required": key})

    def _missing(self, post: Post) -> Iterable[tuple[str, str]]:
        options = self.options
        if options.lines or options.patterns:
            text = post.text[post.body_start :]
            for line in options.lines:
                if line not in text:
                    yield f'the required line "{line[:60]}"', line
            for pattern in options.patterns:
                if not pattern.search(text):
                    yield f'the required text "{pattern.pattern[:60]}"', pattern.pattern
        if options.source_link and not has_address(post):
            yield "the required link to the source", "source-link"
        if options.licence and not post.view(Attributions).of_kind("licence"):
            yield "the required licence", "licence"
        if options.translator and not post.view(Attributions).of_kind("translator-credit"):
            yield "the required translator", "translator"
