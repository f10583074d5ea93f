"""What each generator makes of the posts of a small site, as `inspect` and the tables of `check` tell it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

# per generator: the files of a site, then path, role, outcome, title, date, where both are from
SITES: dict[str, tuple[dict[str, str], list[tuple[Any, ...]]]] = {
    "hexo": (
        {
            "_config.yml": "title: t\n",
            "package.json": '{"dependencies":{"hexo":"^8.1.2"}}',
            "source/_posts/a.md": "---\ntitle: A walk\ndate: 2021-10-10 04:35:37\n---\nText.\n",
            "source/_posts/b.md": "---\ntitle: A walk: the Alps\n---\nText.\n",
            "source/_posts/c.md": "---\ntitle: A\ndate: TBD\npublished: false\n---\nText.\n",
            "source/_drafts/d.md": "---\ntitle: A\n---\nText.\n",
            "source/about/index.md": "---\ntitle: About\n---\nText.\n",
        },
        [
            ("source/_drafts/d.md", "draft", "left-out", "A", "front-matter", None, "file-time", "it is a draft"),
            (
                "source/_posts/a.md",
                "post",
                "published",
                "A walk",
                "front-matter",
                "2021-10-10T04:35:37Z",
                "front-matter",
                None,
            ),
            (
                "source/_posts/b.md",
                "post",
                "left-out",
                None,
                "none",
                None,
                "none",
                'the front matter is not valid: value "A walk: the Alps" holds a colon that YAML takes for a key\'s; Hexo logs an error and goes on without the post',
            ),
            ("source/_posts/c.md", "post", "left-out", "A", "front-matter", None, "file-time", "`published` is false"),
            ("source/about/index.md", "page", "published", "About", "front-matter", None, "file-time", None),
        ],
    ),
    "hugo": (
        {
            "hugo.toml": 'baseURL = "https://example.org/"\n',
            "content/posts/a.md": "+++\ntitle = 'A walk'\ndate = 2021-10-10T04:35:37+08:00\n+++\nText.\n",
            "content/posts/b.md": "---\ntitle: A\ndate: 2021/10/10\n---\nText.\n",
            "content/posts/c.md": "---\ntitle: A\ndate: 2206-10-10\n---\nText.\n",
            "content/posts/d.md": "---\ntitle: A\ndate: 2021-10-10\nexpiryDate: 2021-11-11\n---\nText.\n",
            "content/posts/e.md": "---\ntitle: A\n---\nText.\n",
        },
        [
            (
                "content/posts/a.md",
                "post",
                "published",
                "A walk",
                "front-matter",
                "2021-10-09T20:35:37Z",
                "front-matter",
                None,
            ),
            (
                "content/posts/b.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                "the date in `date` is none that Hugo reads",
            ),
            (
                "content/posts/c.md",
                "post",
                "left-out",
                "A",
                "front-matter",
                "2206-10-10T00:00:00Z",
                "front-matter",
                "its date lies in the future",
            ),
            (
                "content/posts/d.md",
                "post",
                "left-out",
                "A",
                "front-matter",
                "2021-10-10T00:00:00Z",
                "front-matter",
                "it has expired",
            ),
            ("content/posts/e.md", "post", "published", "A", "front-matter", None, "zero", None),
        ],
    ),
    "jekyll": (
        {
            "_config.yml": "title: t\n",
            "Gemfile": 'gem "jekyll", "4.3.1"\n',
            "_posts/2021-10-10-a.md": "---\nlayout: post\n---\nText.\n",
            "_posts/2021-10-10-b.md": "---\ntitle: A: b\n---\nText.\n",
            "_posts/2021-10-10-c.md": "---\ntitle: A\ndate:\n---\nText.\n",
            "_posts/d.md": "---\ntitle: A\n---\nText.\n",
            "_drafts/e.md": "---\ntitle: A\n---\nText.\n",
        },
        [
            ("_drafts/e.md", "draft", "left-out", None, "none", None, "none", "it is a draft"),
            (
                "_posts/2021-10-10-a.md",
                "post",
                "published",
                "A",
                "file-name",
                "2021-10-10T00:00:00Z",
                "file-name",
                None,
            ),
            (
                "_posts/2021-10-10-b.md",
                "post",
                "published",
                None,
                "none",
                None,
                "now",
                'the front matter is not valid YAML: value "A: b" holds a colon that YAML takes for a key\'s; Jekyll publishes the post without a title, dated now',
            ),
            (
                "_posts/2021-10-10-c.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                "the date in `date` is none that Jekyll reads",
            ),
            (
                "_posts/d.md",
                "post",
                "left-out",
                None,
                "none",
                None,
                "none",
                "the file's name does not start with YYYY-MM-DD-",
            ),
        ],
    ),
    "astro": (
        {
            "astro.config.mjs": "",
            "src/content.config.ts": "const blog = defineCollection({ schema: z.object({ title: z.string(), pubDate: z.coerce.date() }) });\nexport const collections = { blog };\n",
            "src/content/blog/a.md": "---\ntitle: A walk\npubDate: Oct 10, 2021\n---\nText.\n",
            "src/content/blog/b.md": "---\ntitle: 2021\npubDate: 2021-10-10\n---\nText.\n",
        },
        [
            (
                "src/content/blog/a.md",
                "post",
                "published",
                "A walk",
                "front-matter",
                "2021-10-10T00:00:00Z",
                "front-matter",
                None,
            ),
            (
                "src/content/blog/b.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                "`title` is not text, as the schema requires",
            ),
        ],
    ),
    "eleventy": (
        {
            "eleventy.config.js": "",
            "posts/a.md": "---\ntitle: A walk\ndate: 2021-10-10\n---\nText.\n",
            "posts/2021-10-10-b.md": "---\ntitle: A walk\n---\nText.\n",
            "posts/c.md": "---\ntitle: A\ndate: 2021/10/10\n---\nText.\n",
            "posts/d.md": "---\ntitle: A\npermalink: false\ndate: 2021-10-10\n---\nText.\n",
        },
        [
            (
                "posts/2021-10-10-b.md",
                "post",
                "published",
                "A walk",
                "front-matter",
                "2021-10-10T00:00:00Z",
                "file-name",
                None,
            ),
            ("posts/a.md", "post", "published", "A walk", "front-matter", "2021-10-10T00:00:00Z", "front-matter", None),
            (
                "posts/c.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                "the date in `date` is none that Eleventy reads",
            ),
            (
                "posts/d.md",
                "post",
                "left-out",
                "A",
                "front-matter",
                "2021-10-10T00:00:00Z",
                "front-matter",
                "`permalink: false`: no page is written",
            ),
        ],
    ),
    "docusaurus": (
        {
            "docusaurus.config.js": "",
            "blog/2021-10-10-a.md": "# A walk\n\nText.\n",
            "blog/b.md": "---\ntitle: A\ndate: 2021-10-10 04:35:37 +0800\n---\nText.\n",
            "blog/c.md": "---\ntitle: A\ntags: one\n---\nText.\n",
            "blog/d.md": "---\ntitle: A\ndraft: true\n---\nText.\n",
        },
        [
            ("blog/2021-10-10-a.md", "post", "published", "A walk", "body", "2021-10-10T00:00:00Z", "file-name", None),
            ("blog/b.md", "post", "published", "A", "front-matter", "2021-10-10T04:35:37Z", "front-matter", None),
            (
                "blog/c.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                '`tags` is "one", and Docusaurus takes a list of texts only',
            ),
            ("blog/d.md", "post", "left-out", None, "none", None, "none", "it is a draft"),
        ],
    ),
    "gatsby": (
        {
            "gatsby-config.js": "",
            "content/blog/a.md": "---\ntitle: A walk\ndate: 2021-10-10\n---\nText.\n",
            "content/blog/b.md": "---\ntitle: A walk: x\n---\nText.\n",
        },
        [
            (
                "content/blog/a.md",
                "post",
                "published",
                "A walk",
                "front-matter",
                "2021-10-10T00:00:00Z",
                "front-matter",
                None,
            ),
            (
                "content/blog/b.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                'the front matter is not valid YAML: value "A walk: x" holds a colon that YAML takes for a key\'s',
            ),
        ],
    ),
    "zola": (
        {
            "config.toml": 'base_url = "https://example.org"\n',
            "content/a.md": "+++\ntitle = 'A walk'\ndate = 2021-10-10\n+++\nText.\n",
            "content/b.md": "Text.\n",
            "content/c.md": "+++\ntitle = 'A'\ndraft = true\n+++\nText.\n",
        },
        [
            (
                "content/a.md",
                "page",
                "published",
                "A walk",
                "front-matter",
                "2021-10-10T00:00:00Z",
                "front-matter",
                None,
            ),
            (
                "content/b.md",
                "page",
                "build-fails",
                None,
                "none",
                None,
                "none",
                "there is no front matter that Zola sees",
            ),
            ("content/c.md", "page", "left-out", "A", "front-matter", None, "none", "it is a draft"),
        ],
    ),
    "pelican": (
        {
            "pelicanconf.py": "TIMEZONE = 'UTC'\n",
            "content/a.md": "Title: A walk\nDate: 2021-10-10 04:35\n\nText.\n",
            "content/b.md": "Title: A\nDate: 2021-10-10\nStatus: draf\n\nText.\n",
            "content/c.md": "Title: A\n\nText.\n",
            "content/2021-10-10-d.md": "Title: A\nStatus: draft\n\nText.\n",
        },
        [
            (
                "content/2021-10-10-d.md",
                "post",
                "left-out",
                "A",
                "front-matter",
                "2021-10-10T00:00:00Z",
                "file-name",
                "it is a draft",
            ),
            (
                "content/a.md",
                "post",
                "published",
                "A walk",
                "front-matter",
                "2021-10-10T04:35:00Z",
                "front-matter",
                None,
            ),
            ("content/b.md", "post", "left-out", None, "none", None, "none", "Pelican knows no status `draf`"),
            ("content/c.md", "post", "left-out", None, "none", None, "none", "there is no `date`"),
        ],
    ),
    "mkdocs": (
        {
            "mkdocs.yml": "theme: material\nplugins: [blog]\n",
            "docs/blog/posts/a.md": "---\ndate: 2021-10-10\n---\n# A walk\n",
            "docs/blog/posts/b.md": '---\ndate: "2021-10-10"\n---\n# A walk\n',
            "docs/page.md": "# A page\n",
        },
        [
            (
                "docs/blog/posts/a.md",
                "post",
                "published",
                "A walk",
                "body",
                "2021-10-10T00:00:00Z",
                "front-matter",
                None,
            ),
            (
                "docs/blog/posts/b.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                "`date` is no date as YAML types it",
            ),
            ("docs/page.md", "page", "published", "A page", "body", None, "none", None),
        ],
    ),
    "plain": (
        {
            "a.md": "---\ntitle: A walk\ndate: 2021-10-10\n---\nText.\n",
            "b.md": "---\ntitle: A: b\n---\nText.\n",
            "c.md": "Text.\n",
        },
        [
            ("a.md", "post", "published", "A walk", "front-matter", "2021-10-10T00:00:00Z", "front-matter", None),
            (
                "b.md",
                "post",
                "build-fails",
                None,
                "none",
                None,
                "none",
                'the front matter is not valid YAML: value "A: b" holds a colon that YAML takes for a key\'s',
            ),
            ("c.md", "post", "published", None, "none", None, "none", None),
        ],
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, the working directory, on a machine in UTC."""
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


@pytest.mark.parametrize("generator", SITES)
def test_inspect_tells_what_becomes_of_every_post(generator: str, run: Run, folder: Path) -> None:
    files, wanted = SITES[generator]
    write(folder, files)
    found = []
    for line in run("inspect", "--output-format", "jsonl", ".").out.splitlines():
        post = json.loads(line)
        assert post["generator"] == generator
        outcome = post["outcome"]
        found.append((post["path"], post["role"], *(outcome[key] for key in KEYS)))
    assert found == wanted


KEYS = ("status", "title", "title_from", "date", "date_from", "reason")


def test_the_text_of_inspect_has_it_too(run: Run, folder: Path) -> None:
    write(folder, SITES["hugo"][0])
    assert run("inspect", "content/posts/c.md").out.splitlines()[-3:] == [
        "  outcome: left-out: its date lies in the future",
        "    title: A (from front-matter)",
        "    date: 2206-10-10T00:00:00Z (from front-matter)",
    ]


def test_the_tables_of_a_run_say_what_will_be_published(run: Run, folder: Path) -> None:
    write(folder, SITES["hugo"][0])
    out = run("check", "--no-cache", "--statistics", "--select", "FM", "content").out
    assert (
        "Will it be published?\n"
        "  generator     role  posts  published  left out  build fails\n"
        "  Hugo 0.168.0  post      5          2         2            1\n"
    ) in out
    assert "  Hugo 0.168.0  left out     it has expired" in out
    assert "Will it be published?" not in run("check", "--no-cache", "--select", "FM", "content").out
