"""Sites of Astro: imports beside the file, `public`, base, aliases, MDX."""

from __future__ import annotations

from tests.picture_sites.constructs import HTML, MARKDOWN, NO_PICTURES
from tests.picture_sites.model import (
    CASE,
    INVALID,
    MISSING,
    NOWHERE,
    OK,
    REMOTE,
    Case,
    Construct,
    Place,
    SiteOfCases,
    cross,
)

_POST = "src/content/posts/{name}.md"
_MDX = "src/content/posts/{name}.mdx"
_FRONT = "title: {name}\n"
_PACKAGES = '{"private": true, "type": "module", "dependencies": {"astro": "^7.3.5", "@astrojs/mdx": "^8.0.2"}}'
_COLLECTION = """import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { glob } from 'astro/loaders';
const posts = defineCollection({
  loader: glob({ pattern: '**/*.{md,mdx}', base: './src/content/posts' }),
  schema: ({ image }) => z.object({ title: z.string(), cover: image().optional() }),
});
export const collections = { posts };
"""
_PAGE = """---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('posts')).map((post) => ({ params: { slug: post.id }, props: { post } }));
}
const { post } = Astro.props;
const { Content } = await render(post);
---
<body>{post.data.cover && <img src={post.data.cover.src}>}<Content /></body>
"""


def _config(options: str = "", paths: str = "") -> dict[str, str]:
    return {
        "astro.config.mjs": "import { defineConfig, passthroughImageService } from 'astro/config';\n"
        "import mdx from '@astrojs/mdx';\n"
        "export default defineConfig({\n  site: 'https://site.example',\n"
        f"{options}  integrations: [mdx()],\n  image: {{ service: passthroughImageService() }},\n}});\n",
        "package.json": _PACKAGES,
        "tsconfig.json": '{"compilerOptions": {"baseUrl": ".", "paths": {' + paths + "}}}",
        "src/content.config.ts": _COLLECTION,
        "src/pages/posts/[...slug].astro": _PAGE,
    }


_FOUND = (
    Place("rooted", "/img/PIC.png", {"public/img/PIC.png": None}, {"*": OK, NOWHERE: NOWHERE}),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}, frozenset({"md", "mdref", "html", "jsx"})),
)
_MAIN = tuple(
    construct for construct in (*MARKDOWN, *HTML) if construct.name in ("inline", "title", "reference", "img")
)
# the Markdown of Astro 7 prints a tag that has an unquoted value with a slash as text, but for those in blocks of HTML
_HTML = (
    *(construct for construct in HTML if construct.name != "img-bare"),
    Construct("img-bare", "<img alt=map src={u} width=600>", NOWHERE),
    Construct("img-bare-inline", "Text <img src={u}> text", NOWHERE),
    Construct("img-bare-block", "<div>\n<img alt=map src={u}>\n</div>", "html"),
    Construct("img-bare-cell", "<table><tr><td><img alt=map src={u}></td></tr></table>", "html"),
)
_PLACES = (
    Place("beside", "./PIC.png", {"src/content/posts/PIC.png": None}, {"*": OK, "mdref": MISSING, "html": MISSING}),
    Place("bare", "PIC.png", {"src/content/posts/PIC.png": None}, {"*": OK, "mdref": MISSING, "html": MISSING}),
    Place(
        "below", "./img/PIC.png", {"src/content/posts/img/PIC.png": None}, {"*": OK, "mdref": MISSING, "html": MISSING}
    ),
    Place("up", "../../assets/PIC.png", {"src/assets/PIC.png": None}, {"*": OK, "mdref": MISSING, "html": MISSING}),
    Place("beside-lost", "./PIC.png", {}, {"*": MISSING}),
    Place("beside-case", "./PIC.PNG", {"src/content/posts/PIC.png": None}, {"md": CASE}),
    Place("query", "./PIC.png?v=1", {"src/content/posts/PIC.png": None}, {"*": MISSING}),
    Place("public", "/public/img/PIC.png", {"public/img/PIC.png": None}, {"*": MISSING}),
    Place("case-name", "/img/PIC.PNG", {"public/img/PIC.png": None}, {"*": CASE}),
    Place("case-folder", "/Img/PIC.png", {"public/img/PIC.png": None}, {"*": CASE}),
    Place("rooted-query", "/img/PIC.png?v=1", {"public/img/PIC.png": None}, {"*": OK}),
    Place("rooted-blank", "/img/PIC%20b.png", {"public/img/PIC b.png": None}, {"*": OK}),
    Place("cjk", "/图/PIC图.png", {"public/图/PIC图.png": None}, {"*": OK}),
    Place(
        "beside-cjk", "./图PIC.png", {"src/content/posts/图PIC.png": None}, {"*": OK, "mdref": MISSING, "html": MISSING}
    ),
    Place(
        "beside-blank",
        "./a%20PIC.png",
        {"src/content/posts/a PIC.png": None},
        {"*": OK, "mdref": MISSING, "html": MISSING},
    ),
    Place("underscore", "/_img/PIC.png", {"public/_img/PIC.png": None}, {"*": OK}),
    Place("dot", "/.img/PIC.png", {"public/.img/PIC.png": None}, {"*": OK}),
    Place("remote", "https://cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("no-scheme", "//cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("own-host", "https://site.example/img/PIC.png", {"public/img/PIC.png": None}, {"*": OK}),
    Place("module", "src/assets/PIC.png", {"src/assets/PIC.png": None}, {"md": OK}),
    Place("src-rooted", "/src/assets/PIC.png", {"src/assets/PIC.png": None}, {"*": MISSING}),
    Place("scheme", "htp://cdn.example.net/PIC.png", {}, {"*": INVALID}),
    Place("page", "PIC.png", {"public/posts/POST/PIC.png": None}, {"html": OK}),
    Place("html-relative-public", "img/PIC.png", {"public/img/PIC.png": None}, {"md": MISSING, "html": MISSING}),
)
_BASE_PLACES = (
    Place("no-base", "/img/PIC.png", {"public/img/PIC.png": None}, {"*": MISSING}),
    Place("base", "/docs/img/PIC.png", {"public/img/PIC.png": None}, {"*": OK}),
    Place("base-lost", "/docs/img/PIC.png", {}, {"*": MISSING}),
    Place("base-case", "/docs/img/PIC.PNG", {"public/img/PIC.png": None}, {"*": CASE}),
    Place("beside", "./PIC.png", {"src/content/posts/PIC.png": None}, {"md": OK}),
)
_JSX = (
    Construct("jsx-img", '<img src="{u}" alt="A map" />', "jsx"),
    Construct("jsx-string", "<img src={'{u}'} alt=\"A map\" />", "jsx"),
    Construct("jsx-template", '<img src={`{u}`} alt="A map" />', "jsx"),
    Construct("jsx-div", "<div>\n\n![A map]({u})\n\n</div>", "md"),
    Construct("jsx-tight", "<div>\n![A map]({u})\n</div>", "md"),
    Construct("jsx-indented", "Text.\n\n    ![A map]({u})", "md"),
    Construct("jsx-expression", '{<img src="{u}" alt="A map" />}', "jsx"),
    Construct("jsx-condition", "{true && (\n  <img src='{u}' alt=\"A map\" />\n)}", "jsx"),
    Construct("jsx-export", 'export const Map = () => <img src="{u}" alt="A map" />;\n\n<Map />', "jsx"),
    Construct("jsx-quoted", "{'<img src=\"{u}\" />'}", NOWHERE),
    Construct("jsx-noted", '{/* a */ /* <img src="{u}" /> */}', NOWHERE),
    Construct("jsx-comment", "{/* ![A map]({u}) */}", NOWHERE),
    Construct("jsx-comment-img", '{/*\n<img src="{u}" />\n*/}', NOWHERE),
    Construct("jsx-fence", '```jsx\n<img src="{u}" />\n```', NOWHERE),
    Construct("jsx-code", 'Write `<img src="{u}" />` so.', NOWHERE),
    Construct("jsx-style", "<div style={{ backgroundImage: \"url('{u}')\" }}>x</div>", "jsx"),
    Construct("inline", "![A map]({u})", "md"),
    Construct("export", "export const a = 1;\n\n![A map]({u})", "md"),
)
_IMPORTS = (
    Construct("import", "import map from '{u}';\n\n<img src={map.src} alt=\"A map\" />", "import"),
    Construct(
        "import-image",
        'import { Image } from \'astro:assets\';\nimport map from "{u}";\n\n<Image src={map} alt="A map" />',
        "import",
    ),
)
_IMPORT_PLACES = (
    Place("beside", "./PIC.png", {"src/content/posts/PIC.png": None}, {"*": OK}),
    Place("up", "../../assets/PIC.png", {"src/assets/PIC.png": None}, {"*": OK}),
    Place("root", "/src/assets/PIC.png", {"src/assets/PIC.png": None}, {"*": OK}),
    Place("lost", "./PIC.png", {}, {"*": MISSING}),
    Place("case", "./PIC.PNG", {"src/content/posts/PIC.png": None}, {"*": CASE}),
    Place("alias", "@img/PIC.png", {"src/images/PIC.png": None}, {"*": OK}),
    Place("alias-lost", "@img/PIC.png", {"src/images/x.png": None}, {"*": MISSING}),
    Place("alias-two", "~/assets/PIC.png", {"src/assets/PIC.png": None}, {"*": OK}),
)
_COVERS = (
    Construct("cover", "cover: {u}", "cover", where="front"),
    Construct("cover-quoted", 'cover: "{u}"', "cover", where="front"),
)
_COVER_PLACES = (
    Place("beside", "./PIC.png", {"src/content/posts/PIC.png": None}, {"*": OK}),
    Place("up", "../../assets/PIC.png", {"src/assets/PIC.png": None}, {"*": OK}),
    Place("lost", "./PIC.png", {}, {"*": MISSING}),
    Place("case", "./PIC.PNG", {"src/content/posts/PIC.png": None}, {"*": CASE}),
)


def _name(name: str) -> str:
    return name


def _stops(group: str, verdict: str) -> bool:
    return verdict in (MISSING, CASE) and group in ("import", "cover")


def _relative(cases: list[Case]) -> tuple[Case, ...]:
    """Mark what stops a build: a relative picture that is not there."""
    return tuple(
        Case(c.name, c.body, c.expected, c.front, c.files, c.path, True)
        if any(v in (MISSING, CASE) and (u.startswith(".") or u[0] not in "/h") for u, v in c.expected.items())
        and ("![" in c.body and "][" not in c.body)
        and not any("?" in u for u in c.expected)
        else c
        for c in cases
    )


SITES = (
    SiteOfCases(
        "astro",
        "astro",
        _config(),
        _POST,
        _FRONT,
        (
            *cross((*MARKDOWN, *_HTML, *NO_PICTURES), _FOUND, "aa", _name),
            *_relative(cross(_MAIN, _PLACES, "ab", _name)),
            *cross(_COVERS, _COVER_PLACES, "ac", _name, _stops),
        ),
    ),
    SiteOfCases(
        "astro-base",
        "astro",
        _config("  base: '/docs',\n"),
        _POST,
        _FRONT,
        _relative(cross(_MAIN, _BASE_PLACES, "ad", _name)),
        base="/docs/",
    ),
    SiteOfCases(
        "astro-mdx",
        "astro",
        _config(paths='"@img/*": ["src/images/*"], "~/*": ["src/*"]'),
        _MDX,
        _FRONT,
        (
            *cross(_JSX, _FOUND, "ae", _name),
            *cross(_IMPORTS, _IMPORT_PLACES, "af", _name, _stops),
        ),
    ),
)
