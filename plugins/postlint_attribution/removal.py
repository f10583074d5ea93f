"""Taking a paragraph out of a post."""

from __future__ import annotations

from postlint import Block, Edit, Post, Span


def removal_of(post: Post, block: Block) -> Edit:
    """Return the edit that takes a block away with the blank lines before it."""
    before = post.text[post.body_start : block.span.start]
    kept = len(before.rstrip())
    start = post.body_start + kept if kept else block.span.start
    end = block.span.start + len(block.span.of(post.text).rstrip())
    return Edit(Span(start, end), "")
