"""CNT003 import-wrapper."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Span, Valid


class ImportWrapper(PostRule[Options]):
    """The whole body is wrapped in bare `<div>`s, as feed importers leave it.

    Markdown inside is not rendered, themes cannot style it, and empty paragraphs stretch the page.

    Sources: the HTML that RSS readers hand to import scripts.
    """

    code = "CNT003"
    name = "import-wrapper"
    severity = Severity.INFO
    valid = (
        Valid(post="---\ntitle: A walk\n---\nText with <div>a box</div> in it.\n"),
        Valid(post='---\ntitle: A walk\n---\n<div class="note">\n\nText.\n\n</div>\n', why="it has a class"),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A walk\n---\n<div>\n<p>Text.</p><p>More.</p>\n</div>\n",
            reports=("<div>",),
            variants=False,
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        start = post.body_start
        lead = post.text[start : start + 400].lstrip()
        if lead[:4].lower() != "<div":
            return
        element = next(iter(post.body.elements), None)
        if element is None or element.name != "div" or element.attributes:
            return
        # late: few posts get here, and every start would pay for the import
        from bs4 import Tag

        tops = [child for child in post.soup.children if isinstance(child, Tag) or str(child).strip()]
        only = tops[0] if len(tops) == 1 else None
        if isinstance(only, Tag) and only.name == "div" and not only.attrs:
            empty = sum(1 for p in only.find_all("p") if not p.get_text(strip=True) and p.find() is None)
            yield Report(
                Span(*element.span),
                "the whole body stands in a bare <div>, as a feed importer leaves it",
                hint="take the wrapper away, or convert the body to Markdown",
                data={"empty_paragraphs": empty},
            )
