"""What the real programs made of a set of posts, and what postlint makes of them, in one form."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile
from postlint.generators.known import find_generator
from postlint.source.source import Source

DATA = Path(__file__).parent / "data" / "front_matter.jsonl"
_BLOG = {"theme": {"name": "material"}, "plugins": ["blog"]}
# the set-ups that were run, and the site that stands for each
SETUPS = {
    "hexo8": SiteFacts("hexo", version=(8, 1, 2)),
    "hexo5": SiteFacts("hexo", version=(5, 4, 2)),
    "hexo3": SiteFacts("hexo", version=(3, 9, 0)),
    "hexofm5": SiteFacts("hexo", version=(8, 1, 2), packages={"hexo-front-matter": "5.0.0"}),
    "hugo": SiteFacts("hugo", version=(0, 168, 0)),
    "hugo-debian": SiteFacts("hugo", version=(0, 111, 3)),
    "jekyll": SiteFacts("jekyll", version=(4, 3, 1)),
    "astro-coerce": SiteFacts("astro", version=(7, 3, 5)),
    "eleventy": SiteFacts("eleventy", version=(3, 1, 8)),
    "docusaurus": SiteFacts("docusaurus", version=(3, 10, 2)),
    "gatsby": SiteFacts("gatsby", version=(5, 16, 1)),
    "pelican": SiteFacts("pelican", version=(4, 12, 0), config={"TIMEZONE": "UTC"}),
    "mkdocs": SiteFacts("mkdocs", version=(1, 6, 1)),
    "mkdocs-material-blog": SiteFacts("mkdocs", version=(1, 6, 1), config=_BLOG),
    "python-frontmatter": SiteFacts("plain"),
}
_FOLDERS = {
    "hexo": "source/_posts",
    "hugo": "content/posts",
    "jekyll": "_posts",
    "astro": "src/content/blog",
    "eleventy": "posts",
    "docusaurus": "blog",
    "gatsby": "content/blog",
    "pelican": "content",
    "mkdocs": "docs",
    "plain": "posts",
}
JEKYLL_NAME = re.compile(r"\d{2,4}-\d{1,2}-\d{1,2}-")


class Answer(NamedTuple):
    """The outcome, the title and the instant, as far as both are from the front matter."""

    status: str
    title: str | None
    date: str | None


class Case(NamedTuple):
    """A post and the answers of the set-ups."""

    name: str
    file: str | None
    raw: bytes
    answers: dict[str, Answer]


def load_cases() -> Iterator[Case]:
    """Yield the recorded cases."""
    for line in DATA.read_text("utf-8").split("\n"):
        if line:
            row = json.loads(line)
            raw = row["text"].encode() if "text" in row else base64.b64decode(row["b64"])
            answers = {name: Answer(*rest) for *rest, names in row["answers"] for name in names.split()}
            yield Case(row["name"], row.get("file"), raw, answers)


def ask_postlint(setup: str, case: Case) -> Answer:
    """Return postlint's answer; the machine is in the zone `TZ`."""
    facts = SETUPS[setup]
    path, role = place_of(setup, case.file)
    file = PostFile(path, Source(case.raw), role)
    generator = find_generator(facts.generator)
    outcome = generator.outcome(file, generator.read_front_matter(file, facts), facts)
    if outcome.status != "published":
        return Answer(outcome.status, None, None)
    title = outcome.title if outcome.title_from == "front-matter" else None
    # Pelican's record does not tell where a date is from
    is_shown = outcome.date_from == "front-matter" or (setup == "pelican" and outcome.date_from == "file-name")
    date = str(outcome.date) if outcome.date is not None and is_shown else None
    return Answer("published", None if title is None else str(title), shown_date(date))


def place_of(setup: str, file: str | None) -> tuple[str, str]:
    """Return path and role of a post in the site of a set-up."""
    generator = SETUPS[setup].generator
    name = file or "post.md"
    if generator == "jekyll" and not JEKYLL_NAME.match(name):
        name = f"2019-03-04-{name}"
    return f"{_FOLDERS[generator]}/{name}", "page" if setup == "mkdocs" else "post"


def shown_date(date: str | None) -> str | None:
    """Return an instant without fractions of a second."""
    return re.sub(r"\.\d+Z$", "Z", date) if date else None
