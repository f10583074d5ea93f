"""A site that is a set of paths, for tests of resolution and addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from postlint.body.references import ImageRef
from postlint.body.url import Url
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile, Resolution
from postlint.generators.known import find_generator
from postlint.source.source import Source
from postlint.values.span import Span


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


class PaperFiles:
    """The files of a site, all of them empty but those of `contents`."""

    def __init__(self, paths: Iterable[str], contents: dict[str, bytes] | None = None) -> None:
        self.contents = dict.fromkeys(paths, b"") | (contents or {})

    def exists(self, path: str) -> bool:
        return path in self.contents

    def is_dir(self, path: str) -> bool:
        return any(name.startswith(f"{path}/") for name in self.contents)

    def find_case(self, path: str) -> str | None:
        return next((name for name in self.contents if name != path and _folded(name) == _folded(path)), None)

    def size(self, path: str) -> int | None:
        return len(self.contents[path]) if path in self.contents else None

    def head(self, path: str, count: int = 64) -> bytes:
        return self.contents.get(path, b"")[:count]

    def names(self, path: str) -> tuple[str, ...]:
        start = f"{path}/" if path else ""
        return tuple(sorted({name[len(start) :].split("/")[0] for name in self.contents if name.startswith(start)}))


def resolve(
    generator: str,
    url: str,
    on_disk: Iterable[str],
    /,
    *,
    post: str,
    kind: str = "markdown",
    name: str = "",
    text: str = "",
    contents: dict[str, bytes] | None = None,
    packages: dict[str, str] | None = None,
    version: tuple[int, ...] = (),
    theme: str | None = None,
    folders: tuple[tuple[str, str], ...] = (),
    role: str = "post",
    whole: bool = False,
    **config: Any,
) -> Resolution:
    """Resolve one picture of a post in a site whose files are `on_disk`; `whole` if its `text` is the construct."""
    if theme is not None:
        config["theme"] = theme
    facts = SiteFacts(generator, "/site", version, packages=packages or {}, config=config, theme=theme, folders=folders)
    source = Source.from_text(text or "text\n")
    span = Span(0, 0)
    image = ImageRef(kind, Url(url, span), Span(0, len(text)) if whole else span, name=name)
    file = PostFile(post, source, role)
    return find_generator(generator).resolve_image(image, file, facts, PaperFiles(on_disk, contents))


def address(
    generator: str, path: str, text: str, *, role: str = "post", folders: Any = (), **config: Any
) -> str | None:
    """Return the address of a post's page."""
    facts = SiteFacts(generator, "/site", config=config, folders=folders)
    file = PostFile(path, Source.from_text(text), role)
    found = find_generator(generator)
    return found.permalink(file, found.read_front_matter(file, facts), facts)
