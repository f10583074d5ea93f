"""Fetching: what is asked, where pictures go, what posts and the list say afterwards."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from postlint.engine.fetch.run import plan_fetch, run_fetch
from postlint.values.errors import UsageError
from tests.fetch.sites import EVERY, HEXO, OTHER, PNG, Answers, wanted, write

PROXIED = "https://cors.example.workers.dev/?http://static.example.net/img/9e5f.png"
ORIGINAL = "http://static.example.net/img/9e5f.png"
SEED = f"""---
title: 'A title'
headimg: '{PROXIED}'
date: Sun, 10 Oct 2021 04:35:37 GMT
thumbnail: '{PROXIED}'
---

<div>
<p><img src="{PROXIED}" data-size="433,619" referrerpolicy="no-referrer"></p><p>Text.</p>
</div>
"""


def _now() -> datetime:
    return datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


def test_three_links_become_one_file(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED})
    answers = Answers({ORIGINAL: PNG})
    result = run_fetch(wanted(tmp_path, EVERY), answers, _now)
    assert answers.asked == [ORIGINAL]
    assert result.is_complete
    assert [(link.position.line, link.path, link.link) for link in result.links] == [
        (3, "source/images/a/9e5f.png", "/images/a/9e5f.png"),
        (5, "source/images/a/9e5f.png", "/images/a/9e5f.png"),
        (9, "source/images/a/9e5f.png", "/images/a/9e5f.png"),
    ]
    assert (tmp_path / "source/_posts/a.md").read_text() == SEED.replace(PROXIED, "/images/a/9e5f.png")
    assert (tmp_path / "source/images/a/9e5f.png").read_bytes() == PNG
    assert [path.name for path in (tmp_path / "source/images/a").iterdir()] == ["9e5f.png"]
    assert json.loads((tmp_path / ".postlint-images.json").read_bytes()) == {
        "format": 1,
        "images": [
            {
                "path": "source/images/a/9e5f.png",
                "source": ORIGINAL,
                "written": PROXIED,
                "fetched": "2024-05-06T07:08:09Z",
                "sha256": sha256(PNG).hexdigest(),
                "bytes": len(PNG),
                "kind": "png",
                "also": [],
                "posts": ["source/_posts/a.md"],
            }
        ],
    }
    assert not (tmp_path / ".postlint_cache").exists()
    assert wanted(tmp_path) == []


def test_a_second_run_does_nothing(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED})
    run_fetch(wanted(tmp_path), Answers({ORIGINAL: PNG}))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*") if path.is_file()}
    answers = Answers({ORIGINAL: PNG})
    result = run_fetch(wanted(tmp_path), answers)
    assert answers.asked == []
    assert (result.links, result.written) == ([], [])
    assert before == {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.rglob("*") if path.is_file()
    }


def test_the_proxy_is_asked_where_the_original_is_gone(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED})
    answers = Answers({PROXIED: PNG})
    result = run_fetch(wanted(tmp_path), answers)
    assert answers.asked == [ORIGINAL, PROXIED]
    assert [link.source for link in result.links] == [PROXIED] * 3
    assert (tmp_path / "source/images/a/9e5f.png").read_bytes() == PNG


def test_what_is_not_to_be_had_stays_as_it_is(tmp_path: Path) -> None:
    text = f"---\ntitle: A\n---\n![x]({PROXIED}) ![y](https://cdn.example.net/y.png)\n"
    write(tmp_path, {**HEXO, "source/_posts/a.md": text})
    result = run_fetch(wanted(tmp_path), Answers({"https://cdn.example.net/y.png": PNG}))
    assert not result.is_complete
    assert result.links[0].problem == f"{ORIGINAL}: answers 404; {PROXIED}: answers 404"
    assert (tmp_path / "source/_posts/a.md").read_text() == text.replace(
        "https://cdn.example.net/y.png", "/images/a/y.png"
    )
    assert result.links[1].is_new


def test_nothing_is_written_where_nothing_comes(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED})
    result = run_fetch(wanted(tmp_path), Answers({}))
    assert not result.is_complete
    assert result.written == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["_config.yml", "package.json", "source"]
    assert (tmp_path / "source/_posts/a.md").read_text() == SEED


def test_equal_names_do_not_clash(tmp_path: Path) -> None:
    urls = ("https://a.example.net/x/map.png", "https://b.example.net/y/map.png?v=2", "https://c.example.net/map.png")
    text = "".join(f"![m]({url})\n" for url in urls)
    write(tmp_path, {**HEXO, "source/_posts/a.md": f"---\ntitle: A\n---\n{text}", "source/images/a/map.png": b"mine"})
    result = run_fetch(wanted(tmp_path), Answers({urls[0]: PNG, urls[1]: OTHER, urls[2]: PNG}))
    paths = [link.path for link in result.links]
    assert len(set(paths)) == 3
    assert all(str(path).startswith("source/images/a/map-") for path in paths)
    assert (tmp_path / "source/images/a/map.png").read_bytes() == b"mine"
    assert (tmp_path / str(paths[1])).read_bytes() == OTHER


def test_one_picture_in_two_posts_is_fetched_once(tmp_path: Path) -> None:
    post = f"---\ntitle: A\n---\n![m]({PROXIED})\n"
    write(tmp_path, {**HEXO, "source/_posts/a.md": post, "source/_posts/b.md": post})
    answers = Answers({ORIGINAL: PNG})
    result = run_fetch(wanted(tmp_path), answers)
    assert answers.asked == [ORIGINAL]
    assert [link.path for link in result.links] == ["source/images/a/9e5f.png"] * 2
    assert (tmp_path / "source/_posts/b.md").read_text() == post.replace(PROXIED, "/images/a/9e5f.png")
    listed = json.loads((tmp_path / ".postlint-images.json").read_bytes())["images"]
    assert [item["posts"] for item in listed] == [["source/_posts/a.md", "source/_posts/b.md"]]


def test_a_plan_asks_nobody_and_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED})
    before = sorted(tmp_path.rglob("*"))
    result = plan_fetch(wanted(tmp_path))
    assert [(link.path, link.link, link.is_new) for link in result.links] == [
        ("source/images/a/9e5f.png", "/images/a/9e5f.png", True),
        ("source/images/a/9e5f.png", "/images/a/9e5f.png", False),
        ("source/images/a/9e5f.png", "/images/a/9e5f.png", False),
    ]
    assert sorted(tmp_path.rglob("*")) == before


def test_only_the_chosen_reasons(tmp_path: Path) -> None:
    urls = {
        "proxied": PROXIED,
        "hotlinked": "https://ww1.sinaimg.cn/large/b.jpg",
        "dead": "http://img.clouddn.com/c.png",
        "expiring": "https://s3.example.net/d.png?Expires=1600000000&Signature=x&AWSAccessKeyId=y",
        "page": "https://github.com/u/r/blob/main/e.png",
        "": "https://cdn.example.net/f.png",
    }
    text = "".join(f"![m]({url})\n" for url in urls.values())
    write(tmp_path, {**HEXO, "source/_posts/a.md": f"---\ntitle: A\n---\n{text}"})
    for reason, url in urls.items():
        if reason:
            (post,) = wanted(tmp_path, frozenset({reason}))
            assert [picture.image.url.text for picture in post.pictures] == [url], reason
    (post,) = wanted(tmp_path, EVERY)
    assert len(post.pictures) == 5
    (post,) = wanted(tmp_path)
    assert [picture.addresses[0] for picture in post.pictures] == [
        ORIGINAL,
        urls["hotlinked"],
        urls["dead"],
        urls["expiring"],
        "https://github.com/u/r/raw/main/e.png",
        urls[""],
    ]


def test_hosts_of_the_config_count(tmp_path: Path) -> None:
    own, gone = "https://img.example.net/get?pic=https://example.org/a.png", "https://old.example.com/b.png"
    config = (
        '[rules.proxied-image]\nextra-hosts = {"img.example.net" = "?pic={url}"}\nseverity = "info"\n'
        '[rules.dead-image-host]\nextra-hosts = ["old.example.com"]\n'
    )
    post = f"---\ntitle: A\n---\n![x]({own})\n![y]({gone})\n![z](https://example.org/c.png)\n"
    write(tmp_path, {**HEXO, "postlint.toml": f'ignore = ["IMG"]\n{config}', "source/_posts/a.md": post})
    (found,) = wanted(tmp_path, EVERY, isolated=False)
    assert [(picture.addresses, picture.reasons) for picture in found.pictures] == [
        (("https://example.org/a.png", own), {"proxied"}),
        ((gone,), {"dead"}),
    ]


def test_bytes_decide_on_the_extension(tmp_path: Path) -> None:
    urls = {
        "https://a.example.net/x.jpg": PNG,
        "https://a.example.net/thumb?id=7": PNG,
        "https://a.example.net/": OTHER,
    }
    text = "".join(f"![m]({url})\n" for url in urls)
    write(tmp_path, {**HEXO, "source/_posts/a.md": f"---\ntitle: A\n---\n{text}"})
    result = run_fetch(wanted(tmp_path), Answers(urls))
    names = [str(link.path).rsplit("/", 1)[-1] for link in result.links]
    assert names[:2] == ["x.png", "thumb.png"]
    assert names[2].startswith("image-")
    assert names[2].endswith(".png")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_rest_of_the_post_stays_byte_for_byte(tmp_path: Path, newline: str, encoding: str) -> None:
    text = "---\ntitle: 题 😀\n---\n前 ![图](https://cdn.example.net/a.png) 后\n".replace("\n", newline)
    write(tmp_path, {**HEXO, "source/_posts/a.md": text.encode(encoding)})
    run_fetch(wanted(tmp_path), Answers({"https://cdn.example.net/a.png": PNG}))
    expected = text.replace("https://cdn.example.net/a.png", "/images/a/a.png")
    assert (tmp_path / "source/_posts/a.md").read_bytes() == expected.encode(encoding)


def test_a_link_out_of_the_site_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "site"
    write(root, {**HEXO, "source/_posts/a.md": SEED})
    (root / "source/images").symlink_to(outside)
    result = run_fetch(wanted(root), Answers({ORIGINAL: PNG}))
    assert not result.is_complete
    assert list(outside.iterdir()) == []
    assert (root / "source/_posts/a.md").read_text() == SEED


def test_a_list_that_is_none_stops_the_run(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED, ".postlint-images.json": "{"})
    with pytest.raises(UsageError, match="cannot be read"):
        run_fetch(wanted(tmp_path), Answers({ORIGINAL: PNG}))
    write(tmp_path, {".postlint-images.json": '{"format": 1, "images": [{"path": "a"}]}'})
    with pytest.raises(UsageError, match="holds an entry that is none"):
        plan_fetch(wanted(tmp_path))


def test_a_changed_file_of_the_list_is_not_trusted(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED})
    run_fetch(wanted(tmp_path), Answers({ORIGINAL: PNG}))
    write(tmp_path, {"source/_posts/a.md": SEED, "source/images/a/9e5f.png": b"edited"})
    answers = Answers({ORIGINAL: PNG})
    run_fetch(wanted(tmp_path), answers)
    assert answers.asked == [ORIGINAL]
    assert (tmp_path / "source/images/a/9e5f.png").read_bytes() == b"edited"
    assert (tmp_path / "source/_posts/a.md").read_text().count("/images/a/9e5f-") == 3


def test_a_post_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, {**HEXO, "source/_posts/a.md": SEED})
    posts = wanted(tmp_path)
    write(tmp_path, {"source/_posts/a.md": SEED + "More.\n"})
    result = run_fetch(posts, Answers({ORIGINAL: PNG}))
    assert len(result.failures) == 1
    assert "it changed on disk" in result.failures[0]
    assert {(link.link, link.problem) for link in result.links} == {
        (None, "the post was not written: it changed on disk while it was linted; run again")
    }
    assert (tmp_path / "source/_posts/a.md").read_text() == SEED + "More.\n"
