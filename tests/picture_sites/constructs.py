"""The ways in which any post can name a picture, and those that only look like it."""

from __future__ import annotations

from tests.picture_sites.model import NOWHERE, Construct

_HTML_QUOTE = {"&": "&amp;"}


def _entities(url: str) -> str:
    return url.replace("&", "&amp;").replace(".", "&#46;")


def _escapes(url: str) -> str:
    return url.replace("_", "\\_").replace("-", "\\-")


MARKDOWN = (
    Construct("inline", "![A map]({u})", "md"),
    Construct("title", '![A map]({u} "The map")', "md"),
    Construct("single-title", "![A map]({u} 'The map')", "md"),
    Construct("angle", "![A map](<{u}>)", "md"),
    Construct("angle-title", '![A map](<{u}> "The map")', "md"),
    Construct("linked", "[![A map]({u})](https://example.org/)", "md"),
    Construct("linked-self", "[![A map]({u})]({u})", "md"),
    Construct("nested", "![A [small] map]({u})", "md"),
    Construct("picture-in-alt", "![A ![small map](/no/where.png) of it]({u})", "md"),
    Construct("escaped-bracket", "![A map \\] of it]({u})", "md"),
    Construct("emphasis", "**![A map]({u})** and *![]({u})*", "md"),
    Construct("heading", "## ![A map]({u}) heading", "md"),
    Construct("setext", "![A map]({u}) heading\n=====", "md"),
    Construct("quote", "> ![A map]({u})", "md"),
    Construct("list", "- one\n- ![A map]({u})\n\n  more", "md"),
    Construct("ordered", "1. one\n2. two\n\n   ![A map]({u})", "md"),
    Construct("table", "| a | b |\n| --- | --- |\n| x | ![A map]({u}) |", "md"),
    Construct("code-in-alt", "![A `map`]({u})", "md"),
    Construct("link-in-alt", "![A [map](https://example.org/)]({u})", "md"),
    Construct("after-text", "Text before ![A map]({u}) and after.", "md"),
    Construct("lines", "Text\n![A map]({u})\ntext", "md"),
    Construct("alt-lines", "![A map\nof it]({u})", "md"),
    Construct("blanks", "![A map]( {u} )", "md"),
    Construct("cjk-alt", "图：![地图 🗺️]({u})。", "md"),
    Construct("hard-break", "![A map]({u})  \nmore", "md"),
    Construct("reference", "![A map][map]\n\n[map]: {u}", "mdref"),
    Construct("reference-title", '![A map][map]\n\n[map]: {u} "The map"', "mdref"),
    Construct("reference-next-line", "![A map][map]\n\n[map]: {u}\n  'The map'", "mdref"),
    Construct("reference-folded", "![A map][MAP Of  It]\n\n[map of it]: {u}", "mdref"),
    Construct("reference-before", "[map]: {u}\n\nText ![A map][map].", "mdref"),
    Construct("reference-angle", "![A map][map]\n\n[map]: <{u}>", "mdref"),
    Construct("collapsed", "![Map][]\n\n[map]: {u}", "mdref"),
    Construct("shortcut", "![Map]\n\n[map]: {u}", "mdref"),
    Construct("reference-linked", "[![A map][map]][home]\n\n[map]: {u}\n[home]: https://example.org/", "mdref"),
    Construct("reference-indented", "![A map][map]\n\n   [map]: {u}", "mdref"),
)

HTML = (
    Construct("img", '<img src="{u}" alt="A map">', "html"),
    Construct("img-single", "<img src='{u}' alt='A map'>", "html"),
    Construct("img-bare", "<img alt=map src={u} width=600>", "html"),
    Construct("img-upper", '<IMG ALT="A map" SRC="{u}">', "html"),
    Construct("img-closed", '<img src="{u}" alt="A map" />', "html"),
    Construct("img-spaced", '<img src = "{u}" alt = "A map">', "html"),
    Construct("img-lines", '<img\n  src="{u}"\n  alt="A map"\n/>', "html"),
    Construct("img-inline", 'Text <img src="{u}" alt="A map"> and more.', "html"),
    Construct("img-in-p", '<p>Text <img src="{u}" alt="A map"></p>', "html"),
    Construct("img-in-div", '<div class="box">\n<p><img src="{u}" alt="A map"></p>\n</div>', "html"),
    Construct(
        "img-figure", '<figure>\n  <img src="{u}" alt="A map">\n  <figcaption>Map</figcaption>\n</figure>', "html"
    ),
    Construct("img-table", '<table><tr><td><img src="{u}" alt="A map"></td></tr></table>', "html"),
    Construct("img-link", '<a href="https://example.org/"><img src="{u}" alt="A map"></a>', "html"),
    Construct("img-quote", '> <img src="{u}" alt="A map">', "html"),
    Construct("img-list", '- <img src="{u}" alt="A map">', "html"),
    Construct("img-entities", '<img src="{u}" alt="A &amp; B">', "html", _entities),
    Construct("img-blanks", '<img src=" {u} " alt="A map">', "html"),
    Construct("img-gt", '<img alt="a > b" src="{u}">', "html"),
    Construct("img-details", '<details><summary>Map</summary>\n<img src="{u}" alt="A map">\n</details>', "html"),
    Construct("img-center", '<center><img src="{u}" alt="A map" width="50%"></center>', "html"),
    Construct("img-lazy-loading", '<img loading="lazy" src="{u}" alt="A map">', "html"),
    Construct("data-src", '<img data-src="{u}" alt="A map">', "html"),
    Construct("data-original", '<img data-original="{u}" alt="A map">', "html"),
    Construct("data-actualsrc", '<img data-actualsrc="{u}" alt="A map">', "html"),
    Construct("data-lazy-src", '<img data-lazy-src="{u}" alt="A map">', "html"),
    Construct("data-echo", '<img data-echo="{u}" alt="A map">', "html"),
    Construct("srcset", '<img srcset="{u} 2x" alt="A map">', "html"),
    Construct("srcset-lines", '<img alt="A map" srcset="\n  {u} 480w\n">', "html"),
    Construct("source", '<picture><source srcset="{u}" type="image/png"></picture>', "html"),
    Construct("poster", '<video poster="{u}" controls></video>', "html"),
    Construct("style", "<div style=\"background-image: url('{u}')\">x</div>", "html"),
    Construct("style-bare", '<div style="background: #fff url({u}) no-repeat">x</div>', "html"),
    Construct("style-entity", '<div style="background: url(&quot;{u}&quot;)">x</div>', "html"),
    Construct("style-element", "<style>\n.map { background: url({u}) }\n\n.x { color: red }\n</style>", "html"),
    Construct("svg", '<svg width="9" height="9"><image href="{u}" width="9" height="9"/></svg>', "html"),
    Construct("svg-xlink", '<svg width="9" height="9"><image xlink:href="{u}" width="9" height="9"/></svg>', "html"),
    Construct("svg-use", '<svg width="9" height="9"><use href="{u}"/></svg>', "html"),
    Construct("preload", 'Text.\n\n<link rel="preload" as="image" href="{u}">', "html"),
    Construct("object", '<object data="{u}" type="image/png"></object>', "html"),
    Construct("embed", '<embed src="{u}" type="image/png">', "html"),
    Construct("input", '<input type="image" src="{u}" alt="Go">', "html"),
    Construct("background", '<table background="{u}"><tr><td>x</td></tr></table>', "html"),
)

# what only looks like a picture, in any CommonMark post
NO_PICTURES = (
    Construct("fence", "```\n![A map]({u})\n```", NOWHERE),
    Construct("fence-html", '```html\n<img src="{u}" alt="A map">\n```', NOWHERE),
    Construct("tildes", "~~~md\n![A map]({u})\n~~~", NOWHERE),
    Construct("fence-list", "- one\n\n  ```\n  ![A map]({u})\n  ```", NOWHERE),
    Construct("fence-quote", "> ```\n> ![A map]({u})\n> ```", NOWHERE),
    Construct("indented", "Text.\n\n    ![A map]({u})", NOWHERE),
    Construct("code", "Write `![A map]({u})` so.", NOWHERE),
    Construct("double-code", 'Write ``<img src="{u}"> ` `` so.', NOWHERE),
    Construct("comment", '<!-- <img src="{u}" alt="A map"> -->', NOWHERE),
    Construct("comment-lines", "<!--\n![A map]({u})\n-->", NOWHERE),
    Construct("comment-inline", "Text <!-- ![A map]({u}) --> more.", NOWHERE),
    Construct("escaped", "\\![A map]({u})", NOWHERE),
    Construct("escaped-open", "!\\[A map]({u})", NOWHERE),
    Construct("link", "[A map]({u})", NOWHERE),
    Construct("apart", "![A map] ({u})", NOWHERE),
    Construct("full-width", "！[A map]({u})", NOWHERE),
    Construct("undefined", "![A map][nothing]\n\nSee {u} there.", NOWHERE),
    Construct("unused-definition", "Text.\n\n[map]: {u}", NOWHERE),
    Construct("html-code", '<code>&lt;img src="{u}"&gt;</code>', NOWHERE),
    Construct("anchor", '<a href="{u}">A map</a>', NOWHERE),
    Construct("script", "<script>\nconst map = '<img src=\"{u}\">';\n</script>", NOWHERE),
    Construct("in-div", "<div>\n![A map]({u})\n</div>", NOWHERE),
    Construct("open-code", "``` js\nconst a = 1;\n![A map]({u})", NOWHERE),
    Construct("text-area", '<textarea>\n<img src="{u}">\n</textarea>', NOWHERE),
)

ESCAPED = (
    Construct("escapes", "![A map]({u})", "md", _escapes),
    Construct("entities", "![A map]({u})", "md", lambda url: url.replace("&", "&amp;")),
)
