"""`postlint check` end to end: arguments in, exit code, output and files out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

POST = "---\ntitle: A walk\ndate: 2024-05-06 08:00:00\n---\n\nText.\n"


def run(folder: Path, *arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "postlint", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, check=False, timeout=60)


def codes(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [json.loads(line)["code"] for line in done.stdout.decode().splitlines()]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text("title: t\nurl: https://example.org\n")
    (tmp_path / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
    (tmp_path / "source/_posts").mkdir(parents=True)
    return tmp_path


def write(site: Path, name: str, content: str | bytes) -> Path:
    path = site / "source/_posts" / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_good_post_is_clean(site: Path) -> None:
    write(site, "a.md", POST)
    done = run(site)
    assert done.returncode == 0
    assert b"1 post read" in done.stdout
    assert b"nothing found" in done.stdout


def test_findings_exit_with_1_and_carets_stand_under_wide_text(site: Path) -> None:
    write(site, "a.md", POST + "\n图片 ![山](http://a.example.com/x.png)\n")
    done = run(site, "--select", "IMG006")
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    source = next(number for number, line in enumerate(lines) if "![山]" in line)
    # five wide characters and "![" "](" stand before the URL: two columns each for the wide ones
    assert lines[source].index("http") + 3 == lines[source + 1].index("^")


def test_fail_on_and_exit_zero(site: Path) -> None:
    write(site, "a.md", POST + "\n![a](http://a.example.com/x.png)\n")
    assert run(site, "--select", "IMG006", "--fail-on", "error").returncode == 0
    assert run(site, "--select", "IMG006", "--exit-zero").returncode == 0


def test_json_is_an_array_with_code_point_offsets(site: Path) -> None:
    text = POST + "\n😀 ![a](http://a.example.com/x.png)\n"
    write(site, "a.md", text)
    done = run(site, "--select", "IMG006", "--output-format", "json")
    (found,) = json.loads(done.stdout)
    start, end = found["offset"]
    assert text[start:end] == "http://a.example.com/x.png"
    assert found["location"] == {"line": 8, "column": 8}
    assert found["path"] == "source/_posts/a.md"
    assert found["fix"]["applicability"] == "unsafe"


def test_github_cannot_be_injected(site: Path) -> None:
    write(site, "a.md", POST + "\n![a](http://a.example.com/x.png%0A::error::hi)\n")
    done = run(site, "--output-format", "github", "--select", "IMG")
    assert all(line.startswith("::") for line in done.stdout.decode().splitlines())
    assert b"\n::error::hi" not in done.stdout


def test_fix_writes_only_what_it_says(site: Path) -> None:
    raw = b"\r\n---\r\ntitle: 'A walk'  # kept\r\ndate: 2024-05-06 08:00:00\r\n---\r\n\r\nText.\r\n"
    path = write(site, "a.md", raw)
    path.chmod(0o640)
    diff = run(site, "--select", "FM002", "--diff")
    assert diff.returncode == 1
    assert path.read_bytes() == raw
    assert b"--- a/source/_posts/a.md" in diff.stdout
    assert run(site, "--select", "FM002", "--fix").returncode == 0
    assert path.read_bytes() == raw[2:]
    assert path.stat().st_mode & 0o777 == 0o640
    run(site, "--select", "FM002", "--fix")
    assert path.read_bytes() == raw[2:]
    assert [entry.name for entry in path.parent.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    "comment",
    ["<!-- postlint-disable-next-line IMG006 -->", "<!-- postlint-disable insecure-image -- old server -->"],
)
def test_suppressions_silence(site: Path, comment: str) -> None:
    write(site, "a.md", f"{POST}\n{comment}\n![a](http://a.example.com/x.png)\n")
    assert codes(run(site, "--output-format", "jsonl", "--select", "IMG006")) == []


def test_unused_and_unknown_suppressions_are_reported_and_fixed(site: Path) -> None:
    path = write(
        site, "a.md", f"{POST}\n<!-- postlint-disable-next-line IMG006 -->\nText.\n<!-- postlint-disable IMG9X -->\n"
    )
    done = run(site, "--output-format", "jsonl", "--select", "IMG")
    assert codes(done) == ["PL001", "PL002"]
    run(site, "--fix", "--select", "IMG")
    assert "IMG006" not in path.read_text()


def test_suppressions_in_front_matter(site: Path) -> None:
    write(site, "a.md", "---\ntitle: A walk\ndate: 2024-02-30 08:00:00  # postlint-disable-line DT003\n---\n\nText.\n")
    assert codes(run(site, "--output-format", "jsonl", "--select", "DT003")) == []
    write(site, "a.md", "---\ntitle: A walk\ndate: 2024-02-30 08:00:00\npostlint: {disable: [DT]}\n---\n\nText.\n")
    assert codes(run(site, "--output-format", "jsonl", "--select", "DT003")) == []


def test_odd_files_are_notices_and_the_rest_is_linted(site: Path) -> None:
    write(site, "good.md", POST + "\n![a](http://a.example.com/x.png)\n")
    write(site, "gbk.md", "---\ntitle: 山中漫步\ndate: 2024-05-06 08:00:00\n---\n\n一篇关于山的文章。\n".encode("gbk"))
    write(site, "utf16.md", POST.encode("utf-16"))
    write(site, "empty.md", b"")
    write(site, "binary.md", bytes(range(256)) * 50)
    write(site, "large.md", POST.encode() + b"x" * 10_000_001)
    (site / "source/_posts/link.md").symlink_to("nowhere.md")
    done = run(site, "--output-format", "jsonl")
    found = {
        (json.loads(line)["path"].rpartition("/")[2], json.loads(line)["code"]) for line in done.stdout.splitlines()
    }
    assert done.returncode == 2
    assert {
        ("good.md", "IMG006"),
        ("gbk.md", "PL003"),
        ("utf16.md", "PL003"),
        ("binary.md", "PL003"),
        ("large.md", "PL006"),
        ("link.md", "PL004"),
    } <= found


def test_a_path_that_is_not_there_exits_with_2(site: Path) -> None:
    done = run(site, "nowhere")
    assert done.returncode == 2
    assert b"no such file" in done.stdout


def test_standard_input(site: Path) -> None:
    post = b"---\ntitle: a: b\n---\nText.\n"
    done = run(site, "-", "--stdin-filename", "source/_posts/x.md", "--output-format", "jsonl", stdin=post)
    assert "FM004" in codes(done)


def test_config_errors_name_the_line_and_the_nearest_key(site: Path) -> None:
    (site / "postlint.toml").write_text('select = ["IMG"]\nignor = ["IMG009"]\n')
    done = run(site)
    assert done.returncode == 2
    assert b'postlint.toml:2:1: unknown key "ignor"; did you mean "ignore"?' in done.stderr


def test_overrides_and_severity(site: Path) -> None:
    write(site, "a.md", POST + "\n![a](http://a.example.com/x.png)\n")
    write(site, "b.md", POST + "\n![a](http://a.example.com/x.png)\n")
    (site / "postlint.toml").write_text(
        'select = ["IMG006"]\n[rules.insecure-image]\nseverity = "error"\n'
        '[[overrides]]\npaths = ["source/_posts/b.md"]\nignore = ["IMG006"]\n'
    )
    done = run(site, "--output-format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(item["path"], item["severity"]) for item in found] == [("source/_posts/a.md", "error")]


def test_a_broken_plugin_is_a_failure_and_the_rest_runs(site: Path) -> None:
    write(site, "a.md", POST + "\n![a](http://a.example.com/x.png)\n")
    (site / "bad.py").write_text("raise RuntimeError('boom')\n")
    done = run(site, "-p", "bad.py", "--output-format", "jsonl", "--select", "IMG006")
    assert done.returncode == 2
    assert sorted(codes(done)) == ["IMG006", "PL007"]


def test_a_crashed_rule_is_a_failure_and_the_rest_runs(site: Path) -> None:
    write(site, "a.md", POST + "\n![a](http://a.example.com/x.png)\n")
    (site / "crash.py").write_text(
        "from postlint import Options, PostRule, hookimpl\n"
        "class Crash(PostRule[Options]):\n"
        '    """Crash."""\n'
        '    code, name = "CRA001", "crash"\n'
        "    def check(self, post):\n"
        "        raise ValueError('no')\n"
        "@hookimpl\n"
        "def postlint_rules():\n"
        "    return [Crash]\n"
    )
    done = run(site, "-p", "crash.py", "--output-format", "jsonl", "--extend-select", "CRA001", "--select", "IMG006")
    assert done.returncode == 2
    assert sorted(codes(done)) == ["IMG006", "PL005"]


def test_jobs_never_change_the_output(site: Path) -> None:
    for number in range(260):
        write(site, f"p{number:03d}.md", POST + f"\n![a](http://a.example.com/{number}.png)\n")
    one = run(site, "--jobs", "1", "--output-format", "jsonl")
    two = run(site, "--jobs", "2", "--output-format", "jsonl")
    assert one.stdout == two.stdout
    assert one.stdout.count(b"IMG006") == 260


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root reads everything")
def test_a_file_without_permission(site: Path) -> None:
    write(site, "a.md", POST).chmod(0)
    done = run(site, "--output-format", "jsonl")
    assert done.returncode == 2
    assert codes(done) == ["PL004"]


def test_version_imports_nothing(tmp_path: Path) -> None:
    code = (
        "import sys; sys.argv = ['postlint', '--version']; from postlint.__main__ import run; run(); "
        "print([m for m in ('click', 'yaml', 'bs4', 'pluggy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == ["postlint 0.1.0", "[]"]


def test_inspect_prints_every_key(site: Path) -> None:
    write(site, "a.md", POST + "\n![a](http://a.example.com/x.png)\n")
    write(site, "binary.md", bytes(range(256)) * 50)
    done = run(site, "inspect", "--output-format", "json")
    posts = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [post["path"] for post in posts] == ["source/_posts/a.md", "source/_posts/binary.md"]
    first = posts[0]
    assert first["role"] == "post"
    assert first["generator"] == "hexo"
    assert first["outcome"]["status"] == "published"
    assert first["date"]["raw"] == "2024-05-06 08:00:00"
    assert first["images"][0]["resolution"]["status"] == "remote"
    assert all(set(post) >= set(first) for post in posts)


def test_inspect_sees_through_proxies(site: Path) -> None:
    write(site, "a.md", POST + "\n![a](https://p.example.workers.dev/?http://a.example.com/x.png)\n")
    post = json.loads(run(site, "inspect", "--output-format", "json").stdout)
    assert post["images"][0]["resolution"]["original"] == "http://a.example.com/x.png"
