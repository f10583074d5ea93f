"""Posts for those who have none at hand: generated, the same in every run."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

_WORDS = ("river", "mill", "hill", "rain", "bridge", "station", "harbour", "letter", "garden", "winter", "market",
          "museum", "engine", "signal", "paper", "window", "mountain", "village", "railway", "teacher")  # fmt: skip
_CHINESE = "今天我们沿着河边走到老磨坊然后翻过小山回到车站天气很好路上遇到一位老师他说起图书馆的故事"


def write_site(folder: Path, count: int) -> None:
    """Write a Hexo site with `count` posts; every fifth has faults."""
    posts = folder / "source/_posts"
    posts.mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Generated\nurl: https://example.org\n")
    (folder / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
    for number in range(count):
        (posts / f"post-{number:06}.md").write_text(_post(number), encoding="utf-8")


def copy_site(source: Path, folder: Path) -> None:
    """Copy real posts, so that no program writes its cache among them."""
    shutil.copytree(source, folder, symlinks=True, ignore=shutil.ignore_patterns(".postlint_cache", ".git"))


def find_posts(folder: Path) -> list[Path]:
    """Return the Markdown files of a folder, sorted."""
    return sorted(folder.rglob("*.md"))


def _post(number: int) -> str:
    chance = random.Random(number)  # noqa: S311  # texts, no secrets
    lines = [
        "---",
        f"title: Post {number}",
        f"date: 2024-{number % 12 + 1:02}-{number % 28 + 1:02} 08:00:00",
        f"tags: [{chance.choice(_WORDS)}, {chance.choice(_WORDS)}]",
        "---",
        "",
    ]
    for part in range(chance.randint(6, 24)):
        if part % 6 == 0:
            lines += [f"## {_sentence(chance)}", ""]
        lines += [_chinese(chance) if number % 3 == 0 else " ".join(_sentence(chance) for _ in range(5)), ""]
        if part % 5 == 4:
            scheme = "http" if number % 5 == 0 else "https"
            lines += [f"![A {chance.choice(_WORDS)}]({scheme}://pictures.example.com/{number}/{part}.png)", ""]
    if number % 4 == 0:
        lines += [f"Source: [The original](https://news.example.com/{number})", ""]
    return "\n".join(lines)


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(_WORDS) for _ in range(chance.randint(6, 14))]
    return f"{' '.join(words).capitalize()}."


def _chinese(chance: random.Random) -> str:
    return "，".join("".join(chance.sample(_CHINESE, 12)) for _ in range(8)) + "。"
