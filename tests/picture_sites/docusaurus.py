"""Sites of Docusaurus: static folders, `@site/`, `require`, baseUrl, MDX."""

from __future__ import annotations

import json

from tests.picture_sites.constructs import MARKDOWN, NO_PICTURES
from tests.picture_sites.model import (
    CASE,
    INVALID,
    MISSING,
    NOWHERE,
    OK,
    REMOTE,
    Construct,
    Place,
    SiteOfCases,
    cross,
)

_POST = "blog/2021-10-10-{name}.md"
_DOC = "docs/{name}.mdx"
_FRONT = "title: {name}\nslug: {name}\n"
_PACKAGES = (
    '{"private": true, "dependencies": {"@docusaurus/core": "^3.10.2", "@docusaurus/preset-classic": "^3.10.2"}}'
)


def _config(base: str = "/", **more: object) -> dict[str, str]:
    config = {
        "title": "T",
        "url": "https://site.example",
        "baseUrl": base,
        "onBrokenLinks": "ignore",
        "markdown": {"hooks": {"onBrokenMarkdownLinks": "ignore", "onBrokenMarkdownImages": "ignore"}},
        "presets": [["classic", {"blog": {"onInlineTags": "ignore", "onUntruncatedBlogPosts": "ignore"}}]],
        **more,
    }
    return {
        "docusaurus.config.js": f"module.exports = {json.dumps(config, indent=2)};\n",
        "package.json": _PACKAGES,
        "docs/start.md": "# Start\n",
    }


_FOUND = (
    Place("rooted", "/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK, NOWHERE: NOWHERE}),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}, frozenset({"md", "mdref", "html", "jsx"})),
)
_JSX = (
    Construct("jsx-img", '<img src="{u}" alt="A map" />', "jsx"),
    Construct("jsx-single", "<img src='{u}' alt='A map'/>", "jsx"),
    Construct("jsx-string", "<img src={'{u}'} alt=\"A map\" />", "jsx"),
    Construct("jsx-template", '<img src={`{u}`} alt="A map" />', "jsx"),
    Construct("jsx-lines", '<img\n  src="{u}"\n  alt="A map"\n/>', "jsx"),
    Construct("jsx-srcset", '<img srcSet="{u} 2x" alt="A map" />', "jsx"),
    Construct("jsx-srcset-string", "<img srcSet={'{u} 2x'} alt=\"A map\" />", "jsx"),
    Construct("jsx-xlink", '<svg><image xlinkHref="{u}" /></svg>', "jsx"),
    Construct("jsx-expression", "{true && <img src='{u}' alt=\"A map\" />}", "jsx"),
    Construct("jsx-source", '<picture><source srcSet="{u}" type="image/png" /></picture>', "jsx"),
    Construct("jsx-poster", '<video poster="{u}" controls></video>', "jsx"),
    Construct("jsx-style", "<div style={{backgroundImage: \"url('{u}')\"}}>x</div>", "jsx"),
    Construct("jsx-div", "<div>\n\n![A map]({u})\n\n</div>", "md"),
    Construct("jsx-tight", "<div>\n![A map]({u})\n</div>", "md"),
    Construct("jsx-indented", "Text.\n\n    ![A map]({u})", "md"),
    Construct(
        "jsx-figure", '<figure>\n  <img src="{u}" alt="A map" />\n  <figcaption>x</figcaption>\n</figure>', "jsx"
    ),
    Construct("admonition", ":::note\n\n![A map]({u})\n\n:::", "md"),
    Construct("jsx-comment", "{/* ![A map]({u}) */}", NOWHERE),
    Construct("html-comment", '<!-- <img src="{u}" /> -->', NOWHERE),
    Construct("jsx-fence", '```jsx\n<img src="{u}" />\n```', NOWHERE),
    Construct("jsx-code", 'Write `<img src="{u}" />` so.', NOWHERE),
    Construct("truncate", "<!-- truncate -->\n\n![A map]({u})", "md"),
)
_NO = tuple(
    c
    for c in NO_PICTURES
    if c.name
    in (
        "fence",
        "fence-html",
        "tildes",
        "fence-list",
        "fence-quote",
        "code",
        "double-code",
        "comment-lines",
        "escaped",
        "escaped-open",
        "link",
        "apart",
        "full-width",
        "undefined",
        "unused-definition",
    )
)
# the first heading of a page becomes its title
_ALL = tuple(c for c in MARKDOWN if c.name != "setext")
_MD = tuple(c for c in MARKDOWN if c.name in ("inline", "reference"))
_MAIN = (*_MD, _JSX[0])
_PLACES = (
    Place("beside", "./PIC.png", {"blog/PIC.png": None}, {"md": OK, "mdref": MISSING, "jsx": MISSING}),
    Place("bare", "PIC.png", {"blog/PIC.png": None}, {"md": OK, "mdref": MISSING, "jsx": MISSING}),
    Place("below", "./img/PIC.png", {"blog/img/PIC.png": None}, {"md": OK, "mdref": MISSING, "jsx": MISSING}),
    Place("up", "../assets/PIC.png", {"assets/PIC.png": None}, {"md": OK, "mdref": MISSING, "jsx": MISSING}),
    Place("beside-lost", "./PIC.png", {}, {"*": MISSING}),
    Place("beside-case", "./PIC.PNG", {"blog/PIC.png": None}, {"md": CASE, "mdref": MISSING, "jsx": MISSING}),
    Place(
        "site", "@site/static/img/PIC.png", {"static/img/PIC.png": None}, {"md": OK, "mdref": MISSING, "jsx": MISSING}
    ),
    Place("site-folder", "@site/assets/PIC.png", {"assets/PIC.png": None}, {"md": OK}),
    Place("site-lost", "@site/static/img/PIC.png", {}, {"md": MISSING}),
    Place("pathname", "pathname:///img/PIC.png", {"static/img/PIC.png": None}, {"md": OK}),
    Place("pathname-lost", "pathname:///img/PIC.png", {}, {"md": MISSING}),
    Place("static", "/static/img/PIC.png", {"static/img/PIC.png": None}, {"*": MISSING}),
    Place("case-name", "/img/PIC.PNG", {"static/img/PIC.png": None}, {"*": CASE}),
    Place("case-folder", "/Img/PIC.png", {"static/img/PIC.png": None}, {"*": CASE}),
    Place("query", "/img/PIC.png?v=1", {"static/img/PIC.png": None}, {"*": OK}),
    Place("beside-query", "./PIC.png?v=1", {"blog/PIC.png": None}, {"md": OK}),
    Place("blank", "/img/PIC%20b.png", {"static/img/PIC b.png": None}, {"*": OK}),
    Place("beside-blank", "./a%20PIC.png", {"blog/a PIC.png": None}, {"md": OK}),
    Place("cjk", "/图/PIC图.png", {"static/图/PIC图.png": None}, {"*": OK}),
    Place("beside-cjk", "./图PIC.png", {"blog/图PIC.png": None}, {"md": OK}),
    Place("underscore", "/_img/PIC.png", {"static/_img/PIC.png": None}, {"*": OK}),
    Place("remote", "https://cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("no-scheme", "//cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("own-host", "https://site.example/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("scheme", "hhttp://cdn.example.net/PIC.png", {}, {"*": INVALID}),
)
_REQUIRE = (
    Construct("require", "<img src={require('{u}').default} alt=\"A map\" />", "import"),
    Construct("require-double", '<img src={require("{u}").default} alt="A map" />', "import"),
    Construct("import", "import map from '{u}';\n\n<img src={map} alt=\"A map\" />", "import"),
)
_BARE_REQUIRE = (Construct("require-bare", "<img src={require('{u}')} alt=\"A map\" />", "bare"),)
_BARE_PLACES = (Place("beside", "./PIC.png", {"docs/PIC.png": None}, {"*": MISSING}),)
_REQUIRE_PLACES = (
    Place("beside", "./PIC.png", {"docs/PIC.png": None}, {"*": OK}),
    Place("up", "../assets/PIC.png", {"assets/PIC.png": None}, {"*": OK}),
    Place("site", "@site/static/img/PIC.png", {"static/img/PIC.png": None}, {"*": OK}),
    Place("lost", "./PIC.png", {}, {"*": MISSING}),
    Place("site-lost", "@site/static/img/PIC.png", {}, {"*": MISSING}),
    Place("case", "./PIC.PNG", {"docs/PIC.png": None}, {"*": CASE}),
)
_BASE_URL = (
    Construct(
        "use-base-url-within",
        "import useBaseUrl from '@docusaurus/useBaseUrl';\nimport ThemedImage from '@theme/ThemedImage';\n\n"
        "<ThemedImage sources={{light: useBaseUrl('{u}'), dark: useBaseUrl('{u}')}} alt=\"A map\" />",
        "use",
    ),
    Construct(
        "use-base-url-style",
        "import useBaseUrl from '@docusaurus/useBaseUrl';\n\n"
        "<div style={{backgroundImage: `url(${useBaseUrl('{u}')})`}}>x</div>",
        "use",
    ),
    Construct(
        "use-base-url",
        "import useBaseUrl from '@docusaurus/useBaseUrl';\n\n<img src={useBaseUrl('{u}')} alt=\"A map\" />",
        "use",
    ),
)
_BASE_PLACES = (
    Place(
        "no-base", "/img/PIC.png", {"static/img/PIC.png": None}, {"md": OK, "mdref": MISSING, "jsx": MISSING, "use": OK}
    ),
    Place("base", "/docs-site/img/PIC.png", {"static/img/PIC.png": None}, {"md": MISSING, "mdref": OK, "jsx": OK}),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}),
    Place("base-lost", "/docs-site/img/PIC.png", {}, {"*": MISSING}),
    Place("pathname", "pathname:///docs-site/img/PIC.png", {"static/img/PIC.png": None}, {"md": OK}),
    Place("pathname-no-base", "pathname:///img/PIC.png", {"static/img/PIC.png": None}, {"md": MISSING}),
    Place("bare", "img/PIC.png", {"static/img/PIC.png": None}, {"use": OK}),
)


def _name(name: str) -> str:
    return name


def _stops(group: str, verdict: str) -> bool:
    return group == "import" and verdict in (MISSING, CASE)


def _stops_markdown(group: str, verdict: str) -> bool:
    return group == "md" and verdict == MISSING


SITES = (
    SiteOfCases(
        "docusaurus",
        "docusaurus",
        _config(),
        _POST,
        _FRONT,
        (
            *cross((*_ALL, *_JSX, *_NO), _FOUND, "da", _name),
            *cross(_MAIN, _PLACES, "db", _name),
        ),
    ),
    SiteOfCases(
        "docusaurus-docs",
        "docusaurus",
        _config(),
        _DOC,
        _FRONT,
        (
            *cross(_REQUIRE, _REQUIRE_PLACES, "dc", _name, _stops),
            *cross(_BARE_REQUIRE, _BARE_PLACES, "df", _name),
        ),
    ),
    SiteOfCases(
        "docusaurus-base",
        "docusaurus",
        _config("/docs-site/", staticDirectories=["static", "public"]),
        _POST,
        _FRONT,
        (
            *cross((*_MAIN, *_BASE_URL), _BASE_PLACES, "dd", _name, _stops_markdown),
            *cross(_MAIN[:1], (Place("second", "/PIC.png", {"public/PIC.png": None}, {"*": OK}),), "de", _name),
        ),
        base="/docs-site/",
    ),
)
