"""What a worker keeps of a post."""

from __future__ import annotations

import gc
import weakref

from postlint.engine.candidate import Candidate
from postlint.engine.worker import Worker, WorkerSetup
from postlint.generators.facts import SiteFacts
from postlint.post.post import Post
from postlint.source.source import Source
from postlint.values.settings import Settings


class _Watched(Worker):
    """A worker that notes its posts without keeping them."""

    def post(self, source: Source, candidate: Candidate) -> Post:
        post = super().post(source, candidate)
        self.posts = (*getattr(self, "posts", ()), weakref.ref(post))
        return post


def test_a_post_is_freed_with_its_result_and_not_left_to_the_garbage_collector() -> None:
    worker = _Watched(WorkerSetup((Settings(),), (SiteFacts("plain", config={}),)))
    raw = "---\ntitle: 花园\n---\n\n本文转载自 [某站](https://example.com/a)。\n".encode()
    post = Candidate("a.md", "a.md", "a.md", "post", 0, 0, raw=raw)
    gc.collect()
    gc.disable()
    try:
        worker.check(Source(raw), post)
        assert [reference() for reference in worker.posts] == [None]
    finally:
        gc.enable()
