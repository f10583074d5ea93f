"""Every generator keeps fetched pictures where its pages find them, whatever the construct."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.engine.fetch.run import run_fetch
from tests.fetch.sites import PNG, Answers, wanted, write

U = "https://cdn.example.net/map.png"
# the definition stands last
BODY = f'![m]({U} "t")\n\n![m][r]\n\n<img src="{U}" alt="m">\n\n<img src=\'{U}\' alt="m" />\n\n[r]: {U}\n'
_HEXO = {"package.json": '{"hexo": {"version": "8.1.2"}}', "source/_posts/b.md": "---\ntitle: B\n---\nText.\n"}

# generator, config, post, front matter, folder, links in the order of BODY
SITES = [
    (
        "hexo",
        {**_HEXO, "_config.yml": "title: T\n"},
        "source/_posts/a.md",
        "source/images/a",
        ["/images/a/map.png"] * 4,
    ),
    (
        "hexo-root",
        {**_HEXO, "_config.yml": "title: T\nroot: /blog/\n"},
        "source/_posts/a.md",
        "source/images/a",
        ["/images/a/map.png", "/blog/images/a/map.png", "/blog/images/a/map.png", "/images/a/map.png"],
    ),
    (
        "hexo-assets",
        {**_HEXO, "_config.yml": "post_asset_folder: true\nmarked:\n  postAsset: true\n"},
        "source/_posts/a.md",
        "source/_posts/a",
        ["map.png"] * 4,
    ),
    (
        "hugo",
        {"hugo.toml": 'baseURL = "https://s.example/"\n'},
        "content/posts/a.md",
        "static/images/a",
        ["/images/a/map.png"] * 4,
    ),
    (
        "hugo-bundle",
        {"hugo.toml": 'baseURL = "https://s.example/"\n'},
        "content/posts/a/index.md",
        "content/posts/a",
        ["map.png"] * 4,
    ),
    (
        "hugo-base",
        {"hugo.toml": 'baseURL = "https://s.example/docs/"\n'},
        "content/a.md",
        "static/images/a",
        ["/docs/images/a/map.png"] * 4,
    ),
    (
        "jekyll",
        {"_config.yml": "title: T\n"},
        "_posts/2024-01-02-a.md",
        "assets/images/2024-01-02-a",
        ["/assets/images/2024-01-02-a/map.png"] * 4,
    ),
    (
        "jekyll-base",
        {"_config.yml": "baseurl: /b\n"},
        "_posts/2024-01-02-a.md",
        "assets/images/2024-01-02-a",
        ["{{ '/assets/images/2024-01-02-a/map.png' | relative_url }}"] * 2
        + ["/b/assets/images/2024-01-02-a/map.png"] * 2,
    ),
    (
        "astro",
        {"astro.config.mjs": "export default {};\n", "package.json": '{"dependencies": {"astro": "^7.0.0"}}'},
        "src/content/blog/a.md",
        "public/images/a",
        ["/images/a/map.png"] * 4,
    ),
    (
        "docusaurus",
        {
            "docusaurus.config.js": "module.exports = {title: 'T', url: 'https://s.example', baseUrl: '/d/'};\n",
            "package.json": '{"dependencies": {"@docusaurus/core": "^3.10.2"}}',
        },
        "blog/2024-01-02-a.mdx",
        "static/img/2024-01-02-a",
        ["/img/2024-01-02-a/map.png"] + ["/d/img/2024-01-02-a/map.png"] * 3,
    ),
    (
        "zola",
        {"config.toml": 'base_url = "https://s.example"\n', "templates/x.html": ""},
        "content/a.md",
        "static/images/a",
        ["/images/a/map.png"] * 4,
    ),
    (
        "pelican",
        {"pelicanconf.py": "SITENAME = 'T'\nPATH = 'content'\n"},
        "content/a.md",
        "content/images/a",
        ["{static}/images/a/map.png"] * 4,
    ),
    (
        "mkdocs",
        {"mkdocs.yml": "site_name: T\n"},
        "docs/x/a.md",
        "docs/images/a",
        ["../images/a/map.png", "../../images/a/map.png", "../../images/a/map.png", "../images/a/map.png"],
    ),
    (
        "gatsby",
        {"gatsby-config.js": "module.exports = {plugins: []};\n", "package.json": '{"dependencies": {"gatsby": "5"}}'},
        "content/a.md",
        "static/images/a",
        ["/images/a/map.png"] * 4,
    ),
    ("plain", {}, "notes/a.md", "notes/images/a", ["images/a/map.png"] * 4),
]


@pytest.mark.parametrize(("name", "config", "post", "folder", "links"), SITES, ids=[site[0] for site in SITES])
def test_home(name: str, config: dict[str, str], post: str, folder: str, links: list[str], tmp_path: Path) -> None:
    front = "Title: A\nDate: 2024-01-02\n\n" if name == "pelican" else "---\ntitle: A\ndate: 2024-01-02\n---\n"
    write(tmp_path, {**config, post: front + BODY})
    (found,) = wanted(tmp_path)
    assert found.post.generator.profile.name == name.partition("-")[0]
    result = run_fetch([found], Answers({U: PNG}))
    assert [link.problem for link in result.links] == [""] * 4
    assert {link.path for link in result.links} == {f"{folder}/map.png"}
    assert [link.link for link in result.links] == links
    assert (tmp_path / folder / "map.png").read_bytes() == PNG
    assert wanted(tmp_path) == []
