"""Where pictures are, generator by generator."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.unit.generators.site_on_paper import resolve

HEXO = "source/_posts/hello.md"
HUGO = "content/posts/hello.md"
BUNDLE = "content/posts/hello/index.md"
JEKYLL = "_posts/2021-10-10-hello.md"
ASTRO = "src/content/blog/hello.md"
DOCUSAURUS = "blog/2021-10-10-hello.md"


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("https://cdn.test/a.png", "remote"),
        ("//cdn.test/a.png", "remote"),
        ("HTTPS://cdn.test/a.png", "remote"),
        ("data:image/png;base64,AAAA", "data"),
        ("DATA:image/gif;base64,AAAA", "data"),
        ("", "invalid"),
        ("#top", "invalid"),
        ("?x=1", "invalid"),
        ("https://", "invalid"),
        ("https:/host/a.png", "invalid"),
        ("https://host.test:99999/a.png", "invalid"),
        ("https://ho st.test/a.png", "invalid"),
        ("https://ho%20st.test/a.png", "invalid"),
        ("https：//host.test/a.png", "invalid"),
        ("https//host.test/a.png", "invalid"),
        ("javascript:alert(1)", "invalid"),
        ("hhttps://host.test/a.png", "invalid"),
        ("a%00.png", "invalid"),
        ("{{ page.cover }}", "dynamic"),
        ("${image}", "dynamic"),
        ("{% asset_path a.png %}", "dynamic"),
        ("C:\\pictures\\a.png", "local-outside-site"),
        ("\\\\server\\a.png", "local-outside-site"),
        ("file:///home/me/a.png", "local-outside-site"),
        ("https://[bad/a.png", "invalid"),
    ],
)
@pytest.mark.parametrize("generator", ["hexo", "plain", "jekyll", "hugo"])
def test_urls_that_are_no_local_paths(generator: str, url: str, status: str) -> None:
    assert resolve(generator, url, [], post="posts/a.md").status == status


@pytest.mark.parametrize("generator", ["plain", "astro", "docusaurus", "mkdocs", "gatsby"])
def test_a_path_that_leads_out_is_refused(generator: str) -> None:
    found = resolve(generator, "../../../../../etc/passwd", [], post="docs/a.md", kind="markdown")
    assert found.status in ("local-outside-site", "local-missing")
    assert found.path is None or ".." not in found.path
    assert not any(".." in place for place in found.tried)


def check(expected: str, path: str | None, found: Any) -> None:
    assert (found.status, found.path) == (expected, path), found


def test_hexo_root_is_the_source_folder() -> None:
    disk = ["source/img/a.png", "source/img/图 片.png", "themes/x/source/img/t.png"]
    check("local-ok", "source/img/a.png", resolve("hexo", "/img/a.png", disk, post=HEXO))
    check("local-ok", "source/img/a.png", resolve("hexo", "/img/a.png?v=1#x", disk, post=HEXO))
    check("local-ok", "source/img/图 片.png", resolve("hexo", "/img/%E5%9B%BE%20%E7%89%87.png", disk, post=HEXO))
    check("local-case-mismatch", "source/img/a.png", resolve("hexo", "/img/A.PNG", disk, post=HEXO))
    check("local-missing", "source/img/b.png", resolve("hexo", "/img/b.png", disk, post=HEXO))
    check("local-ok", "themes/x/source/img/t.png", resolve("hexo", "/img/t.png", disk, post=HEXO, theme="x"))
    found = resolve("hexo", "/img/b.png", disk, post=HEXO)
    assert found.tried == ("source/img/b.png",)


def test_hexo_markdown_is_read_from_the_root() -> None:
    disk = ["source/a.png", "source/_posts/hello/b.png", "source/_posts/img/c.png"]
    check("local-ok", "source/a.png", resolve("hexo", "a.png", disk, post=HEXO))
    check("local-ok", "source/a.png", resolve("hexo", "../../a.png", disk, post=HEXO))
    found = resolve("hexo", "img/c.png", disk, post=HEXO)
    check("local-missing", "source/_posts/img/c.png", found)
    assert found.reason == "not published: `post_asset_folder` is off, and the URL is read from the site's root"
    found = resolve("hexo", "b.png", disk, post=HEXO, post_asset_folder=True)
    check("local-missing", "source/_posts/hello/b.png", found)
    assert found.reason == "the URL is read from the site's root: `marked.postAsset` is off"


def test_hexo_post_assets() -> None:
    disk = ["source/_posts/hello/b.png", "source/_posts/hello/Local Two.png", "source/_posts/hello/.x.png"]
    on: dict[str, Any] = {"post_asset_folder": True, "marked": {"postAsset": True}}
    check("local-ok", disk[0], resolve("hexo", "b.png", disk, post=HEXO, **on))
    check("local-ok", disk[0], resolve("hexo", "./b.png", disk, post=HEXO, **on))
    check("local-ok", disk[1], resolve("hexo", "Local Two.png", disk, post=HEXO, **on))
    assert resolve("hexo", "Local%20Two.png", disk, post=HEXO, **on).status == "local-missing"
    assert resolve("hexo", "b.png?v", disk, post=HEXO, **on).status == "local-missing"
    assert resolve("hexo", "hello/b.png", disk, post=HEXO, **on).status == "local-missing"
    assert resolve("hexo", ".x.png", disk, post=HEXO, **on).status == "local-missing"
    check("local-ok", disk[0], resolve("hexo", "b.png", disk, post=HEXO, kind="html-img", post_asset_folder=True))
    check("local-ok", disk[0], resolve("hexo", "/2021/10/10/hello/b.png", disk, post=HEXO, **on))
    with_plugin = resolve(
        "hexo", "hello/b.png", disk, post=HEXO, packages={"hexo-asset-image": "1.0"}, post_asset_folder=True
    )
    check("local-ok", disk[0], with_plugin)


def test_hexo_asset_tag_wants_the_bare_name() -> None:
    disk = ["source/_posts/hello/b.png"]

    def tag(url: str, name: str = "asset_img", **config: Any) -> Any:
        return resolve("hexo", url, disk, post=HEXO, kind="hexo-tag", name=name, **config)

    check("local-ok", disk[0], tag("b.png", post_asset_folder=True))
    assert tag("./b.png", post_asset_folder=True).status == "local-missing"
    assert tag("/b.png", post_asset_folder=True).status == "local-missing"
    assert tag("B.png", post_asset_folder=True).status == "local-case-mismatch"
    assert tag("b.png").status == "local-missing"
    assert tag("b.png", "img").status == "local-missing"
    assert tag("/b.png", "img").status == "local-missing"
    assert tag("nowhere.png", "gallery").status == "dynamic"


def test_hexo_root_setting() -> None:
    disk = ["source/img/a.png"]
    check("local-ok", disk[0], resolve("hexo", "/img/a.png", disk, post=HEXO, root="/blog/"))
    assert resolve("hexo", "/blog/img/a.png", disk, post=HEXO, root="/blog/").status == "local-missing"
    check("local-ok", disk[0], resolve("hexo", "/blog/img/a.png", disk, post=HEXO, kind="html-img", root="/blog/"))
    assert resolve("hexo", "/img/a.png", disk, post=HEXO, kind="html-img", root="/blog/").status == "local-missing"
    check("local-ok", disk[0], resolve("hexo", "/img/a.png", disk, post=HEXO, kind="front-matter", root="/blog/"))
    old = resolve("hexo", "/img/a.png", disk, post=HEXO, root="/blog/", packages={"hexo-renderer-marked": "4.1.0"})
    assert old.status == "local-missing"


def test_hexo_decodes_signs_that_end_a_path() -> None:
    disk = ["source/img/a#b.png"]
    assert resolve("hexo", "/img/a%23b.png", disk, post=HEXO).status == "local-missing"
    check("local-ok", disk[0], resolve("hexo", "/img/a%23b.png", disk, post=HEXO, kind="html-img"))


def test_hexo_html_is_read_from_the_page() -> None:
    disk = ["source/img/a.png", "source/about/me.png"]
    check("local-ok", disk[0], resolve("hexo", "../../../../img/a.png", disk, post=HEXO, kind="html-img"))
    assert resolve("hexo", "../img/a.png", disk, post=HEXO, kind="html-img").status == "local-missing"
    assert resolve("hexo", "img/a.png", disk, post=HEXO, kind="html-img").status == "local-missing"
    page = resolve("hexo", "me.png", disk, post="source/about/index.md", kind="html-img", role="page")
    check("local-ok", disk[1], page)


def test_hexo_does_not_publish_underscores() -> None:
    found = resolve("hexo", "/_img/a.png", ["source/_img/a.png"], post=HEXO)
    check("local-missing", "source/_img/a.png", found)
    assert found.reason == "not published: Hexo leaves out names that start with `_` or `.`"
    included = resolve("hexo", "/_img/a.png", ["source/_img/a.png"], post=HEXO, include=["_img/**"])
    assert included.status == "local-ok"


def test_hexo_front_matter_belongs_to_the_theme() -> None:
    disk = ["source/img/a.png", "source/_posts/hello/b.png", "themes/x/source/css/a.css"]
    cover: dict[str, Any] = {"post": HEXO, "kind": "front-matter", "name": "cover"}
    check("local-ok", disk[0], resolve("hexo", "img/a.png", disk, **cover))
    check("local-ok", disk[1], resolve("hexo", "b.png", disk, post_asset_folder=True, **cover))
    assert resolve("hexo", "/img/no.png", disk, **cover).status == "local-missing"
    assert resolve("hexo", "/img/no.png", disk, theme="x", **cover).status == "local-missing"
    assert resolve("hexo", "/img/no.png", disk, theme="absent", **cover).status == "dynamic"
    layouts = ["themes/y/layout/post.ejs"]
    assert resolve("hexo", "/img/no.png", layouts, theme="y", **cover).status == "local-missing"
    assert resolve("hexo", "random", disk, **cover).status == "dynamic"


def test_own_host_counts_as_local() -> None:
    disk = ["source/img/a.png"]
    own: dict[str, Any] = {"post": HEXO, "url": "https://Blog.test", "root": "/"}
    check("local-ok", disk[0], resolve("hexo", "https://blog.test/img/a.png", disk, **own))
    check("local-ok", disk[0], resolve("hexo", "http://blog.test/img/a.png", disk, **own))
    assert resolve("hexo", "https://blog.test/img/no.png", disk, **own).status == "local-missing"
    assert resolve("hexo", "https://blog.test/other/no.png", disk, **own).status == "remote"
    assert resolve("hexo", "https://blog.test:8080/img/a.png", disk, **own).status == "remote"
    below = own | {"root": "/sub/"}
    check("local-ok", disk[0], resolve("hexo", "https://blog.test/sub/img/a.png", disk, **below))
    assert resolve("hexo", "https://blog.test/img/a.png", disk, **below).status == "remote"


def test_unicode_forms_of_one_name_differ_on_a_server() -> None:
    found = resolve("hexo", "/img/caf\u00e9.png", ["source/img/cafe\u0301.png"], post=HEXO)
    check("local-case-mismatch", "source/img/cafe\u0301.png", found)
    assert found.reason == "another Unicode normal form"


def test_hugo_static_and_bundles() -> None:
    disk = ["static/img/a.png", "content/posts/hello/b.png", "content/posts/c.png", "themes/t/static/t.png"]
    check("local-ok", disk[0], resolve("hugo", "/img/a.png", disk, post=HUGO))
    check("local-ok", disk[3], resolve("hugo", "/t.png", disk, post=HUGO, theme="t"))
    check("local-ok", disk[1], resolve("hugo", "b.png", disk, post=BUNDLE))
    check("local-ok", disk[1], resolve("hugo", "b.png", disk, post="content/posts/hello/index.zh.md"))
    check("local-ok", disk[2], resolve("hugo", "../c.png", disk, post=HUGO))
    found = resolve("hugo", "c.png", disk, post=HUGO)
    check("local-missing", "content/posts/c.png", found)
    assert found.reason == "from the page it leads to /posts/hello/c.png"
    check("local-ok", disk[1], resolve("hugo", "/posts/hello/b.png", disk, post=HUGO))
    check("local-ok", disk[2], resolve("hugo", "c.png", disk, post=HUGO, uglyURLs=True))
    assert resolve("hugo", "/IMG/a.png", disk, post=HUGO).status == "local-case-mismatch"


def test_hugo_source_folders_are_no_addresses() -> None:
    found = resolve("hugo", "/static/img/a.png", ["static/img/a.png"], post=HUGO)
    assert found.status == "local-missing"
    assert found.reason == "`static` is a folder of the source, not of the site"


def test_hugo_render_hook_looks_into_assets() -> None:
    disk = ["assets/img/a.png", "content/posts/c.png", "layouts/_default/_markup/render-image.html"]
    check("local-ok", disk[0], resolve("hugo", "/img/a.png", disk, post=HUGO))
    check("local-ok", disk[1], resolve("hugo", "c.png", disk, post=HUGO))
    assert resolve("hugo", "no.png", disk, post=HUGO).status == "local-missing"
    opaque = {"layouts/_markup/render-image.html": b"{{ .Page.Site.Params.cdn }}"}
    assert resolve("hugo", "no.png", disk, post=HUGO, contents=opaque).status == "dynamic"
    assert resolve("hugo", "/img/a.png", disk[:2], post=HUGO).status == "local-missing"


def test_hugo_base_path() -> None:
    disk = ["static/img/a.png"]
    base = {"baseURL": "https://x.test/blog/"}
    check("local-ok", disk[0], resolve("hugo", "/blog/img/a.png", disk, post=HUGO, **base))
    assert resolve("hugo", "/img/a.png", disk, post=HUGO, **base).status == "local-missing"
    check("local-ok", disk[0], resolve("hugo", "/img/a.png", disk, post=HUGO, canonifyURLs=True, **base))
    check("local-ok", disk[0], resolve("hugo", "https://x.test/blog/img/a.png", disk, post=HUGO, **base))


def test_hugo_shortcodes() -> None:
    disk = ["static/img/a.png", "content/posts/hello/b.png"]
    figure: dict[str, Any] = {"post": BUNDLE, "kind": "hugo-shortcode", "text": '{{< figure src="x" >}}'}
    check("local-ok", disk[0], resolve("hugo", "/img/a.png", disk, **figure))
    check("local-ok", disk[1], resolve("hugo", "b.png", disk, **figure))
    check("local-ok", "assets/x/c.png", resolve("hugo", "/x/c.png", ["assets/x/c.png"], **figure))
    assert resolve("hugo", "no.png", disk, **figure).status == "local-missing"
    other = figure | {"text": '{{< img src="x" >}}'}
    assert resolve("hugo", "no.png", disk, **other).status == "dynamic"
    check("local-ok", disk[0], resolve("hugo", "img/a.png", disk, **other))


def test_hugo_folders_of_languages() -> None:
    folders = (("content/zh", "content"), ("content/en", "content"), ("files", "static"))
    disk = ["content/zh/posts/hello/b.png", "files/a.png"]
    check("local-ok", disk[0], resolve("hugo", "b.png", disk, post="content/zh/posts/hello/index.md", folders=folders))
    check("local-ok", disk[1], resolve("hugo", "/a.png", disk, post="content/en/posts/x.md", folders=folders))


def test_jekyll_root_and_hidden_folders() -> None:
    disk = ["assets/a.png", "_img/a.png", "_posts/c.png", ".x/a.png", "secret/a.png"]
    check("local-ok", disk[0], resolve("jekyll", "/assets/a.png", disk, post=JEKYLL))
    assert resolve("jekyll", "/assets/A.png", disk, post=JEKYLL).status == "local-case-mismatch"
    for url in ("/_img/a.png", "/_posts/c.png", "/.x/a.png"):
        found = resolve("jekyll", url, disk, post=JEKYLL)
        check("local-missing", url[1:], found)
        assert found.reason == "not published: Jekyll leaves out names that start with `_`, `.` or `#`"
    excluded = resolve("jekyll", "/secret/a.png", disk, post=JEKYLL, exclude=["secret"])
    assert excluded.reason == "not published: it is excluded in the config"
    assert resolve("jekyll", "/_img/a.png", disk, post=JEKYLL, include=["_img"]).status == "local-ok"


def test_jekyll_relative_to_the_permalink() -> None:
    disk = ["assets/a.png", "2021/10/10/d.png", "_posts/c.png"]
    assert resolve("jekyll", "assets/a.png", disk, post=JEKYLL).status == "local-missing"
    assert resolve("jekyll", "../assets/a.png", disk, post=JEKYLL).status == "local-missing"
    check("local-ok", disk[0], resolve("jekyll", "../../../assets/a.png", disk, post=JEKYLL))
    check("local-ok", disk[1], resolve("jekyll", "d.png", disk, post=JEKYLL))
    assert resolve("jekyll", "../../../assets/a.png", disk, post=JEKYLL, permalink="pretty").status == "local-missing"
    check("local-ok", disk[0], resolve("jekyll", "assets/a.png", disk, post=JEKYLL, permalink="/:title.html"))
    check("local-ok", disk[2], resolve("jekyll", "c.png", disk, post=JEKYLL, plugins=["jekyll-postfiles"]))
    text = "---\npermalink: /assets/x.html\n---\n"
    check("local-ok", disk[0], resolve("jekyll", "a.png", disk, post=JEKYLL, text=text))
    assert resolve("jekyll", "../../../assets/a.png", disk, post=JEKYLL, baseurl="/b").status == "local-ok"
    assert resolve("jekyll", "../../../../b/assets/a.png", disk, post=JEKYLL, baseurl="/b").status == "local-ok"
    assert resolve("jekyll", "../../../../assets/a.png", disk, post=JEKYLL, baseurl="/b").status == "local-missing"


def test_jekyll_baseurl() -> None:
    disk = ["assets/a.png"]
    base = {"baseurl": "/blog", "url": "https://x.test"}
    assert resolve("jekyll", "/assets/a.png", disk, post=JEKYLL, **base).status == "local-missing"
    check("local-ok", disk[0], resolve("jekyll", "/blog/assets/a.png", disk, post=JEKYLL, **base))
    for url in (
        "{{ site.baseurl }}/assets/a.png",
        "{{site.url}}{{site.baseurl}}/assets/a.png",
        '{{ "/assets/a.png" | relative_url }}',
        "{{ 'assets/a.png' | absolute_url }}",
        "{{ '/assets/a.png' | prepend: site.baseurl | prepend: site.url }}",
        "{% link assets/a.png %}",
    ):
        check("local-ok", disk[0], resolve("jekyll", url, disk, post=JEKYLL, **base))
    assert resolve("jekyll", '{{ "/no.png" | relative_url }}', disk, post=JEKYLL, **base).status == "local-missing"
    assert resolve("jekyll", "{{ page.image }}", disk, post=JEKYLL, **base).status == "dynamic"
    assert resolve("jekyll", "{{ site.baseurl }}/{{ x }}.png", disk, post=JEKYLL, **base).status == "dynamic"


def test_jekyll_includes_and_front_matter() -> None:
    disk = ["assets/a.png", "_docs/img/b.png"]
    include: dict[str, Any] = {"post": JEKYLL, "kind": "liquid-include", "baseurl": "/blog"}
    check("local-ok", disk[0], resolve("jekyll", "/assets/a.png", disk, **include))
    check("local-ok", disk[0], resolve("jekyll", "assets/a.png", disk, **include))
    assert resolve("jekyll", "no.png", disk, **include).status == "dynamic"
    front: dict[str, Any] = {"post": JEKYLL, "kind": "front-matter"}
    assert resolve("jekyll", "/no.png", disk, **front).status == "local-missing"
    collections = {"docs": {"output": True}}
    check("local-ok", disk[1], resolve("jekyll", "/docs/img/b.png", disk, post=JEKYLL, collections=collections))
    chirpy = resolve("jekyll", "a.png", disk, post=JEKYLL, text="---\nmedia_subpath: /assets\n---\n")
    check("local-ok", disk[0], chirpy)


def test_astro_imports_and_public() -> None:
    disk = ["src/content/blog/a.png", "public/img/b.png", "src/assets/c.png"]
    check("local-ok", disk[0], resolve("astro", "./a.png", disk, post=ASTRO))
    check("local-ok", disk[0], resolve("astro", "a.png", disk, post=ASTRO))
    check("local-ok", disk[2], resolve("astro", "../../assets/c.png", disk, post=ASTRO))
    check("local-ok", disk[1], resolve("astro", "/img/b.png", disk, post=ASTRO))
    assert resolve("astro", "./no.png", disk, post=ASTRO).status == "local-missing"
    assert resolve("astro", "./A.png", disk, post=ASTRO).status == "local-case-mismatch"
    assert resolve("astro", "./a.png?x", disk, post=ASTRO).status == "local-missing"
    assert resolve("astro", "../../../../../a.png", disk, post=ASTRO).status == "local-outside-site"
    found = resolve("astro", "/public/img/b.png", disk, post=ASTRO)
    assert (found.status, found.reason) == (
        "local-missing",
        "`public` is a folder of the source, not of the site",
    )
    assert resolve("astro", "/src/assets/c.png", disk, post=ASTRO).status == "local-missing"
    assert resolve("astro", "./a.png", disk, post=ASTRO, kind="html-img").status == "local-missing"


def test_astro_base_and_aliases() -> None:
    disk = ["src/assets/c.png", "public/img/b.png"]
    assert resolve("astro", "/img/b.png", disk, post=ASTRO, base="/docs").status == "local-missing"
    check("local-ok", disk[1], resolve("astro", "/docs/img/b.png", disk, post=ASTRO, base="/docs"))
    aliases = {"@assets/*": "src/assets/*", "~": "./src"}
    check("local-ok", disk[0], resolve("astro", "@assets/c.png", disk, post=ASTRO, aliases=aliases))
    check("local-ok", disk[0], resolve("astro", "~/assets/c.png", disk, post=ASTRO, aliases=aliases))
    check("local-ok", disk[0], resolve("astro", "@/assets/c.png", disk, post=ASTRO))
    assert resolve("astro", "@/assets/no.png", disk, post=ASTRO).status == "local-missing"
    assert resolve("astro", "@theme/no.png", disk, post=ASTRO).status == "dynamic"


def test_astro_reference_links_and_front_matter() -> None:
    disk = ["src/content/blog/a.png", "public/img/b.png"]
    reference: dict[str, Any] = {"post": ASTRO, "kind": "markdown-reference"}
    assert resolve("astro", "./a.png", disk, **reference).status == "local-missing"
    assert resolve("astro", "./a.png", disk, version=(5, 1), **reference).status == "local-ok"
    assert resolve("astro", "./a.png", disk, text="![](./a.png)\n", **reference).status == "local-ok"
    front: dict[str, Any] = {"post": ASTRO, "kind": "front-matter"}
    check("local-ok", disk[0], resolve("astro", "./a.png", disk, **front))
    check("local-ok", disk[1], resolve("astro", "/img/b.png", disk, **front))
    assert resolve("astro", "./no.png", disk, **front).status == "local-missing"
    assert resolve("astro", "no.png", disk, **front).status == "dynamic"


def test_docusaurus() -> None:
    disk = ["blog/a.png", "static/img/b.png", "src/c.png"]
    check("local-ok", disk[0], resolve("docusaurus", "./a.png", disk, post=DOCUSAURUS))
    check("local-ok", disk[0], resolve("docusaurus", "a.png", disk, post=DOCUSAURUS))
    check("local-ok", disk[1], resolve("docusaurus", "/img/b.png", disk, post=DOCUSAURUS))
    check("local-ok", disk[2], resolve("docusaurus", "@site/src/c.png", disk, post=DOCUSAURUS))
    check("local-ok", disk[1], resolve("docusaurus", "pathname:///img/b.png", disk, post=DOCUSAURUS))
    assert resolve("docusaurus", "/img/no.png", disk, post=DOCUSAURUS).status == "local-missing"
    assert resolve("docusaurus", "./a.png", disk, post=DOCUSAURUS, kind="html-img").status == "local-missing"
    assert resolve("docusaurus", "./a.png", disk, post=DOCUSAURUS, kind="markdown-reference").status == "local-missing"
    check("local-ok", disk[0], resolve("docusaurus", "./a.png", disk, post=DOCUSAURUS, kind="mdx", name="require"))
    check("local-ok", disk[0], resolve("docusaurus", "./a.png", disk, post=DOCUSAURUS, kind="front-matter"))
    assert resolve("docusaurus", "a.png", disk, post=DOCUSAURUS, kind="front-matter").status == "local-missing"
    bare = resolve("docusaurus", "pic/c.png", ["static/pic/c.png"], post=DOCUSAURUS, kind="front-matter", baseUrl="/b/")
    check("local-ok", "static/pic/c.png", bare)


def test_docusaurus_html_that_leads_up_depends_on_the_slash_of_the_page() -> None:
    disk = ["static/img/b.png"]
    assert resolve("docusaurus", "../img/b.png", disk, post=DOCUSAURUS, kind="html-img").status == "dynamic"
    assert resolve("docusaurus", "../img/no.png", disk, post=DOCUSAURUS, kind="html-img").status == "local-missing"
    found = resolve("docusaurus", "../img/b.png", disk, post=DOCUSAURUS, kind="markdown-reference")
    assert found.status == "local-missing"


def test_docusaurus_base_url() -> None:
    disk = ["static/img/b.png"]
    base: dict[str, Any] = {"post": DOCUSAURUS, "baseUrl": "/project/"}
    check("local-ok", disk[0], resolve("docusaurus", "/img/b.png", disk, **base))
    assert resolve("docusaurus", "/img/b.png", disk, kind="html-img", **base).status == "local-missing"
    check("local-ok", disk[0], resolve("docusaurus", "/project/img/b.png", disk, kind="html-img", **base))
    check("local-ok", disk[0], resolve("docusaurus", "/img/b.png", disk, kind="mdx", name="useBaseUrl", **base))


def test_eleventy_takes_what_is_there() -> None:
    disk = ["src/img/a.png", "src/posts/b.png", "src/static/c.png"]
    site: dict[str, Any] = {"post": "src/posts/hello.md", "folders": (("src", ""),)}
    check("local-ok", disk[0], resolve("eleventy", "/img/a.png", disk, **site))
    check("local-ok", disk[1], resolve("eleventy", "b.png", disk, **site))
    check("local-ok", disk[1], resolve("eleventy", "../b.png", disk, **site))
    check("local-ok", disk[2], resolve("eleventy", "/c.png", disk, passthrough=[("src/static", "/")], **site))
    assert resolve("eleventy", "/no.png", disk, **site).status == "local-missing"


def test_gatsby() -> None:
    disk = ["content/blog/hello/a.png", "static/b.png"]
    site: dict[str, Any] = {"post": "content/blog/hello/index.md"}
    check("local-ok", disk[0], resolve("gatsby", "./a.png", disk, **site))
    check("local-ok", disk[1], resolve("gatsby", "/b.png", disk, **site))
    assert resolve("gatsby", "./no.png", disk, **site).status == "local-missing"
    bare = {"gatsby-transformer-remark": "6.0.0"}
    assert resolve("gatsby", "./a.png", disk, packages=bare, **site).status == "local-missing"
    with_images = bare | {"gatsby-remark-images": "7.0.0"}
    assert resolve("gatsby", "./a.png", disk, packages=with_images, **site).status == "local-ok"
    assert resolve("gatsby", "./no.png", disk, kind="front-matter", **site).status == "local-missing"


def test_zola_shortcodes() -> None:
    disk = ["static/img/a.png", "content/blog/hello/b.png", "img/c.png"]
    shown: dict[str, Any] = {"post": "content/blog/hello/index.md", "kind": "zola-shortcode"}
    check("local-ok", disk[0], resolve("zola", "/img/a.png", disk, **shown))
    check("local-ok", disk[1], resolve("zola", "b.png", disk, **shown))
    # as `resize_image` takes paths
    check("local-ok", disk[1], resolve("zola", disk[1], disk, **shown))
    check("local-ok", disk[2], resolve("zola", "/img/c.png", disk, **shown))
    assert resolve("zola", "/no.png", disk, **shown).status == "dynamic"
    assert resolve("zola", "https://cdn.test/a.png", disk, **shown).status == "remote"


def test_zola() -> None:
    disk = ["content/blog/hello/a.png", "static/b.png", "content/blog/c.png"]
    check("local-ok", disk[0], resolve("zola", "a.png", disk, post="content/blog/hello/index.md"))
    check("local-ok", disk[1], resolve("zola", "/b.png", disk, post="content/blog/x.md"))
    found = resolve("zola", "c.png", disk, post="content/blog/x.md")
    assert (found.status, found.reason) == (
        "local-missing",
        "only files beside `index.md` are published with a page",
    )


def test_pelican() -> None:
    disk = ["content/images/a.png", "content/sub/b.png", "content/other/c.png"]
    site: dict[str, Any] = {"post": "content/sub/hello.md"}
    for url in ("{static}/images/a.png", "|filename|/images/a.png", "/images/a.png", "%7Bstatic%7D/images/a.png"):
        check("local-ok", disk[0], resolve("pelican", url, disk, **site))
    check("local-ok", disk[1], resolve("pelican", "{attach}b.png", disk, **site))
    check("local-ok", disk[0], resolve("pelican", "images/a.png", disk, **site))
    assert resolve("pelican", "{static}no.png", disk, **site).status == "local-missing"
    assert resolve("pelican", "{static}../../../a.png", disk, **site).status == "local-outside-site"
    found = resolve("pelican", "/other/c.png", disk, **site)
    assert found.reason == "not published: no folder of STATIC_PATHS holds it"
    check("local-ok", disk[2], resolve("pelican", "/other/c.png", disk, STATIC_PATHS=["other"], **site))
    assert resolve("pelican", "/theme/x.png", disk, **site).status == "dynamic"


def test_mkdocs() -> None:
    disk = ["docs/img/a.png", "docs/guide/b.png"]
    page: dict[str, Any] = {"post": "docs/guide/hello.md", "role": "page"}
    check("local-ok", disk[1], resolve("mkdocs", "b.png", disk, **page))
    check("local-ok", disk[0], resolve("mkdocs", "../img/a.png", disk, **page))
    check("local-ok", disk[0], resolve("mkdocs", "/img/a.png", disk, **page))
    assert resolve("mkdocs", "../img/no.png", disk, **page).status == "local-missing"
    check("local-ok", disk[1], resolve("mkdocs", "../b.png", disk, kind="html-img", **page))
    assert resolve("mkdocs", "b.png", disk, kind="html-img", **page).status == "local-missing"
    check("local-ok", disk[1], resolve("mkdocs", "b.png", disk, kind="html-img", use_directory_urls=False, **page))


def test_plain_guesses_the_root() -> None:
    disk = ["site/static/img/a.png", "site/posts/b.png", "public/c.png", "docs/x/img/d.png"]
    post = "site/posts/hello.md"
    check("local-ok", disk[0], resolve("plain", "/img/a.png", disk, post=post))
    check("local-ok", disk[1], resolve("plain", "b.png", disk, post=post))
    check("local-ok", disk[2], resolve("plain", "/c.png", disk, post=post))
    found = resolve("plain", "/img/no.png", disk, post=post)
    assert found.status == "local-missing"
    assert found.tried[:2] == ("site/posts/source/img/no.png", "site/posts/static/img/no.png")
    assert resolve("plain", "/upload/no.png", disk, post=post).status == "dynamic"


@pytest.mark.parametrize(
    "generator",
    ["hexo", "hugo", "jekyll", "astro", "eleventy", "docusaurus", "gatsby", "zola", "pelican", "mkdocs", "plain"],
)
@pytest.mark.parametrize("kind", ["markdown", "html-img", "front-matter", "hexo-tag", "liquid-include", "mdx"])
def test_hostile_urls_are_survived_in_linear_time(generator: str, kind: str) -> None:
    started = time.process_time()
    for url in (
        "../" * 20_000,
        "/" * 50_000,
        "%" * 50_000,
        "{{" * 20_000,
        '{{ "a" ' + "| relative_url " * 3_000,
        "a" * 50_000 + ":",
        "{% link " + "a" * 50_000,
        "\ud800/\x00.png",
        "https://" + "[" * 1_000,
        "http://a:99999999999999999999/",
        "|filename|" * 5_000,
        "@" * 10_000 + "/x",
        "\n\t/a.png",
    ):
        found = resolve(generator, url, ["a.png"], post="docs/a.md", kind=kind, name="asset_img")
        assert found.status
    assert time.process_time() - started < 5


_ASSETS = {"post_asset_folder": True, "marked": {"prependRoot": True, "postAsset": True}}


@pytest.mark.parametrize(
    ("url", "status"),
    [("/p/hello/a.png", "local-ok"), ("/2021/10/10/hello/a.png", "local-missing"), ("p/hello/a.png", "local-ok")],
)
def test_hexo_own_assets_are_below_the_post_s_own_address(url: str, status: str) -> None:
    disk = ["source/_posts/hello/a.png", HEXO]
    config = {**_ASSETS, "permalink": "p/:title/"}
    assert resolve("hexo", url, disk, post=HEXO, **config, kind="markdown").status == status


def test_hexo_assets_are_those_of_posts_alone() -> None:
    disk = ["source/pages/hello/a.png", "source/pages/hello.md"]
    found = resolve("hexo", "a.png", disk, post="source/pages/hello.md", **_ASSETS, kind="markdown")
    assert found.status == "local-missing"


@pytest.mark.parametrize(
    ("path", "config"),
    [
        ("source/img/a.png~", {}),
        ("source/x/a.png", {"exclude": ["x/**"]}),
        ("source/y/a.png", {"ignore": ["**/y/**"]}),
        ("themes/t/source/_x/a.png", {}),
    ],
)
def test_hexo_does_not_publish(path: str, config: dict[str, object]) -> None:
    url = "/" + path.partition("source/")[2]
    found = resolve("hexo", url, [path], post=HEXO, **config, theme="t")
    assert found.status == "local-missing", found


def test_hugo_folders_mounted_below_static() -> None:
    config = {"module": {"mounts": [{"source": "pics", "target": "static/p"}]}}
    check("local-ok", "pics/a.png", resolve("hugo", "/p/a.png", ["pics/a.png"], post="content/a.md", **config))


def test_hugo_folders_of_pages_are_lower_case() -> None:
    disk = ["content/Posts/A/a.png", "content/Posts/A/index.md"]
    post = "content/b.md"
    check("local-ok", "content/Posts/A/a.png", resolve("hugo", "/posts/a/a.png", disk, post=post))
    assert resolve("hugo", "/pOsts/a/a.png", disk, post=post).status == "local-case-mismatch"


HOOK = (
    b'{{ with .Page.Resources.Get .Destination }}<img src="{{ .RelPermalink }}">{{ end }}<img src="{{ .Destination }}">'
)


@pytest.mark.parametrize(
    ("url", "post", "status"),
    [
        ("a.png", "content/p/index.md", "local-ok"),
        ("A.png", "content/p/index.md", "local-ok"),
        ("../b.png", "content/q/p.md", "local-ok"),
        ("b.png", "content/q/p.md", "local-missing"),
        ("c.png", "content/q/p.md", "local-missing"),
    ],
)
def test_hugo_plain_render_hook_takes_resources_of_the_page_or_the_url(url: str, post: str, status: str) -> None:
    disk = ["content/p/a.png", "content/q/b.png", "assets/c.png"]
    hooks = {"layouts/_default/_markup/render-image.html": HOOK}
    assert resolve("hugo", url, disk, post=post, kind="markdown", contents=hooks).status == status


@pytest.mark.parametrize(
    ("url", "base", "status"),
    [
        ("{{ site.baseurl }}/img/a.png", "/b", "local-ok"),
        ("{{ site.baseurl }}img/a.png", "/b", "local-missing"),
        ("{{ site.baseurl }}/img/a.png", "", "local-ok"),
        ("{{ site.baseurl }}img/a.png", "", "local-missing"),
    ],
)
def test_jekyll_baseurl_wants_a_slash_after_it(url: str, base: str, status: str) -> None:
    found = resolve("jekyll", url, ["img/a.png"], post="_posts/2021-10-10-a.md", baseurl=base)
    assert found.status == status


def test_hugo_resources_of_one_language() -> None:
    disk = ["content/p/a.de.png", "content/p/index.de.md"]
    found = resolve("hugo", "a.png", disk, post="content/p/index.de.md", languages={"en": {}, "de": {}})
    check("local-ok", "content/p/a.de.png", found)
