"""ATT100 required-attribution."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Span, Valid, option, path_patterns
from postlint_attribution.folding import fold_name
from postlint_attribution.provenance import Provenance, judged
from postlint_attribution.templates import PRESETS, WANTED

Preset = Literal["", "lctt", "gold-miner", "swiftgg", "originally-published", "hexo-repost"]


class RequiredAttributionOptions(Options):
    paths: tuple[str, ...] = option(
        default=(),
        doc="Posts that are meant, as patterns of .gitignore relative to the site; empty: all. `[[overrides]]` can "
        "ask other things of other folders.",
    )
    preset: Preset = option(default="", doc="A template in wide use, whose statements must all be there.")
    lines: tuple[str, ...] = option(
        default=(), doc="Texts that must stand in the post; blanks, signs, case and script are folded."
    )
    patterns: tuple[re.Pattern[str], ...] = option(default=(), doc="Patterns (RE2) that the body must match.")
    source_link: bool = option(default=False, doc="Whether a link to the source must be there.")
    author: bool = option(default=False, doc="Whether the author must be named.")
    translator: bool = option(default=False, doc="Whether a translator must be credited.")
    licence: bool = option(default=False, doc="Whether a licence must be named.")
    permission: bool = option(default=False, doc="Whether the permission must be stated.")


class RequiredAttribution(PostRule[RequiredAttributionOptions]):
    """A statement that the site requires is missing.

    Sites that translate or repost promise their authors certain lines; a post without them breaks that
    promise. Nothing is asked until the configuration says what.
    """

    code = "ATT100"
    name = "required-attribution"
    severity = Severity.ERROR
    valid = (
        Valid(post="正文。\n", why="nothing is required unless the site says so"),
        Valid(
            post="正文。\n\n来源：[晨光日报](https://example.org/a)\n\n版权归原作者所有\n",
            path="转载/a.md",
            options={"paths": ("转载/",), "preset": "hexo-repost"},
        ),
        Valid(post="正文。\n", path="随笔/a.md", options={"paths": ("转载/",), "source_link": True}),
    )
    invalid = (
        Invalid(
            post="---\ntitle: 山路\n---\n正文。\n",
            path="转载/a.md",
            options={"paths": ("转载/",), "lines": ("版权归原作者所有",), "source_link": True},
            reports=("---", "---"),
            message='the line "版权归原作者所有" is missing',
        ),
        Invalid(
            post="---\ntitle: 山路\n---\nvia: [A](undefined)\n\n作者：[Rita](https://example.org/r)\n译者：[译者ID](https://example.org)\n",
            options={"preset": "lctt"},
            reports=("---", "---"),
            message="a link to the source is missing",
            why="neither a link that lost its address nor a field that was not filled counts",
        ),
        Invalid(
            post="---\ntitle: A walk\n---\nText.\n",
            options={"preset": "originally-published"},
            reports=("---",),
            message="a link to where it was first published is missing",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look for each thing that is asked of the post."""
        asked = self._asked()
        if not (asked or self.options.lines or self.options.patterns) or not self._is_meant(post.path):
            return
        # a folder that the configuration names is meant whatever the generator makes of it
        found = post.view(Provenance) if self.options.paths else judged(post)
        if found is None:
            return
        span = post.front_matter.opening if post.front_matter is not None else Span(0, 0)
        for missing in self._missing_texts(post.text[post.body_start :]):
            yield Report(span, f"{missing} is missing", hint="add it to the text")
        for thing in asked:
            has, title = WANTED[thing]
            if not has(found):
                yield Report(
                    span,
                    f"{title} is missing",
                    hint="state it in the text or in front matter",
                    data={"required": thing},
                )

    def _asked(self) -> tuple[str, ...]:
        options = self.options
        switches = {
            "source-link": options.source_link,
            "author": options.author,
            "translator": options.translator,
            "licence": options.licence,
            "permission": options.permission,
        }
        asked = [*PRESETS.get(options.preset, ()), *(thing for thing, is_on in switches.items() if is_on)]
        return tuple(dict.fromkeys(asked))

    def _is_meant(self, path: str) -> bool:
        if not self.options.paths:
            return True
        return bool(path_patterns(self.options.paths).find(path))

    def _missing_texts(self, body: str) -> Iterable[str]:
        folded = fold_name(body) if self.options.lines else ""
        for line in self.options.lines:
            if fold_name(line) not in folded:
                yield f'the line "{line[:60]}"'
        for pattern in self.options.patterns:
            if not pattern.search(body):
                yield f'the required text "{pattern.pattern[:50]}"'
