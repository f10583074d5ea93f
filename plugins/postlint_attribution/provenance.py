"""Body and front matter judged together: where a post comes from."""

from __future__ import annotations

import re

from postlint import Options, Post, View, late_pattern, lazy
from postlint_attribution.addresses import domain_of, host_of, is_platform
from postlint_attribution.declared import Declared, read_declared
from postlint_attribution.folding import fold
from postlint_attribution.nobody import is_own_place
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

VAGUE = late_pattern(
    r"(?:来自于?|来源于?|来源\s*[：:]\s*|源[于自]|出处\s*[：:]\s*|转载自?|取自|摘自|摘取自|[搜收]集[于自]|整理自?|根据|出典\s*[：:]\s*|출처\s*[:：]\s*|"
    r"(?i:sources?\s*:\s*|from\s+the\s+))\s*(?:于|自|：|:)?\s*"
    r"(?:互联网|网络|网路|网上|网友|因特网|[别他]处|(?i:the\s+)?(?i:internet|web)\b|ネット|インターネット|인터넷)"
    r"(?=[ ]?(?:$|[，,。；;、）)\]】!！~～]|整理|搜集|收集|如|若|侵|仅|上|内容|资料|的|并|公开|转载|より|から|에서))|"
    r"(?:网络|互联网|网路)(?:整理|转载|搜集)(?!\s?(?:[请须需时敬务应要]|必须|的话))"
)
_NET_WORDS = late_pattern(r"[网網]|[别別他][处處]|nternet|INTERNET|web|ネット|인터넷")
_HOLDS_THE_TEXT = late_pattern(fold(r"原文|原[帖贴]|via|original|转载|许可|permission|元記事|원문|원본"), re.IGNORECASE)
_EDITOR = late_pattern(r"编辑|责编|主编|整理|记者|策划|排版|通讯员|实习|edited|编译", re.IGNORECASE)


class Provenance(View[Options]):
    """What rules ask of a post: its statements by what they are for, and its front matter."""

    name = "provenance"

    def __init__(self, post: Post, options: Options) -> None:
        super().__init__(post, options)
        self.attributions = post.view(Attributions)

    @lazy
    def declared(self) -> Declared:
        """Return what front matter states."""
        return read_declared(self.post)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return the statements of the body."""
        return self.attributions.statements

    @lazy
    def sources(self) -> tuple[Statement, ...]:
        """Return what names a source of the post or of a part of it, in words or by an address."""
        kinds = ("source-name", "source-link", "first-published")
        return tuple(s for s in self.statements if s.kind in kinds and not s.is_empty)

    @lazy
    def named(self) -> tuple[Statement, ...]:
        """Return the sources that are called by a name of their own."""
        return tuple(s for s in self.sources if s.source and not is_own_place(s.source) and not is_vague(s))

    @lazy
    def linked(self) -> tuple[Statement, ...]:
        """Return the sources with an address."""
        return tuple(s for s in self.sources if s.url)

    @lazy
    def foreign(self) -> tuple[Statement, ...]:
        """Return the sources that are not the site itself and of which the post is a copy or translation."""
        return tuple(
            s
            for s in self.sources
            if s.kind != "first-published"
            and s.role != "self"
            and not (s.url and self.is_own(s.url))
            and not is_vague(s)
        )

    @lazy
    def has_source(self) -> bool:
        """Tell whether body or front matter names a source."""
        if any(s.source or s.url for s in self.sources if not is_vague(s)):
            return True
        return bool(self.declared.of("source_url", "source_name", "canonical"))

    @lazy
    def has_address(self) -> bool:
        """Tell whether body or front matter gives the address of a source."""
        return (
            bool(self.linked)
            or bool(self.declared.of("source_url", "canonical"))
            or any(s.url and s.kind in ("reuse-terms", "self-link") for s in self.statements)
        )

    @lazy
    def bylines(self) -> tuple[Statement, ...]:
        """Return who is credited as the writer of the post, editors left out."""
        return tuple(
            s
            for s in self.statements
            if s.kind == "author-credit" and s.author and s.subject == "post" and not _EDITOR.search(fold(s.cue))
        )

    @lazy
    def own_host(self) -> str:
        """Return the host of the site as its config names it; empty if unknown."""
        config = self.post.facts.config
        for key in ("url", "baseURL", "baseUrl", "site", "base_url", "SITEURL", "site_url"):
            value = config.get(key)
            if isinstance(value, str) and "." in value:
                host = host_of(value)
                if host and not host.startswith(("example.", "yoursite.", "localhost")):
                    return host
        return ""

    def is_own(self, url: str) -> bool:
        """Tell whether an address is one of the site."""
        host = host_of(url)
        return not host or (bool(self.own_host) and domain_of(host) == domain_of(self.own_host))

    def is_elsewhere(self, url: str) -> bool:
        """Tell whether an address is surely not one of the site."""
        host = host_of(url)
        if not host or self.is_own(url):
            return False
        return bool(self.own_host) or is_platform(host)


def holds_the_text(statement: Statement) -> bool:
    """Tell whether a source is said to hold the text itself; what it was adapted from does not."""
    return statement.role != "home" and _HOLDS_THE_TEXT.search(fold(statement.cue)) is not None


def is_vague(statement: Statement) -> bool:
    """Tell whether a statement names nobody but the network."""
    text = statement.text
    if not _NET_WORDS.search(text):
        return False
    return VAGUE.search(fold(text)) is not None


def judged(post: Post) -> Provenance | None:
    """Return the provenance of a post; None for pages, sections and drafts, which rules leave alone."""
    return post.view(Provenance) if post.role == "post" else None
