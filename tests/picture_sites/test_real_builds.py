"""The real generators confirm what the generated sites say of their pictures.

POSTLINT_ORACLE names a folder with `bin/hugo`, `js/hexo8`, `js/node22`, `js/astro` (with `@astrojs/mdx`) and
`js/docusaurus` (with the classic preset); Jekyll is looked for on the path.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.picture_sites import astro, docusaurus, hexo, hugo, jekyll
from tests.picture_sites.builds import BUILDS, ORACLE
from tests.picture_sites.model import Case, SiteOfCases
from tests.picture_sites.real import picture_urls, state_of, write_site

SITES = (*hexo.SITES, *hugo.SITES, *jekyll.SITES, *astro.SITES, *docusaurus.SITES)
_NEEDS = {
    "hexo": "js/hexo8/node_modules/hexo-cli",
    "hugo": "bin/hugo",
    "astro": "js/astro/node_modules/@astrojs/mdx",
    "docusaurus": "js/docusaurus/node_modules/@docusaurus/preset-classic",
}
# what a browser meets, by verdict
_MET = {"ok": "ok", "defect": "ok", "remote": "remote", "data": "data"}


def _is_there(generator: str) -> bool:
    needed = _NEEDS.get(generator)
    return ORACLE.is_dir() and ((ORACLE / needed).exists() if needed else shutil.which(generator) is not None)


@pytest.mark.slow
@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_build_agrees(site: SiteOfCases, tmp_path: Path) -> None:
    if not _is_there(site.generator):
        pytest.skip(f"no {site.generator} in POSTLINT_ORACLE")
    root = tmp_path / site.name
    write_site(site, root, tuple(case for case in site.cases if not case.stops))
    out, base, log = BUILDS[site.generator](site, root)
    pages = {_key(path): path for path in out.rglob("*.html")}
    assert len(pages) >= len(site.cases) // 2, log
    differing = []
    for case in site.cases:
        path = pages.get(case.name.rsplit("-", 1)[-1])
        if case.stops or path is None:
            continue
        page = base + str(path.relative_to(out)).removesuffix("index.html")
        urls = [url for url in picture_urls(path.read_text(errors="replace")) if case.name in url or "/img/" in url]
        met = {state_of(url, page, base, out) for url in urls}
        if not _agrees(case, met):
            differing.append(f"{case.name}: {dict(case.expected)}, met {met}\n    {case.front}{case.body!r}")
    assert not differing, "\n".join([f"{len(differing)} of {len(site.cases)}", *differing[:20]])


def _agrees(case: Case, met: set[str]) -> bool:
    wanted = {_MET.get(verdict, "missing") for verdict in case.expected.values()}
    # a picture that is not there may also just vanish from the page
    return met == wanted or (not met and wanted <= {"missing"})


def _key(path: Path) -> str:
    return (path.parent.name if path.name == "index.html" else path.stem).rsplit("-", 1)[-1]
