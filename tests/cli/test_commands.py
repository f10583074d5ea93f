"""Every command but `check`: arguments in; exit code, output and files out."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_help_of_the_group(run: Run, snapshot: Callable[[str, str], None]) -> None:
    done = run("--help")
    assert done.code == 0
    snapshot("cli/help.txt", done.out)
    assert run("-h").out == done.out


@pytest.mark.parametrize("command", ["check", "inspect", "rules", "rule", "plugins", "config", "init", "cache"])
def test_help_of_commands(command: str, run: Run, snapshot: Callable[[str, str], None]) -> None:
    done = run(command, "--help")
    assert done.code == 0
    snapshot(f"cli/help-{command}.txt", done.out)


def test_version(run: Run) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert run("--version").out == f"postlint {project['version']}\n"
    assert run("--version").out == "postlint 0.1.0\n"
    assert run("check", "--version").out == "postlint 0.1.0\n"


def test_a_command_wins_over_a_path_of_its_name_and_says_so(run: Run, hexo: Path) -> None:
    (hexo / "rules").mkdir()
    done = run("rules")
    assert done.code == 0
    assert "IMG006" in done.out
    assert "postlint check ./rules" in done.err
    assert run("./rules").code == 0


def test_a_mistyped_command_is_no_path(run: Run, hexo: Path) -> None:
    done = run("chek", "source")
    assert done.code == 2
    assert done.err == 'postlint: "chek" is no command and no path; did you mean "check"?\n'


def test_flags_before_a_command(run: Run, hexo: Path) -> None:
    assert run("-q", "check", "source/_posts/good.md").out == ""
    assert run("--isolated", "config").out.startswith("# settings for .\n# config file: none\n")


def test_rules(run: Run, hexo: Path) -> None:
    lines = run("rules").out.splitlines()
    line = next(line for line in lines if line.startswith("IMG006 "))
    assert line.split()[:4] == ["IMG006", "insecure-image", "warning", "fix"]
    listed = json.loads(run("rules", "--output-format", "json").out)
    assert [rule["code"] for rule in listed] == [line.split()[0] for line in lines]
    assert set(listed[0]) == {"code", "name", "summary", "severity", "fixable", "plugin", "url", "preview"}


def test_rule_by_code_and_by_name(run: Run, hexo: Path) -> None:
    done = run("rule", "IMG006")
    assert done.out == run("rule", "insecure-image").out == run("rule", "img006").out
    assert done.out.startswith("IMG006 insecure-image\nseverity: warning; fixable: ")
    assert "[rules.insecure-image]" in done.out
    assert "\nReported" in done.out
    found = json.loads(run("rule", "IMG006", "--output-format", "json").out)
    assert found["documentation"].startswith(found["summary"])
    assert {"options", "examples", "aliases", "severities"} <= set(found)


@pytest.mark.parametrize("form", ["text", "json"])
def test_every_rule_can_be_explained(form: str, run: Run, hexo: Path) -> None:
    listed = json.loads(run("rules", "--output-format", "json").out)
    for rule in listed[::5]:
        assert run("rule", rule["code"], "--output-format", form).code == 0


def test_notices_can_be_explained(run: Run, hexo: Path) -> None:
    done = run("rule", "PL001")
    assert done.out.startswith("PL001 unused-suppression\n")
    assert json.loads(run("rule", "broken-plugin", "--output-format", "json").out)["failure"] is True


def test_an_unknown_rule_names_the_nearest(run: Run, hexo: Path) -> None:
    done = run("rule", "insecure-imag")
    assert done.code == 2
    assert 'did you mean "insecure-image"?' in done.err


def test_plugins_and_those_that_failed(run: Run, hexo: Path) -> None:
    (hexo / "bad.py").write_text("raise RuntimeError('boom')\n")
    good = run("plugins")
    assert good.code == 0
    assert "images (postlint 0.1.0)" in good.out
    done = run("plugins", "-p", "bad.py", "-v")
    assert done.code == 2
    assert "FAILED plugin bad" in done.out
    assert "RuntimeError: boom" in done.out
    found = json.loads(run("plugins", "-p", "bad.py", "--output-format", "json").out)
    assert len(found["failures"]) == 1
    images = next(plugin for plugin in found["plugins"] if plugin["name"] == "images")
    assert images["prefix"] == "IMG"
    assert "IMG006" in images["rules"]


def test_config_says_where_settings_come_from(run: Run, hexo: Path) -> None:
    (hexo / "postlint.toml").write_text(
        "select = ['IMG', 'DT']\nfail-on = 'error'\n[rules.insecure-image]\nseverity = 'info'\n"
        "[[overrides]]\npaths = ['source/_posts/bad.md']\nignore = ['DT']\n"
    )
    lines = run("config").out.splitlines()
    assert lines[:3] == [
        "# settings for .",
        "# config file: postlint.toml",
        'select = ["IMG", "DT"]  # postlint.toml:1',
    ]
    assert 'fail-on = "error"  # postlint.toml:2' in lines
    assert 'min-severity = "info"  # default' in lines
    assert "# generator is not set" in lines
    assert 'severity = "info"  # postlint.toml:4' in lines
    bad = run("config", "source/_posts/bad.md").out.splitlines()
    assert 'ignore = ["DT"]  # postlint.toml:7' in bad
    assert bad[-1].startswith("# rules in force: IMG001")


def test_config_schema(run: Run, hexo: Path) -> None:
    found = json.loads(run("config", "--schema").out)
    assert found["properties"]["rules"]["properties"]["insecure-image"]["type"] == "object"


def test_init_writes_a_config_that_is_valid(run: Run, hexo: Path) -> None:
    done = run("init")
    assert done.code == 0
    assert done.out == (
        "This is a Hexo site.\npostlint.toml was written.\n"
        "Today it reports 1 warning in 1 of 2 posts:\n       1  IMG006 insecure-image\n"
        "Next: run `postlint`, then `postlint rule CODE` to learn about a finding.\n"
    )
    assert '# generator = "hexo"' in (hexo / "postlint.toml").read_text()
    assert run("config").code == 0
    again = run("init")
    assert again.code == 2
    assert again.err == "postlint: postlint.toml is there already; it was left as it is\n"


def test_init_proposes_what_the_posts_have_in_common(run: Run, hexo: Path) -> None:
    for number in range(10):
        kind = "walk" if number % 2 else "hike"
        cover = f"cover: /{number}.png\n" if number < 5 else ""
        text = f"---\ntitle: Walk {number}\nkind: {kind}\n{cover}date: 2024-05-0{number % 9 + 1}\n---\n\nText.\n"
        (hexo / f"source/_posts/{number}.md").write_text(text)
    for name in ("good", "bad"):
        (hexo / f"source/_posts/{name}.md").unlink()
    done = run("init")
    assert "It asks for title, kind.\nToday " in done.out
    config = (hexo / "postlint.toml").read_text("utf-8")
    assert config[config.index("# What the") :] == (
        "# What the front matter of 10 posts holds: key, posts that have it, types.\n"
        "#   date       10  date\n"
        "#   kind       10  text: hike (5), walk (5)\n"
        "#   title      10  text\n"
        "#   cover       5  text\n"
        "\n"
        "# How dates are written; the rule inconsistent-date-format reports the rare forms.\n"
        "#   portable: 10, such as 2024-05-01\n"
        "\n"
        "# Keys that (nearly) all posts have: a post without one is reported.\n"
        "[rules.missing-key]\n"
        'required = ["title", "kind"]\n'
        "\n"
        "# Types that the values of a key have: a value of another type is reported.\n"
        "[rules.wrong-type.types]\n"
        'kind = ["str"]\n'
        'cover = ["str"]\n'
        "\n"
        "# Keys with few values, each used again and again: any other value is reported.\n"
        "[rules.value-not-allowed.values]\n"
        'kind = ["hike", "walk"]\n'
    )
    (hexo / "source/_posts/new.md").write_text("---\ntitle: A swim\nkind: swim\ndate: 2024-05-06\n---\n\nText.\n")
    assert "FM011" in run("check", "--no-cache", ".").out


def test_init_never_overwrites_unless_told(run: Run, hexo: Path) -> None:
    (hexo / "postlint.toml").write_text("ignore = ['IMG']\n")
    assert run("init").code == 2
    assert (hexo / "postlint.toml").read_text() == "ignore = ['IMG']\n"
    assert run("init", "--force").code == 0
    assert '# generator = "hexo"' in (hexo / "postlint.toml").read_text()


def test_init_with_odd_keys_writes_a_config_that_loads(run: Run, hexo: Path) -> None:
    for number in range(6):
        text = f'---\ntitle: {number}\n"a b": "x\\ty"\n"a.b": 1\n"\\u2028": 2\n类型: "引\\"号"\ndate: 2024-05-06\n---\n\nText.\n'
        (hexo / f"source/_posts/{number}.md").write_text(text, "utf-8")
    assert run("init").code == 0
    assert run("config").code == 0
    config = (hexo / "postlint.toml").read_text("utf-8")
    assert '"a b" = ["str"]\n' in config
    assert '"类型" = ["引\\"号"]\n' in config


def test_init_uncommented_is_valid_too(run: Run, hexo: Path) -> None:
    run("init")
    path = hexo / "postlint.toml"
    path.write_text(re.sub(r"^# (\[|[a-z-]+ = )", r"\1", path.read_text(), flags=re.MULTILINE))
    assert '\nignore = ["DT"]\n' in path.read_text()
    assert run("config").code == 0, run("config").err


def test_init_in_a_folder_below_writes_into_the_site(run: Run, hexo: Path) -> None:
    done = run("init", "source/_posts")
    assert done.code == 0
    assert (hexo / "postlint.toml").is_file()


def test_init_says_that_it_found_pages_alone(run: Run, hexo: Path) -> None:
    for post in (hexo / "source/_posts").iterdir():
        post.unlink()
    (hexo / "source/about").mkdir()
    (hexo / "source/about/index.md").write_text("---\ntitle: About\n---\n\nText.\n", "utf-8")
    assert run("init").code == 0
    assert "# No posts, only pages (1), were found yet;" in (hexo / "postlint.toml").read_text("utf-8")


def test_init_without_a_generator(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("init").out == (
        "No site generator was recognised.\npostlint.toml was written.\n"
        "Next: run `postlint`, then `postlint rule CODE` to learn about a finding.\n"
    )
    assert run("check").code == 0
    assert run("init", "nowhere").err == 'postlint: there is no folder "nowhere"\n'


def test_cache(run: Run, hexo: Path) -> None:
    folder = hexo / ".postlint_cache"
    assert run("cache", "dir").out == f"{folder}\n"
    assert run("cache", "clean").out == "there is no cache\n"
    folder.mkdir()
    (folder / "results.sqlite").write_bytes(b"x")
    assert run("cache", "clean").out == f"removed {folder}\n"
    assert not folder.exists()
    folder.symlink_to(hexo / "source")
    assert run("cache", "clean").code == 2
    assert (hexo / "source/_posts/good.md").exists()


def test_inspect_as_text_and_json(run: Run, hexo: Path) -> None:
    done = run("inspect", "source/_posts/bad.md")
    assert done.code == 0
    assert done.out.startswith("source/_posts/bad.md  (post of a hexo 8.1.2 site)\n  front matter: yaml, read\n")
    assert "html-img" not in done.out
    assert "remote" in done.out
    posts = [json.loads(line) for line in run("inspect", "--output-format", "json").out.splitlines()]
    assert [post["path"] for post in posts] == ["source/_posts/bad.md", "source/_posts/good.md"]


def test_inspect_keeps_standard_output_clean(run: Run, hexo: Path) -> None:
    done = run("inspect", "nowhere.md", "--output-format", "json")
    assert done.code == 2
    assert done.out == ""
    assert "PL004" in done.err
