"""Pictures and links of template tags."""

from __future__ import annotations

import pytest

from tests.unit.body.bodies import body_of, pictures, targets


@pytest.mark.parametrize(
    ("language", "text", "kind", "url", "alt"),
    [
        ("hexo", "{% asset_img a.png %}", "hexo-tag", "a.png", None),
        ("hexo", "{% asset_img wide 'a b.png' 10 20 \"T\" %}", "hexo-tag", "a b.png", "T"),
        ("hexo", '{% img left /a.png 10 "T" "A" %}', "hexo-tag", "/a.png", "A"),
        ("hexo", "{% image https://a.b/c.png, alt %}".replace(",", ""), "hexo-tag", "https://a.b/c.png", None),
        ("hexo", "{% asset_path a.png %}", "hexo-tag", "a.png", None),
        ("hugo", '{{< figure src="a.png" alt="A" >}}', "hugo-shortcode", "a.png", "A"),
        ("hugo", "{{< img a.png A >}}", "hugo-shortcode", "a.png", "A"),
        ("hugo", "{{< img src='a.png' >}}", "hugo-shortcode", "'a.png'", None),
        ("hugo", "```\n{{% my-image src=`a b.png` %}}\n```", "hugo-shortcode", "a b.png", None),
        ("hugo", '{{< block-text src="a.png" alt="A" >}}', "hugo-shortcode", "a.png", "A"),
        ("jinja", '{{ figure(src="a b.png", alt="A") }}', "zola-shortcode", "a b.png", "A"),
        ("jinja", "{{ resize_image(path='img/a.png', width=20, op=`fit`) }}", "zola-shortcode", "img/a.png", None),
        ("jinja", '{% side(src="a.png" caption="A") %}\nText.\n{% end %}', "zola-shortcode", "a.png", "A"),
        ("jinja", '```\n{{ img(src="a.png") }}\n```', "zola-shortcode", "a.png", None),
        ("liquid", '{% include figure image_path="/a.png" alt="A" %}', "liquid-include", "/a.png", "A"),
        ("liquid", "{% include image.html url='/a.png' %}", "liquid-include", "/a.png", None),
    ],
)
def test_picture(language: str, text: str, kind: str, url: str, alt: str | None) -> None:
    body = body_of(f"x\n\n{text}\n", language)
    assert pictures(body) == [(kind, url)]
    assert body.images[0].alt == alt
    assert not body.images[0].is_dynamic


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("hexo", "```\n{% img /a.png %}\n```"),
        ("hexo", "`{% img /a.png %}`"),
        ("hexo", "<!-- {% img /a.png %} -->"),
        ("hexo", "    {% img /a.png %}"),
        ("hexo", "~~~\n{% img /a.png %}"),
        ("hexo", "{% codeblock %}\n{% img /a.png %}\n{% endcodeblock %}"),
        ("hexo", "{% note a.png %}"),
        ("hugo", '{{</* figure src="a.png" */>}}'),
        ("hugo", '<!-- {{< figure src="a.png" >}} -->'),
        ("hugo", '{{< video src="a.mp4" >}}'),
        ("hugo", '{{< card link="a.png" >}}'),
        ("jinja", '{{/* figure(src="a.png") */}}'),
        ("jinja", '{{ video(src="a.mp4") }}'),
        ("jinja", "{{ page.image }}"),
        ("liquid", "{% raw %}{% include figure image_path='a.png' %}{% endraw %}"),
        ("liquid", "{% include header.html url='a' %}"),
        ("hugo", "{% img /a.png %}"),
        ("none", "{% img /a.png %}"),
    ],
)
def test_no_picture(language: str, text: str) -> None:
    assert pictures(body_of(text, language)) == []


def test_variables_are_dynamic() -> None:
    (image,) = body_of("{% include figure image_path=page.cover %}", "liquid").images
    assert image.is_dynamic


def test_lazy_attributes_of_kramdown() -> None:
    body = body_of('![A](a.png){: data-echo="b.png"}\n', "liquid")
    assert pictures(body) == [("markdown", "a.png"), ("html-lazy", "b.png")]


def test_markdown_beside_tags() -> None:
    body = body_of("![a]({{ site.url }}/b.png) [c]({% link d.md %})\n", "liquid")
    assert pictures(body) == [("markdown", "{{ site.url }}/b.png")]
    assert body.images[0].is_dynamic
    assert targets(body) == [("markdown", "{% link d.md %}"), ("template", "d.md")]
    assert [link.is_dynamic for link in body.links] == [True, False]


def test_a_tag_at_the_start_stops_markdown_in_hexo() -> None:
    assert pictures(body_of("{% img /a.png %} ![b](c.png)", "hexo")) == [("hexo-tag", "/a.png")]
    assert pictures(body_of("x {% img /a.png %} ![b](c.png)", "hexo")) == [
        ("hexo-tag", "/a.png"),
        ("markdown", "c.png"),
    ]


def test_links() -> None:
    body = body_of("{% link a b https://c.d/e true %} {% post_link f g %}", "hexo")
    assert targets(body) == [("template", "https://c.d/e"), ("template", "f")]
    assert body.links[0].text == "a b"
    assert targets(body_of('[a]({{< ref "b.md" >}})', "hugo")) == [
        ("markdown", '{{< ref "b.md" >}}'),
        ("template", "b.md"),
    ]


def test_wikilinks() -> None:
    body = body_of("![[a b.png|300]] ![[公式]] `![[c.png]]`\n")
    assert pictures(body) == [("wikilink", "a b.png")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("hugo", '{{< gal "a.png" b.jpg >}}', ["a.png", "b.jpg"]),
        ("hugo", '{{< compare before="a.png" after="/b.png" >}}', ["a.png", "/b.png"]),
        ("hugo", '{{< button href="a.png" >}}', []),
        ("hugo", '{{< note "see a.png" >}}', []),
        ("liquid", '{% include card.html top="/a.png" text="see b.png" %}', ["/a.png"]),
        ("liquid", "{% include a.png %}", []),
        ("liquid", '{% mytag "a.png" %}', []),
    ],
)
def test_arguments_that_name_a_picture(language: str, text: str, expected: list[str]) -> None:
    assert [url for _, url in pictures(body_of(text + "\n", language))] == expected
