"""The page on generators: what each one makes of the same posts, from the answers kept for the tests."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from postlint.generators.written_date import read_written_date
from postlint.values.dataclass import dataclass
from postlint.values.instant import Instant
from postlint.values.late_pattern import late_pattern

ANSWERS = Path("tests/differential/data/front_matter.jsonl")
# the set-ups that were asked, and what a column is headed with
_COLUMNS = {
    "hexo8": "Hexo 8.1", "hexo5": "Hexo 5.4", "hexo3": "Hexo 3.9", "hugo": "Hugo 0.168", "hugo-debian": "Hugo 0.111",
    "jekyll": "Jekyll 4.3", "astro-coerce": "Astro 7", "eleventy": "Eleventy 3", "docusaurus": "Docusaurus 3",
    "gatsby": "Gatsby 5", "pelican": "Pelican 4.12", "mkdocs": "MkDocs 1.6", "mkdocs-material-blog": "Material 9.7",
    "python-frontmatter": "none",
}  # fmt: skip
_HEAD = """\
# What the generators read

What a site generator makes of a post is told by the generator alone. These tables are its answers: the programs named
in the columns were run on the posts named in the rows. postlint reads every post as the generator of its site does,
and is tested against the same answers. `postlint check --statistics` says for your own posts which ones will be
published, and `postlint inspect` says it for one post, with the title and the date that readers will see.

| sign | meaning |
| --- | --- |
| ✓ | read as it was meant |
| – | published, but this is not read: no title, no date of its own, or the block is shown as text |
| text or a date | published with this in its place |
| ✗ | left out; the build succeeds |
| ! | the build fails |

Material is the blog plugin of Material for MkDocs. Astro was asked with the schema `title: z.string(), date:
z.coerce.date()`. "none" is python-frontmatter, which stands for folders without a generator. All ran in the time zone
UTC, and the posts were named `post.md`, in Jekyll `2019-03-04-post.md`.
"""
_BODY = late_pattern(r"\n*The first paragraph\..*", re.DOTALL)
_USUAL = "title: Garden\ndate: 2020-03-04 05:06:07"
_INVISIBLE = late_pattern("[\\x00-\\x1f\\x7f-\\xa0\\u2028\\u2029\\u200b-\\u200f\\u3000\\ufeff]")


class _Answer(NamedTuple):
    status: str
    title: str | None
    date: str | None


@dataclass(frozen=True)
class _Case:
    name: str
    file: str | None
    text: str
    answers: dict[str, _Answer]


@dataclass(frozen=True)
class _Section:
    """A table: its heading and text, the cases by name, what the first column holds, and its signs."""

    heading: str
    about: str
    wanted: re.Pattern[str]
    label: Callable[[_Case], str]
    sign: Callable[[_Case, _Answer], str]
    is_telling_only: bool = False


def render_generators(answers: Path = ANSWERS) -> str:
    """Return the page. Raises OSError if the kept answers are not there."""
    cases = list(_read(answers.read_text("utf-8")))
    parts = [_HEAD]
    for section in _SECTIONS:
        rows = [_row(section, case) for case in cases if section.wanted.match(case.name)]
        if section.is_telling_only:
            rows = [row for row in rows if set(row[1:]) - {"✓", ""}]
        head = [section.heading, *_COLUMNS.values()]
        table = [head, ["---"] * len(head), *rows]
        lines = "\n".join(f"| {' | '.join(row)} |" for row in table)
        parts.append(f"## {section.heading}\n\n{section.about}\n\n{lines}\n")
    return "\n".join(parts)


def _read(text: str) -> Iterator[_Case]:
    for line in filter(None, text.split("\n")):
        row = json.loads(line)
        raw = row["text"] if "text" in row else base64.b64decode(row["b64"]).decode("utf-8", "replace")
        answers = {name: _Answer(*rest) for *rest, names in row["answers"] for name in names.split()}
        yield _Case(row["name"], row.get("file"), raw, answers)


def _row(section: _Section, case: _Case) -> list[str]:
    signs = []
    for name in _COLUMNS:
        answer = case.answers.get(name)
        if answer is None:
            signs.append("")
        elif answer.status != "published":
            signs.append("✗" if answer.status == "left-out" else "!")
        else:
            signs.append(section.sign(case, answer))
    return [section.label(case), *signs]


def _block(case: _Case) -> str:
    """Return what stands before the body, the usual keys as `…`."""
    end = "" if _BODY.search(case.text) else "<end>"
    return _code(_BODY.sub("", case.text).replace(_USUAL, "…") + end)


def _line(*keys: str) -> Callable[[_Case], str]:
    """Return the label of cases that differ in the line of a key."""

    def label(case: _Case) -> str:
        lines = _BODY.sub("", case.text).strip("-+;\n").split("\n")
        first = next((n for n, line in enumerate(lines) if line.lstrip().startswith(keys)), 0)
        usual = _USUAL.split("\n")
        return _code("\n".join(line for line in lines[first:] if line not in usual))

    return label


def _code(text: str) -> str:
    shown = " ⏎ ".join(line for line in text.replace("\r\n", "\\r\n").split("\n"))
    shown = _INVISIBLE.sub(lambda char: {"\t": "\\t", "\r": "\\r"}.get(char[0], f"<U+{ord(char[0]):04X}>"), shown)
    shown = (shown if len(shown) <= 64 else f"{shown[:63]}…").replace("|", "\\|")
    fence = "``" if "`" in shown else "`"
    return f"{fence} {shown} {fence}" if "`" in shown else f"`{shown or ' '}`"


def _seen(case: _Case, answer: _Answer) -> str:
    return "✓" if answer.title == "Garden" else "–" if answer.title is None else _code(answer.title)


def _title(case: _Case, answer: _Answer) -> str:
    written = re.search(r"^title:[ \t]*(.*?)[ \t]*$", case.text, re.MULTILINE)
    text = written[1] if written else ""
    meant = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    return "✓" if answer.title == meant else "–" if answer.title is None else _code(answer.title)


def _date(case: _Case, answer: _Answer) -> str:
    if answer.date is None:
        return "–"
    written = re.search(r"^date:[ \t]*(.*?)[ \t]*$", case.text, re.MULTILINE)
    civil = read_written_date(written[1].strip("\"'")).civil if written else None
    # the answers have no fractions of a second
    is_meant = civil is not None and civil.is_real and str(Instant(civil.instant().seconds)) == answer.date
    return "✓" if is_meant else answer.date.removesuffix("Z").removesuffix("T00:00:00").replace("T", " ")


def _named(case: _Case, answer: _Answer) -> str:
    return "–" if answer.date is None else answer.date.removesuffix("T00:00:00Z")


def _published(case: _Case, answer: _Answer) -> str:
    return "✓" if answer.date == "2020-03-04T05:06:07Z" else "–" if answer.date is None else answer.date[:10]


def _pattern(*starts: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(starts)})")


_SECTIONS: Iterable[_Section] = (
    _Section(
        "Fences and formats",
        "What stands around the keys, `…` for a title and a date. ⏎ is a line break, `<end>` the end of the file.",
        _pattern("fence-", "toml", "json", "hexo-json", "org", "mmd", "prose", "note-rule", "comment-block"),
        _block,
        _seen,
    ),
    _Section(
        "Dates",
        "What stands after `date:`. A date without a zone is meant in UTC here; see the rules DT004 and DT005 for sites"
        " with a time zone of their own.",
        _pattern(r"date-\d+\Z", "empty-date", "no-date"),
        _line("date:"),
        _date,
    ),
    _Section(
        "Titles and other values",
        "What YAML makes of a value without quotes, shown for `title:`. Every other text is read in the same way.",
        _pattern("title-"),
        _line("title:"),
        _title,
        is_telling_only=True,
    ),
    _Section(
        "Keys",
        "How the key may be written; the value is `Garden`.",
        _pattern("key-"),
        _block,
        _seen,
        is_telling_only=True,
    ),
    _Section(
        "Drafts, tags and other keys",
        "A post with a title and a date, and this besides. Keys that no generator minds are left out.",
        _pattern("opt-"),
        _line(""),
        _published,
        is_telling_only=True,
    ),
    _Section(
        "File names",
        "A post without a date in its front matter: the date that is taken from its name.",
        _pattern(r"name-.*\.md\Z"),
        lambda case: _code(case.file or ""),
        _named,
    ),
)
