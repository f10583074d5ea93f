"""FM008 unknown-key."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import (
    Entry,
    Fix,
    Fixable,
    FrontMatter,
    Invalid,
    Options,
    Post,
    PostRule,
    Report,
    Severity,
    Valid,
    option,
)
from postlint_front_matter.meant import read_block
from postlint_front_matter.near_misses import NearMiss, find_near_miss, is_habit, is_there
from postlint_front_matter.subjects import UnusualBlock

_HEXO = "source/_posts/a.md"
_OWN = "---\ntitle: A hike\nthumbnial: a.png\n---\nText.\n"
_FORMATS = ("yaml", "hexo-old", "toml", "json", "hexo-json", "meta")


class UnknownKeyOptions(Options):
    allow: tuple[str, ...] = option(default=(), doc="Keys of the site's own that are no slips.")


class UnknownKey(PostRule[UnknownKeyOptions]):
    """A key is nearly one that the generator or its themes read.

    Every generator passes over keys that it does not know, without a word: with `Title:` the page has no
    heading in Hexo, Jekyll, Eleventy, Docusaurus and Gatsby (Hugo and Pelican do not mind capitals), with
    `catagories:` it is in no category, with `daft: true` it is published.

    Fix safety: a key that differs in capitals, `-` or `_` only is renamed safely where date, address and
    every other key stay what they are; other slips are unsafe, since what was meant is a guess.

    Limits: only keys that are a slip of the pen away from a known one are reported, and none that another
    generator knows, that three posts in the same folder or beside it use, or that `allow` names. A key that this
    post has in both spellings is meant so.
    """

    code = "FM008"
    name = "unknown-key"
    severity = Severity.WARNING
    about = UnusualBlock
    fixable = Fixable.ALWAYS
    valid = (
        Valid(post="---\ntitle: A walk\nmood: sunny\n---\nText.\n", generator="hexo", path=_HEXO),
        Valid(post="---\nTitle: A walk\nDate: 2024-05-06\n---\nText.\n", generator="hugo", path="content/posts/a.md"),
        Valid(
            post=_OWN,
            generator="hexo",
            path=_HEXO,
            site={f"source/_posts/{name}.md": _OWN for name in "bcd"},
            why="a key that other posts use, too, is the site's own",
        ),
        Valid(
            post="---\ntitle: A walk\n文章title: 山路\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            why="the key is there, and this is another",
        ),
        Valid(post="---\ntitle: A walk\ntittle: dot\n---\nText.\n", options={"allow": ["tittle"]}),
    )
    invalid = (
        Invalid(
            post="---\nTitle: A walk\ndate: 2024-05-06\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("Title",),
            fixed="---\ntitle: A walk\ndate: 2024-05-06\n---\nText.\n",
            message='Hexo does not know the key "Title", but "title"',
        ),
        Invalid(
            post="---\nㅠtitle: A walk\ndate: 2024-05-06\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("ㅠtitle",),
            fixed="---\ntitle: A walk\ndate: 2024-05-06\n---\nText.\n",
        ),
        Invalid(
            post="---\ntitle: A walk\ncatagories: [alps]\n---\nText.\n",
            generator="jekyll",
            path="_posts/2024-05-06-a.md",
            reports=("catagories",),
            fixed="---\ntitle: A walk\ncategories: [alps]\n---\nText.\n",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at the keys that are not known."""
        block = read_block(post)
        if block is None or block.format not in _FORMATS or post.role not in ("post", "page", "draft"):
            return
        profile = post.generator.profile
        known, allowed = profile.known_keys, self.options.allow
        for entry in block.root.entries:
            key = entry.key
            if key in known or key in allowed:
                continue
            found = find_near_miss(post, key)
            if found is None or is_there(block, found.wanted, folds=profile.folds_key_case):
                continue
            # what the generator cannot do without is FM005
            if found.wanted in profile.required_keys or is_habit(post, key):
                continue
            yield Report(
                entry.key_span,
                f'{profile.title} does not know the key "{key}", but "{found.wanted}"',
                hint=f"write `{found.wanted}`, or name the key in `allow`",
                data={"key": key, "suggestion": found.wanted},
                fix=_fix(post, block, entry, found),
            )


def _fix(post: Post, block: FrontMatter, entry: Entry, found: NearMiss) -> Fix | None:
    edits = block.edit.rename(entry, found.wanted)
    if not edits:
        return None
    message = f"rename it to {found.wanted}"
    if not found.is_case:
        return Fix.unsafe(message, *edits)
    after = post.revised(*edits)
    renamed = {found.wanted if key == entry.key else key: value for key, value in block.data.items()}
    is_same = (
        after.front_matter is not None
        and after.front_matter.data == renamed
        and after.outcome.status == post.outcome.status
        and after.outcome.date == post.outcome.date
        and after.permalink == post.permalink
    )
    return (Fix.safe if is_same else Fix.unsafe)(message, *edits)
