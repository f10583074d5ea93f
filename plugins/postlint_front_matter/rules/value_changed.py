"""FM018 value-changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from postlint import (
    Edit,
    Entry,
    Fix,
    Fixable,
    FrontMatter,
    Invalid,
    Node,
    Options,
    Post,
    PostRule,
    Report,
    Scalar,
    Sequence,
    Severity,
    Span,
    Valid,
)
from postlint_front_matter.lost import Loss, find_loss, find_rest
from postlint_front_matter.meant import PROSE_KEYS, TEXT_KEYS, YAML_FORMATS, is_copy, keeps_the_rest, read_block
from postlint_front_matter.subjects import UnusualBlock, may_lose

_HEXO = "source/_posts/a.md"


class ValueChanged(PostRule[Options]):
    """The generator reads something else than the author wrote.

    To YAML a `#` after a blank starts a comment, `[ ]` a list, `{ }` a map, `&` an anchor and `!` a tag:
    `title: C # for all` is shown as `C`, `title: [Draft] A walk` stops the block from being read or turns
    the title into a list, `title: &c A walk` loses its first word, and `{{ title }}` is a map of a map.
    Nothing is logged; readers see the rest in the heading, in lists and in feeds. Every generator but
    Pelican reads such a value so, Jekyll and Hugo also drop unknown tags, and Jekyll and Hugo before 0.152
    stop without a word at a line that is not indented like the first key: the keys from there on are lost.

    Fix safety: the value is put in quotes, which shows what was written. Unsafe where the part that is not
    read may be a remark of the author's.

    Limits: a comment counts where text is expected (title, description, tags); a block with a comment on
    several lines is taken for a template that explains its keys. Values that make the whole block
    unreadable are reported as FM004.
    """

    code = "FM018"
    name = "value-changed"
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.ERROR, Severity.WARNING)
    fixable = Fixable.SOMETIMES
    valid = (
        Valid(post='---\ntitle: "C # for all"\ntags: [c]\n---\nText.\n', generator="hexo", path=_HEXO),
        Valid(
            post="---\ntitle: A walk\ndraft: true # not yet\nweight: 5 # low\n---\nText.\n",
            why="a comment on a switch or a number is meant to be one",
        ),
        Valid(
            post="---\ntitle: A walk # shown on top\nslug: walk # the address\n---\nText.\n",
            why="a template that explains its keys",
        ),
        Valid(post="---\ntitle: C # for all\n---\nText.\n", generator="pelican", path="content/a.md"),
    )
    invalid = (
        Invalid(
            post="---\ntitle: C # for all\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("# for all",),
            fixed='---\ntitle: "C # for all"\n---\nText.\n',
            message='Hexo takes what follows "C" for a comment',
        ),
        Invalid(
            post="---\ntitle: '#1 of ten'\ntags:\n  - #walk\n  - alps\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("#walk",),
            fixed="---\ntitle: '#1 of ten'\ntags:\n  - \"#walk\"\n  - alps\n---\nText.\n",
        ),
        Invalid(
            post="---\ntitle: [Draft]\n---\nText.\n",
            generator="hugo",
            path="content/posts/a.md",
            reports=("[Draft]",),
            fixed='---\ntitle: "[Draft]"\n---\nText.\n',
        ),
        Invalid(
            post="---\ntitle: &c A walk\n---\nText.\n",
            generator="hexo",
            path=_HEXO,
            reports=("&c",),
            fixed='---\ntitle: "&c A walk"\n---\nText.\n',
        ),
        Invalid(
            post="---\n  title: A walk\ntags: [alps]\n---\nText.\n",
            generator="jekyll",
            path="_posts/2024-05-06-a.md",
            reports=("tags: [alps]",),
            message="Jekyll does not read this line and what follows it",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at signs that YAML takes for its own."""
        block = read_block(post)
        if block is None or block.format not in YAML_FORMATS:
            return
        text = block.text
        title = post.generator.profile.title
        if may_lose(block.split.block.of(block.text)) or any(_is_prose_list(entry) for entry in block.root.entries):
            for top, key, node in _values(block):
                # a template in the place of a date is DT012
                is_other = is_copy(text, node) or key in post.generator.profile.date_keys
                loss = None if is_other else find_loss(block, key, node)
                # what stops the parser is FM004
                if loss is not None and not any(loss.whole.touches(problem.span) for problem in block.problems):
                    yield Report(
                        loss.lost,
                        f"{title} {loss.how}"[:100],
                        hint="put the whole value in quotes",
                        data={"key": key, "raw": loss.whole.of(text)},
                        fix=_fix(post, block, top, key, node, loss),
                        severity=self.severity,
                    )
        rest = find_rest(block)
        if rest is not None:
            yield Report(
                rest,
                f"{title} does not read this line and what follows it",
                hint="indent all keys alike",
                severity=Severity.ERROR,
                data={"key": "", "raw": rest.of(text)},
            )


def _is_prose_list(entry: Entry) -> bool:
    return entry.node.__class__ is not Scalar and entry.key.lower() in PROSE_KEYS


def _values(block: FrontMatter) -> Iterator[tuple[str, str, Node]]:
    """Yield the top key, the nearest key and the node of every value: a list counts, and each item of it."""
    for entry in block.root.entries:
        if entry.key_span.of(block.text) == "<<":
            continue
        yield entry.key, entry.key, entry.node
        if isinstance(entry.node, Sequence):
            for item in entry.node.items:
                yield entry.key, entry.key, item


def _fix(post: Post, block: FrontMatter, top: str, key: str, node: Node, loss: Loss) -> Fix | None:
    whole = loss.whole.of(block.text)
    if "\n" in whole or "\r" in whole:
        return None
    edit = Edit(loss.whole, _quoted(whole) if _is_after_blank(block.text, loss.whole) else f" {_quoted(whole)}")
    if not keeps_the_rest(post, (edit,), top):
        return None
    is_text = key.casefold() in (TEXT_KEYS if isinstance(node, Scalar) else PROSE_KEYS)
    return (Fix.safe if loss.is_sure and is_text else Fix.unsafe)("put the value in quotes", edit)


def _is_after_blank(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] not in (":", "-")


def _quoted(text: str) -> str:
    has_double = '"' in text or "\\" in text
    return "'" + text.replace("'", "''") + "'" if has_double else f'"{text}"'
