"""Versions of generators from manifests and lock files."""

from __future__ import annotations

import json
from typing import Any

import pytest

from postlint.generators.npm_versions import find_locked, lower_bound
from postlint.generators.versions import Versions, read_versions, version_numbers


def versions(generator: str, files: dict[str, str], config: dict[str, Any] | None = None) -> Versions:
    return read_versions(generator, files.get, config or {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8.1.2", (8, 1, 2)),
        ("v0.111.3", (0, 111, 3)),
        ("^8.1", (8, 1)),
        (">= 4.3", (4, 3)),
        ("5.0.0-beta.1", (5, 0, 0)),
        ("latest", ()),
        ("", ()),
        ("9" * 100, (999999999,)),
    ],
)
def test_numbers(text: str, expected: tuple[int, ...]) -> None:
    assert version_numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("^8.1.2", "8.1.2"),
        ("~7.3", "7.3"),
        (">=5.0.0 <6", "5.0.0"),
        ("4.x", "4"),
        ("7.0.0 || 8.0.0", "7.0.0"),
        ("npm:hexo@^6.3.0", "6.3.0"),
        ("*", ""),
        ("latest", ""),
        ("<9", ""),
        ("github:hexojs/hexo#v8", ""),
        ("https://x.test/hexo-1.2.3.tgz", ""),
    ],
)
def test_lower_bounds(text: str, expected: str) -> None:
    assert lower_bound(text) == expected


LOCKS = {
    "package-lock 3": json.dumps(
        {
            "packages": {
                "": {"dependencies": {"hexo": "^8.0.0"}},
                "node_modules/hexo": {"version": "8.1.2", "resolved": "https://x.test"},
                "node_modules/a/node_modules/hexo": {"version": "5.0.0"},
            }
        },
        indent=2,
    ),
    "package-lock 1": json.dumps({"dependencies": {"hexo": {"version": "8.1.2", "bundled": False}}}, indent=2),
    "yarn 1": '# yarn lockfile v1\n\nhexo-cli@^4.0.0:\n  version "4.3.0"\n\nhexo@^8.0.0:\n  version "8.1.2"\n',
    "yarn 1 quoted": '\n"hexo@^7.0.0 || ^8.0.0":\n  version "8.1.2"\n',
    "yarn berry": '\n"hexo@npm:^8.0.0":\n  version: 8.1.2\n  resolution: "hexo@npm:8.1.2"\n',
    "pnpm 6": (
        "importers:\n\n  .:\n    dependencies:\n      hexo:\n        specifier: ^8.0.0\n"
        "        version: 8.1.2(x@1.0.0)\n"
    ),
    "pnpm 5": "lockfileVersion: 5.4\n\npackages:\n\n  /hexo/8.1.2:\n    resolution: {}\n",
    "pnpm 9": "\npackages:\n\n  hexo@8.1.2:\n    resolution: {}\n",
    "bun": '{\n  "packages": {\n    "hexo": ["hexo@8.1.2", "", {}],\n  }\n}\n',
}


@pytest.mark.parametrize("lock", LOCKS.values(), ids=LOCKS)
def test_locked_versions(lock: str) -> None:
    assert find_locked("hexo", lock) == "8.1.2"
    assert find_locked("hexo-front-matter", lock) == ""


def test_scoped_names_in_locks() -> None:
    assert find_locked("@11ty/eleventy", '\n"@11ty/eleventy@^3.0.0":\n  version "3.1.8"\n') == "3.1.8"
    pnpm = "\n      '@11ty/eleventy':\n        specifier: ^3\n        version: 3.1.8\n"
    assert find_locked("@11ty/eleventy", pnpm) == "3.1.8"


def test_node_sites() -> None:
    manifest = json.dumps({"dependencies": {"hexo": "^8.0.0", "hexo-renderer-marked": "^7.0.0"}})
    found = versions("hexo", {"package.json": manifest})
    assert (found.numbers, found.text) == ((8, 0, 0), "8.0.0")
    assert found.packages == {"hexo-renderer-marked": "7.0.0"}
    locked = versions("hexo", {"package.json": manifest, "package-lock.json": LOCKS["package-lock 3"]})
    assert locked.numbers == (8, 1, 2)
    ran = json.dumps({"hexo": {"version": "7.3.0"}, "dependencies": {"hexo": "^7.0.0"}})
    assert versions("hexo", {"package.json": ran}).text == "7.3.0"
    core = json.dumps({"dependencies": {"@docusaurus/core": "3.10.2"}})
    assert versions("docusaurus", {"package.json": core}).numbers == (3, 10, 2)


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", "[" * 100_000, '{"dependencies": []}'])
def test_broken_manifests_name_nothing(broken: str) -> None:
    assert versions("hexo", {"package.json": broken}).numbers == ()


def test_jekyll() -> None:
    lock = "GEM\n  specs:\n    jekyll (4.3.2)\n      addressable (~> 2.4)\n    psych (5.1.0)\n"
    found = versions("jekyll", {"Gemfile": 'gem "jekyll", "~> 4.0"\n', "Gemfile.lock": lock})
    assert found.text == "4.3.2"
    assert found.packages["psych"] == "5.1.0"
    assert versions("jekyll", {"Gemfile": 'gem "jekyll", "~> 4.3" # x\n'}).numbers == (4, 3)
    assert versions("jekyll", {"Gemfile": "# gem 'jekyll', '3.0'\n"}).numbers == ()
    assert versions("jekyll", {"Gemfile": "gem 'github-pages', group: :jekyll_plugins\n"}).text == "3.10.0"
    pinned = "    github-pages (228)\n    jekyll (3.9.3)\n"
    assert versions("jekyll", {"Gemfile": "gem 'github-pages'\n", "Gemfile.lock": pinned}).text == "3.9.3"
    assert versions("jekyll", {"Gemfile": "gem 'github-pages', '~> 228'\n"}).text == "3.9.3"


def test_hugo() -> None:
    workflow = "    env:\n      HUGO_VERSION: 0.128.0\n"
    assert versions("hugo", {".github/workflows/hugo.yaml": workflow}).numbers == (0, 128, 0)
    action = "        with:\n          hugo-version: '0.111.3'\n"
    assert versions("hugo", {".github/workflows/deploy.yml": action}).text == "0.111.3"
    assert versions("hugo", {"netlify.toml": '[build.environment]\n  HUGO_VERSION = "0.120.4"\n'}).text == "0.120.4"
    assert versions("hugo", {"vercel.json": '{"build": {"env": {"HUGO_VERSION": "0.99.1"}}}'}).text == "0.99.1"
    assert versions("hugo", {".tool-versions": "nodejs 20\nhugo extended_0.121.1\n"}).text == "0.121.1"
    manifest = '{"devDependencies": {"hugo-extended": "^0.130.0"}}'
    assert versions("hugo", {"package.json": manifest}).text == "0.130.0"
    assert versions("hugo", {}, {"module": {"hugoVersion": {"min": "0.116.0"}}}).numbers == (0, 116, 0)
    assert versions("hugo", {}, {"module": []}).numbers == ()
    assert versions("hugo", {".github/workflows/hugo.yml": "hugo-version: 'latest'\n"}).numbers == ()


def test_python_sites() -> None:
    assert versions("pelican", {"requirements.txt": "Pelican[markdown]==4.8.0  # x\n"}).numbers == (4, 8, 0)
    assert versions("pelican", {"requirements.txt": "pelican>=4.5,<5; python_version > '3'\n"}).text == "4.5"
    assert versions("pelican", {"requirements.txt": "pelican\n-r other.txt\n--hash=x\n"}).numbers == ()
    project = '[project]\ndependencies = ["mkdocs>=1.5", "mkdocs-material~=9.4"]\n'
    found = versions("mkdocs", {"pyproject.toml": project})
    assert (found.text, found.packages["mkdocs-material"]) == ("1.5", "9.4")
    lock = '[[package]]\nname = "mkdocs"\nversion = "1.6.1"\n'
    assert versions("mkdocs", {"pyproject.toml": project, "uv.lock": lock}).text == "1.6.1"
    poetry = '[tool.poetry.dependencies]\nmkdocs = "^1.4"\nmkdocs-material = {version = "9.1.0"}\n'
    found = versions("mkdocs", {"pyproject.toml": poetry})
    assert (found.text, found.packages["mkdocs-material"]) == ("1.4", "9.1.0")
    assert versions("mkdocs", {"pyproject.toml": "= broken"}).numbers == ()
    assert versions("mkdocs", {"docs/requirements.txt": "mkdocs_material==9.0.0\nmkdocs==1.4.2\n"}).text == "1.4.2"


def test_zola_and_plain() -> None:
    assert versions("zola", {"netlify.toml": '[build.environment]\nZOLA_VERSION = "0.19.2"\n'}).text == "0.19.2"
    assert versions("plain", {"package.json": '{"dependencies": {"hexo": "8.0.0"}}'}).numbers == ()
