"""Pictures that front matter names: YAML, TOML and JSON, nested and in lists, under known and configured keys."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.picture_sites.model import picture

_HUGO = {"hugo.toml": b'baseURL = "https://site.example"\n', "static/img/a.png": picture("a", 10)}
_HEXO = {
    "_config.yml": b"title: T\n",
    "package.json": b'{"hexo": {"version": "8.1.2"}}',
    "source/img/a.png": picture("a", 10),
}
_JEKYLL = {"_config.yml": b"title: T\nbaseurl: /b\n", "img/a.png": picture("a", 10)}
OK, MISSING, CASE, REMOTE = "local-ok", "local-missing", "local-case-mismatch", "remote"

TOML = """+++
title = "T"
images = ["/img/a.png", "/img/no1.png", 'https://cdn.example.net/x.png']
cover = "/img/A.png"
[params]
images = ["/img/no2.png"]
[params.cover]
image = "/img/no3.png"
[[resources]]
src = "no4.png"
[[resources]]
src = "shots/*.png"
[[resources]]
src = "**.{png,jpg}"
[[gallery]]
url = "/img/no5.png"
+++
Text
"""
JSON = """{
 "title": "T", "draft": false,
 "cover": {"image": "/img/no1.png", "alt": "A"},
 "images": ["/img/a.png", "/img/no\\u0032.png"],
 "description": "see /img/no9.png"
}
Text
"""
YAML = """---
title: T
cover:
  image: /img/no1.png
  alt: x
images:
- /img/a.png
- "/img/no2.png" # comment
# thumbnail: /img/no9.png
featured_image: '/img/no3.png'
thumbnail: false
banner: ''
background: '#fff'
feature: v1.2 is out
heroImage: /img/no4.png
gallery: [ /img/no5.png, {image: /img/no6.png} ]
---
Text
"""
HEXO = """---
title: T
cover: /img/no1.png
top_img: false
photos:
  - /img/a.png
  - https://cdn.example.net/x.png
banner: { image: /img/no2.png }
thumbnail: //cdn.example.net/x.png
teaser: >-
  /img/no3.png
---
Text
"""
JEKYLL = """---
title: T
header:
  teaser: /img/no1.png
  overlay_image: /img/a.png
image:
  path: /img/no2.png
gallery:
  - url: /img/no3.png
    image_path: /img/a.png
---
Text
"""


def _images(root: Path, post: str, text: str, files: dict[str, bytes], config: str = "") -> list[tuple[str, str]]:
    for path, data in {**files, post: text.encode(), "postlint.toml": config.encode()}.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    command = [sys.executable, "-m", "postlint", "inspect", "--output-format", "json", str(root / post)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    images = json.loads(done.stdout)["images"]
    for image in images:
        # the span is that of the URL alone, and in order
        first, last = image["offset"]
        assert text[first:last].strip() in (image["raw"].strip("'\""), image["raw"])
    return [(image["url"], image["resolution"]["status"]) for image in images]


@pytest.mark.parametrize(
    ("post", "text", "files", "expected"),
    [
        (
            "content/posts/a.md",
            TOML,
            _HUGO,
            [
                ("/img/a.png", OK),
                ("/img/no1.png", MISSING),
                ("https://cdn.example.net/x.png", REMOTE),
                ("/img/A.png", CASE),
                ("/img/no2.png", MISSING),
                ("/img/no3.png", MISSING),
                ("no4.png", MISSING),
                ("/img/no5.png", MISSING),
            ],
        ),
        (
            "content/posts/a.md",
            JSON,
            _HUGO,
            [("/img/no1.png", MISSING), ("/img/a.png", OK), ("/img/no2.png", MISSING)],
        ),
        (
            "content/posts/a.md",
            YAML,
            _HUGO,
            [("/img/no1.png", MISSING), ("/img/a.png", OK), *((f"/img/no{n}.png", MISSING) for n in range(2, 7))],
        ),
        (
            "source/_posts/a.md",
            HEXO,
            _HEXO,
            [
                ("/img/no1.png", MISSING),
                ("/img/a.png", OK),
                ("https://cdn.example.net/x.png", REMOTE),
                ("/img/no2.png", MISSING),
                ("//cdn.example.net/x.png", REMOTE),
                ("/img/no3.png", MISSING),
            ],
        ),
        (
            "_posts/2024-01-02-a.md",
            JEKYLL,
            _JEKYLL,
            [
                ("/img/no1.png", MISSING),
                ("/img/a.png", OK),
                ("/img/no2.png", MISSING),
                ("/img/no3.png", MISSING),
                ("/img/a.png", OK),
            ],
        ),
    ],
    ids=["toml", "json", "yaml", "hexo", "jekyll"],
)
def test_front_matter(
    post: str, text: str, files: dict[str, bytes], expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    assert _images(tmp_path, post, text, files) == expected


def test_configured_keys(tmp_path: Path) -> None:
    text = "---\ntitle: T\nbadge: /img/no1\ncard:\n  picture: /img/no2.png\nshots:\n- file: /img/a.png\n---\nText\n"
    post = "content/posts/a.md"
    assert _images(tmp_path, post, text, _HUGO) == []
    config = 'image-keys = ["badge", "card.picture", "shots[].file"]\n'
    assert _images(tmp_path, post, text, _HUGO, config) == [
        ("/img/no1", MISSING),
        ("/img/no2.png", MISSING),
        ("/img/a.png", OK),
    ]
