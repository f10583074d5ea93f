"""Replays by itself the edits that postlint reports, and compares with what `--fix --unsafe-fixes` writes.

It shares no code with postlint: it takes the edits from the JSON output, pass by pass, chooses those that go
together, splices the bytes, and wants the same bytes in the same files and no other file changed. A second run
must change nothing. Front matter is read by python-frontmatter before and after: only the keys on whose lines an
edit lay may differ.

    python tests/proof/replay.py SITE [SITE…]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import frontmatter

_MOST_PASSES = 50
_KEY = re.compile(r"""["']?([^\s:"'#\-][^:="']*?)["']?\s*[:=]""")
_CODEC = re.compile(r"it was read as ([\w-]+)")
_NAMED = re.compile(r"^(.*?): (?:a fix of|the fixes of)", re.M)


def postlint(site: Path, *arguments: str) -> tuple[list[dict[str, Any]], str]:
    """Run postlint on a folder; return its findings and what it said besides."""
    command = [sys.executable, "-m", "postlint", "--isolated", "--no-cache", "--output-format", "jsonl", *arguments, "."]
    done = subprocess.run(command, cwd=site, check=False, capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()[-2000:]
    return [json.loads(line) for line in done.stdout.decode().splitlines()], done.stderr.decode()


def snapshot(site: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and not path.is_symlink() and ".postlint_cache" not in path.parts
    }


def choose(findings: Iterable[dict[str, Any]]) -> list[list[tuple[int, int, str]]]:
    """Return the edits of the fixes that go together: by place and code, none touching one already taken."""
    fixes = []
    for finding in findings:
        edits = sorted((*edit["offset"], edit["content"]) for edit in (finding["fix"] or {}).get("edits", ()))
        if edits:
            fixes.append((edits[0][:2], finding["code"], edits))
    taken: list[tuple[int, int]] = []
    chosen = []
    for _, _, edits in sorted(fixes):
        spans = [(start, end) for start, end, _ in edits]
        if any(start <= other_end and other <= end for start, end in spans for other, other_end in taken):
            continue
        taken += spans
        chosen.append(edits)
    return chosen


class Text:
    """A file's text as postlint counts it: code points behind a BOM, in the file's own encoding."""

    def __init__(self, raw: bytes, codec: str) -> None:
        self.bom = b"\xef\xbb\xbf" if raw.startswith(b"\xef\xbb\xbf") else b""
        self.codec = codec
        self.text = raw[len(self.bom) :].decode(codec)
        counts = {end: self.text.count(end) for end in ("\r\n", "\n", "\r")}
        counts["\n"] -= counts["\r\n"]
        counts["\r"] -= counts["\r\n"]
        self.newline = max(("\n", "\r\n", "\r"), key=lambda end: counts[end])

    def splice(self, edits: Iterable[tuple[int, int, str]]) -> tuple[bytes, set[str]]:
        """Return the new bytes, and the keys of front matter on whose lines the edits lay."""
        text, keys = self.text, set[str]()
        for start, end, content in sorted(edits, reverse=True):
            keys |= keys_at(text, start, end)
            content = content.replace("\n", self.newline)
            text = text[:start] + content + text[end:]
            keys |= keys_at(text, start, start + len(content))
        return self.bom + text.encode(self.codec), keys


def keys_at(text: str, start: int, end: int) -> set[str]:
    """Return the top keys of the lines that a stretch touches."""
    lines = text.split("\n")
    first, last = text.count("\n", 0, start), text.count("\n", 0, end)
    while first and not _KEY.match(lines[first]):
        first -= 1
    return {found[1].strip() for line in lines[first : last + 1] if (found := _KEY.match(line))}


def replay(site: Path) -> tuple[dict[str, set[str]], int]:
    """Apply what postlint reports until it reports nothing more; return the touched keys by file, and how many fixes."""
    keys: dict[str, set[str]] = defaultdict(set)
    count = 0
    for _ in range(_MOST_PASSES):
        findings, _ = postlint(site)
        codecs = {one["path"]: found[1] for one in findings if (found := _CODEC.search(one["message"]))}
        by_path: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for finding in findings:
            by_path[finding["path"]].append(finding)
        is_changed = False
        for path, of_post in by_path.items():
            chosen = choose(of_post)
            if not chosen:
                continue
            old = (site / path).read_bytes()
            new, touched = Text(old, codecs.get(path, "utf-8")).splice(edit for edits in chosen for edit in edits)
            keys[path] |= touched
            count += len(chosen)
            if new != old:
                (site / path).write_bytes(new)
                is_changed = True
        if not is_changed:
            break
    return keys, count


def other_keys(raw: bytes, touched: set[str]) -> Any:
    """Return the front matter without some keys, as python-frontmatter reads it; None if it reads none."""
    try:
        data = frontmatter.loads(raw.decode("utf-8-sig")).metadata
    except Exception:
        return None
    return {key: value for key, value in data.items() if str(key) not in touched}


def prove(site: Path, work: Path) -> Counter[str]:
    """Return what was counted; raises AssertionError if a promise is broken."""
    fixed, replayed = work / "fixed", work / "replayed"
    for copy in (fixed, replayed):
        shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    before = snapshot(site if not (site / ".git").exists() else fixed)
    _, said = postlint(fixed, "--fix", "--unsafe-fixes")
    after = snapshot(fixed)
    assert before.keys() == after.keys(), "files came or went"
    keys, count = replay(replayed)
    expected = snapshot(replayed)
    # a fix that does not hold what it says is not applied by postlint, but is by this replay: such a file is named, or
    # left just as it was
    refused = set(_NAMED.findall(said)) | {path for path in after if after[path] == before[path] != expected[path]}
    differing = sorted(path for path in after if after[path] != expected[path] and path not in refused)
    assert not differing, f"{len(differing)} files differ from the replay: {differing[:5]}"
    changed = [path for path in after if after[path] != before[path]]
    assert set(changed) <= keys.keys() | refused, "a file without a reported edit was changed"
    compared = 0
    for path in changed:
        old, new = (other_keys(raw[path], keys[path]) for raw in (before, after))
        if old is not None:
            assert new == old, f"{path}: other keys changed: {old} is now {new}"
            compared += 1
    postlint(fixed, "--fix", "--unsafe-fixes")
    assert snapshot(fixed) == after, "a second run changes something"
    return Counter(
        {"files": len(before), "changed": len(changed), "fixes": count, "blocks compared": compared, "refused": len(refused)}
    )


def main() -> None:
    """Prove the sites of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=Path, nargs="+")
    parser.add_argument("--keep", type=Path, help="leave the fixed copies here")
    given = parser.parse_args()
    os.environ.pop("POSTLINT_TRUSTED", None)
    for site in given.sites:
        with tempfile.TemporaryDirectory() as temporary:
            work = (given.keep / site.name) if given.keep else Path(temporary)
            found = prove(site, work)
        print(f"{site.name}: {', '.join(f'{count} {what}' for what, count in found.items())}", flush=True)


if __name__ == "__main__":
    main()
