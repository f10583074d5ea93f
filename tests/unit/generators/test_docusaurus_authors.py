"""Authors that a post of Docusaurus names by a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from postlint.generators.generator import PostFile
from postlint.generators.known import find_generator
from postlint.generators.site_facts import read_facts
from postlint.source.source import Source


def outcome(root: Path, authors: str) -> tuple[str, str | None]:
    """Return status and reason of a post in a site on disk."""

    def read(path: str) -> str | None:
        file = root / path
        return file.read_text("utf-8") if file.exists() else None

    facts = read_facts(str(root), "docusaurus", read)
    generator = find_generator("docusaurus")
    text = f"---\ntitle: Garden\nauthors: {authors}\n---\nText\n"
    file = PostFile("blog/a.md", Source(text.encode()))
    found = generator.outcome(file, generator.read_front_matter(file, facts), facts)
    return found.status, found.reason


@pytest.mark.parametrize("authors", ["me", "[me]", "{key: me}", "[{name: X}, me]", "5"])
def test_without_a_file_of_authors(tmp_path: Path, authors: str) -> None:
    key = "5" if authors == "5" else "me"
    reason = f"`authors` names `{key}`, and there is no blog/authors.yml"
    assert outcome(tmp_path, authors) == ("build-fails", reason)


@pytest.mark.parametrize("authors", ["{name: X}", "[{name: X}]", "[]"])
def test_authors_that_are_written_out(tmp_path: Path, authors: str) -> None:
    assert outcome(tmp_path, authors) == ("published", None)


def test_a_file_of_authors(tmp_path: Path) -> None:
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog/authors.yml").write_text("me:\n  name: Me\n", "utf-8")
    assert outcome(tmp_path, "[me]") == ("published", None)
    assert outcome(tmp_path, "you") == ("build-fails", "`authors` names `you`, who is not in blog/authors.yml")
