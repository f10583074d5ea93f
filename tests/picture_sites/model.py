"""Small sites whose pictures are right or wrong by construction."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from struct import pack

OK, MISSING, UNPUBLISHED, CASE, DEFECT = "ok", "missing", "unpublished", "case", "defect"
REMOTE, DATA, INVALID, OUTSIDE, DYNAMIC, NOWHERE = "remote", "data", "invalid", "outside", "dynamic", "nowhere"
# a template tag where the generator runs none
UNRUN = "unrun"

# the statuses of `inspect` and the codes of `check` that a verdict stands for; of a broken file both codes are right
STATUSES: dict[str, frozenset[str]] = {
    OK: frozenset({"local-ok"}),
    MISSING: frozenset({"local-missing", "local-outside-site"}),
    UNPUBLISHED: frozenset({"local-missing"}),
    CASE: frozenset({"local-case-mismatch"}),
    DEFECT: frozenset({"local-ok"}),
    REMOTE: frozenset({"remote"}),
    DATA: frozenset({"data"}),
    INVALID: frozenset({"invalid"}),
    OUTSIDE: frozenset({"local-outside-site", "local-missing"}),
    DYNAMIC: frozenset({"dynamic"}),
    UNRUN: frozenset({"dynamic"}),
}
CODES: dict[str, frozenset[str]] = {
    MISSING: frozenset({"IMG001", "IMG021"}),
    UNPUBLISHED: frozenset({"IMG021"}),
    CASE: frozenset({"IMG002"}),
    DEFECT: frozenset({"IMG020"}),
    INVALID: frozenset({"IMG012"}),
    UNRUN: frozenset({"IMG012"}),
    OUTSIDE: frozenset({"IMG013", "IMG021", "IMG001"}),
}
LOCAL_CODES = frozenset({"IMG001", "IMG002", "IMG012", "IMG013", "IMG020", "IMG021"})


@dataclass(frozen=True)
class Construct:
    """A way to name a picture: `text` with `{u}` for the URL, and the group whose rules apply to it.

    `writes` turns the URL into what is written; `where` is `body` or `front`. `only` names the generators
    that know the construct (empty: all).
    """

    name: str
    text: str
    group: str
    writes: Callable[[str], str] | None = None
    where: str = "body"
    only: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Place:
    """A URL, the files on the disk, and the verdict by group (`*`: any other group)."""

    name: str
    url: str
    files: Mapping[str, bytes | None]
    verdicts: Mapping[str, str]
    groups: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Case:
    """One post with one or more pictures; `expected` maps each URL to its verdict.

    `stops` marks a post that the real generator would not build, so that it is left out there.
    """

    name: str
    body: str
    expected: Mapping[str, str]
    front: str = ""
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    path: str = ""
    stops: bool = False


@dataclass(frozen=True)
class SiteOfCases:
    """A site: its generator, its config files, where posts go (`{name}`), its cases, and its base path."""

    name: str
    generator: str
    config: Mapping[str, str]
    post_path: str
    front: str
    cases: tuple[Case, ...]
    base: str = "/"


def picture(name: str, padding: int = 12_000) -> bytes:
    """Return a PNG that no other file equals, too large to be inlined."""
    rows = b"".join(b"\0" + bytes((x * 7 + y * 13) % 256 for x in range(64 * 3)) for y in range(32))
    note = b"Comment\0" + name.encode("utf-8", "replace") + b"." * padding
    parts = (
        (b"IHDR", pack(">IIBBBBB", 64, 32, 8, 2, 0, 0, 0)),
        (b"tEXt", note),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = [pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data)) for kind, data in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def cross(
    constructs: tuple[Construct, ...],
    places: tuple[Place, ...],
    prefix: str,
    post: Callable[[str], str],
    stops: Callable[[str, str], bool] = lambda group, verdict: False,
) -> list[Case]:
    """Put every place into every construct; `PIC` in URLs and files becomes a name of its own."""
    cases = []
    for construct in constructs:
        for place in places:
            if place.groups and construct.group not in place.groups:
                continue
            verdict = place.verdicts.get(construct.group, place.verdicts.get("*"))
            if verdict is None:
                continue
            name = f"{prefix}{len(cases):03d}"
            url = place.url.replace("PIC", name).replace("POST", post(name))
            written = construct.writes(url) if construct.writes else url
            text = construct.text.replace("{u}", written)
            files = {path.replace("PIC", name).replace("POST", post(name)): data for path, data in place.files.items()}
            expected = {} if verdict == NOWHERE else {url: verdict}
            cases.append(
                Case(
                    name,
                    text if construct.where == "body" else "Text.",
                    expected,
                    text if construct.where == "front" else "",
                    files,
                    stops=stops(construct.group, verdict),
                )
            )
    return cases
