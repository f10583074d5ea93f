"""Sites of Hugo: single files and bundles, base paths, static folders, shortcodes."""

from __future__ import annotations

from tests.picture_sites.constructs import ESCAPED, HTML, MARKDOWN, NO_PICTURES
from tests.picture_sites.model import (
    CASE,
    DEFECT,
    DYNAMIC,
    INVALID,
    MISSING,
    NOWHERE,
    OK,
    OUTSIDE,
    REMOTE,
    Construct,
    Place,
    SiteOfCases,
    cross,
    picture,
)

_POST = "content/posts/{name}.md"
_BUNDLE = "content/posts/{name}/index.md"
_FRONT = "title: {name}\ndate: 2021-10-10\n"
_UNSAFE = "[markup.goldmark.renderer]\nunsafe = true\n"


def _config(*lines: str, base: str = "/") -> dict[str, str]:
    first = (
        f'baseURL = "https://site.example{base}"',
        'title = "T"',
        'disableKinds = ["RSS", "sitemap", "taxonomy", "term"]',
    )
    return {"hugo.toml": "\n".join((*first, *lines)) + "\n" + _UNSAFE}


_FOUND = (
    Place("rooted", "/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK, NOWHERE: NOWHERE}),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}, frozenset({"md", "mdref", "html"})),
)
_MAIN = tuple(
    construct for construct in (*MARKDOWN, *HTML) if construct.name in ("inline", "reference", "img", "srcset")
)
_FIGURES = (
    Construct("figure", '{{< figure src="{u}" alt="A map" >}}', "figure"),
    Construct("figure-bare", "{{< figure src={u} >}}", "figure"),
    Construct("figure-raw", '{{< figure src=`{u}` title=`The "map"` >}}', "figure"),
    Construct("figure-lines", '{{< figure\n  src="{u}"\n  alt="A map"\n  caption="The map"\n>}}', "figure"),
    Construct("figure-tight", '{{<figure src="{u}">}}', "figure"),
    Construct("figure-percent", '{{% figure src="{u}" %}}', "figure"),
    Construct(
        "figure-order", '{{< figure alt="A map" link="https://example.org/" src="{u}" class="wide" >}}', "figure"
    ),
    Construct("figure-text", 'Text {{< figure src="{u}" >}} text.', "figure"),
    Construct("figure-list", '- one\n- {{< figure src="{u}" >}}', "figure"),
    Construct("figure-escaped", '{{</* figure src="{u}" */>}}', NOWHERE),
    Construct("figure-escaped-percent", '{{%/* figure src="{u}" */%}}', NOWHERE),
)
_BRACKETS = (
    Construct("deep-brackets", "![A [small [old]] map]({u})", "md"),
    Construct("one-backtick", "![A ` map]({u})", "md"),
)
_SHORTCODES = {
    "layouts/shortcodes/box.html": '<div class="box">{{ .Inner }}</div>\n',
    "layouts/shortcodes/read.html": "<div>{{ .Inner | markdownify }}</div>\n",
}
_CONTENTS = (
    Construct("raw-content", "{{< box >}}\n![A map]({u})\n{{< /box >}}", "raw"),
    Construct("read-content", "{{< read >}}![A map]({u}){{< /read >}}", "md"),
    Construct("after-content", "{{< box >}}x{{< /box >}}\n\n![A map]({u})\n\n{{< box >}}x{{< /box >}}", "md"),
)
_CONTENT_PLACES = (
    Place("rooted", "/img/PIC.png", {"static/img/PIC.png": None}, {"md": OK}),
    Place("lost", "/img/PIC.png", {}, {"md": MISSING, "raw": DYNAMIC}),
)
_LIVE_IN_CODE = (
    Construct("figure-fence", '```\n{{< figure src="{u}" >}}\n```', "figure"),
    Construct("figure-comment", '{{/* <img src="{u}"> */}}', "html"),
)
_OWN = (
    Construct("own-img", '{{< img src="{u}" alt="A map" >}}', "own"),
    Construct("own-img-first", '{{< img "{u}" "A map" >}}', "own"),
    Construct("own-raw", "{{< img src=`{u}` >}}", "own"),
)

_PLACES = (
    Place("relative", "img/PIC.png", {"static/img/PIC.png": None}, {"*": MISSING}),
    Place("up", "../img/PIC.png", {"static/posts/img/PIC.png": None}, {"*": OK}),
    Place("up-up", "../../img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("beside", "PIC.png", {"content/posts/PIC.png": None}, {"*": MISSING}),
    Place("beside-up", "../PIC.png", {"content/posts/PIC.png": None}, {"*": OK}),
    Place("below", "PIC.png", {"static/posts/POST/PIC.png": None}, {"*": OK}),
    Place("content", "/posts/PIC.png", {"content/posts/PIC.png": None}, {"*": OK}),
    Place("content-root", "/PIC.png", {"content/PIC.png": None}, {"*": OK}),
    Place("static", "/static/img/PIC.png", {"static/img/PIC.png": None}, {"*": MISSING}),
    Place("static-bare", "static/img/PIC.png", {"static/img/PIC.png": None}, {"*": MISSING}),
    Place("assets", "/img/PIC.png", {"assets/img/PIC.png": None}, {"*": MISSING, "figure": OK}),
    Place("assets-bare", "img/PIC.png", {"assets/img/PIC.png": None}, {"*": MISSING, "figure": OK}),
    Place("case-name", "/img/PIC.PNG", {"static/img/PIC.png": None}, {"*": CASE}),
    Place("case-folder", "/Img/PIC.png", {"static/img/PIC.png": None}, {"*": CASE}),
    Place("query", "/img/PIC.png?v=2", {"static/img/PIC.png": None}, {"*": OK}),
    Place("fragment", "/img/PIC.png#x", {"static/img/PIC.png": None}, {"*": OK}),
    Place("blank", "/img/PIC%20b.png", {"static/img/PIC b.png": None}, {"*": OK}),
    Place("cjk", "/图/PIC图.png", {"static/图/PIC图.png": None}, {"*": OK}),
    Place("cjk-encoded", "/%E5%9B%BE/PIC.png", {"static/图/PIC.png": None}, {"*": OK}),
    Place("hash-in-name", "/img/PIC%23b.png", {"static/img/PIC#b.png": None}, {"*": OK}),
    Place("underscore", "/_img/_PIC.png", {"static/_img/_PIC.png": None}, {"*": OK}),
    Place("dot", "/.img/PIC.png", {"static/.img/PIC.png": None}, {"*": OK}),
    Place("out", "../../../../../../PIC.png", {}, {"*": OUTSIDE}),
    Place("remote", "https://cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("no-scheme", "//cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("own-host", "https://site.example/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("drive", "C:\\img\\PIC.png", {}, {"html": OUTSIDE}),
    Place("scheme", "htps://cdn.example.net/PIC.png", {}, {"*": INVALID}),
    Place("html-file", "/img/PIC.png", {"static/img/PIC.png": b"<!DOCTYPE html><p>404"}, {"*": DEFECT}),
    Place("empty", "/img/PIC.png", {"static/img/PIC.png": b""}, {"*": DEFECT}),
    Place("cut", "/img/PIC.png", {"static/img/PIC.png": picture("cut")[:900]}, {"*": DEFECT}),
    Place(
        "pointer",
        "/img/PIC.png",
        {"static/img/PIC.png": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"},
        {"*": DEFECT},
    ),
    Place("amp", "/img/PIC.png?a=1&b=2", {"static/img/PIC.png": None}, {"*": OK}),
    Place("parens", "/img/PIC(1).png", {"static/img/PIC(1).png": None}, {"*": OK}),
    Place("folder", "/img/PIC", {"static/img/PIC/a.png": None}, {"*": MISSING}),
)
_BUNDLE_PLACES = (
    Place("own", "PIC.png", {"content/posts/POST/PIC.png": None}, {"*": OK}),
    Place("own-dot", "./PIC.png", {"content/posts/POST/PIC.png": None}, {"*": OK}),
    Place("own-deep", "img/PIC.png", {"content/posts/POST/img/PIC.png": None}, {"*": OK}),
    Place("own-case", "PIC.png", {"content/posts/POST/PIC.PNG": None}, {"*": CASE, "figure": OK}),
    Place("own-lost", "PIC.png", {}, {"*": MISSING}),
    Place("rooted", "/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("page", "/posts/POST/PIC.png", {"content/posts/POST/PIC.png": None}, {"*": OK}),
    Place("up", "../PIC.png", {"content/posts/PIC.png": None}, {"*": OK}),
    Place("rooted-own", "/PIC.png", {"content/posts/POST/PIC.png": None}, {"*": MISSING, "figure": OK}),
    Place("upper-folder", "PIC.png", {"content/posts/POST/PIC.png": None}, {"*": OK}),
    Place("cjk", "图PIC.png", {"content/posts/POST/图PIC.png": None}, {"*": OK}),
    Place("blank", "a%20PIC.png", {"content/posts/POST/a PIC.png": None}, {"*": OK}),
    Place("query", "PIC.png?v=1", {"content/posts/POST/PIC.png": None}, {"*": OK}),
)
_BASE_PLACES = (
    Place("no-base", "/img/PIC.png", {"static/img/PIC.png": None}, {"*": MISSING}),
    Place("base", "/docs/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK, "figure": OK}),
    Place("up-up", "../../img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("base-lost", "/docs/img/PIC.png", {}, {"*": MISSING}),
    Place("base-case", "/docs/Img/PIC.png", {"static/img/PIC.png": None}, {"*": CASE}),
    Place("own-host", "https://site.example/docs/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("own-host-outside", "https://site.example/img/PIC.png", {"static/img/PIC.png": None}, {"*": REMOTE}),
)
_CANONIFIED = (
    Place("no-base", "/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}),
    Place("case", "/img/PIC.PNG", {"static/img/PIC.png": None}, {"*": CASE}),
)
_UGLY_PLACES = (
    Place("beside", "PIC.png", {"content/posts/PIC.png": None}, {"*": OK}),
    Place("up", "../img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("up-up", "../../img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("rooted", "/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("rooted-lost", "/img/PIC.png", {}, {"*": MISSING}),
)
_STATIC_PLACES = (
    Place("first", "/PIC.png", {"static/PIC.png": None}, {"*": OK}),
    Place("second", "/PIC.png", {"extra/PIC.png": None}, {"*": OK}),
    Place("none", "/PIC.png", {"other/PIC.png": None}, {"*": MISSING}),
    Place("theme", "/t/PIC.png", {"themes/mini/static/t/PIC.png": None}, {"*": OK}),
)


def _name(name: str) -> str:
    return name


_HOOK = '<img src="{{ (.Page.Resources.Get .Destination).RelPermalink }}">'
SITES = (
    SiteOfCases(
        "hugo",
        "hugo",
        {**_config(), **_SHORTCODES},
        _POST,
        _FRONT,
        (
            *cross((*MARKDOWN, *HTML, *NO_PICTURES, *_FIGURES, *_LIVE_IN_CODE, *_BRACKETS), _FOUND, "ua", _name),
            *cross(
                ESCAPED,
                (Place("x", "/img/PIC_a-b.png?a=1&b=2", {"static/img/PIC_a-b.png": None}, {"*": OK}),),
                "ue",
                _name,
            ),
            *cross((*_MAIN, _FIGURES[0]), _PLACES, "ub", _name),
            *cross(_CONTENTS, _CONTENT_PLACES, "uj", _name),
        ),
    ),
    SiteOfCases(
        "hugo-bundles",
        "hugo",
        _config(),
        _BUNDLE,
        _FRONT,
        tuple(cross((*_MAIN, *_FIGURES[:4]), _BUNDLE_PLACES, "uc", _name)),
    ),
    SiteOfCases(
        "hugo-base",
        "hugo",
        _config(base="/docs/"),
        _POST,
        _FRONT,
        tuple(cross((*_MAIN, _FIGURES[0]), _BASE_PLACES, "ud", _name)),
        base="/docs/",
    ),
    SiteOfCases(
        "hugo-canonify",
        "hugo",
        _config("canonifyURLs = true", base="/docs/"),
        _POST,
        _FRONT,
        tuple(cross(_MAIN[:3], _CANONIFIED, "uf", _name)),
        base="/docs/",
    ),
    SiteOfCases(
        "hugo-ugly", "hugo", _config("uglyURLs = true"), _POST, _FRONT, tuple(cross(_MAIN, _UGLY_PLACES, "ug", _name))
    ),
    SiteOfCases(
        "hugo-static",
        "hugo",
        _config('staticDir = ["static", "extra"]', 'theme = "mini"'),
        _POST,
        _FRONT,
        tuple(cross(_MAIN, _STATIC_PLACES, "uh", _name)),
    ),
    SiteOfCases(
        "hugo-permalinks",
        "hugo",
        _config("[permalinks]", 'posts = "/:year/:month/:slug/"'),
        _BUNDLE,
        _FRONT + "slug: s-{name}\n",
        tuple(
            cross(
                _MAIN[:3],
                (
                    *_BUNDLE_PLACES[:5],
                    Place("by-folder", "/posts/POST/PIC.png", {"content/posts/POST/PIC.png": None}, {"*": MISSING}),
                    Place("page", "/2021/10/s-POST/PIC.png", {"content/posts/POST/PIC.png": None}, {"*": OK}),
                ),
                "ui",
                _name,
            )
        ),
    ),
)
