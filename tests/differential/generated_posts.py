"""Posts nobody has written yet: fences, scalars, dates, zones and encodings put together at random."""

from __future__ import annotations

from dataclasses import dataclass

from front_matter_answers import Case
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

_FENCES = (
    ("---\n", "\n---\n"), ("---\n", "\n---\n"), ("---\n", "\n---\n"), ("--- \n", "\n---\n"), ("---\n", "\n--- \n"),
    ("---\n", "\n----\n"), ("----\n", "\n----\n"), ("---\n", "\n...\n"), ("---\n", "\n"), ("", "\n---\n"), ("",
    "\n\n"),
    ("\n---\n", "\n---\n"), (" ---\n", "\n---\n"), ("---\n\n", "\n---\n"), ("\ufeff---\n",
    "\n---\n"), ("---\n", "\n---x\n"),
    ("---yaml\n", "\n---\n"), ("***\n", "\n***\n"), ("```\n", "\n```\n"), ("<!-- a -->\n---\n", "\n---\n"),
)  # fmt: skip
# a value that begins with `?` is read by js-yaml 3 as nobody else does
_WORDS = (
    "Garden", "a walk", "the Alps", "花园", "标题：一", "“quoted”", "yes", "no", "on", "off", "y", "true", "~",
    "null", "010",
    "0x1F", "0o7", "1_000", "1e3", "1.5", "12:30", "12:30:45", ".inf", "2021", "v1.0", "100%", "C#", "é", "😀",
    "=", "<<",
    "&amp;", "it's", "a - b", "a/b", "(c)", "[x]", "{x}", "*x*", "`x`", "@me", "!now", "&a", "who?", "|", ">",
    "-", ",", "#1",
    "# note", ": b", "a:b", "x:", "\\n", "''", '"', "\t", "\u00a0", "\u3000",
)  # fmt: skip
_KEYS = (
    "title: ",
    "title: ",
    "title: ",
    "title:",
    "title : ",
    "Title: ",
    '"title": ',
    "title:  ",
    " title: ",
    "title：",
)
_EXTRAS = (
    "", "", "", "tags: [a, b]\n", "tags:\n- a\n- b\n", "tags:\n  - a\n", "tags: a b\n", "tags:\n\t- a\n",
    "# a comment\n", "\n",
    "draft: false\n", "published: true\n", "description: >\n  two\n  lines\n", "categories: [[a, b], c]\n",
    "cover: a.png\n",
    "note: 'it''s'\n", "author: {name: me}\n", "slug: a\n",
)  # fmt: skip
_ZONES = (
    "",
    "",
    "",
    "Z",
    " Z",
    "+08:00",
    " +08:00",
    " +0800",
    "+0530",
    "-05:00",
    " -03:30",
    " UTC",
    " GMT",
    " CST",
    " +08",
)


def _quoted(text: str) -> st.SearchStrategy[str]:
    double = text.replace("\\", "\\\\").replace('"', '\\"')
    return st.sampled_from((text, text, text, f'"{double}"', f'"{text}"', "'{}'".format(text.replace("'", "''"))))


_TITLES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join).flatmap(_quoted)


@st.composite
def _dates(draw: st.DrawFn) -> str:
    # months and days end sooner or later; hours, too
    year = draw(st.sampled_from((1999, 2007, 2015, 2020, 2021, 2023)))
    month, day = draw(st.integers(1, 13)), draw(st.integers(1, 31))
    hour, minute, second = draw(st.integers(0, 24)), draw(st.integers(0, 59)), draw(st.integers(0, 59))
    shape = draw(
        st.sampled_from(("{y}-{m:02}-{d:02}", "{y}-{m:02}-{d:02}", "{y}-{m}-{d}", "{y}/{m:02}/{d:02}", "{y}.{m}.{d}"))
    )
    text = shape.format(y=year, m=month, d=day)
    clock = draw(
        st.sampled_from(("", " {h:02}:{i:02}:{s:02}", "T{h:02}:{i:02}:{s:02}", " {h:02}:{i:02}", " {h}:{i:02}:{s:02}"))
    )
    if clock:
        text += clock.format(h=hour, i=minute, s=second) + draw(st.sampled_from(_ZONES))
    return draw(st.sampled_from((text, text, text, text, f'"{text}"', f"'{text}'", f"{text} # then")))


@dataclass(frozen=True)
class _Encoding:
    name: str
    newline: str


_ENCODINGS = (
    *(_Encoding("utf-8", "\n"),) * 12, *(_Encoding("utf-8", "\r\n"),) * 3, _Encoding("utf-8", "\r"),
    _Encoding("gb18030", "\n"), _Encoding("latin-1", "\n"), _Encoding("utf-16", "\n"),
)  # fmt: skip


@st.composite
def _posts(draw: st.DrawFn) -> bytes:
    opening, closing = draw(st.sampled_from(_FENCES))
    title = draw(st.sampled_from(_KEYS)) + draw(_TITLES) + "\n"
    date = "date: " + draw(_dates()) + "\n"
    lines = [title, date, draw(st.sampled_from(_EXTRAS))]
    block = "".join(draw(st.permutations(lines))).removesuffix("\n")
    encoding = draw(st.sampled_from(_ENCODINGS))
    text = f"{opening}{block}{closing}\nThe first paragraph.\n\nThe second one.\n"
    return text.replace("\n", encoding.newline).encode(encoding.name, "replace")


def generate_posts(count: int) -> list[Case]:
    """Return about so many different posts, to be given to a generator at once: starting one costs a second."""
    found: dict[bytes, None] = {}

    @settings(max_examples=count, phases=[Phase.generate], database=None, deadline=None)
    @given(_posts())
    def collect(raw: bytes) -> None:
        found[raw] = None

    collect()
    return [Case(f"generated-{number}", None, raw, {}) for number, raw in enumerate(found)]
