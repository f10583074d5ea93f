"""Modules that are imported from what was kept: the very same, or as ever."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType

import pytest

import postlint
import postlint_images
from postlint.values.kept_code import KeptCode, _Loader

NAMES = ("postlint_sample", "postlint_sample.one", "postlint_sample.within", "postlint_sample.within.two")
Import = Callable[[], dict[str, ModuleType]]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a package with a module, and a package with another one in it."""
    folder = tmp_path / "path/postlint_sample"
    (folder / "within").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "one.py").write_text('"""A module."""\nvalue = 1\n\n\ndef ask() -> int:\n    return value\n')
    (folder / "within/__init__.py").write_text("value = 'within'\n")
    (folder / "within/two.py").write_text("from postlint_sample.one import value\n")
    monkeypatch.syspath_prepend(folder.parent)
    return folder


@pytest.fixture
def load(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Import]:
    """Return a function that imports all modules, as a new process would, and keeps them."""

    def forget() -> None:
        for name in NAMES:
            sys.modules.pop(name, None)
        invalidate_caches()

    def call() -> dict[str, ModuleType]:
        forget()
        kept = KeptCode(str(tmp_path / "kept"))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "meta_path", [kept, *sys.meta_path])
            modules = {name: import_module(name) for name in NAMES}
        kept.keep()
        return modules

    yield call
    forget()


def from_kept(modules: dict[str, ModuleType]) -> set[str]:
    return {name for name, module in modules.items() if isinstance(module.__loader__, _Loader)}


def test_modules_are_kept_and_are_the_same(load: Import, package: Path, tmp_path: Path) -> None:
    before = load()
    assert from_kept(before) == set()
    written = (tmp_path / "kept").stat().st_ino
    after = load()
    assert from_kept(after) == set(NAMES[1:])
    assert (tmp_path / "kept").stat().st_ino == written
    for name, module in after.items():
        for fact in ("__name__", "__file__", "__cached__", "__package__", "__doc__"):
            assert getattr(module, fact) == getattr(before[name], fact)
        assert list(getattr(module, "__path__", [])) == list(getattr(before[name], "__path__", []))
        spec = module.__spec__
        assert spec is not None
        assert (spec.origin, spec.has_location) == (module.__file__, True)
    ask = after["postlint_sample.one"].ask
    assert ask() == 1
    assert inspect.getsource(ask) == "def ask() -> int:\n    return value\n"
    assert ask.__code__.co_filename == str(package / "one.py")
    assert after["postlint_sample.one"].__loader__.get_code("postlint_sample.one") is not None


def test_a_changed_source_is_read(load: Import, package: Path) -> None:
    load()
    (package / "one.py").write_text("value = 2  # longer or shorter\n")
    (package / "within/two.py").write_text("from postlint_sample.one import value \n")
    again = load()
    assert from_kept(again) == {"postlint_sample.within"}
    assert again["postlint_sample.within.two"].value == 2
    assert from_kept(load()) == set(NAMES[1:])


def test_so_is_one_of_the_same_length(load: Import, package: Path) -> None:
    load()
    one = package / "one.py"
    status = one.stat()
    one.write_text(one.read_text().replace("value = 1", "value = 7"))
    os.utime(one, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000_000))
    assert load()["postlint_sample.one"].value == 7


def test_what_takes_the_place_of_a_module_is_found(load: Import, package: Path) -> None:
    load()
    (package / "one").mkdir()
    (package / "one/__init__.py").write_text("value = 3\n")
    assert load()["postlint_sample.one"].value == 3


def test_a_module_that_is_gone_is_gone(load: Import, package: Path) -> None:
    load()
    (package / "within/two.py").unlink()
    with pytest.raises(ModuleNotFoundError):
        load()


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-9], lambda data: data[:-9] + bytes(9)])
def test_what_is_not_as_it_was_written_is_not_read(
    damage: Callable[[bytes], bytes], load: Import, tmp_path: Path
) -> None:
    load()
    kept = tmp_path / "kept"
    kept.write_bytes(damage(kept.read_bytes()))
    # of one whose end alone is damaged, the modules before it are read
    assert from_kept(load()) < set(NAMES[1:])
    assert from_kept(load()) == set(NAMES[1:])


def test_a_run_imports_from_what_the_one_before_has_kept(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A walk\ndate: 2024-05-06 08:00:00\n---\n\nPhoto by A. Walker.\n")
    code = (
        "import atexit, json, sys\n"
        "names = ('postlint', 'postlint_')\n"
        "def tell():\n"
        "    loaders = {n: type(m.__loader__).__name__ for n, m in sys.modules.items() if n.startswith(names)}\n"
        "    print(json.dumps(loaders), file=sys.stderr)\n"
        "atexit.register(tell)\n"
        "from postlint.__main__ import run\n"
        "run()\n"
    )
    # what is kept of plugins counts where the path leads to them, as in an ordinary installation
    installed = [str(Path(str(package.__file__)).parents[1]) for package in (postlint, postlint_images)]
    path = os.pathsep.join((*installed, *sys.path))
    environment = {**os.environ, "PYTHONPATH": path, "XDG_CACHE_HOME": str(tmp_path / "kept")}

    def run() -> tuple[str, dict[str, str]]:
        command = [sys.executable, "-c", code, "--output-format", "json", "a.md"]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        return done.stdout, json.loads(done.stderr.splitlines()[-1])

    out, first = run()
    assert "_Loader" not in first.values()
    again, second = run()
    assert again == out
    # the first has asked the plugins, for which it imports all of them
    assert second.keys() < first.keys()
    others = {name for name, loader in second.items() if loader != "_Loader"}
    assert {name for name in others if "." in name} <= {f"postlint.{name}" for name in ("__main__", "values")} | {
        f"postlint.values.{name}" for name in ("version", "kept_file", "kept_code")
    }
