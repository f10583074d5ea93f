"""A site's own configuration as data."""

from __future__ import annotations

import time
from typing import Any

import pytest

from postlint.generators.facts import SiteFacts
from postlint.generators.js_literals import Literal, find_literals
from postlint.generators.site_facts import read_facts


def facts(generator: str, **files: str) -> SiteFacts:
    """Read the facts; in file names `__` stands for `/` and `_DOT_` for the dot."""
    texts = {name.replace("_DOT_", ".").replace("__", "/"): text for name, text in files.items()}
    return read_facts("/site", generator, texts.get)


def test_hexo() -> None:
    config = "title: x\nsource_dir: src\ntheme: next\npost_asset_folder: true\nmarked:\n  postAsset: true\n"
    found = facts("hexo", _config_DOT_yml=config, package_DOT_json='{"dependencies": {"hexo": "^8.1.0"}}')
    assert found.config["marked"] == {"postAsset": True}
    assert (found.config_path, found.theme, found.version) == ("_config.yml", "next", (8, 1, 0))
    assert found.folders == (("src", "source"),)
    assert set(found.files) == {"_config.yml", "package.json"}
    assert found.root == "/site"
    assert found.notes == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("a: [1\n", "_config.yml cannot be read: while parsing a flow sequence"),
        ("a: 2021-13-01\n", "_config.yml cannot be read: month must be in 1..12"),
        ("x" * 1_000_001, "_config.yml is too long to be read"),
        ("[" * 100_000, "_config.yml cannot be read: too many levels"),
        ("- " * 10_000, "_config.yml cannot be read: too many levels"),
        ("a: &a [*a]\n", "_config.yml cannot be read: "),
    ],
)
def test_a_broken_config_is_empty_and_noted(text: str, note: str) -> None:
    found = facts("hexo", _config_DOT_yml=text)
    assert dict(found.config) == {}
    assert len(found.notes) == 1
    assert found.notes[0].startswith(note)


def test_aliases_of_aliases_do_not_grow() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    started = time.process_time()
    found = facts("jekyll", _config_DOT_yml="\n".join(lines))
    assert found.notes == ("_config.yml cannot be read: too many values",)
    assert time.process_time() - started < 3


def test_configs_that_are_no_maps_are_empty() -> None:
    assert dict(facts("hexo", _config_DOT_yml="- a\n").config) == {}
    assert dict(facts("hexo", _config_DOT_yml="").config) == {}
    assert dict(facts("hexo").config) == {}
    assert facts("hexo").config_path is None


def test_jekyll() -> None:
    found = facts("jekyll", _config_DOT_yml="remote_theme: mmistakes/minimal-mistakes\nsource: docs\n")
    assert found.theme == "mmistakes/minimal-mistakes"
    assert found.folders == (("docs", ""),)
    toml = facts("jekyll", _config_DOT_toml='title = "x"\nbaseurl = "/b"\n')
    assert toml.config["baseurl"] == "/b"


def test_hugo_keys_get_their_usual_spelling() -> None:
    text = 'baseurl = "https://x.test/"\ntimezone = "Asia/Tokyo"\n[Params]\nMainSections = ["a"]\nCamelCase = 1\n'
    found = facts("hugo", hugo_DOT_toml=text)
    assert found.config["baseURL"] == "https://x.test/"
    assert found.config["timeZone"] == "Asia/Tokyo"
    assert found.config["params"] == {"mainSections": ["a"], "CamelCase": 1}


def test_hugo_config_folder_is_merged() -> None:
    found = facts(
        "hugo",
        config___default__hugo_DOT_toml='title = "x"\nbaseURL = "https://dev.test/"\n',
        config___default__params_DOT_yaml="mainSections: [life]\na: 1\n",
        config___default__languages_DOT_toml='[en]\ncontentDir = "content/en"\n[zh]\ncontentDir = "content/zh"\n',
        config__production__config_DOT_toml='baseURL = "https://x.test/"\n',
    )
    assert found.config["baseURL"] == "https://x.test/"
    assert found.config["params"] == {"mainSections": ["life"], "a": 1}
    assert found.folders == (("content/en", "content"), ("content/zh", "content"))
    assert found.config_path == "config/_default/hugo.toml"


def test_hugo_mounts_and_dirs() -> None:
    text = (
        'staticDir = ["static", "extra"]\n[module]\n[[module.mounts]]\nsource = "content/en"\ntarget = "content"\n'
        '[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"\n[module.hugoVersion]\nmin = "0.120.0"\n'
    )
    found = facts("hugo", config_DOT_toml=text)
    assert found.folders == (
        ("content/en", "content"),
        ("docs", "content/docs"),
        ("static", "static"),
        ("extra", "static"),
    )
    assert found.version == (0, 120, 0)
    assert facts("hugo", config_DOT_toml='contentDir = "posts"\n').folders == (("posts", "content"),)
    assert facts("hugo", config_DOT_toml='contentDir = "../out"\n').folders == ()


def test_zola_and_mkdocs() -> None:
    assert facts("zola", config_DOT_toml='base_url = "https://x.test"\ntheme = "a"\n').theme == "a"
    text = (
        "site_name: x\ndocs_dir: guide\ntheme:\n  name: material\nplugins:\n  - blog\n"
        "markdown_extensions:\n  - e:\n      g: !!python/name:a.b.c ''\nkey: !ENV [A, 'b']\n"
    )
    found = facts("mkdocs", mkdocs_DOT_yml=text)
    assert (found.theme, found.folders, found.notes) == ("material", (("guide", "docs"),), ())
    assert found.config["key"] == ["A", "b"]


def test_mkdocs_inherits() -> None:
    found = facts(
        "mkdocs",
        mkdocs_DOT_yml="INHERIT: ./base.yml\ntheme:\n  name: a\n",
        base_DOT_yml="theme:\n  language: de\nx: 1\n",
    )
    assert found.config == {"INHERIT": "./base.yml", "theme": {"name": "a", "language": "de"}, "x": 1}
    assert facts("mkdocs", mkdocs_DOT_yml="INHERIT: ../base.yml\n").notes == ("../base.yml (INHERIT) cannot be read",)


def test_pelican_settings_are_read_without_running_them() -> None:
    text = (
        "import os\nSITEURL = 'https://x.test'\nPATH = 'posts'\nFEED = SITEURL + '/feed'\n"
        "STATIC_PATHS = ['images', 'files']\nEXTRA = {'a': {'path': 'b'}}\nNOW = os.getcwd()\n"
        "THEME: str = 'themes/x'\nTIMEZONE = 'Asia/Tokyo'\nos.remove('x')\n"
    )
    found = facts("pelican", pelicanconf_DOT_py=text, publishconf_DOT_py="SITEURL = 'https://live.test'\n")
    assert found.config == {
        "SITEURL": "https://live.test",
        "PATH": "posts",
        "FEED": "https://x.test/feed",
        "STATIC_PATHS": ["images", "files"],
        "EXTRA": {"a": {"path": "b"}},
        "THEME": "themes/x",
        "TIMEZONE": "Asia/Tokyo",
    }
    assert found.folders == (("posts", "content"),)
    assert found.theme == "themes/x"
    assert facts("pelican", pelicanconf_DOT_py="X = (\n").notes[0].startswith("pelicanconf.py cannot be read: ")
    assert facts("pelican", pelicanconf_DOT_py="X = " + "(" * 5000).config == {}


def test_astro() -> None:
    config = (
        "// base: '/no'\nexport default defineConfig({\n  site: 'https://x.test', base: \"/docs\",\n"
        "  srcDir: './source', build: { format: 'file' },\n});\n"
    )
    collections = (
        'const DIR = "notes";\nconst blog = defineCollection({\n  loader: glob({ base: `./${DIR}/blog` }) });\n'
    )
    paths = '{\n  // comment\n  "compilerOptions": {"baseUrl": ".", "paths": {"@/*": ["source/*"],},},\n}\n'
    found = facts(
        "astro", astro_DOT_config_DOT_mjs=config, source__content_DOT_config_DOT_ts=collections, tsconfig_DOT_json=paths
    )
    assert found.config == {
        "site": "https://x.test",
        "base": "/docs",
        "srcDir": "./source",
        "build": {"format": "file"},
        "aliases": {"@/*": "source/*"},
        "moduleBase": "",
        "collections": {"blog": "./notes/blog"},
    }
    assert ("notes/blog", "src/content/blog") in found.folders
    assert ("source/pages", "src/pages") in found.folders


@pytest.mark.parametrize(
    ("config", "consts", "base"),
    [
        ("const BASE = '/x';\nexport default defineConfig({ base: BASE });", "", "/x"),
        ("import { BASE } from './src/consts';\nexport default { base: BASE, };", "export const BASE = '/x'", "/x"),
        (
            "import { A as base } from './src/consts.ts';\nexport default {\n  base,\n};",
            'export const A: string = "/x"',
            "/x",
        ),
        (
            "const { BASE } = require('./src/consts')\nmodule.exports = { base: `${BASE}/y` }",
            "const BASE = '/x'",
            "/x/y",
        ),
        ("import { BASE } from './src/other';\nexport default { base: BASE };", "export const BASE = '/x'", None),
        ("import { BASE } from './src/consts';\nexport default { base: BASE };", "export const OTHER = '/x'", None),
    ],
)
def test_a_base_that_is_a_constant(config: str, consts: str, base: str | None) -> None:
    found = facts("astro", **{"astro.config.mjs": config, "src/consts.ts": consts})
    assert found.config.get("base") == base


def test_docusaurus() -> None:
    config = (
        "const config = {\n  url: 'https://x.test', baseUrl: '/p/',\n  staticDirectories: ['static', 'public'],\n"
        "  presets: [['classic', { docs: false, blog: { path: 'news', routeBasePath: '/' } }]],\n"
        "  plugins: [['@docusaurus/plugin-content-blog', { id: 'b', path: './second', routeBasePath: 's' }]],\n};\n"
        "export default config;\n"
    )
    found = facts("docusaurus", docusaurus_DOT_config_DOT_js=config)
    assert found.config["baseUrl"] == "/p/"
    assert found.config["blog"] == [
        {"path": "news", "routeBasePath": "/"},
        {"id": "b", "path": "./second", "routeBasePath": "s"},
    ]
    assert found.config["docs"] == []
    assert found.folders == (("news", "blog"), ("second", "blog"), ("static", "static"), ("public", "static"))
    assert facts("docusaurus", docusaurus_DOT_config_DOT_js="module.exports = {};\n").folders == ()


def test_gatsby_sources() -> None:
    config = (
        "module.exports = {\n  pathPrefix: '/p',\n  siteMetadata: { siteUrl: `https://x.test` },\n  plugins: [\n"
        "    { resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/writing`, name: `blog` } },\n"
        "    { resolve: 'gatsby-source-filesystem',\n"
        "      options: { name: 'notes', path: path.join(__dirname, 'src', 'n') } },\n"
        "    { resolve: 'gatsby-source-filesystem',\n"
        "      options: { path: `${__dirname}/content/blog`, name: `c` } },\n  ],\n};\n"
    )
    found = read_facts("", "gatsby", {"gatsby-config.js": config}.get)
    assert (found.config["pathPrefix"], found.config["siteUrl"]) == ("/p", "https://x.test")
    assert found.folders == (("src/n", "content/notes"), ("writing", "content/blog"))


def test_eleventy() -> None:
    config = (
        "module.exports = function (eleventyConfig) {\n  eleventyConfig.addPassthroughCopy('img');\n"
        "  eleventyConfig.addPassthroughCopy({ 'src/static': '/' });\n"
        "  return { dir: { input: 'src', output: 'dist' }, pathPrefix: '/p/' };\n};\n"
    )
    found = facts("eleventy", _DOT_eleventy_DOT_js=config)
    assert found.config == {
        "dir": {"input": "src", "output": "dist"},
        "passthrough": [("img", None), ("src/static", "/")],
        "pathPrefix": "/p/",
    }
    assert found.folders == (("src", ""),)
    named = "export default (c) => { c.setInputDirectory('content'); };\n"
    assert facts("eleventy", eleventy_DOT_config_DOT_mjs=named).folders == (("content", ""),)


def test_literals_keep_their_place() -> None:
    found = find_literals("x({a: {'b-c': 1, d: [\"e\", true]}, f: g + 'h', i: ok ? 'j' : 'k', l: /[/'\"]/, m: `n\\n`})")
    assert found == [
        Literal(("x()", "a", "b-c"), 1),
        Literal(("x()", "a", "d"), "e"),
        Literal(("x()", "a", "d"), True),
        Literal(("x()", "m"), "n\n"),
    ]


@pytest.mark.parametrize("unit", ["'", '"\\', "/*", "`${", "(", "{a:", "\\", "/[", "a.", '"a"', "//", "`"])
def test_literals_take_linear_time(unit: str) -> None:
    started = time.process_time()
    find_literals(unit * (262_144 // len(unit)))
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "generator",
    [
        "hexo",
        "hugo",
        "jekyll",
        "astro",
        "eleventy",
        "docusaurus",
        "gatsby",
        "zola",
        "pelican",
        "mkdocs",
        "plain",
        "nobody",
    ],
)
def test_any_text_in_any_file_is_survived(generator: str) -> None:
    for text in ("", "\0", "\ufeff{}", "[]", "{" * 3000, "a: b: c", "\ud800", "key: !x y", "= = ="):
        found: Any = read_facts("", generator, lambda path, text=text: text)
        assert found.generator == generator
