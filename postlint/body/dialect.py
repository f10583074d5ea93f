"""How a generator reads the body."""

from __future__ import annotations

from postlint.values.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Dialect:
    """What stands in a body besides Markdown and HTML.

    `templates` names the template languages whose tags are live: `liquid`, `nunjucks`, `hexo`, `hugo`,
    `mdx`, `jinja`. `is_html` is True for a post that is HTML only (no Markdown at all). `has_wikilinks`
    if `![[a.png]]` is rendered. `is_kramdown` if the Markdown is kramdown's, which differs from CommonMark.
    `is_python_markdown` if the Markdown is Python-Markdown's, where addresses may hold blanks and HTML ends elsewhere.
    `has_bare_paths` is False if an unquoted value with a slash in it makes a tag text, outside of blocks of HTML.
    """

    templates: frozenset[str] = frozenset()
    is_html: bool = False
    has_wikilinks: bool = False
    is_kramdown: bool = False
    has_bare_paths: bool = True
    is_python_markdown: bool = False

    @property
    def is_mdx(self) -> bool:
        """Tell whether JSX, imports and `{/* */}` comments are live."""
        return "mdx" in self.templates
