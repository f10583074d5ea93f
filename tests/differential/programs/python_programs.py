"""python python_programs.py PROGRAM CASES.json: what a program written in Python makes of each post."""

from __future__ import annotations

import base64
import datetime as dt
import json
import logging
import os
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")


def instant(value: Any) -> str | None:
    """Return a date as an instant; without a zone it is in UTC."""
    if isinstance(value, dt.datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
        return aware.astimezone(dt.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return f"{value.isoformat()}T00:00:00.000Z" if isinstance(value, dt.date) else None


def published(title: Any, date: Any) -> dict[str, Any]:
    return {"status": "published", "title": title, "date": instant(date)}


def write(folder: Path, place: str, case: dict[str, str]) -> Path:
    path = folder / place / case["file"]
    path.parent.mkdir(parents=True)
    path.write_bytes(base64.b64decode(case["b64"]))
    return path


def ask_frontmatter(folder: Path, case: dict[str, str]) -> dict[str, Any]:
    import frontmatter

    post = frontmatter.load(str(write(folder, "posts", case)))
    return published(post.metadata.get("title"), post.metadata.get("date"))


def load_mkdocs(folder: Path, more: str = "") -> Any:
    from mkdocs.config.base import load_config

    (folder / "mkdocs.yml").write_text(f"site_name: t\n{more}")
    return load_config(str(folder / "mkdocs.yml"))


def ask_mkdocs(folder: Path, case: dict[str, str]) -> dict[str, Any]:
    from mkdocs.structure.files import get_files
    from mkdocs.structure.pages import Page

    write(folder, "docs", case)
    config = load_mkdocs(folder)
    files = get_files(config)
    page = Page(None, next(file for file in files if file.is_documentation_page()), config)
    page.read_source(config)
    page.render(config, files)
    title = page.title if page.meta.get("title") is not None else None
    return published(title, page.meta.get("date"))


def ask_material(folder: Path, case: dict[str, str]) -> dict[str, Any]:
    from material.plugins.blog.structure import Post
    from mkdocs.structure.files import get_files

    write(folder, "docs/blog/posts", case)
    config = load_mkdocs(folder, "theme: {name: material}\nplugins: [blog]\n")
    os.chdir(folder)
    post = Post(next(file for file in get_files(config) if "/posts/" in file.src_uri), config)
    if post.config.draft:
        return {"status": "left-out"}
    return published(post.title if post.meta.get("title") is not None else None, post.config.date.created)


def ask_pelican(folder: Path, case: dict[str, str]) -> dict[str, Any]:
    from pelican.generators import ArticlesGenerator
    from pelican.settings import read_settings

    write(folder, "content", case)
    settings = read_settings(
        override={
            "PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "out"), "CACHE_CONTENT": False,
            "TIMEZONE": "UTC", "SITEURL": "", "PLUGINS": [],
        }
    )  # fmt: skip
    context = {
        **settings,
        "generated_content": {},
        "static_links": set(),
        "static_content": {},
        "localsiteurl": "",
        "filenames": {},
    }
    generator = ArticlesGenerator(context, settings, settings["PATH"], settings["THEME"], settings["OUTPUT_PATH"])
    generator.generate_context()
    if not generator.articles:
        return {"status": "left-out"}
    return published(generator.articles[0].title, generator.articles[0].date)


PROGRAMS = {
    "python-frontmatter": ask_frontmatter,
    "mkdocs": ask_mkdocs,
    "mkdocs-material-blog": ask_material,
    "pelican": ask_pelican,
}


def main(program: str, cases: str) -> None:
    answers = []
    for case in json.loads(Path(cases).read_text("utf-8")):
        with tempfile.TemporaryDirectory(prefix="postlint-") as folder:
            try:
                answer = PROGRAMS[program](Path(folder), case)
            except (Exception, SystemExit):  # some of them end the process
                answer = {"status": "build-fails"}
            os.chdir("/")
        answers.append({"name": case["name"], **answer})
    print(f"\n{json.dumps(answers, default=str)}")


main(*sys.argv[1:])
