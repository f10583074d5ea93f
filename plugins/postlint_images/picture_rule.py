"""What all rules about pictures share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from postlint import Options, Post, PostRule, Report
from postlint_images.pictures import Pictures

OptionsT = TypeVar("OptionsT", bound=Options)


class PictureRule(PostRule[OptionsT]):
    """A rule about pictures; its topics are their causes."""

    about = Pictures

    def check(self, post: Post) -> Iterable[Report]:
        return self.check_pictures(post, post.view(Pictures))

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        """Yield the reports of a post that has pictures."""
        raise NotImplementedError
