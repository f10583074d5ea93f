"""Roles by path alone."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from postlint.generators.facts import SiteFacts
from postlint.generators.profile import Profile
from postlint.generators.roles import blog_folders, profile_path, role_of, site_folders


def profile_of(generator: str) -> Profile:
    found: Profile = import_module(f"postlint.generators.{generator}.profile").PROFILE
    return found


def role(generator: str, path: str, folders: tuple[tuple[str, str], ...] = (), **config: Any) -> str | None:
    return role_of(path, profile_of(generator), SiteFacts(generator, config=config, folders=folders))


@pytest.mark.parametrize(
    ("generator", "path", "expected"),
    [
        ("hexo", "source/_posts/a.md", "post"),
        ("hexo", "source/_posts/2021/a.MD", "post"),
        ("hexo", "source/_posts/_hidden.md", None),
        ("hexo", "source/_posts/.obsidian/a.md", None),
        ("hexo", "source/_drafts/a.md", "draft"),
        ("hexo", "source/about/index.md", "page"),
        ("hexo", "source/_data/a.md", None),
        ("hexo", "source/_posts/a.png", None),
        ("hexo", "source/404.html", "page"),
        ("hexo", "scaffolds/post.md", None),
        ("hexo", "themes/x/README.md", None),
        ("hexo", "README.md", None),
        ("hexo", "node_modules/hexo/source/_posts/a.md", None),
        ("hugo", "content/posts/a.md", "post"),
        ("hugo", "content/posts/a/index.md", "post"),
        ("hugo", "content/zh-cn/blog/a.md", "post"),
        ("hugo", "content/posts/_index.md", "section"),
        ("hugo", "content/_index.zh.md", "section"),
        ("hugo", "content/about.md", "page"),
        ("hugo", "content/docs/a.md", "page"),
        ("hugo", "archetypes/default.md", None),
        ("hugo", "themes/x/exampleSite/content/posts/a.md", None),
        ("hugo", "layouts/index.html", None),
        ("hugo", "README.md", None),
        ("jekyll", "_posts/2021-10-10-a.md", "post"),
        ("jekyll", "blog/_posts/sub/2021-10-10-a.markdown", "post"),
        ("jekyll", "_drafts/a.md", "draft"),
        ("jekyll", "about.md", "page"),
        ("jekyll", "docs/history.md", "page"),
        ("jekyll", "readme.md", None),
        ("jekyll", "docs/README.md", None),
        ("jekyll", "_layouts/post.html", None),
        ("jekyll", "_other/a.md", None),
        ("jekyll", "_site/2021/10/10/a.html", None),
        ("jekyll", ".github/CONTRIBUTING.md", None),
        ("jekyll", "vendor/bundle/x/README.md", None),
        ("astro", "src/content/blog/a.mdx", "post"),
        ("astro", "src/content/posts/2021/a.md", "post"),
        ("astro", "src/content/docs/a.md", "page"),
        ("astro", "src/pages/about.md", "page"),
        ("astro", "src/pages/posts/a.md", "post"),
        ("astro", "src/pages/_draft.md", None),
        ("astro", "src/components/a.md", None),
        ("astro", "README.md", None),
        ("eleventy", "posts/a.md", "post"),
        ("eleventy", "content/blog/a.md", "post"),
        ("eleventy", "about.md", "page"),
        ("eleventy", "_includes/a.md", None),
        ("eleventy", "README.md", None),
        ("docusaurus", "blog/2021-10-10-a.md", "post"),
        ("docusaurus", "docs/intro.md", "page"),
        ("docusaurus", "versioned_docs/version-1/intro.mdx", "page"),
        ("docusaurus", "i18n/fr/docusaurus-plugin-content-blog/a.md", "post"),
        ("docusaurus", "i18n/fr/docusaurus-plugin-content-docs/current/a.md", "page"),
        ("docusaurus", "docs/_partial.mdx", None),
        ("docusaurus", "README.md", None),
        ("gatsby", "content/blog/hello/index.md", "post"),
        ("gatsby", "src/pages/blog/a.md", "post"),
        ("gatsby", "content/pages/a.md", "page"),
        ("gatsby", "README.md", None),
        ("zola", "content/blog/a.md", "post"),
        ("zola", "content/blog/_index.md", "section"),
        ("zola", "content/about.md", "page"),
        ("zola", "themes/x/content/a.md", None),
        ("pelican", "content/a.md", "post"),
        ("pelican", "content/news/a.md", "post"),
        ("pelican", "content/pages/a.md", "page"),
        ("pelican", "README.md", None),
        ("mkdocs", "docs/README.md", "page"),
        ("mkdocs", "docs/blog/posts/a.md", "post"),
        ("mkdocs", "README.md", None),
        ("plain", "README.md", "post"),
        ("plain", "a/b.MDX", "post"),
        ("plain", "a/b.html", None),
        ("plain", "node_modules/a/b.md", None),
    ],
)
def test_role_by_path(generator: str, path: str, expected: str | None) -> None:
    assert role(generator, path) == expected


def test_hexo_skips_what_is_not_rendered() -> None:
    assert role("hexo", "source/demo/a.html", skip_render=["demo/**", "README.md"]) is None
    assert role("hexo", "source/README.md", skip_render="README.md") is None
    assert role("hexo", "source/other/a.html", skip_render=["demo/**"]) == "page"


def test_hexo_source_dir_moves_the_posts() -> None:
    folders = (("src", "source"),)
    assert role("hexo", "src/_posts/a.md", folders) == "post"
    assert role("hexo", "source/_posts/a.md", folders) is None
    assert site_folders("source", SiteFacts("hexo", folders=folders)) == ("src",)
    assert profile_path("themes/x.md", SiteFacts("hexo", folders=folders)) == "themes/x.md"


def test_hugo_main_sections_hold_posts() -> None:
    assert role("hugo", "content/life/a.md", params={"mainSections": ["life"]}) == "post"
    assert role("hugo", "content/life/_index.md", params={"mainSections": ["life"]}) == "section"
    assert role("hugo", "content/docs/a.md", params={"mainSections": "life"}) == "page"


def test_hugo_content_dirs_of_languages() -> None:
    folders = (("content/en", "content"), ("chinese", "content"))
    assert role("hugo", "content/en/posts/a.md", folders) == "post"
    assert role("hugo", "chinese/posts/a.md", folders) == "post"
    assert role("hugo", "content/LICENSE.md", folders) is None


def test_jekyll_collections_and_exclusions() -> None:
    collections = {"docs": {"output": True}}
    assert role("jekyll", "_docs/a.md", collections=collections) == "page"
    assert role("jekyll", "_docs/history.md", collections=["docs"]) == "page"
    assert role("jekyll", "all/_docs/a.md", collections=collections, collections_dir="all") == "page"
    assert role("jekyll", "all/_posts/2021-10-10-a.md", collections_dir="all") == "post"
    assert role("jekyll", "_docs/a.md", collections=collections, collections_dir="all") is None
    assert role("jekyll", "drafts/a.md", exclude=["drafts/"]) is None
    assert role("jekyll", "_pages/a.md", include=["_pages"]) == "page"


def test_jekyll_source_folder() -> None:
    folders = (("docs", ""),)
    assert role("jekyll", "docs/_posts/2021-10-10-a.md", folders) == "post"
    assert role("jekyll", "_posts/2021-10-10-a.md", folders) is None


def test_pelican_paths() -> None:
    config = {"ARTICLE_PATHS": ["blog"], "PAGE_PATHS": ["static"]}
    assert role("pelican", "content/blog/a.md", **config) == "post"
    assert role("pelican", "content/static/a.md", **config) == "page"
    assert role("pelican", "content/pages/a.md", **config) is None


def test_mkdocs_blog_needs_the_plugin() -> None:
    assert role("mkdocs", "docs/blog/posts/a.md", site_name="x") == "page"
    assert role("mkdocs", "docs/blog/posts/a.md", plugins=["search", "blog"]) == "post"
    assert role("mkdocs", "docs/news/posts/a.md", plugins=[{"material/blog": {"blog_dir": "news"}}]) == "post"
    assert blog_folders(SiteFacts("mkdocs", config={"plugins": {"blog": {"blog_dir": "."}}})) == ("",)
    assert role("mkdocs", "docs/posts/a.md", plugins={"blog": {"blog_dir": "."}}) == "post"
