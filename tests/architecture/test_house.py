"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import postlint

ROOT = Path(__file__).parents[2]
CORE = sorted((ROOT / "postlint").rglob("*.py"))
PLUGINS = sorted((ROOT / "plugins").rglob("*.py"))


def test_no_module_is_a_warehouse() -> None:
    assert [str(p) for p in (*CORE, *PLUGINS) if len(p.read_text("utf-8").splitlines()) > 270] == []


def test_plugins_import_only_the_public_api() -> None:
    pattern = re.compile(r"^\s*(?:from|import) (postlint\.(?!testing)[\w.]*)", re.MULTILINE)
    assert {str(p): found for p in PLUGINS if (found := pattern.findall(p.read_text("utf-8")))} == {}


def test_front_matter_is_never_dumped() -> None:
    pattern = re.compile(r"yaml\.(safe_)?dump|frontmatter\.dumps?\b")
    assert [str(p) for p in (*CORE, *PLUGINS) if pattern.search(p.read_text("utf-8"))] == []


def test_broad_excepts_stand_where_failures_are_kept() -> None:
    found = set()
    for path in (*CORE, *PLUGINS):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.ExceptHandler)
                and "Exception" in ast.unparse(node.type or ast.Name("Exception")).split()
            ):
                found.add(path.relative_to(ROOT).as_posix())
    assert found <= {
        "postlint/cli/crash.py",
        "postlint/engine/inspect.py",
        "postlint/engine/hearing.py",
        "postlint/engine/site_phase.py",
        "postlint/engine/judging.py",
        "postlint/engine/remote/straight.py",
        "postlint/host/manager.py",
    }


def test_every_public_name_is_there() -> None:
    for name in postlint.__all__:
        assert getattr(postlint, name) is not None


def test_every_hook_is_documented() -> None:
    hooks = re.findall(r"^def (postlint_\w+)", (ROOT / "postlint/host/hookspecs.py").read_text("utf-8"), re.MULTILINE)
    guide = (ROOT / "docs/writing-plugins.md").read_text("utf-8")
    assert hooks
    assert [hook for hook in hooks if f"`{hook}`" not in guide] == []


def test_the_page_about_the_inside_names_what_is_there() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    named = re.findall(r"`((?:postlint|plugins)/[^`]*)`", page)
    assert len(named) > 20
    assert [path for path in named if not any(ROOT.glob(path))] == []


def test_the_page_about_the_inside_has_every_layer_in_its_order() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    table = page.partition("## Layers")[2].partition("## Where")[0]
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"][1:]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `postlint/")]
    rows = [sorted(re.findall(r"`postlint/(\w+)`", cell)) for cell in cells]
    assert rows == [sorted(re.findall(r"\w+", layer)) for layer in layers]
