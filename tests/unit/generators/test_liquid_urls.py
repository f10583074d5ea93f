"""What Liquid prints for a picture's address, in the post and in an include."""

from __future__ import annotations

from typing import Any

import pytest

from postlint.body.references import ImageRef
from postlint.body.url import Url
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile
from postlint.generators.jekyll.assets import resolve_image
from postlint.generators.jekyll.liquid_url import LiquidUrls
from postlint.source.source import Source
from postlint.values.span import Span
from tests.unit.generators.site_on_paper import PaperFiles, resolve

POST = "_posts/2024-05-01-a.md"
PLAIN = b'<img src="{{ include.src }}" alt="{{ include.alt }}">'
BASED = b'<figure><img src="{{ include.src | relative_url }}"></figure>'
EITHER = (
    b'{% if include.src contains "://" %}<img src="{{ include.src }}">{% else %}'
    b"<img src='{{ site.baseurl }}{{ include.src }}'>{% endif %}"
)
ASSIGNED = b'{% assign url = include.src | prepend: "/img/" | relative_url %}<img src="{{ url }}">'
CSS = b'<p style="background: url({{ site.baseurl }}{{ include.src }})"></p>'
CUSTOM = b'<img src="{{ include.src | fingerprint }}">'


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ('{{ "/a.png" | relative_url }}', "/blog/a.png"),
        ("{{ 'a.png' | absolute_url }}?v=1", "/blog/a.png?v=1"),
        ("{{ site.url }}/a.png", "/a.png"),
        ("{{ site.url }}{{ site.baseurl }}/a.png", "/blog/a.png"),
        ('{{ "/img/" | append: "a.png" | prepend: site.baseurl }}', "/blog/img/a.png"),
        ("{% link img/a.png %}", "/blog/img/a.png"),
        ("{{ site.baseurl }}{% link img/a.png %}", "/blog/blog/img/a.png"),
        ("{{ folder }}/a.png", "/img/a.png"),
        ("{{ page.cover | relative_url }}", "/blog/c.png"),
        ("{{ unknown }}/a.png", None),
        ('{{ "/a.png" | fingerprint }}', None),
        ('{{ "/a.png" | append: unknown }}', None),
        ("{{ 'a.png' | relative_url", None),
    ],
)
def test_evaluation(text: str, url: str | None) -> None:
    urls = LiquidUrls("blog", link_has_base=True, values={"page.cover": "c.png"})
    assert urls.assigned('{% assign folder = "/img" %}').evaluate(text) == url


def test_a_variable_that_is_assigned_twice_is_not_known() -> None:
    urls = LiquidUrls("", link_has_base=True)
    assert urls.assigned('{% assign a = "/b" %}{% assign a = "/c" %}').evaluate("{{ a }}/d.png") is None
    assert urls.assigned('{% assign a = "/b" %}{% assign c = a | append: "/d" %}').evaluate("{{ c }}") == "/b/d"
    assert urls.assigned("{% capture a %}/b{% endcapture %}").evaluate("{{ a }}") is None


@pytest.mark.parametrize(
    ("template", "src", "status"),
    [
        (PLAIN, "/blog/img/a.png", "local-ok"),
        (PLAIN, "/img/a.png", "local-missing"),
        (BASED, "/img/a.png", "local-ok"),
        (BASED, "/img/no.png", "local-missing"),
        (EITHER, "/img/a.png", "local-ok"),
        (EITHER, "/img/no.png", "local-missing"),
        (ASSIGNED, "a.png", "local-ok"),
        (ASSIGNED, "no.png", "local-missing"),
        (CSS, "/img/a.png", "local-ok"),
        (CSS, "/img/no.png", "local-missing"),
        (CUSTOM, "/img/no.png", "dynamic"),
        (b"<p>{{ include.alt }}</p>", "/img/no.png", "dynamic"),
        (b" " * 9000 + PLAIN, "/img/no.png", "dynamic"),
    ],
)
def test_an_include_of_the_site(template: bytes, src: str, status: str) -> None:
    tag = f"{{% include figure.html src='{src}' alt=\"x\" %}}"
    options: dict[str, Any] = {"post": POST, "kind": "liquid-include", "name": "src", "text": tag, "whole": True}
    contents = {"_includes/figure.html": template}
    assert resolve("jekyll", src, ["img/a.png"], contents=contents, baseurl="/blog", **options).status == status


def test_an_include_beside_the_post() -> None:
    tag = '{% include_relative parts/figure.html src="/img/no.png" %}'
    contents = {"_posts/parts/figure.html": BASED}
    options: dict[str, Any] = {"post": POST, "kind": "liquid-include", "name": "src", "text": tag, "whole": True}
    assert resolve("jekyll", "/img/no.png", [], contents=contents, **options).status == "local-missing"


def test_only_jekyll_4_puts_the_baseurl_before_a_link() -> None:
    options: dict[str, Any] = {"post": POST, "baseurl": "/blog"}
    disk = ["img/a.png"]
    assert resolve("jekyll", "{% link img/a.png %}", disk, version=(3, 9), **options).status == "local-missing"
    doubled = "{{ site.baseurl }}{% link img/a.png %}"
    assert resolve("jekyll", doubled, disk, version=(3, 9), **options).status == "local-ok"
    assert resolve("jekyll", doubled, disk, version=(4, 3), **options).status == "local-missing"


@pytest.mark.parametrize(("path", "status"), [("/img/a.png", "local-ok"), ("/img/no.png", "local-missing")])
def test_a_variable_that_is_handed_to_an_include(path: str, status: str) -> None:
    text = f'{{% assign map = "{path}" %}}\n'
    tag = "{% include figure.html src=map %}"
    span = Span(len(text), len(text) + len(tag))
    image = ImageRef("liquid-include", Url("map", span), span, name="src", is_dynamic=True)
    files = PaperFiles(["img/a.png"], {"_includes/figure.html": BASED})
    facts = SiteFacts("jekyll", "/site", config={"baseurl": "/blog"})
    assert resolve_image(image, PostFile(POST, Source.from_text(text + tag)), facts, files).status == status
