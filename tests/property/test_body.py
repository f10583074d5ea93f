"""Whatever stands in a body: places are exact, and nothing raises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.body.block import Block
from postlint.body.body import Body
from postlint.body.dialect import Dialect
from postlint.body.parts import HEAD, TAIL
from postlint.source.source import Source
from postlint.values.span import Span

_PIECES = (
    "a", "word ", "é", "中文，", "“", "😀", "\u3000", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "  \n", "\t", "    ",
    "> ", "- ", "1. ", "# ", "*", "**", "_", "`", "```\n", "~~~\n", "![", "[", "]", "](", "(", ")", "<", ">",
    "![a](b.png)", "[l](u)", "[r]", "[r]: /x 't'\n", "[中]", "[中]: /y\n", "[#]: a: (b)\n", "[^1]", "[^1]: c\n",
    '<img src="a.png">', "<img src=b alt='c'>", '<a href="x?a=1&amp;b">', "</a>", "<br>", "<p>", "</p>", "<div>",
    "</div>", "<!-- c -->", "<!--", "-->", "<script>", "</script>", "<pre>", "</pre>", "<td>", "<li>", "<table>",
    "&amp;", "&copy;", "&#x4e2d;", "&", "\\", "\\*", "http://a.b/c", "www.x.y", "<https://e.f>", "~~", "?", "<?",
    "| a | b |\n|---|---|\n| c | d |\n", "---\n", "===\n", "{{ x }}", "{% img a.png %}", "{% raw %}",
    "{% endraw %}", '{{< figure src="a.png" >}}', "{: .c}", "![[w.png]]", 'import x from "./a.png"\n', "{", "}",
    "<Foo a={b}/>", "{/* c */}", "\0", "\x0c", "\u2028", '"', "'",
)  # fmt: skip
# what decides where a body may be cut
_CUTS = (
    "\n\n", "\n\n", "\n\n![a](b.png)\n\n", "![x][r]", '![中](d.png "t")', "\n[r]: /u\n", "   ```\n", "````\n",
    "``` x\n", "  ~~~\n", "> ```\n", "- ```\n", "   ", "  ", "\n\n- ", "\n\n1. ", "\n> ", "<pre>\n", "</pre>\n",
    "<!--\n", "-->\n", "<script>\n", "</script>\n", "<textarea>\n",
    "</textarea>", "</SCRIPT>", "\n\n<div>\n", "\n</div>\n\n",
    "<?php\n", "?>", "<![CDATA[", "]]>", "\n\n[^1]: x\n\n    y\n", "\n```\n",
    "\n\n```\nc\n\nd\n```\n", "\n\n   ```\nc\n\nd\n   ```\n",
    "- ![q](z.png)\n\n  ```\n  x\n\n  ```\n\n", "x\n",
)  # fmt: skip
_DIALECTS = (
    Dialect(),
    *(Dialect(frozenset({name})) for name in ("hexo", "hugo", "liquid", "nunjucks", "mdx")),
    Dialect(frozenset(), True),
    Dialect(frozenset({"liquid"}), True),
)
_BODIES = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)


def _check_block(block: Block, body: Body, exact: bool) -> None:
    text, clean = body.source.text, body.source.clean
    assert body.start <= block.span.start <= block.span.end <= len(text)
    if block.kind in ("code", "comment", "definition"):
        assert block.text == block.span.of(text)
        return
    special = {index for index, _ in block.entities}
    for index, char in enumerate(block.text):
        offset = block.source_offset(index)
        assert block.span.start <= offset < block.span.end
        if exact and not special & {index, index + 1} and char not in " \n":
            assert clean[offset] == char
    for start, end, _ in block.links:
        assert 0 <= start <= end <= len(block.text)
    for start, end in block.code:
        assert 0 <= start <= end <= len(block.text)
    assert block.source_span(0, len(block.text)).end <= len(text)


@settings(max_examples=400)
@given(_BODIES, st.sampled_from(_DIALECTS), st.sampled_from(("", "---\na: 中\n---\n")))
def test_places_are_exact(text: str, dialect: Dialect, front: str) -> None:
    source = Source.from_text(front + text)
    body = Body(source, len(front), dialect)
    assert len(body.masked) == len(source.text)
    for image in body.images:
        assert image.url.span.of(source.clean) == image.url.raw.replace("\r\n", " \n").replace("\r", "\n")
        assert len(front) <= image.span.start <= image.span.end <= len(source.text)
    for link in body.links:
        assert link.url.span.of(source.clean) == link.url.raw.replace("\r\n", " \n").replace("\r", "\n")
    for element in body.elements:
        assert source.text[element.span.start] == "<"
        assert all(item.value_span.of(source.text) == item.raw for item in element.attributes)
    for comment in body.comments:
        assert comment.inner.of(source.text) == comment.text
    spans = [block.span for block in body.blocks]
    assert spans == sorted(spans)
    for block in body.blocks:
        _check_block(block, body, exact="mdx" not in dialect.templates)
    assert isinstance(body.prose, str)
    assert body.has_visible_content in (True, False)


@settings(max_examples=200)
@given(st.binary(max_size=200), st.sampled_from(_DIALECTS))
def test_no_bytes_raise(raw: bytes, dialect: Dialect) -> None:
    body = Body(Source(raw), 0, dialect)
    assert len(body.masked) == len(body.source.text)
    assert all(block.span.end <= len(body.source.text) for block in body.blocks)
    assert all(image.url.span.end <= len(body.source.text) for image in body.images)


@settings(max_examples=200)
@given(_BODIES, st.sampled_from(_DIALECTS))
def test_line_ends_change_nothing(text: str, dialect: Dialect) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lf = Body(Source.from_text(text), 0, dialect)
    crlf = Body(Source.from_text(text.replace("\n", "\r\n")), 0, dialect)
    assert [(image.kind, image.name) for image in lf.images] == [(image.kind, image.name) for image in crlf.images]
    assert [link.kind for link in lf.links] == [link.kind for link in crlf.links]


@settings(max_examples=600)
@given(st.lists(st.sampled_from(_PIECES + 3 * _CUTS), max_size=24).map("".join), st.sampled_from(_DIALECTS[:6]))
def test_an_excerpt_reads_as_the_whole(text: str, dialect: Dialect) -> None:
    source = Source.from_text(text)
    whole = Body(source, 0, dialect)
    assert whole.reading.base == 0  # read first, so that nothing is read piece by piece
    assert Body(source, 0, dialect).images == whole.images
    assert Body(source, 0, dialect).html == whole.html


_HTML = (
    "<table>", "<table><tr><td>x</td></tr></table>", "</table>", "<ul><li>y</ul>", "<h2>t</h2>", "<details>\n",
    "</details>", "<summary>", "<iframe src=x></iframe>", "<iframe>", '<b title="', '">', "<ruby>r<rt>", "`<td>`",
    "`<td>\n`", "``", "<a href=x>", "<a href=x>l</a>", "<pre>z</pre>", "\n<x y>\n", "<x 'y>", "<svg>", "</svg>", "|",
)  # fmt: skip
_LONG = st.lists(
    st.lists(st.sampled_from(_PIECES + 3 * _CUTS + 2 * _HTML), max_size=5).map("".join), min_size=2, max_size=4
).map(("\n\n" + 9 * "Some more words.\n\n").join)


@settings(max_examples=600)
@given(_LONG, st.sampled_from(_DIALECTS), st.lists(st.floats(0, 1), min_size=1, max_size=3), st.floats(0, 1))
def test_passages_read_as_in_the_whole(text: str, dialect: Dialect, places: list[float], lone: float) -> None:
    source = Source.from_text(text + "\n\n" + 9 * "The end.\n\n")
    size = len(source.text)
    blocks = Body(source, 0, dialect).blocks
    wanted = sorted(int(place * size) for place in places)
    alone = int(lone * size)
    passages = Body(source, 0, dialect).passages(wanted, [alone])
    read = [block for passage in passages for block in passage.blocks]
    assert all(block in read for block in blocks for place in (*wanted, alone) if _holds(block, place))
    for passage in passages:
        if not passage.blocks:
            continue
        first = blocks.index(passage.blocks[0])
        last = first + len(passage.blocks)
        assert tuple(passage.blocks) == blocks[first:last]
        span = Span(passage.blocks[0].span.start, passage.blocks[-1].span.end)
        if any(span.start <= place < span.end for place in wanted):
            before, after = (sum(_is_seen(block) for block in part) for part in (blocks[:first], blocks[last:]))
            assert before >= HEAD if passage.before else before == 0
            assert after >= TAIL if passage.after else after == 0


def _is_seen(block: Block) -> bool:
    return block.kind not in ("comment", "definition")


def _holds(block: Block, place: int) -> bool:
    return block.span.start <= place < block.span.end
