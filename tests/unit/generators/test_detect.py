"""Which generator builds the site that a folder is the root of."""

from __future__ import annotations

import time

import pytest

from postlint.generators.detect import SIGNS, detect_generator, guess_generator


def detect(*names: str, folders: tuple[str, ...] = (), **texts: str) -> str | None:
    """Detect from a listing; keys of `texts` are file names with `_DOT_` for the dot."""
    files = {name.replace("_DOT_", "."): text for name, text in texts.items()}
    listing = {*names, *(name.split("/")[0] for name in files), *(folder.split("/")[0] for folder in folders)}
    return detect_generator(listing, files.get, lambda path: path in folders)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("astro.config.mjs", "package.json", "src"), "astro"),
        (("docusaurus.config.ts", "docs"), "docusaurus"),
        (("gatsby-config.js",), "gatsby"),
        ((".eleventy.js",), "eleventy"),
        (("eleventy.config.mjs",), "eleventy"),
        (("pelicanconf.py", "content"), "pelican"),
        (("mkdocs.yml", "docs"), "mkdocs"),
        (("hugo.toml", "content"), "hugo"),
        (("hugo.yaml",), "hugo"),
        (("zola.toml",), "zola"),
        (("_config.yml", "_posts"), "jekyll"),
        (("_config.yml", "_layouts"), "jekyll"),
        (("_config.yml", "scaffolds", "source"), "hexo"),
        (("_posts", "_layouts"), "jekyll"),
        (("package.json",), None),
        (("package.json", "src", "README.md"), None),
        (("README.md", "docs", "src"), None),
        (("config.toml", "Cargo.toml"), None),
        (("_posts",), None),
        (("_posts", "_drafts", "_data"), None),
        (("_config.yml",), None),
        (("_config.yml", "_toc.yml"), None),
        (("theme.toml", "hugo.toml", "layouts", "exampleSite"), None),
        ((), None),
    ],
)
def test_by_listing(names: tuple[str, ...], expected: str | None) -> None:
    assert detect(*names) == expected


def test_first_sign_wins() -> None:
    assert detect("astro.config.mjs", "mkdocs.yml", "_config.yml", "_posts") == "astro"
    assert detect("mkdocs.yml", "hugo.toml") == "mkdocs"


def test_hexo_or_jekyll() -> None:
    assert detect("source", _config_DOT_yml="title: x\n", folders=("source/_posts",)) == "hexo"
    assert detect(_config_DOT_yml="new_post_name: :title.md\nsource_dir: src\n") == "hexo"
    assert detect(_config_DOT_yml="title: x\n", package_DOT_json='{"hexo": {"version": "8"}}') == "hexo"
    assert detect(_config_DOT_yml="source: source\n", folders=("source/_posts", "_layouts")) == "jekyll"
    assert detect(_config_DOT_yml="remote_theme: a/b\n") == "jekyll"
    assert detect(_config_DOT_yml="theme: jekyll-theme-cayman\n") == "jekyll"
    assert detect(_config_DOT_yml="title: x\n", Gemfile='gem "github-pages"\n') == "jekyll"


def test_a_hexo_theme_is_no_site() -> None:
    assert detect("layout", "source", "languages", _config_DOT_yml="menu:\n  Home: /\n") is None
    assert (
        detect("layout", "source", _config_DOT_yml="x: 1\n", package_DOT_json='{"devDependencies": {"hexo": "7"}}')
        is None
    )


def test_hugo_or_zola() -> None:
    assert detect(config_DOT_toml='baseURL = "https://x.test/"\n') == "hugo"
    assert detect(config_DOT_toml='base_url = "https://x.test"\n') == "zola"
    assert detect(config_DOT_yaml="languageCode: en\n") == "hugo"
    assert detect("content", config_DOT_toml='theme = "ananke"\n') == "hugo"
    assert detect(config_DOT_toml='theme = "dark"\n') is None
    assert detect(config_DOT_json='{\n  "baseurl": "https://x.test"\n}\n') == "hugo"
    assert detect("content", folders=("config", "config/_default")) == "hugo"
    assert detect(folders=("config",)) is None
    assert detect("theme.toml", "content", config_DOT_toml='base_url = "https://x.test"\n') == "zola"
    assert detect("theme.toml", config_DOT_toml='baseURL = "https://x.test"\n') is None


def test_generators_that_run_without_a_config() -> None:
    eleventy = '{"devDependencies": {"@11ty/eleventy": "3"}}'
    assert detect("_includes", package_DOT_json=eleventy) == "eleventy"
    assert detect("src", package_DOT_json=eleventy) is None
    astro = '{"dependencies": {"astro": "5"}}'
    assert detect("src", package_DOT_json=astro, folders=("src/content",)) == "astro"
    assert detect("src", package_DOT_json=astro) is None


def test_a_folder_without_signs_asks_nothing() -> None:
    def refuse(path: str) -> None:
        raise AssertionError(path)

    names = [f"post-{number}.md" for number in range(1000)]
    assert SIGNS.isdisjoint(names)
    assert detect_generator(names, refuse, lambda path: refuse(path) or False) is None


def test_long_configs_take_linear_time() -> None:
    started = time.process_time()
    detect(_config_DOT_yml=" " * 500_000)
    detect(config_DOT_toml="[" * 500_000)
    detect(config_DOT_toml=" \t" * 250_000 + "\n" + "\n" * 100_000)
    assert time.process_time() - started < 2


def guess(*paths: str, head: str = "") -> str:
    return guess_generator(paths, lambda path: head)


def test_guesses_need_clear_signs() -> None:
    assert guess("blog/source/_posts/a.md", "blog/source/_posts/b.md") == "hexo"
    assert guess("_posts/2021-10-10-a.md") == "jekyll"
    assert guess("_posts/a.md") == "plain"
    assert guess("content/posts/a.md", head="+++\ntitle = 'x'\n+++\n") == "hugo"
    assert guess("content/posts/a.md", head="+++\ntitle = 'x'\n[taxonomies]\ntags = []\n+++\n") == "zola"
    assert guess("content/a.md", head="Title: x\nDate: 2021-10-10\n\ntext\n") == "pelican"
    assert guess("posts/a.md", head="---\ntitle: x\n---\n") == "plain"
    assert guess("source/_posts/a.md", "b.md", "c.md") == "plain"
    assert guess() == "plain"
