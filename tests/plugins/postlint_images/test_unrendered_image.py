"""Text that was meant as a picture, and text that was not."""

from __future__ import annotations

import time

import pytest

from postlint.rulekit.examples import Valid
from postlint.testing import run_rule
from postlint_images.rules.unrendered_image import UnrenderedImage

FRONT = "---\ntitle: A\n---\n"


def reports(body: str, generator: str = "hexo") -> tuple[str, ...]:
    path = {"hexo": "source/_posts/a.md", "jekyll": "_posts/2024-01-02-a.md", "docusaurus": "blog/a.md"}[generator]
    return run_rule(UnrenderedImage, Valid(post=FRONT + body + "\n", path=path, generator=generator)).reports


@pytest.mark.parametrize(
    "body",
    [
        "![a](b.png)",
        "![a](<b c.png>)",
        "![a [b] [c] `d` \\[ [e \\[f]](g.png)",
        "`![a [b [c]] d](e.png)`",
        '![a](b.png "b c.png")',
        "![a][r]\n\n[r]: b.png",
        "`![a](b c.png)`",
        "```\n![a](b c.png)\n```",
        "    ![a](b c.png)",
        "<!-- ![a](b c.png) -->",
        "<pre>\n![a](b.png)\n</pre>",
        "<div><code>![a](b.png)</code></div>",
        "\\![a](b c.png)",
        "![a](b c)",
        "![0] (x + y)",
        "看！[大图](b.png)",
        "![[公式]]",
        "<div>\n\n![a](b.png)\n\n</div>",
        "{% raw %}\n![a](b.png)\n{% endraw %}",
    ],
)
def test_quiet(body: str) -> None:
    assert reports(body) == ()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("x ![a](b c.png) y", "![a](b c.png)"),
        ('![a](b c.png "t")', '![a](b c.png "t")'),
        ("![a] (b.png)", "![a] (b.png)"),
        ("！[a](b.png)", "！[a](b.png)"),
        ("<div>\n![a](b.png)\n</div>", "![a](b.png)"),
        ("<center>![a](b.png)</center>", "![a](b.png)"),
        ("![[b.png]]", "![[b.png]]"),
        ("![a [b [c]] d](e.png)", "![a [b [c]] d](e.png)"),
        ("![a ` b](c.png)", "![a ` b](c.png)"),
        ("![[b.png#x|300]]", "![[b.png#x|300]]"),
    ],
)
def test_reported(body: str, found: str) -> None:
    assert reports(body) == (found,)


def test_markdown_in_html_is_live_in_mdx_and_where_kramdown_is_told_so() -> None:
    assert reports("<div>\n![a](b.png)\n</div>", "docusaurus") == ()
    assert reports('<div markdown="1">\n![a](b.png)\n</div>', "jekyll") == ()
    assert reports("<div>\n![a](b.png)\n</div>", "jekyll") == ("![a](b.png)",)
    assert reports("<div>\n\n![a](b.png)\n\n</div>", "jekyll") == ("![a](b.png)",)
    assert reports("![a](b c.png)", "jekyll") == ()


@pytest.mark.parametrize("unit", ["![", "![a](", "![a] (", "![[a.png", "<pre", "<pre><", "![](a ", "！["])
def test_linear_time(unit: str) -> None:
    started = time.process_time()
    reports(unit * (200_000 // len(unit)))
    assert time.process_time() - started < 5
