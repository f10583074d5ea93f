"""Sites of Hexo: root, asset folders, the renderer's settings, tags."""

from __future__ import annotations

from tests.picture_sites.constructs import HTML, MARKDOWN, NO_PICTURES
from tests.picture_sites.model import (
    CASE,
    INVALID,
    MISSING,
    NOWHERE,
    OK,
    OUTSIDE,
    REMOTE,
    UNPUBLISHED,
    UNRUN,
    Case,
    Construct,
    Place,
    SiteOfCases,
    cross,
)

_PACKAGES = '{"private": true, "hexo": {"version": "8.1.2"}, "dependencies": {"hexo": "^8.1.2", "hexo-renderer-marked": "^7.0.1"}}'
_POST = "source/_posts/{name}.md"
_FRONT = "title: {name}\ndate: 2021-10-10 10:10:10\n"


def _config(*lines: str) -> dict[str, str]:
    base = ["title: T", "url: https://site.example", "theme: mini", *lines]
    return {"_config.yml": "\n".join(base) + "\n", "package.json": _PACKAGES}


_FOUND = (
    Place("rooted", "/img/PIC.png", {"source/img/PIC.png": None}, {"*": OK, NOWHERE: NOWHERE}),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}, frozenset({"md", "mdref", "html"})),
)
_INLINE = tuple(construct for construct in MARKDOWN if construct.name in ("inline", "reference"))
_IMG = tuple(construct for construct in HTML if construct.name in ("img",))
_MAIN = (*_INLINE, *_IMG)

_TAGS = (
    Construct("img-tag", "{% img {u} %}", "tag"),
    Construct("img-tag-classes", '{% img left small {u} 300 200 \'"A map" "A map"\' %}', "tag"),
    Construct("image-tag", "{% image {u} %}", "tag"),
    Construct("raw", '{% raw %}\n<img src="{u}" alt="A map">\n{% endraw %}', "html"),
    Construct("raw-markdown", "{% raw %}\n![A map]({u})\n{% endraw %}", NOWHERE),
    Construct("quote-tag", "{% blockquote %}\n![A map]({u})\n{% endblockquote %}", "md"),
    Construct("deep-brackets", "![A [small [old]] map]({u})", NOWHERE),
    Construct("one-backtick", "![A ` map]({u})", NOWHERE),
    Construct("code-and-brackets", "![A [small] `map [[`]({u})", "md"),
    Construct("codeblock", "{% codeblock %}\n![A map]({u})\n{% endcodeblock %}", NOWHERE),
)

_PLACES = (
    Place("relative", "img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING}),
    Place("dot", "./img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING}),
    Place("case-name", "/img/PIC.PNG", {"source/img/PIC.png": None}, {"*": CASE}),
    Place("case-folder", "/Img/x/PIC.png", {"source/img/x/PIC.png": None}, {"*": CASE}),
    Place("beside", "PIC.png", {"source/_posts/PIC.png": None}, {"*": UNPUBLISHED, "html": MISSING}),
    Place("asset-folder-off", "PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": UNPUBLISHED, "html": MISSING}),
    Place("underscore", "/_img/PIC.png", {"source/_img/PIC.png": None}, {"*": UNPUBLISHED}),
    Place("dot-folder", "/.img/PIC.png", {"source/.img/PIC.png": None}, {"*": UNPUBLISHED}),
    Place("query", "/img/PIC.png?v=2", {"source/img/PIC.png": None}, {"*": OK}),
    Place("fragment", "/img/PIC.png#top", {"source/img/PIC.png": None}, {"*": OK}),
    Place("blank", "/img/PIC%20b.png", {"source/img/PIC b.png": None}, {"*": OK}),
    Place("cjk", "/图/PIC图.png", {"source/图/PIC图.png": None}, {"*": OK}),
    Place("cjk-encoded", "/%E5%9B%BE/PIC%E5%9B%BE.png", {"source/图/PIC图.png": None}, {"*": OK}),
    Place("cjk-lost", "/图/PIC图.png", {"source/图/PIC画.png": None}, {"*": MISSING}),
    Place(
        "hash-in-name",
        "/img/PIC%23b.png",
        {"source/img/PIC#b.png": None},
        {"md": MISSING, "mdref": MISSING, "html": OK},
    ),
    Place("up", "../img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING}),
    Place("up-page", "../../../../img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": OK}),
    Place("source-folder", "/source/img/PIC.png", {"source/img/PIC.png": None}, {"*": MISSING}),
    Place("typora", "POST/PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": UNPUBLISHED, "html": MISSING}),
    Place("remote", "https://cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("remote-plain", "http://cdn.example.net/a/PIC.jpg?w=1", {}, {"*": REMOTE}),
    Place("no-scheme", "//cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("own-host", "https://site.example/img/PIC.png", {"source/img/PIC.png": None}, {"*": OK}),
    Place("own-host-lost", "https://site.example/img/PIC.png", {"source/img/other.png": None}, {"*": MISSING}),
    Place("drive", "C:/img/PIC.png", {}, {"*": OUTSIDE}),
    Place("file", "file:///C:/img/PIC.png", {}, {"*": OUTSIDE}),
    Place("scheme", "hhttps://cdn.example.net/PIC.png", {}, {"*": INVALID}),
    Place("two-dots", "/img/../img/PIC.png", {"source/img/PIC.png": None}, {"*": OK}),
    Place("no-extension", "/img/PIC", {"source/img/PIC": None}, {"*": OK}),
    Place("upper-extension", "/img/PIC.PNG", {"source/img/PIC.PNG": None}, {"*": OK}),
    Place("parens", "/img/PIC(1).png", {"source/img/PIC(1).png": None}, {"*": OK}),
    Place("plus", "/img/PIC+b.png", {"source/img/PIC+b.png": None}, {"*": OK}),
    Place("percent", "/img/PIC%25b.png", {"source/img/PIC%b.png": None}, {"*": OK}),
    Place("double-encoded", "/img/PIC%2520b.png", {"source/img/PIC b.png": None}, {"*": MISSING}),
    Place("theme-file", "/theme/PIC.png", {"themes/mini/source/theme/PIC.png": None}, {"*": OK}),
    Place("folder", "/img/PIC/", {"source/img/PIC/a.png": None}, {"*": MISSING}),
    Place("ampersand", "/img/PIC&b.png", {"source/img/PIC&b.png": None}, {"*": OK}),
    Place("apostrophe", "/img/PIC'b.png", {"source/img/PIC'b.png": None}, {"*": OK}),
)


_ROOT_PLACES = (
    Place("no-root", "/img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING, "tag": OK}),
    Place(
        "root",
        "/blog/img/PIC.png",
        {"source/img/PIC.png": None},
        {"md": MISSING, "mdref": MISSING, "html": OK, "tag": MISSING},
    ),
    Place("relative", "img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING}),
    Place("lost", "/img/PIC.png", {"source/img/x.png": None}, {"*": MISSING}),
    Place("root-lost", "/blog/img/PIC.png", {}, {"*": MISSING}),
    Place("case", "/img/PIC.png", {"source/img/PIC.PNG": None}, {"md": CASE, "mdref": CASE}),
    Place("root-case", "/blog/img/PIC.png", {"source/img/PIC.PNG": None}, {"html": CASE}),
    Place("up-page", "../../../../img/PIC.png", {"source/img/PIC.png": None}, {"html": OK}),
    Place("up", "../img/PIC.png", {"source/img/PIC.png": None}, {"md": MISSING, "mdref": MISSING, "html": MISSING}),
    Place("blog-folder", "/blog/PIC.png", {"source/blog/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING}),
    Place("own-host", "https://site.example/blog/img/PIC.png", {"source/img/PIC.png": None}, {"*": OK}),
    Place("own-host-outside", "https://site.example/img/PIC.png", {"source/img/PIC.png": None}, {"*": REMOTE}),
)
_ASSET_PLACES = (
    Place("asset", "PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": OK}),
    Place("asset-deep", "a/PIC.png", {"source/_posts/POST/a/PIC.png": None}, {"*": OK}),
    Place(
        "asset-dot",
        "./PIC.png",
        {"source/_posts/POST/PIC.png": None},
        {"md": OK, "mdref": OK, "html": OK, "asset": MISSING},
    ),
    Place("asset-case", "PIC.png", {"source/_posts/POST/PIC.PNG": None}, {"*": CASE, "md": MISSING, "mdref": MISSING}),
    Place("asset-lost", "PIC.png", {"source/_posts/POST/x.png": None}, {"*": MISSING}),
    Place(
        "asset-query",
        "PIC.png?v=1",
        {"source/_posts/POST/PIC.png": None},
        {"md": MISSING, "mdref": MISSING, "html": OK},
    ),
    Place("by-name", "POST/PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": MISSING}),
    Place("by-page", "/2021/10/10/POST/PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": OK, "asset": MISSING}),
    Place("rooted", "/img/PIC.png", {"source/img/PIC.png": None}, {"*": OK, "asset": MISSING}),
    Place("rooted-lost", "/PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": MISSING}),
    Place(
        "root-file",
        "img/PIC.png",
        {"source/img/PIC.png": None},
        {"md": OK, "mdref": OK, "html": MISSING, "asset": MISSING},
    ),
    Place("other-post", "/2021/10/10/OTHER/PIC.png", {"source/_posts/OTHER/PIC.png": None}, {"*": MISSING}),
    Place("cjk", "图PIC.png", {"source/_posts/POST/图PIC.png": None}, {"*": OK}),
    Place(
        "blank",
        "a%20PIC.png",
        {"source/_posts/POST/a PIC.png": None},
        {"md": MISSING, "mdref": MISSING, "html": OK, "asset": MISSING},
    ),
    Place("up", "../PIC.png", {"source/_posts/PIC.png": None}, {"*": MISSING}),
    Place("underscore", "_PIC.png", {"source/_posts/POST/_PIC.png": None}, {"*": MISSING}),
)
_UNRESOLVED_ASSET_PLACES = (
    Place(
        "asset",
        "PIC.png",
        {"source/_posts/POST/PIC.png": None},
        {"md": MISSING, "mdref": MISSING, "html": OK, "asset": OK},
    ),
    Place("asset-lost", "PIC.png", {}, {"*": MISSING}),
    Place("by-page", "/2021/10/10/POST/PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": OK, "asset": MISSING}),
    Place("rooted", "/img/PIC.png", {"source/img/PIC.png": None}, {"*": OK, "asset": MISSING}),
    Place("relative", "img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING}),
)
_NO_PREPEND_PLACES = (
    Place("rooted", "/img/PIC.png", {"source/img/PIC.png": None}, {"*": OK}),
    Place("relative", "img/PIC.png", {"source/img/PIC.png": None}, {"*": MISSING}),
    Place("asset", "PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": OK}),
    Place("asset-lost", "PIC.png", {"source/_posts/POST/x.png": None}, {"*": MISSING}),
    Place("asset-dot", "./PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": OK}),
    Place("by-name", "POST/PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": MISSING}),
    Place("up", "../POST/PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": OK}),
    Place("lost", "/PIC.png", {}, {"*": MISSING}),
    Place("case", "/Img/PIC.png", {"source/img/PIC.png": None}, {"*": CASE}),
)
_ASSET_TAGS = (
    Construct("asset-img", "{% asset_img {u} %}", "asset"),
    Construct("asset-img-class", '{% asset_img left {u} 300 200 \'"A map" "A map"\' %}', "asset"),
    Construct("asset-img-quoted", '{% asset_img "{u}" A map of it %}', "asset"),
    Construct("asset-path", '<img src="{% asset_path {u} %}" alt="A map">', "asset"),
)
_QUOTED = Construct("quote-tag", "{% blockquote %}\n![A map]({u})\n{% endblockquote %}", "md")
_QUOTED_PLACES = (
    Place("asset", "PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": MISSING}),
    Place("rooted", "/img/PIC.png", {"source/img/PIC.png": None}, {"*": OK}),
    Place("root-file", "img/PIC.png", {"source/img/PIC.png": None}, {"*": OK}),
)
# to the tag, a lone word is the name of a file
_NAMED_PLACES = (
    Place("no-extension", "PIC", {"source/_posts/POST/PIC": None}, {"asset": OK}),
    Place("no-extension-lost", "PIC", {"source/_posts/POST/PIC.png": None}, {"asset": MISSING}),
)
# its placeholder is what the address becomes
_TAGS_IN_URLS = (
    Construct("tag-in-url", "![A map]({% asset_path {u} %})", "tag"),
    Construct("tag-in-reference", "![A map][map]\n\n[map]: {% asset_path {u} %}", "tag"),
    Construct("output-in-url", "![A map](/img/{{ '{u}' }})", "output"),
)


def _name(name: str) -> str:
    return name


def _plain_cases() -> tuple[Case, ...]:
    return (
        *cross((*MARKDOWN, *HTML, *NO_PICTURES), _FOUND, "ha", _name),
        *cross(_TAGS, _FOUND, "hb", _name),
        *cross(_MAIN, _PLACES, "hc", _name),
    )


_ASSETS = ("post_asset_folder: true", "marked:", "  prependRoot: true", "  postAsset: true")
SITES = (
    SiteOfCases("hexo", "hexo", _config(), _POST, _FRONT, _plain_cases()),
    SiteOfCases(
        "hexo-root",
        "hexo",
        _config("root: /blog/"),
        _POST,
        _FRONT,
        tuple(cross((*_MAIN, *_TAGS[:1]), _ROOT_PLACES, "hd", _name)),
        base="/blog/",
    ),
    SiteOfCases(
        "hexo-assets",
        "hexo",
        _config(*_ASSETS),
        _POST,
        _FRONT,
        (
            *cross((*_MAIN, *_ASSET_TAGS), _ASSET_PLACES, "he", _name),
            *cross((_QUOTED,), _QUOTED_PLACES, "hj", _name),
            *cross(_ASSET_TAGS[:1], _NAMED_PLACES, "hk", _name),
            *cross(
                _TAGS_IN_URLS,
                (Place("x", "PIC.png", {"source/_posts/POST/PIC.png": None}, {"tag": MISSING, "output": UNRUN}),),
                "hi",
                _name,
            ),
        ),
    ),
    SiteOfCases(
        "hexo-assets-off",
        "hexo",
        _config("post_asset_folder: true"),
        _POST,
        _FRONT,
        tuple(cross((*_MAIN, *_ASSET_TAGS[:2]), _UNRESOLVED_ASSET_PLACES, "hf", _name)),
    ),
    SiteOfCases(
        "hexo-no-prepend",
        "hexo",
        _config("post_asset_folder: true", "marked:", "  prependRoot: false"),
        _POST,
        _FRONT,
        tuple(cross(_MAIN, _NO_PREPEND_PLACES, "hg", _name)),
    ),
    SiteOfCases(
        "hexo-assets-root",
        "hexo",
        _config(*_ASSETS, "root: /my/blog/", "permalink: :title.html"),
        _POST,
        _FRONT,
        tuple(
            cross(
                (*_MAIN, *_ASSET_TAGS),
                (
                    Place("asset", "PIC.png", {"source/_posts/POST/PIC.png": None}, {"*": OK, "html": MISSING}),
                    Place(
                        "by-name",
                        "POST/PIC.png",
                        {"source/_posts/POST/PIC.png": None},
                        {"html": OK, "md": OK, "mdref": OK},
                    ),
                    Place(
                        "rooted", "/img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": MISSING}
                    ),
                    Place(
                        "full",
                        "/my/blog/img/PIC.png",
                        {"source/img/PIC.png": None},
                        {"md": MISSING, "mdref": MISSING, "html": OK},
                    ),
                    Place("near", "img/PIC.png", {"source/img/PIC.png": None}, {"md": OK, "mdref": OK, "html": OK}),
                    Place("up", "../img/PIC.png", {"source/img/PIC.png": None}, {"html": MISSING}),
                ),
                "hh",
                _name,
            )
        ),
        base="/my/blog/",
    ),
)
