"""Which template tags run."""

from __future__ import annotations

import pytest

from postlint.body.tags import TemplateTag
from tests.unit.body.bodies import body_of


def found(text: str, language: str) -> list[str]:
    return [tag.span.of(text) for tag in body_of(text, language).tags]


def only(text: str, language: str) -> TemplateTag:
    (tag,) = body_of(text, language).tags
    return tag


def test_hexo_runs_no_tags_in_code_and_comments() -> None:
    text = "`{{ a }}` {{ b }}\n\n```\n{% c %}\n```\n\n<!-- {% d %} -->\n{% e %}{# f #}\n"
    assert found(text, "hexo") == ["{{ b }}", "{% e %}", "{# f #}"]


def test_liquid_runs_tags_in_code() -> None:
    assert found("`{{ a }}`\n\n```\n{% b %}\n```\n<!-- {{ c }} -->", "liquid") == ["{{ a }}", "{% b %}", "{{ c }}"]


def test_raw_blocks() -> None:
    text = "{% raw %}{{ a }}{% b %}{% endraw %}{{ c }}"
    assert found(text, "liquid") == ["{% raw %}", "{% endraw %}", "{{ c }}"]
    assert found(text, "hexo") == ["{% raw %}{{ a }}{% b %}{% endraw %}", "{{ c }}"]
    assert found("{% verbatim %}{{ a }}{% endverbatim %}", "nunjucks") == ["{% verbatim %}", "{% endverbatim %}"]


def test_code_blocks_are_one_tag() -> None:
    text = "{% codeblock lang:js %}\n{{ a }}\n{% endcodeblock %}"
    tag = only(text, "hexo")
    assert (tag.name, tag.span.of(text)) == ("codeblock", text)
    assert tag.content is not None
    assert tag.content.of(text) == "\n{{ a }}\n"
    assert found("{%- highlight js -%}\n{{ a }}\n{%- endhighlight -%}", "liquid") == [
        "{%- highlight js -%}\n{{ a }}\n{%- endhighlight -%}"
    ]


def test_hugo_shortcodes() -> None:
    text = '{{< a >}} {{% b %}} `{{< c >}}` {{</* d */>}} {{%/* e */%}} {{/* f */}}\n```\n{{< g x="}}" >}}\n```\n'
    assert found(text, "hugo") == ["{{< a >}}", "{{% b %}}", "{{< c >}}", '{{< g x="}}" >}}']
    assert found('{{< a\n  b="c"\n>}}', "hugo") == ['{{< a\n  b="c"\n>}}']


@pytest.mark.parametrize(
    ("language", "text", "live"),
    [
        ("hexo", "{% a ![](b.png)\n\n{{ c", []),
        ("hexo", "{{ a } b }} {% c %}", ["{% c %}"]),
        ("liquid", "{% a\n\n{{ b }}", ["{{ b }}"]),
        ("hugo", "{{< a\n\n{{< b >}}", ["{{< b >}}"]),
        ("hugo", '{{< a "b >}}\nc {{< d >}}', ['{{< a "b >}}', "{{< d >}}"]),
        ("hexo", "```\n{% a %}", ["{% a %}"]),
        ("hexo", "a ` b {% c %}", ["{% c %}"]),
    ],
)
def test_what_is_not_closed_swallows_nothing(language: str, text: str, live: list[str]) -> None:
    assert found(text, language) == live


def test_closing_tags() -> None:
    tags = body_of("{% note x %}{% endnote %}", "hexo").tags
    assert [(tag.name, tag.closing) for tag in tags] == [("note", False), ("note", True)]
    tags = body_of("{{< note >}}{{< /note >}}", "hugo").tags
    assert [(tag.name, tag.closing) for tag in tags] == [("note", False), ("note", True)]


def test_arguments_of_hexo() -> None:
    text = '{% img wide /a.png 10 \'b c\' "d \\" e" %}'
    tag = only(text, "hexo")
    assert [argument.value for argument in tag.arguments] == ["wide", "/a.png", "10", "b c", 'd " e']
    assert [argument.span.of(text) for argument in tag.arguments] == ["wide", "/a.png", "10", "b c", 'd \\" e']
    assert tag.arguments[3].raw == "'b c'"


def test_arguments_of_hugo() -> None:
    text = '{{< figure src="a b.png" alt=`c "d"` width=10 \'e f\' >}}'
    tag = only(text, "hugo")
    assert [(argument.name, argument.value) for argument in tag.arguments] == [
        ("src", "a b.png"),
        ("alt", 'c "d"'),
        ("width", "10"),
        ("", "'e"),
        ("", "f'"),
    ]
    argument = tag.named("alt")
    assert argument is not None
    assert argument.span.of(text) == 'c "d"'


def test_arguments_of_liquid() -> None:
    text = "{% include figure image_path='/a.png' alt=page.title %}"
    tag = only(text, "liquid")
    assert [(argument.name, argument.value) for argument in tag.arguments] == [
        ("", "figure"),
        ("image_path", "/a.png"),
        ("alt", "page.title"),
    ]


def test_attribute_lists() -> None:
    text = "![a](b.png){: .c data-echo='d.png'}\n{:.no_toc}\nx {:y}\n"
    tags = body_of(text, "liquid").tags
    assert [tag.span.of(text) for tag in tags] == ["{: .c data-echo='d.png'}", "{:.no_toc}", "{:y}"]
    assert body_of(text, "hexo").tags == ()


def test_a_plain_body_has_no_tags() -> None:
    assert found("{% a %} {{ b }}", "none") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("{% if false %}![a](b.png){% endif %}", 0),
        ("{%- unless true -%}\n![a](b.png)\n{%- endunless -%}", 0),
        ("{% if false %}![a](b.png){% else %}![c](d.png){% endif %}", 2),
        ("{% if false %}{% if page.x %}![a](b.png){% endif %}{% endif %}", 1),
        ("{% if page.x %}![a](b.png){% endif %}", 1),
        ("{% if false or page.x %}![a](b.png){% endif %}", 1),
        ("{% if false %}![a](b.png)", 1),
    ],
)
def test_a_condition_that_never_holds(text: str, count: int) -> None:
    assert len(body_of(text + "\n", "liquid").images) == count
