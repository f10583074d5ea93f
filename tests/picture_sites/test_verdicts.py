"""Every verdict on the pictures of the generated sites is right."""

from __future__ import annotations

from pathlib import Path

from tests.picture_sites import astro, docusaurus, hexo, hugo, jekyll
from tests.picture_sites.real import write_site
from tests.picture_sites.verdicts import faults_of, path_of, read_codes, read_images

SITES = (*hexo.SITES, *hugo.SITES, *jekyll.SITES, *astro.SITES, *docusaurus.SITES)


def test_there_are_enough_of_them() -> None:
    expected = [verdict for site in SITES for case in site.cases for verdict in case.expected.values()]
    assert len(expected) >= 1000
    assert len([verdict for verdict in expected if verdict != "ok"]) >= 300


def test_every_verdict(tmp_path: Path) -> None:
    for site in SITES:
        write_site(site, tmp_path / site.name)
    roots = [tmp_path / site.name for site in SITES]
    images, codes = read_images(tmp_path, roots), read_codes(tmp_path, roots)
    faults = []
    for site in SITES:
        for case in site.cases:
            path = f"{site.name}/{path_of(site, case)}"
            found = faults_of(case, images.get(path), codes.get(path, set()))
            faults += [f"{site.name} {case.name}: {fault}\n    {case.front}{case.body!r}" for fault in found]
    assert not faults, "\n".join([f"{len(faults)} faults", *faults[:20]])
