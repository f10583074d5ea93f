"""What the command says of the pictures of a site of cases."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.picture_sites.model import CODES, LOCAL_CODES, STATUSES, Case, SiteOfCases

_DATE = re.compile(r"^\d{4}-\d\d-\d\d-")


def _postlint(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "postlint", *arguments], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_images(top: Path, roots: list[Path]) -> dict[str, list[tuple[str, str]]]:
    """Return URL and status of every picture that `inspect` lists, by post."""
    lines = _postlint("inspect", "--output-format", "json", "--isolated", *map(str, roots)).splitlines()
    posts = [json.loads(line) for line in lines]
    return {_relative(post["path"], top): [_shown(image) for image in post["images"]] for post in posts}


def read_codes(top: Path, roots: list[Path]) -> dict[str, set[str]]:
    """Return the codes about local pictures that `check` reports, by post."""
    found: dict[str, set[str]] = {}
    options = ("--output-format", "json", "--isolated", "--no-cache", "--exit-zero", "--select", "IMG")
    for diagnostic in json.loads(_postlint("check", *options, *map(str, roots))):
        if diagnostic["code"] in LOCAL_CODES:
            found.setdefault(_relative(diagnostic["path"], top), set()).add(diagnostic["code"])
    return found


def _relative(path: str, top: Path) -> str:
    return str(Path(path).resolve().relative_to(top.resolve()))


def _shown(image: dict[str, Any]) -> tuple[str, str]:
    return image["url"], image["resolution"]["status"]


def path_of(site: SiteOfCases, case: Case) -> str:
    """Return the path of a case's post."""
    return case.path or site.post_path.replace("{name}", case.name)


def faults_of(case: Case, images: list[tuple[str, str]] | None, codes: set[str]) -> list[str]:
    """Return what is wrong with the verdicts of one post."""
    if images is None:
        return ["the post was not read"]
    faults = []
    missed = set(case.expected)
    for url, status in images:
        # of a template, the path stands somewhere within
        meant = next((known for known in case.expected if known == url or (known in url and "{" in url)), None)
        if meant is None:
            faults.append(f"{url} is no picture")
        elif status not in STATUSES[case.expected[meant]]:
            faults.append(f"{url} is {case.expected[meant]}, not {status}")
        missed.discard(meant or "")
    faults += [f"{url} was not found" for url in sorted(missed)]
    wanted = [CODES[verdict] for verdict in case.expected.values() if verdict in CODES]
    faults += [f"{code} is false" for code in sorted(codes) if not any(code in allowed for allowed in wanted)]
    faults += [f"none of {sorted(allowed)} was reported" for allowed in wanted if not allowed & codes]
    return faults
