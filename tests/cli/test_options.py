"""Options and config keys of `check`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import POST, Done, Run

BAD = "source/_posts/bad.md"


def codes(done: Done) -> list[str]:
    return [json.loads(line)["code"] for line in done.out.splitlines()]


def check(run: Run, *arguments: str) -> Done:
    return run("check", "--output-format", "jsonl", *arguments)


def test_a_flag_stands_above_the_config(run: Run, hexo: Path) -> None:
    (hexo / "postlint.toml").write_text("ignore = ['IMG']\nfail-on = 'error'\noutput-format = 'jsonl'\n")
    assert run("check").out == ""
    found = run("check", "--select", "IMG006")
    assert codes(found) == ["IMG006"]
    assert found.code == 0
    assert run("check", "--select", "IMG006", "--fail-on", "info").code == 1


@pytest.mark.parametrize(
    ("arguments", "text"),
    [
        (("--select", "IMGG"), '--select: no rule, prefix or plugin is called "IMGG"'),
        (("--ignore", "insecure-imag"), 'did you mean "insecure-image"?'),
        (("--output-format", "jsn"), '--output-format: "jsn" is not known; did you mean "json"?'),
        (("--generator", "hexoo"), '--generator: "hexoo" is not known; did you mean "hexo"?'),
        (("--config", "gone.toml"), '--config: there is no file "gone.toml"'),
        (("--config", "package.json", "--isolated"), "contradict each other"),
        (("--nonsense",), "No such option"),
        (("--max-diagnostics", "-1"), "--max-diagnostics"),
        (("--fail-on", "fatal"), "--fail-on"),
        (("-p", "no:imges"), 'there is no plugin "imges" to switch off\n         = did you mean "images"?'),
        (("--output-file", "json:nowhere/out.json"), "cannot be written"),
    ],
)
def test_wrong_options_exit_with_2_and_say_why(arguments: tuple[str, ...], text: str, run: Run, hexo: Path) -> None:
    done = run("check", *arguments)
    assert done.code == 2
    assert text in done.err + done.out


def test_selectors_may_be_listed(run: Run, hexo: Path) -> None:
    assert codes(check(run, "--select", "IMG006,DT", "--ignore", "dates")) == ["IMG006"]
    assert codes(check(run, "--select", "images", "--ignore", "insecure-image")) == []


def test_a_plugin_can_be_left_out(run: Run, hexo: Path) -> None:
    assert "IMG006" in codes(check(run))
    without = check(run, "-p", "no:images")
    assert "IMG006" not in codes(without)
    assert without.code == 0
    (hexo / "postlint.toml").write_text("plugins = ['no:images']\nignore = ['IMG006']\n")
    assert check(run).code == 0


def test_a_local_plugin_of_the_config_is_relative_to_it(run: Run, hexo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (hexo / "lint").mkdir()
    (hexo / "lint/mine.py").write_text(
        "from postlint import Options, PostRule, Report, Span, hookimpl\n"
        "class Mine(PostRule[Options]):\n"
        '    """Mine."""\n'
        '    code, name = "MINE001", "mine"\n'
        "    def check(self, post):\n"
        "        yield Report(Span(0, 3), 'mine')\n"
        "@hookimpl\n"
        "def postlint_rules():\n"
        "    return [Mine]\n"
    )
    (hexo / "postlint.toml").write_text("plugins = ['lint/mine.py']\nselect = ['MINE']\n")
    monkeypatch.chdir(hexo / "source")
    assert codes(check(run, "--trust-config")) == ["MINE001", "MINE001"]
    assert codes(check(run, "-p", "../lint/mine.py")) == ["MINE001", "MINE001"]


def test_what_was_left_out_is_one_line(run: Run, hexo: Path) -> None:
    (hexo / "postlint.toml").write_text("exclude = ['bad.md']\n")
    done = check(run, "--select", "IMG006")
    assert (done.code, done.out) == (0, "")
    assert done.err == (f"postlint: left out {BAD} (exclude); `--no-exclude` reads them, `-v` lists them\n")
    assert check(run, "--select", "IMG006", "-q").err == ""
    assert f"left out: {BAD} (exclude)\n" in check(run, "--select", "IMG006", "-v").err
    assert codes(check(run, "--select", "IMG006", "--no-exclude")) == ["IMG006"]
    assert codes(check(run, "--select", "IMG006", BAD)) == []


def test_excludes_of_flags_are_relative_to_the_working_directory(
    run: Run, hexo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (hexo / "postlint.toml").write_text("extend-exclude = ['/good.md']\n")
    monkeypatch.chdir(hexo / "source")
    assert codes(check(run, "--select", "IMG006", "--exclude", "/_posts/bad.md", ".")) == []
    assert codes(check(run, "--select", "IMG006", "--exclude", "/source/_posts/bad.md", ".")) == ["IMG006"]


def test_output_files_are_written_besides(run: Run, hexo: Path) -> None:
    done = run(
        "--select", "IMG006", "--output-file", "json:a.json", "--output-file", "b.txt", "--output-file", "sarif:c"
    )
    assert done.code == 1
    assert [item["code"] for item in json.loads((hexo / "a.json").read_text())] == ["IMG006"]
    assert (hexo / "b.txt").read_text().startswith(f"{BAD}\n")
    assert json.loads((hexo / "c").read_text())["version"] == "2.1.0"


def test_quiet_and_statistics(run: Run, hexo: Path) -> None:
    quiet = run("-q", "--select", "IMG006")
    assert quiet.out.startswith(f"{BAD}\n")
    assert "read in" not in quiet.out
    assert " IMG006  insecure-image" in run("--statistics", "--select", "IMG006").out


def test_colour(run: Run, hexo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in run("--select", "IMG006").out
    assert "\x1b[" in run("--select", "IMG006", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("--select", "IMG006").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("--select", "IMG006").out


def test_a_diff_is_alone_on_standard_output(run: Run, hexo: Path) -> None:
    done = run("--select", "IMG006", "--diff", "--unsafe-fixes")
    assert done.code == 1
    assert done.out.startswith(f"--- a/{BAD}\n+++ b/{BAD}\n")
    assert all(line[:1] in "-+@ " for line in done.out.splitlines())
    assert done.err == "postlint: 1 file would change; 0 findings would be left\n"
    machine = check(run, "--select", "IMG006", "--diff", "--unsafe-fixes")
    assert machine.out == ""
    assert f"--- a/{BAD}\n" in machine.err


def test_fail_on_may_differ_by_post(run: Run, hexo: Path) -> None:
    (hexo / "source/_posts/old.md").write_text((hexo / BAD).read_text())
    (hexo / BAD).write_text(POST)
    text = "select = ['IMG006']\n[[overrides]]\npaths = ['old.md']\nfail-on = 'error'\n"
    (hexo / "postlint.toml").write_text(text)
    assert run("check").code == 0
    assert codes(check(run)) == ["IMG006"]
    (hexo / "postlint.toml").write_text(text.replace("old.md", "new.md"))
    assert run("check").code == 1


def test_the_config_of_the_linted_site_counts(run: Run, hexo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (hexo / "postlint.toml").write_text("exit-zero = true\noutput-format = 'jsonl'\nselect = ['IMG006']\n")
    monkeypatch.chdir(hexo.parent)
    done = run(hexo.name)
    assert (done.code, codes(done)) == (0, ["IMG006"])


def test_config_errors_come_from_pyproject_too(run: Run, hexo: Path) -> None:
    (hexo / "pyproject.toml").write_text("[project]\nname = 'x'\n\n[tool.postlint]\nselct = ['IMG']\n")
    done = run("check")
    assert done.code == 2
    assert done.err == 'postlint: pyproject.toml:5:1: unknown key "selct"; did you mean "select"?\n'


def test_a_crash_is_told_without_a_traceback(run: Run, hexo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("deep inside")

    monkeypatch.setattr("postlint.engine.run.run_check", crash)
    done = run("check")
    assert done.code == 2
    assert done.err.startswith("postlint crashed: RuntimeError: deep inside\n")
    assert "Traceback" not in done.err
    assert "https://" in done.err
    assert "Traceback" in run("check", "-v").err


def test_an_interrupt_is_130(run: Run, hexo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("postlint.engine.run.run_check", interrupt)
    assert run("check").code == 130


@pytest.mark.parametrize("console", ["cp1252", "ascii"])
def test_consoles_that_know_no_unicode(hexo: Path, console: str) -> None:
    (hexo / BAD).write_text(f"{POST}\n图片 ![山](http://a.example.com/x.png)\n")
    environment = {**os.environ, "PYTHONIOENCODING": console, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "postlint", "--select", "IMG006"],
        cwd=hexo,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert "图片 ![山](http://a.example.com/x.png)" in done.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error(hexo: Path) -> None:
    for number in range(150):
        (hexo / f"source/_posts/p{number}.md").write_text((hexo / BAD).read_text())
    command = f"{sys.executable} -m postlint --jobs 1 --max-diagnostics 0 | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=hexo, capture_output=True, check=False)
    assert done.stdout.decode().splitlines()[-1] == "1"
    assert done.stderr == b""


def test_completion(hexo: Path) -> None:
    def complete(words: str, number: int) -> list[str]:
        environment = {
            **os.environ,
            "_POSTLINT_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(number),
        }
        done = subprocess.run(
            [sys.executable, "-m", "postlint"], cwd=hexo, env=environment, capture_output=True, check=False
        )
        return done.stdout.decode().splitlines()

    assert "plain,rules" in complete("postlint ru", 1)
    assert "plain,IMG006" in complete("postlint check --select IMG00", 3)


def generators(run: Run, *paths: str) -> dict[str, str]:
    done = run("inspect", "--output-format", "json", *paths)
    return {post["path"]: post["generator"] for post in map(json.loads, done.out.splitlines())}


def test_a_proxy_of_ones_own_is_known_to_all_rules_of_pictures(run: Run, hexo: Path) -> None:
    config = '[rules.proxied-image]\nextra-hosts = { "img.example.net" = "?pic={url}" }\n'
    (hexo / "postlint.toml").write_text(config)
    post = hexo / BAD
    post.write_text(f"{POST}\n![a lake](https://img.example.net/get?pic=https://example.org/a.png)\n")
    (found,) = (json.loads(line) for line in check(run, "--select", "IMG003", BAD).out.splitlines())
    assert found["data"]["proxy"] == "img.example.net"
    assert found["fix"]["edits"][0]["content"] == "https://example.org/a.png"
    # the host of a known proxy is no host that pictures are hotlinked from
    assert codes(check(run, "--ignore", "IMG003", "--select", "IMG", BAD)) == []


def test_each_site_has_the_generator_of_its_config(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for site, generator in (("one", "hugo"), ("two", "jekyll")):
        (tmp_path / site).mkdir()
        (tmp_path / site / "postlint.toml").write_text(f"generator = '{generator}'\n")
    (tmp_path / "one/content").mkdir()
    (tmp_path / "one/content/a.md").write_text(POST)
    (tmp_path / "two/_posts").mkdir()
    (tmp_path / "two/_posts/2024-05-06-b.md").write_text(POST)
    (tmp_path / "c.md").write_text(POST)
    monkeypatch.chdir(tmp_path)
    assert generators(run) == {"c.md": "plain", "one/content/a.md": "hugo", "two/_posts/2024-05-06-b.md": "jekyll"}
    assert set(generators(run, "--generator", "plain").values()) == {"plain"}
    monkeypatch.chdir(tmp_path / "one/content")
    assert generators(run) == {"a.md": "hugo"}


def test_an_override_may_name_a_generator(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "postlint.toml").write_text("[[overrides]]\npaths = ['docs/']\ngenerator = 'mkdocs'\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(POST)
    (tmp_path / "b.md").write_text(POST)
    monkeypatch.chdir(tmp_path)
    assert generators(run) == {"b.md": "plain", "docs/a.md": "mkdocs"}
