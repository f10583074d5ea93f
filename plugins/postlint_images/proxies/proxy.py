"""One entry of the proxy catalogue, and what unwrapping a URL yields."""

from __future__ import annotations

from postlint import NamedTuple

# from the least to the most that stands against putting the original in the proxy's place
STRICTNESS = "SXMTHO"

CLASS_NAMES = {
    "S": "same-bytes",
    "T": "transforms",
    "H": "gets-round-hotlink-protection",
    "M": "gets-round-mixed-content",
    "O": "opaque",
    "X": "closed",
}


class Proxy(NamedTuple):
    """A shape of URL that hides another one.

    `hosts` are globs (`*` is any text without a dot at its ends, `#` digits); without hosts, `markers` are
    texts one of which the path must hold. `where` names the place of the original: `query` (the whole
    query), `key` (a query parameter of `keys`), `rest` (everything after what `path` matches), `segment`
    (from the first path segment that begins with a scheme), `fragment`, `hex`, `base64`, `swap` (another
    host for the same path, in `swap`), `opaque`, or a shape of its own. `path` is a pattern for the start
    of path and query. `own_keys` are parameters of the proxy itself, those in `resizing` change the picture.

    `classes` are letters of images that say what the proxy does: S same bytes, T transforms, H gets round
    hotlink protection, M avoids mixed content, O cannot be undone, X closed. `plain` holds the classes in
    force without a resizing key. `scheme` is that of an original written without one. `never` says why
    the original must not take the proxy's place; `stays` keeps a nested proxy whole. `mark` and `source`
    say where the shape is known from (`seen N` in public posts, `corpus N`, `rule` of an open rule base, `doc`:
    documentation or general knowledge, not met).
    """

    id: str
    name: str
    where: str
    classes: str
    mark: str
    hosts: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    path: str = ""
    keys: tuple[str, ...] = ()
    own_keys: tuple[str, ...] = ()
    resizing: tuple[str, ...] = ()
    plain: str = ""
    scheme: str = ""
    swap: str = ""
    note: str = ""
    never: str = ""
    stays: bool = False
    is_info: bool = False
    is_expiring: bool = False
    source: str = "survey of image links"


class Unwrapped(NamedTuple):
    """A proxied URL and what it hides.

    `proxy` is the id of the outermost proxy, `name` its name, `host` its host as written in the URL (empty
    for a path of the site itself), `chain` the ids from the outermost to the innermost proxy. `original`
    is the innermost URL, byte for byte as the proxy asks for it; None where it cannot be told. `fix_class`
    is the strictest class of the chain; `decoded` tells whether an encoding had to be undone. `no_fix`
    says why the original cannot simply take the place (None: it can, as far as one can tell offline).
    `note` is a remark for the reader; `is_guess` marks a host that is in no list; `is_info` a service that
    is used on purpose; `is_expiring` a link that ends by itself.
    """

    proxy: str
    name: str
    host: str
    original: str | None
    chain: tuple[str, ...]
    fix_class: str
    decoded: bool = False
    no_fix: str | None = None
    note: str = ""
    is_guess: bool = False
    is_info: bool = False
    is_expiring: bool = False
