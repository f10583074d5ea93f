"""Which pictures of a post are asked for in the network, and what findings about answers share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from postlint import NetworkError, NetworkRule, Options, Post, Request, Response, View, late_pattern
from postlint_images.pictures import Picture, Pictures
from postlint_images.proxies import Unwrapped

OptionsT = TypeVar("OptionsT", bound=Options)
# the first bytes of a PNG, for examples
A_PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
# what is known offline to show nothing, to be no picture, or to count readers is not asked for
_ASKED = ("remote", "expiring", "private")
_META = late_pattern(r"<meta\b[^<>]{0,400}>", re.IGNORECASE)
_CONTENT = late_pattern(r"\bcontent\s*=\s*[\"']?\s*([a-z-]{4,40})", re.IGNORECASE)


class RemoteImageRule(NetworkRule[OptionsT]):
    """A rule about the answers for the pictures of a post that are not proxied."""

    def requests(self, post: Post) -> Iterable[Request]:
        """Ask for every remote picture."""
        return post.view(RemotePictures).requests if post.images else ()


class RemotePictures(View[Options]):
    """The requests for the remote pictures of a post, which several rules share."""

    name = "remote-pictures"

    def __init__(self, post: Post, options: Options) -> None:
        super().__init__(post, options)
        self.requests = [
            Request(picture.text, picture.span, referrer_policy=policy, data={"cause": picture.cause})
            for picture, policy in remote_pictures(post, *_ASKED)
        ]


def remote_pictures(post: Post, *causes: str) -> Iterator[tuple[Picture, str]]:
    """Yield the pictures under some causes, each with the referrer policy of its element or page."""
    pictures = post.view(Pictures)
    own = {picture.image.url.span for picture in pictures.of("local")}
    policy = page_policy(post.text)
    for cause in causes:
        for picture in pictures.of(cause):
            # a picture of the site itself is judged on the disk: it may not be published yet
            if picture.image.url.span not in own:
                yield picture, picture.image.attributes.get("referrerpolicy", "").strip() or policy


def proxied_pictures(post: Post) -> Iterator[tuple[Picture, Unwrapped, str]]:
    """Yield the proxied pictures with what they hide and their referrer policy."""
    for picture, policy in remote_pictures(post, "proxied"):
        if isinstance(picture.fact, Unwrapped) and picture.address.host:
            yield picture, picture.fact, policy


def page_policy(text: str) -> str:
    """Return the referrer policy that a post sets for its page, empty if it sets none."""
    if "referrer" not in text:
        return ""
    for tag in _META.findall(text):
        if re.search(r"\bname\s*=\s*[\"']?referrer\b", tag, re.IGNORECASE):
            content = _CONTENT.search(tag)
            return content[1].lower() if content else ""
    return ""


def answer_data(request: Request, outcome: Response | NetworkError) -> dict[str, Any]:
    """Return what every finding about an answer carries in `data`."""
    data: dict[str, Any] = {
        "url": request.url,
        "outcome": outcome.verdict.value,
        "reason": outcome.reason or None,
        "final_url": outcome.url if outcome.redirects else None,
    }
    if isinstance(outcome, Response):
        data["status"] = outcome.status or None
    return data
