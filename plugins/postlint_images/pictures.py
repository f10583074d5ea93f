"""Every picture of a post under the one cause that explains what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from postlint import ImageRef, Post, Resolution, Span, View, dataclass
from postlint_images.addresses import Address
from postlint_images.options import ProxiedImageOptions

if TYPE_CHECKING:
    from postlint_images.hosts import KnownHost
    from postlint_images.pages import Page
    from postlint_images.proxies import Unwrapped
    from postlint_images.signed import Expiry

# settings that hold the address of the site, by generator
SITE_KEYS = ("url", "baseURL", "site", "base_url", "SITEURL", "site_url", "siteUrl")
HOLDS_A_TAG = "holds a template tag, which Hexo does not run there"
_NOWHERE = Address("", "", "", None, None)


@dataclass(slots=True)
class Picture:
    """A picture and its cause.

    `cause` is `data`, `dynamic`, `malformed`, `machine-path`, `private`, `proxied`, `pixel`, `expiring`,
    `dead`, `page`, `remote` (nothing known against it), `local`, or `other` (another scheme). `fact` is
    what the cause rests on; of a `remote` one the entry of its host among the makers of placeholders.
    """

    image: ImageRef
    cause: str
    address: Address = _NOWHERE
    fact: str | Unwrapped | Expiry | KnownHost | Page | None = None
    resolution: Resolution | None = None

    @property
    def span(self) -> Span:
        """Return the URL's place; where it is empty, that of the whole image."""
        return self.image.url.span if len(self.image.url.span) else self.image.span

    @property
    def element(self) -> Span:
        """Return what tells pictures apart: the HTML element, else the URL's place."""
        return self.image.span if self.image.kind.startswith("html-") else self.image.url.span

    @property
    def text(self) -> str:
        """Return the URL as a browser gets it, without blanks around it."""
        return self.image.url.text.strip()


class Pictures(View[ProxiedImageOptions]):
    """The pictures of a post, sorted by cause.

    A picture on the site's own host is both `remote` and `local`. Of the `remote` ones, those that a rule
    may ask for are listed once more: `remote/http`, `remote/bare` (no scheme), `remote/refusing` (the host
    may refuse other sites), `remote/placeholder`. `escaped` are the remote, proxied and local ones with a
    `%` in their address. Local ones are listed by the status of their files, too, such as `local-missing`.
    """

    name = "pictures"

    def __init__(self, post: Post, options: ProxiedImageOptions) -> None:
        super().__init__(post, options)
        self._lists: Mapping[str, Sequence[Picture]] = {}
        self._described: tuple[ImageRef, ...] | None = None
        if post.images:
            # a post without pictures does without the catalogues of hosts and proxies
            from postlint_images.sorting import sort_pictures

            self._lists = sort_pictures(post, options.extra_hosts)

    @property
    def is_empty(self) -> bool:
        return not self.post.images

    def holds(self, topic: str) -> bool:
        """Tell whether there are pictures under a cause."""
        return topic in self._lists

    def of(self, name: str) -> Sequence[Picture]:
        """Return the pictures under a cause."""
        return self._lists.get(name, ())

    @property
    def described(self) -> tuple[ImageRef, ...]:
        """Return the images that the post itself can describe with an alternative text, each once."""
        if self._described is None:
            from postlint_images.alternatives import described_pictures

            self._described = tuple(described_pictures(self.post.images, self.of("pixel")))
        return self._described

    def to_json(self) -> list[dict[str, object]]:
        """Return cause and URL of every picture."""
        return [
            {"cause": picture.cause, "url": picture.image.url.text, "offset": list(picture.image.url.span)}
            for name, pictures in self._lists.items()
            for picture in pictures
            if name == picture.cause
        ]


def once_per_element(pictures: Iterable[Picture]) -> list[Picture]:
    """Return one picture of each HTML element and host: sizes and lazy attributes name the same one."""
    found: dict[tuple[Span, str], Picture] = {}
    for picture in pictures:
        key = (picture.element, picture.address.host)
        before = found.setdefault(key, picture)
        if before.image.is_alternative and not picture.image.is_alternative:
            found[key] = picture
    return list(found.values())
