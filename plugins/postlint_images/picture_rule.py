"""What all rules about pictures share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from postlint import Options, Post, PostRule, Report, View

if TYPE_CHECKING:
    from postlint_images.pictures import Pictures

OptionsT = TypeVar("OptionsT", bound=Options)


class SomePictures(View[Options]):
    """Whether a post has pictures, told without the catalogues that sort them."""

    @property
    def is_empty(self) -> bool:
        return not self.post.images


class PictureRule(PostRule[OptionsT]):
    """A rule that a post without pictures does not concern, and costs nothing."""

    about = SomePictures

    def check(self, post: Post) -> Iterable[Report]:
        from postlint_images.pictures import Pictures

        return self.check_pictures(post, post.view(Pictures))

    def check_pictures(self, post: Post, pictures: Pictures) -> Iterable[Report]:
        """Yield the reports of a post that has pictures."""
        raise NotImplementedError
