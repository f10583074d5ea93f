"""A config that came with somebody else's posts: it runs nothing, asks nobody, and stays in its project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from postlint.engine.pool import SERIAL_BELOW
from tests.cli.conftest import POST, Run

CODE = "import pathlib\npathlib.Path('ran').write_text('')\n"


@pytest.fixture
def stranger(hexo: Path) -> Path:
    """Return a checked-out repository of somebody else's, with something of the user's beside it."""
    site = hexo / "clone"
    (site / ".git").mkdir(parents=True)
    (site / "_posts").mkdir()
    (site / "_posts/a.md").write_text(POST)
    (hexo / "secret.toml").write_text("token = 'hunter2'\n")
    os.chdir(site)
    return site


def config(site: Path, text: str, name: str = "postlint.toml") -> None:
    (site / name).write_text(text)


@pytest.mark.parametrize("command", ["check", "inspect", "rules", "plugins", "config", "baseline write", "images fetch"])
def test_code_of_the_config_never_runs_by_itself(command: str, stranger: Path, run: Run) -> None:
    (stranger / "x.py").write_text(CODE)
    config(stranger, "\nplugins = ['x.py']\n")
    done = run(*command.split())
    assert done.code == 2
    assert done.err == (
        "postlint: postlint.toml:2:12: the plugin x.py is code that came with the config; read it, then run with "
        "`-p x.py` or --trust-config, or leave it out with `-p no:x`\n"
    )
    assert not (stranger / "ran").exists()


def test_init_reads_no_config(stranger: Path, run: Run) -> None:
    (stranger / "x.py").write_text(CODE)
    config(stranger, "plugins = ['x.py']\n")
    assert run("init", "--force").code == 0
    assert not (stranger / "ran").exists()


def test_code_runs_for_the_user_who_asks_for_it(
    stranger: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (stranger / "x.py").write_text(CODE)
    config(stranger, "plugins = ['x.py']\n")
    monkeypatch.setenv("POSTLINT_TRUSTED", os.pathsep.join((str(tmp_path / "other"), "relative", "")))
    assert run("check").code == 2
    for options in (("-p", "x.py"), ("-p", "./x.py"), ("--trust-config",)):
        assert run("check", *options).code == 0
        (stranger / "ran").unlink()
    assert run("check", "-p", "no:x").code == 0
    assert not (stranger / "ran").exists()
    monkeypatch.setenv("POSTLINT_TRUSTED", str(tmp_path))
    assert run("check").code == 0
    assert (stranger / "ran").exists()


def test_a_config_named_on_the_command_line_is_not_trusted_for_that(stranger: Path, run: Run) -> None:
    (stranger / "x.py").write_text(CODE)
    config(stranger, "plugins = ['x.py']\n", "ci.toml")
    assert run("check", "--config", "ci.toml").code == 2
    assert not (stranger / "ran").exists()


def test_code_named_by_a_config_below_never_runs(stranger: Path, run: Run) -> None:
    (stranger / "_posts/x.py").write_text(CODE)
    config(stranger / "_posts", "plugins = ['x.py']\nnetwork = true\noutput-file = 'json:../../out.json'\n")
    config(stranger, "ignore = ['ATT']\n")
    assert run("check", ".").code == 0
    assert run("check", "_posts").code == 2
    assert run("check", "_posts/a.md").code == 2
    assert not (stranger / "_posts/ran").exists()
    assert not (stranger / "ran").exists()
    assert not (stranger.parent / "out.json").exists()


def test_python_in_the_working_directory_is_not_imported(stranger: Path, run: Run) -> None:
    for name in ("yaml", "re2", "pathspec", "postlint_images", "sitecustomize", "conf", "pelicanconf"):
        (stranger / f"{name}.py").write_text(CODE)
    assert run("check").code == 0
    assert not (stranger / "ran").exists()


def test_the_module_run_as_a_program_imports_nothing_of_the_working_directory(stranger: Path) -> None:
    for name in ("yaml", "re2", "pathspec", "click", "pluggy", "gc", "evil"):
        (stranger / f"{name}.py").write_text(CODE)
    (stranger / "evil-1.dist-info").mkdir()
    (stranger / "evil-1.dist-info/METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1\n")
    (stranger / "evil-1.dist-info/entry_points.txt").write_text("[postlint]\nevil = evil\n")
    done = subprocess.run([sys.executable, "-m", "postlint", "check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (stranger / "ran").exists()


def test_further_processes_import_nothing_of_the_working_directory(stranger: Path) -> None:
    for number in range(SERIAL_BELOW + 1):
        (stranger / f"_posts/{number}.md").write_text(POST.replace("walk", f"walk {number}"))
    for name in ("multiprocessing", "selectors", "socket", "signal", "pickle", "tempfile", "hashlib"):
        (stranger / f"{name}.py").write_text(CODE)
    command = [sys.executable, "-m", "postlint", "check", "--jobs", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (stranger / "ran").exists()


def test_since_starts_no_program_that_the_repository_names(stranger: Path, run: Run) -> None:
    (stranger / ".git").rmdir()

    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "start")
    for name in ("core.fsmonitor", "diff.external", "core.pager", "core.sshCommand", "diff.evil.textconv"):
        git("config", name, f"touch {stranger}/ran; false")
    (stranger / ".git/hooks").mkdir(exist_ok=True)
    hook = stranger / ".git/hooks/post-index-change"
    hook.write_text(f"#!/bin/sh\ntouch {stranger}/ran\n")
    hook.chmod(0o755)
    (stranger / ".gitattributes").write_text("*.md diff=evil filter=evil\n_posts/b.md filter=long\n")
    git("config", "filter.evil.clean", f"touch {stranger}/ran")
    git("config", "filter.evil.required", "true")
    git("config", "filter.long.process", f"touch {stranger}/ran")
    # its time is not that in the index: git looks into it
    os.utime(stranger / "_posts/a.md", (1, 1))
    (stranger / "_posts/b.md").write_text(f"{POST.replace('walk', 'hike')}\n![a view](http://a.example.com/x.png)\n")
    assert run("check", "--since", "HEAD", "--select", "IMG006").code == 1
    assert not (stranger / "ran").exists()


def test_errors_cannot_steer_a_terminal_or_server(stranger: Path, run: Run) -> None:
    config(stranger, '"\\u001b]0;x\\u0007\\n::error::y" = 1\n')
    assert run("check").err.startswith('postlint: postlint.toml:1:1: unknown key "\\x1b]0;x\\x07\\x0a::error::y"')
    config(stranger, 'select = ["\\u001b[2J\\u202e"]\n')
    assert 'called "\\x1b[2J\\u202e"' in run("check").err


@pytest.mark.parametrize(
    ("text", "flags", "message"),
    [
        ("network = true", ("--network",), "postlint.toml:1:1: network of a config that is not trusted asks other hosts"),
        (
            "allow-private-addresses = true",
            ("--allow-private-addresses",),
            "postlint.toml:1:1: allow-private-addresses of a config that is not trusted asks hosts of your own network",
        ),
        ("output-file = 'json:../out.json'", (), "postlint.toml:1:1: output-file"),
        ("output-file = 'json:/tmp/out.json'", (), "leads out of the project"),
        ("output-file = 'a/../../out.json'", (), "leads out of the project"),
        ("output-file = 'json:.git/hooks/pre-commit'", (), "lies in a hidden folder"),
        ("output-file = 'json:.github/workflows/x.yml'", (), "lies in a hidden folder"),
        ("output-file = 'text:_posts/a.md'", (), "would replace a file that is no report"),
        ("output-file = 'json:link/out.json'", (), "leads out of the project"),
        ("output-file = 'json:link.json'", (), "leads out of the project"),
        ("baseline = '../known.jsonl'", ("--no-baseline",), "postlint.toml:1:1: baseline leads out of the project"),
        ("extends = '../secret.toml'", (), 'postlint.toml:1:1: extends "../secret.toml" leads out of the project'),
        ("extends = 'link.json'", (), 'extends "link.json" leads out of the project'),
        ("extends = '/etc/passwd'", (), 'extends "/etc/passwd" leads out of the project'),
        ("extends = '~/.netrc'", (), 'extends "~/.netrc" leads out of the project'),
    ],
)
def test_a_config_stays_in_its_project(
    text: str, flags: tuple[str, ...], message: str, stranger: Path, run: Run
) -> None:
    (stranger / "link").symlink_to(stranger.parent)
    (stranger / "link.json").symlink_to(stranger.parent / "secret.toml")
    config(stranger, f"{text}\n")
    done = run("check")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("postlint: postlint.toml:1:1: ")
    assert message in done.err
    assert "--trust-config" in done.err
    assert "hunter2" not in done.err
    assert (stranger.parent / "secret.toml").read_text() == "token = 'hunter2'\n"
    assert not (stranger.parent / "out.json").exists()
    assert (stranger / "_posts/a.md").read_text() == POST
    if flags:
        assert run("check", *flags).code == 0
    assert run("check", "--isolated").code == 0


def test_a_base_may_ask_for_no_more_and_a_stronger_file_takes_it_back(stranger: Path, run: Run) -> None:
    config(stranger, "network = true\n", "base.toml")
    config(stranger, "extends = 'base.toml'\n")
    assert run("check").err.startswith("postlint: base.toml:1:1: network of a config that is not trusted")
    assert run("check", "--offline").code == 0
    config(stranger, "extends = 'base.toml'\nnetwork = false\n")
    assert run("check").code == 0


def test_reports_within_the_project_are_written(stranger: Path, run: Run) -> None:
    config(stranger, "output-file = ['json:reports/a.json', 'html:b.html', 'c']\n")
    (stranger / "reports").mkdir()
    (stranger / "b.html").write_text("an older report")
    assert run("check").code == 0
    assert (stranger / "reports/a.json").read_text() == "[]\n"
    assert (stranger / "b.html").read_text().startswith("<!doctype html>")
    assert (stranger / "c").exists()


def test_a_base_elsewhere_in_the_repository_may_be_extended(stranger: Path, run: Run) -> None:
    (stranger / "shared").mkdir()
    config(stranger / "shared", "ignore = ['FM', 'DT', 'ATT']\n", "base.toml")
    config(stranger / "_posts", "extends = '../shared/base.toml'\n")
    assert run("check", "_posts").code == 0


def test_without_a_repository_the_project_is_the_working_directory(hexo: Path, run: Run) -> None:
    config(hexo, "ignore = ['IMG006']\n", "base.toml")
    config(hexo / "source", "extends = '../base.toml'\n")
    assert run("check", "source").code == 0
    os.chdir(hexo / "source")
    assert f"leads out of the project ({hexo}/source)" in run("check", ".").err
    assert run("check", "--trust-config", ".").code == 0


def test_a_config_that_is_a_link_out_of_the_project_is_not_read(stranger: Path, run: Run) -> None:
    (stranger / "postlint.toml").symlink_to(stranger.parent / "secret.toml")
    done = run("check")
    assert done.code == 2
    assert "postlint.toml:1:1: it is a link out of the project" in done.err
    assert "token" not in done.err
    assert "token" in run("check", "--trust-config").err


def test_a_config_starts_no_processes_without_end(stranger: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from postlint.cli.session import open_session

    config(stranger, "jobs = 10000\n")
    assert open_session({}, (".",)).request().jobs == (os.cpu_count() or 1)
    assert open_session({"jobs": 64}, (".",)).request().jobs == 64


@pytest.mark.parametrize("name", ["link.md", "folder/passwd.md", "folder"])
def test_links_out_of_the_repository_are_neither_read_nor_fixed(name: str, stranger: Path, run: Run) -> None:
    outside = stranger.parent / "outside"
    outside.mkdir()
    text = f"{POST}\n![a](http://a.example.com/x.png)\n"
    (outside / "passwd.md").write_text(text)
    (stranger / "link.md").symlink_to(outside / "passwd.md")
    (stranger / "folder").symlink_to(outside)
    done = run("check", "--fix", "--unsafe-fixes", "--select", "IMG", "--output-format", "json", name)
    assert (done.code, done.out) == (0, "[]\n")
    assert done.err == f"postlint: left out {name} (links out of the site); `--no-exclude` reads them, `-v` lists them\n"
    assert (outside / "passwd.md").read_text() == text
    assert run("check", "--select", "IMG", "--no-exclude", name).code == 1


def test_a_folder_that_is_a_link_outside_of_any_repository_is_walked(hexo: Path, run: Run, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.md").write_text(f"{POST}\n![a](http://a.example.com/x.png)\n")
    for name in ("_config.yml", "package.json"):
        (hexo / name).unlink()
    (desk / "blog").symlink_to(tmp_path / "elsewhere")
    os.chdir(desk)
    assert run("check", "--select", "IMG006", "blog").code == 1


@pytest.mark.parametrize("name", ["../../secret.toml", "/etc/passwd", "theme.yml"])
def test_a_sites_own_config_leads_nowhere_else(name: str, stranger: Path, run: Run) -> None:
    (stranger / "theme.yml").symlink_to(stranger.parent / "secret.toml")
    (stranger / "hugo.toml").write_text(f"baseURL = '{name}'\ncontentDir = '{name}'\ntheme = '{name}'\n")
    (stranger / "mkdocs.yml").write_text(f"INHERIT: {name}\ndocs_dir: {name}\n")
    (stranger / "_config.yml").write_text(f"theme: {name}\nsource_dir: {name}\n")
    from postlint.engine.sites import FileReader

    assert FileReader(str(stranger))(name) is None
    assert "hunter2" not in run("check", "-v").out + run("inspect").out


def test_patterns_of_configs_and_repositories_take_linear_time(stranger: Path, run: Run) -> None:
    name = "a" * 120
    (stranger / f"_posts/{name}.md").write_text(POST.replace("walk", "hike"))
    hostile = "*a" * 14 + "*b"
    (stranger / ".gitignore").write_text(f"{hostile}\n[z-a]\n{'*a' * 400_000}\n" + "x*y*\n" * 20_000 + "nothing.md\n")
    config(
        stranger,
        f"exclude = ['{hostile}']\n[rules.forbidden-wording]\npatterns = ['(a+)+$']\n"
        f"[[overrides]]\npaths = ['{hostile}']\nignore = ['ALL']\n",
    )
    assert run("check").code == 0


def test_patterns_that_are_none_are_told(stranger: Path, run: Run) -> None:
    config(stranger, "exclude = ['a', '[z-a]']\n")
    assert run("check").err == 'postlint: postlint.toml:1:17: exclude holds "[z-a]", which is no gitignore pattern\n'
    config(stranger, "[[overrides]]\npaths = ['[z-a]']\nignore = ['DT']\n")
    assert "paths holds" in run("check").err


@pytest.mark.parametrize("encoding", ["rot13", "bz2", "unicode_escape", "punycode", "undefined", "idna", "utf-7"])
def test_encodings_that_are_no_text_or_odd_do_no_harm(encoding: str, stranger: Path, run: Run) -> None:
    (stranger / "_posts/b.md").write_bytes(b"---\ntitle: \xff\\x41" + b"a" * 3000 + b"\n---\nText.\n")
    config(stranger, f"encoding = '{encoding}'\n")
    done = run("check", "--fix")
    assert done.code in (1, 2)
    assert "crash" not in done.out + done.err
    if encoding in ("rot13", "bz2", "undefined"):
        assert done.err.startswith(f'postlint: postlint.toml:1:1: encoding is "{encoding}", which is not known')
