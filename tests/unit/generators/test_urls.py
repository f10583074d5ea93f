"""Addresses of pages; every expected one was written by the real generator (Astro, Zola: by their documentation)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.generators.site_on_paper import address


@pytest.fixture(autouse=True)
def machine_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")


def front(*lines: str, date: str = "2021-10-10 20:30:00", title: str = '"Hello World: x"') -> str:
    return "\n".join(("---", f"title: {title}", f"date: {date}", *lines, "---", "text", ""))


@pytest.mark.parametrize(
    ("path", "lines", "expected"),
    [
        ("_posts/a b.md", (), "/misc/2021/10/10/a b/"),
        ("_posts/sub/Ünï cödé.md", ("categories: [A b, C&D]",), "/A-b/C-D/2021/10/10/sub/Ünï cödé/"),
        ("_posts/中文 标题.md", (), "/misc/2021/10/10/中文 标题/"),
        ("_posts/cat.md", ("category: Foo Bar",), "/Foo-Bar/2021/10/10/cat/"),
        ("_posts/cat.md", ("categories:", " - [A, B]", " - [C]"), "/C/2021/10/10/cat/"),
        ("_posts/cat.md", ("categories:", " - A", " - [C, D]"), "/C/D/2021/10/10/cat/"),
        ("_posts/own.md", ("permalink: /x/z.html",), "/x/z.html"),
        ("about/index.md", (), "/about/"),
        ("about/me.md", (), "/about/me.html"),
        ("p.md", ("permalink: q/r/",), "/q/r/"),
        ("p2.md", ("permalink: q2",), "/q2.html"),
    ],
)
def test_hexo(path: str, lines: tuple[str, ...], expected: str) -> None:
    config = {"permalink": ":category/:year/:i_month/:day/:title/", "default_category": "misc", "timezone": "UTC"}
    assert address("hexo", f"source/{path}", front(*lines), **config) == expected


def test_hexo_parts_of_the_file_name_and_of_the_front_matter() -> None:
    dated = {"new_post_name": ":year-:month-:day-:title.md", "permalink": "news/:title/"}
    assert address("hexo", "source/_posts/2021-10-10-hello.md", front(), **dated) == "/news/hello/"
    assert address("hexo", "source/_posts/no date.md", front(), **dated) == "/news/no-date/"
    link = {"permalink": "posts/:abbrlink.html"}
    assert address("hexo", "source/_posts/a.md", front("abbrlink: 4a17b156"), **link) == "/posts/4a17b156.html"
    assert address("hexo", "source/_posts/a.md", front(), **link) is None
    assert address("hexo", "source/_posts/a.md", "---\ntitle: x\n---\n", permalink=":year/:title/") is None
    assert address("hexo", "source/_posts/a.md", front(), permalink=":title", post_asset_folder=True) == "/a/"


HUGO_RULES = {"permalinks": {"posts": "/:year/:month/:slug/", "notes": "/n/:filename/:weekday-:yearday"}}


@pytest.mark.parametrize(
    ("path", "lines", "config", "expected"),
    [
        ("posts/A b.md", (), {}, "/posts/a-b/"),
        ("posts/Bundle X/index.md", (), {}, "/posts/bundle-x/"),
        ("posts/Deep/Er/x.y.md", (), {}, "/posts/deep/er/x.y/"),
        ("posts/c++ & d.md", (), {}, "/posts/c++--d/"),
        ("posts/s.md", ("slug: My Slug",), {}, "/posts/my-slug/"),
        ("posts/u.md", ("url: rel/x.html",), {}, "/rel/x.html"),
        ("posts/ünï_cö+d.md", (), {}, "/posts/ünï_cö+d/"),
        ("posts/_index.md", (), {}, "/posts/"),
        ("top/index.md", (), {}, "/top/"),
        ("notes/中文 标题.md", (), HUGO_RULES, "/n/中文-标题/0-283"),
        ("posts/A b.md", (), HUGO_RULES, "/2021/10/hello-world-x/"),
        ("posts/s.md", ("slug: My Slug",), HUGO_RULES, "/2021/10/my-slug/"),
        ("posts/a.md", (), {"uglyURLs": True}, "/posts/a.html"),
        ("posts/a.fr.md", (), {"languages": {"en": {}, "fr": {}}}, "/fr/posts/a/"),
        ("posts/a.en.md", (), {"languages": {"en": {}, "fr": {}}}, "/posts/a/"),
    ],
)
def test_hugo(path: str, lines: tuple[str, ...], config: dict[str, Any], expected: str) -> None:
    assert address("hugo", f"content/{path}", front(*lines), **config) == expected


def test_hugo_slug_of_a_title_with_signs() -> None:
    text = front(title='"C# & Go/Rust: 100%?"')
    assert address("hugo", "content/posts/t.md", text, **HUGO_RULES) == "/2021/10/c#-go-rust-100/"


SHANGHAI = {"permalink": "pretty", "timezone": "Asia/Shanghai"}


@pytest.mark.parametrize(
    ("path", "lines", "config", "expected"),
    [
        ("_posts/2021-10-10-Hello World.md", (), {}, "/2021/10/10/Hello-World.html"),
        ("_posts/2021-10-10-a.b_c~d.md", ("categories: Foo Bar",), {}, "/foo/bar/2021/10/10/a.b_c~d.html"),
        (
            "_posts/2021-10-10-e.md",
            ("categories: [Foo Baz, q]", "slug: My Slug!"),
            {},
            "/foo baz/q/2021/10/10/My-Slug!.html",
        ),
        ("_posts/2021-10-10-own.md", ("permalink: /x/:title/y",), {}, "/x/own/y"),
        ("_posts/sub/2021-10-10-f.md", (), {}, "/2021/10/10/f.html"),
        ("cat/_posts/2021-10-10-g.md", ("category: Z",), {}, "/cat/z/2021/10/10/g.html"),
        ("_posts/2021-10-10-中文.md", (), {}, "/2021/10/10/中文.html"),
        ("_posts/2021-10-10-f.md", (), SHANGHAI, "/2021/10/11/f/"),
        ("_posts/2021-10-10-f.md", (), {"permalink": "/b/:slug-:short_year/:i_month/:y_day"}, "/b/f-21/10/283"),
        ("about.md", (), {}, "/about.html"),
        ("about.md", (), SHANGHAI, "/about/"),
        ("dir/index.md", (), {}, "/dir/"),
        ("dir/p.md", ("permalink: /pp/",), {}, "/pp/"),
        ("_docs/sub/d.md", (), {"collections": {"docs": {"output": True}}}, "/docs/sub/d.html"),
        ("_posts/2021-10-10-f.md", (), {"collections": {"posts": {"permalink": "/news/:title/"}}}, "/news/f/"),
        (
            "_posts/2021-10-10-f.md",
            (),
            {"defaults": [{"scope": {"path": "", "type": "posts"}, "values": {"permalink": "/p/:title/"}}]},
            "/p/f/",
        ),
    ],
)
def test_jekyll(path: str, lines: tuple[str, ...], config: dict[str, Any], expected: str) -> None:
    assert address("jekyll", path, front(*lines), **config) == expected


PELICAN = {"ARTICLE_URL": "{date:%Y}/{category}/{slug}/"}


@pytest.mark.parametrize(
    ("path", "text", "role", "expected"),
    [
        ("a.md", "Title: Hello, World! C++ <b>x</b>\nDate: 2021-10-10\n\nx\n", "post", "/2021/misc/hello-world-c-x/"),
        ("sub dir/b.md", "Title: B\nDate: 2021-10-10\nSlug: My Slug\n\nx\n", "post", "/2021/sub-dir/My Slug/"),
        ("c.md", "Title: C\nDate: 2021-10-10\nCategory: Foo Bar\n\nx\n", "post", "/2021/foo-bar/c/"),
        ("d.md", "Title: Dr\nStatus: draft\nDate: 2021-10-10\n\nx\n", "post", "/drafts/dr.html"),
        ("pages/p.md", "Title: P q\n\nx\n", "page", "/pages/p-q.html"),
        ("e.md", "Title: 你好\nDate: 2021-10-10\n\nx\n", "post", None),
    ],
)
def test_pelican(path: str, text: str, role: str, expected: str | None) -> None:
    assert address("pelican", f"content/{path}", text, role=role, **PELICAN) == expected


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        ("posts/2021-10-10-hello.md", "title: x", "/posts/2021-10-10-hello/"),
        ("posts/2021-10-10-x/index.md", "title: x", "/posts/2021-10-10-x/"),
        ("posts/a/a.md", "title: x", "/posts/a/"),
        ("index.md", "title: x", "/"),
        ("p.md", "permalink: q/x/", "/q/x/"),
        ("p.md", "permalink: /q/w.html", "/q/w.html"),
        ("p.md", "permalink: false", None),
        ("p.md", 'permalink: "/{{ x }}/"', None),
    ],
)
def test_eleventy(path: str, line: str, expected: str | None) -> None:
    assert address("eleventy", path, f"---\n{line}\n---\n") == expected


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [
        ("blog/2021-10-10-hello.md", "title: x", "/blog/2021/10/10/hello"),
        ("blog/2021-10-10-hello/index.mdx", "title: x", "/blog/2021/10/10/hello"),
        ("blog/2021/10/10/hello.md", "title: x", "/blog/2021/10/10/hello"),
        ("blog/plain.md", "title: x", "/blog/plain"),
        ("blog/2021-10-10-hello.md", "slug: greet", "/blog/greet"),
        ("docs/intro.md", "title: x", "/docs/intro"),
        ("docs/01-start/02-intro.md", "title: x", "/docs/start/intro"),
        ("docs/start/index.md", "title: x", "/docs/start/"),
        ("docs/start/a.md", "slug: /b", "/docs/b"),
        ("docs/start/a.md", "slug: b", "/docs/start/b"),
        ("src/pages/about.md", "title: x", "/about"),
    ],
)
def test_docusaurus(path: str, line: str, expected: str) -> None:
    assert address("docusaurus", path, f"---\n{line}\n---\n") == expected


def test_docusaurus_routes() -> None:
    config = {"blog": [{"path": "news", "routeBasePath": "/"}], "folders": (("news", "blog"), ("docs", "docs"))}
    assert address("docusaurus", "news/2021-10-10-a.md", front(), **config) == "/2021/10/10/a"


def test_astro_by_collection_and_id() -> None:
    assert address("astro", "src/content/blog/Hello World/index.md", front()) == "/blog/hello-world/"
    assert address("astro", "src/content/blog/a.md", front("slug: b")) == "/blog/b/"
    assert address("astro", "src/pages/about.md", front()) == "/about/"
    assert address("astro", "src/pages/index.md", front()) == "/"


def test_zola() -> None:
    block = "+++\ntitle = 'x'\n{}\n+++\n"
    assert address("zola", "content/blog/2021-10-10-Hello World.md", block.format("")) == "/blog/hello-world/"
    assert address("zola", "content/blog/x/index.md", block.format("")) == "/blog/x/"
    assert address("zola", "content/blog/a.md", block.format("slug = 'B c'")) == "/blog/b-c/"
    assert address("zola", "content/blog/a.md", block.format("path = 'q/r'")) == "/q/r/"
    assert address("zola", "content/blog/你好.md", block.format("")) is None
    assert address("zola", "content/blog/_index.md", block.format("")) == "/blog/"


def test_mkdocs_and_material() -> None:
    assert address("mkdocs", "docs/a/b.md", "# x\n", role="page") == "/a/b/"
    assert address("mkdocs", "docs/a/README.md", "# x\n", role="page") == "/a/"
    assert address("mkdocs", "docs/a/b.md", "# x\n", role="page", use_directory_urls=False) == "/a/b.html"
    blog = {"plugins": ["blog"]}
    text = "---\ndate: 2021-10-10\n---\n# Héllo, World! C++ & x_y\n"
    assert address("mkdocs", "docs/blog/posts/q.md", text, **blog) == "/blog/2021/10/10/héllo-world-c--x_y/"
    text = "---\ndate: 2021-10-10\nslug: ss\n---\n# H\n"
    assert address("mkdocs", "docs/blog/posts/r.md", text, **blog) == "/blog/2021/10/10/ss/"


def test_unknown_addresses() -> None:
    assert address("gatsby", "content/blog/a.md", front()) is None
    assert address("plain", "a.md", front()) is None
