"""Writes a baseline on a copy of a site and then edits, renames and merges posts at random.

Every planted finding must be shown, no known one, and git must merge the baseline by itself.

    python tests/proof/baseline_drill.py SITE [--edits 200] [--seed 1]
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

_MARK = "planted"


class Drill:
    """One copy of a site under git, and the findings planted in it."""

    def __init__(self, site: Path, work: Path, seed: int) -> None:
        self.root = work / "site"
        shutil.copytree(site, self.root, ignore=shutil.ignore_patterns(".git"), symlinks=True)
        self.random = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.number = 0
        self.git("init", "-q", "-b", "main")
        self.write_baseline()
        self.commit("baseline")

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.quotePath=false"]
        return subprocess.run([*command, *arguments], cwd=self.root, check=check, capture_output=True, text=True)

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def postlint(self, *arguments: str) -> str:
        command = [sys.executable, "-m", "postlint", *arguments]
        done = subprocess.run(command, cwd=self.root, check=False, capture_output=True, text=True)
        assert done.returncode in (0, 1), (arguments, done.stdout[-2000:], done.stderr[-2000:])
        return done.stdout

    def write_baseline(self) -> None:
        self.postlint("baseline", "write")

    def known(self) -> list[dict[str, str]]:
        lines = (self.root / "postlint-baseline.jsonl").read_text("utf-8").splitlines()[1:]
        return [json.loads(line) for line in lines]

    def shown(self) -> list[tuple[str, str, str]]:
        rows = [json.loads(line) for line in self.postlint("--output-format", "jsonl").splitlines()]
        found = []
        for row in rows:
            text = (self.root / row["path"]).read_bytes().decode("utf-8-sig")
            found.append((row["path"], row["code"], text[slice(*row["offset"])]))
        return found

    def posts(self) -> list[str]:
        return sorted({entry["path"] for entry in self.known() if (self.root / entry["path"]).is_file()})

    def lines(self, path: str) -> tuple[list[str], int]:
        """Return the lines of a post and the number of those that are front matter."""
        with open(self.root / path, encoding="utf-8", newline="") as file:
            lines = file.read().splitlines(keepends=True)
        fences = [number for number, line in enumerate(lines[:200]) if line.strip() == "---"]
        return lines, (fences[1] + 1 if len(fences) > 1 else 0)

    def save(self, path: str, lines: list[str]) -> None:
        with open(self.root / path, "w", encoding="utf-8", newline="") as file:
            file.write("".join(lines))

    def gap(self, lines: list[str], start: int) -> int:
        """Return a random place between two paragraphs outside code and HTML; the body's start if there is none."""
        gaps = [start]
        for number in range(start + 1, len(lines)):
            line = lines[number - 1]
            if line.lstrip().startswith(("```", "~~~", "<", "{%")) or "<pre" in line or "<!--" in line:
                break
            if not line.strip() and not lines[number][:1].isspace():
                gaps.append(number)
        return self.random.choice(gaps)

    def insert_text(self, path: str) -> None:
        lines, start = self.lines(path)
        lines.insert(self.gap(lines, start), f"\nA quiet paragraph, number {self.random.random()}.\n\n")
        self.save(path, lines)
        self.done["paragraph inserted"] += 1

    def edit_text(self, path: str) -> None:
        lines, start = self.lines(path)
        texts = [entry["text"][:20] for entry in self.known() if entry["path"] == path]
        plain = [n for n in range(start, len(lines)) if lines[n].strip().isalpha() and not any(t in lines[n] for t in texts)]
        if not plain:
            return self.insert_text(path)
        number = self.random.choice(plain)
        lines[number] = lines[number].replace(lines[number].strip(), f"{lines[number].strip()} and so on")
        self.save(path, lines)
        self.done["line edited"] += 1
        return None

    def rename(self, path: str) -> str:
        self.number += 1
        new = str(Path(path).with_name(f"renamed-{self.number}{Path(path).suffix}"))
        (self.root / path).rename(self.root / new)
        if self.random.random() < 0.5:
            self.insert_text(new)
        self.done["post renamed"] += 1
        return new

    def plant(self, path: str) -> tuple[str, str, str]:
        self.number += 1
        url = f"http://{_MARK}-{self.number}.example.com/x.png"
        lines, start = self.lines(path)
        lines.insert(self.gap(lines, start), f"\n![A view of the hills, the {self.number}th]({url})\n\n")
        self.save(path, lines)
        self.done["finding planted"] += 1
        return path, "IMG006", url

    def mend(self, path: str) -> bool:
        """Delete a picture that stands alone on its line and has a finding."""
        urls = [entry["text"] for entry in self.known() if entry["path"] == path and entry["text"].startswith("http")]
        lines, start = self.lines(path)
        for number in range(start, len(lines)):
            if lines[number].startswith("![") and any(url in lines[number] for url in urls):
                del lines[number]
                self.save(path, lines)
                self.done["finding mended"] += 1
                return True
        return False

    def edits(self, count: int) -> None:
        """Make some edits, then see that exactly the planted findings are shown, and accept or drop them."""
        planted = set()
        before = {(entry["code"], entry["text"]) for entry in self.known()}
        for path in self.random.sample(self.posts(), min(count, len(self.posts()))):
            kind = self.random.choice(("insert", "edit", "rename", "plant", "swap", "plant and rename", "mend"))
            if kind == "insert":
                self.insert_text(path)
            elif kind == "edit":
                self.edit_text(path)
            elif kind == "rename":
                self.rename(path)
            elif kind == "mend":
                self.mend(path)
            else:
                if kind == "swap" and self.mend(path):
                    self.done["finding swapped"] += 1
                planted.add(self.plant(self.rename(path) if kind == "plant and rename" else path))
        shown = set(self.shown())
        # what stands around a text may decide whether it is a finding: one that an edit has made is new, too
        more = {item for item in shown - planted if (item[1], " ".join(item[2].split())) in before}
        self.done["finding made by an edit"] += len(shown - planted - more)
        assert not planted - shown, f"not shown: {planted - shown}"
        assert not more, f"shown though known: {more}"
        if shown:
            self.write_baseline()
            assert self.shown() == []
        self.commit("edits")

    def merge(self) -> None:
        """Let two branches edit posts and the baseline, and merge them."""
        posts = self.random.sample(self.posts(), min(8, len(self.posts())))
        half = len(posts) // 2
        for branch, mine in (("left", posts[:half]), ("right", posts[half:])):
            self.git("checkout", "-q", "-B", branch, "main")
            for path in mine:
                self.random.choice((self.mend, self.plant, self.insert_text, self.rename))(path)
            self.write_baseline()
            self.commit(branch)
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "--no-edit", "left")
        done = self.git("merge", "-q", "--no-edit", "right", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        shown = self.shown()
        assert shown == [], f"shown after a merge: {shown}"
        self.commit("merged")
        self.done["branches merged"] += 1


def drill(site: Path, edits: int, seed: int, batch: int = 5) -> Counter[str]:
    """Run the drill on a copy of a site; return how often each thing was done."""
    with tempfile.TemporaryDirectory() as work:
        run = Drill(site, Path(work), seed)
        assert run.shown() == []
        for round_number in range(-(-edits // batch)):
            run.edits(batch)
            if round_number % 4 == 3:
                run.merge()
        left = json.loads(json.dumps(run.known()))
        assert len({entry["id"] for entry in left}) == len(left)
        return run.done


def main() -> None:
    """Run the drill that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--edits", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for what, count in sorted(drill(given.site, given.edits, given.seed).items()):
        print(f"{count:5} {what}")
    print("every planted finding was shown, no known one, and no merge met a conflict")


if __name__ == "__main__":
    main()
