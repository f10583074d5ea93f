"""`check --fix` and `--diff` end to end: what is written, and what never is."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from postlint.engine import apply

from .conftest import POST, Run

LINK = "![a](http://a.example.com/x.png)"
FIXED = "![a](https://a.example.com/x.png)"
ODD_POSTS = {
    "no newline.md": f"{POST}\n{LINK}".encode(),
    "crlf.md": f"{POST}\n{LINK}\n".replace("\n", "\r\n").encode(),
    "gbk.md": f"{POST}\n{LINK}\n山中漫步，一篇关于山的文章。\n".encode("gbk"),
    "utf16.md": f"{POST}\n{LINK}\n".encode("utf-16"),
    "utf16be.md": b"\xfe\xff" + f"{POST}\n{LINK}\n".encode("utf-16-be"),
    "bom.md": b"\xef\xbb\xbf" + f"{POST}\n{LINK}\n".encode(),
    '山 "q" \\x.md': f"{POST}\n{LINK}\n".encode(),
    "new\nline.md": f"{POST}\n{LINK}\n".encode(),
    "mixed.md": f"{POST}\r\none\rtwo\n{LINK}\r\n\n".encode(),
    "long.md": (POST + "line\n" * 5000 + LINK + "\n" + "line\n" * 5000 + LINK + "\n").encode(),
}


def git(folder: Path, *arguments: str) -> bytes:
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout


@pytest.fixture
def odd(hexo: Path) -> Path:
    """Return the folder of posts with every encoding, line end and name."""
    posts = hexo / "source/_posts"
    for path in posts.iterdir():
        path.unlink()
    for name, raw in ODD_POSTS.items():
        (posts / name).write_bytes(raw)
    return posts


def test_git_applies_the_diff_and_gets_what_fix_writes(odd: Path, hexo: Path) -> None:
    git(hexo, "init", "-q")
    git(hexo, "add", "-A")
    command = [sys.executable, "-m", "postlint", ".", "--select", "IMG006", "--unsafe-fixes"]
    done = subprocess.run([*command, "--diff"], cwd=hexo, capture_output=True, check=False)
    assert done.returncode == 1
    patch = hexo.parent / "fixes.patch"
    patch.write_bytes(done.stdout)
    git(hexo, "apply", str(patch))
    applied = {path.name: path.read_bytes() for path in odd.iterdir()}
    git(hexo, "checkout", "-q", ".")
    assert subprocess.run(command, cwd=hexo, capture_output=True, check=False).returncode == 1
    assert {path.name: path.read_bytes() for path in odd.iterdir()} == applied
    assert applied["gbk.md"] == ODD_POSTS["gbk.md"].replace(b"http:", b"https:")
    assert applied["utf16.md"].decode("utf-16") == f"{POST}\n{FIXED}\n"
    assert applied["mixed.md"] == ODD_POSTS["mixed.md"].replace(b"http:", b"https:")
    assert applied["long.md"].count(b"https:") == 2
    # nothing but the posts: no cache folder, no file half made
    status = git(hexo, "status", "--porcelain", "--ignored").decode().splitlines()
    assert [line[:2] for line in status].count("AM") == len(ODD_POSTS)
    assert not [line for line in status if not line.startswith("A")]


def test_the_diff_of_a_folder_applies_in_that_folder(odd: Path, hexo: Path) -> None:
    git(hexo, "init", "-q")
    git(hexo, "add", "-A")
    command = [sys.executable, "-m", "postlint", ".", "--select", "IMG006", "--unsafe-fixes", "--diff"]
    done = subprocess.run(command, cwd=odd, capture_output=True, check=False)
    patch = hexo.parent / "fixes.patch"
    patch.write_bytes(done.stdout)
    git(odd, "apply", str(patch))
    assert (odd / "crlf.md").read_bytes() == ODD_POSTS["crlf.md"].replace(b"http:", b"https:")


def test_fixing_twice_is_fixing_once(odd: Path, run: Run) -> None:
    run(".", "--unsafe-fixes")
    first = {path.name: path.read_bytes() for path in odd.iterdir()}
    done = run(".", "--unsafe-fixes")
    assert {path.name: path.read_bytes() for path in odd.iterdir()} == first
    assert "applied" not in done.out


def test_mode_times_and_a_links_target_stay(hexo: Path, run: Run) -> None:
    posts = hexo / "source/_posts"
    path = posts / "bad.md"
    path.chmod(0o604)
    os.utime(path, ns=(1_500_000_000_123_456_789, 1_600_000_000_987_654_321))
    before = path.stat()
    (posts / "link.md").symlink_to("bad.md")
    done = run("source/_posts/link.md", "--select", "IMG006", "--unsafe-fixes")
    after = path.stat()
    assert "1 fix applied in 1 file" in done.out
    assert (posts / "link.md").is_symlink()
    assert FIXED in path.read_text()
    assert (after.st_mode, after.st_mtime_ns, after.st_uid) == (before.st_mode, before.st_mtime_ns, before.st_uid)


def test_a_file_that_changed_meanwhile_is_not_written(hexo: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = hexo / "source/_posts/bad.md"
    real = apply.shutil.copystat

    def save_meanwhile(source: str, target: str) -> None:
        path.write_text("saved by an editor\n")
        real(source, target)

    monkeypatch.setattr(apply.shutil, "copystat", save_meanwhile)
    done = run(".", "--select", "IMG006", "--unsafe-fixes")
    assert done.code == 2
    assert "the fixed file was not written: it changed on disk while it was linted; run again" in done.out
    assert path.read_text() == "saved by an editor\n"
    assert not (hexo / ".postlint_cache/writing").exists()


@pytest.mark.parametrize(
    ("code", "text"), [(errno.ENOSPC, "No space left on device"), (errno.EROFS, "Read-only file system")]
)
def test_a_full_or_read_only_disk_loses_nothing(
    code: int, text: str, hexo: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = hexo / "source/_posts"
    (posts / "worse.md").write_text(f"{POST}\n{LINK}\n{LINK}\n")
    before = {path.name: path.read_bytes() for path in posts.iterdir()}
    calls = []

    def fails(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 1:
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(apply.os, "fsync", fails)
    done = run(".", "--select", "IMG006", "--unsafe-fixes", "--output-format", "concise")
    assert done.code == 2
    assert f"source/_posts/bad.md: PL004 the fixed file was not written: {text}" in done.out + done.err
    assert (posts / "bad.md").read_bytes() == before["bad.md"]
    # the other file could be written, and was
    assert (posts / "worse.md").read_text().count("https:") == 2
    assert sorted(path.name for path in posts.iterdir()) == sorted(before)


def test_a_read_only_file_and_one_with_two_names_are_left(hexo: Path, run: Run) -> None:
    posts = hexo / "source/_posts"
    (posts / "locked.md").write_text(f"{POST}\n{LINK}\n")
    (posts / "locked.md").chmod(0o444)
    os.link(posts / "bad.md", hexo / "copy.txt")
    done = run(".", "--select", "IMG006", "--unsafe-fixes", "--output-format", "concise")
    assert done.code == 2
    assert "locked.md: PL004 the fixed file was not written: it is read-only" in done.out + done.err
    assert "bad.md: PL004 the fixed file was not written: it has a second name (a hard link)" in done.out + done.err
    assert LINK in (posts / "locked.md").read_text()
    assert LINK in (hexo / "copy.txt").read_text()


def test_a_root_without_a_cache_folder_still_gets_its_fixes(hexo: Path, run: Run) -> None:
    target = hexo.parent / "elsewhere"
    target.mkdir()
    (target / "keep.txt").write_text("mine")
    (hexo / ".postlint_cache").symlink_to(target)
    run(".", "--select", "IMG006", "--unsafe-fixes", "--no-cache")
    assert FIXED in (hexo / "source/_posts/bad.md").read_text()
    assert [path.name for path in target.iterdir()] == ["keep.txt"]
    assert sorted(path.name for path in (hexo / "source/_posts").iterdir()) == ["bad.md", "good.md"]


def test_the_next_run_removes_what_a_killed_one_left(hexo: Path, run: Run) -> None:
    folder = hexo / ".postlint_cache/writing"
    folder.mkdir(parents=True)
    (folder / ".bad.md.k1ll3d.postlint").write_text("half")
    run(".", "--select", "IMG006", "--unsafe-fixes", "--no-cache")
    assert not folder.exists()
    assert FIXED in (hexo / "source/_posts/bad.md").read_text()


def test_fixed_standard_input_goes_to_standard_output(hexo: Path) -> None:
    raw = f"{POST}\n{LINK}\n山\n".encode("gbk")
    command = [sys.executable, "-m", "postlint", "-", "--select", "IMG006", "--unsafe-fixes"]
    named = [*command, "--stdin-filename", "source/_posts/bad.md"]
    before = (hexo / "source/_posts/bad.md").read_bytes()
    done = subprocess.run(named, cwd=hexo, input=raw, capture_output=True, check=False)
    assert done.stdout == raw.replace(b"http:", b"https:")
    assert (hexo / "source/_posts/bad.md").read_bytes() == before
    clean = subprocess.run(named, cwd=hexo, input=POST.encode(), capture_output=True, check=False)
    assert clean.stdout == POST.encode()


def test_ctrl_c_leaves_whole_files(hexo: Path) -> None:
    posts = hexo / "source/_posts"
    old = f"{POST}\n{LINK}\n"
    (posts / "bad.md").unlink()
    for number in range(300):
        (posts / f"p{number}.md").write_text(old)
    new = old.replace("http:", "https:")
    command = [sys.executable, "-m", "postlint", ".", "--select", "IMG006", "--unsafe-fixes", "--jobs", "1"]
    process = subprocess.Popen([*command, "--no-cache"], cwd=hexo, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    started = time.monotonic()
    while (posts / "p0.md").read_text() == old and time.monotonic() - started < 30:
        time.sleep(0.002)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    # all files may have been written by the time the signal came
    assert process.returncode in (130, 0)
    texts = [(posts / f"p{number}.md").read_text() for number in range(300)]
    assert set(texts) <= {old, new}
    # a signal may also come while the result is printed
    if b"Interrupted" in out:
        assert process.returncode == 130
        assert f"applied in {texts.count(new)} file".encode() in out
    assert not list((hexo / ".postlint_cache").glob("writing/.*"))


def test_a_guessed_encoding_that_fixes_would_change_is_left_alone(hexo: Path, run: Run) -> None:
    raw = POST.encode() + b"\n\x1d<!-- postlint-disable-next-line IMG003\xff\xff -- why -->)\n![](http://a.example.com" + b"\x81" * 99 + b"/x.png)\n"
    (hexo / "source/_posts/guess.md").write_bytes(raw)
    done = run("check", "--no-cache", "--fix", "--unsafe-fixes", "source/_posts/guess.md")
    assert (hexo / "source/_posts/guess.md").read_bytes() == raw
    assert "not fixed, its encoding is a guess that the fixes would change; set `encoding`" in done.out
