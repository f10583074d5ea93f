"""What all rules about pictures share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from postlint import Options, Post, PostRule, Report
from postlint_images.pictures import Pictures

OptionsT = TypeVar("OptionsT", bound=Options)


class PictureRule(PostRule[OptionsT]):
    """A rule that a post without pictures does not concern, and costs next to nothing."""

    def check(self, post: Post) -> Iterable[Report]:
        return self.check_pictures(post, post.view(Pictures)) if post.images else ()

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        """Yield the reports of a post that has pictures."""
        raise NotImplementedError
