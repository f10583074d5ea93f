"""What shortcodes of a Hugo site make of a picture."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.generators.site_on_paper import resolve

POST = "content/posts/a.md"
BUNDLE = "content/posts/a/index.md"
BELOW = '<img src="{{ .Get "src" | relURL }}" alt="{{ .Get "alt" }}">'
AS_WRITTEN = "<img src='{{ .Get `src` }}'>"
IN_FOLDER = '<img src="/img/{{ .Get 0 }}">'
CALLED = '<img src="{{ relURL (.Get 0) }}">'
EITHER = '{{- $src := .Get "src" | default (.Get 0) -}}\n<a><img src="{{ $src | absURL }}"></a>'
OR = '{{ $src := or (.Get "src") (.Get 0) }}<img src="{{ $src }}">'
WITH = '{{ with .Get "src" }}<img src="{{ . | safeURL }}">{{ end }}'
OF_PAGE = '{{ with .Page.Resources.GetMatch (.Get "src") }}<img src="{{ .RelPermalink }}">{{ end }}'
OF_ASSETS = '{{ $i := resources.Get (.Get 0) }}{{ $s := $i.Resize "9x" }}<img src="{{ $s.RelPermalink }}">'
LAST = '{{ with .Page.Resources.Get (.Get 0) }}<img src="{{ .Permalink }}">{{ else }}<img src="{{ $.Get 0 }}">{{ end }}'
CSS = """<b style="background: url('{{ .Get 0 | relURL }}')"></b>"""
OPAQUE = '<img src="{{ .Site.Params.cdn }}{{ .Get 0 }}">'
PARTIAL = '{{ partial "img.html" (dict "src" (.Get 0)) }}'


@pytest.mark.parametrize(
    ("template", "arguments", "url", "status"),
    [
        (BELOW, 'src="img/a.png"', "img/a.png", "local-ok"),
        (BELOW, 'src="/img/a.png"', "/img/a.png", "local-missing"),
        (BELOW, 'src="img/no.png" alt="img/a.png"', "img/no.png", "local-missing"),
        (AS_WRITTEN, 'src="/blog/img/a.png"', "/blog/img/a.png", "local-ok"),
        (AS_WRITTEN, 'src="/img/a.png"', "/img/a.png", "local-missing"),
        (IN_FOLDER, "a.png", "a.png", "local-missing"),
        (CALLED, '"img/a.png" "x"', "img/a.png", "local-ok"),
        (CALLED, '"img/no.png"', "img/no.png", "local-missing"),
        (EITHER, '"img/a.png"', "img/a.png", "local-ok"),
        (EITHER, 'src="img/no.png"', "img/no.png", "local-missing"),
        (OR, '"/blog/img/a.png"', "/blog/img/a.png", "local-ok"),
        (WITH, 'src="/blog/img/no.png"', "/blog/img/no.png", "local-missing"),
        (CSS, '"img/a.png"', "img/a.png", "local-ok"),
        (CSS, '"img/no.png"', "img/no.png", "local-missing"),
        (OF_ASSETS, '"art/b.png"', "art/b.png", "local-ok"),
        (OF_ASSETS, '"art/no.png"', "art/no.png", "local-missing"),
        (LAST, '"/blog/img/a.png"', "/blog/img/a.png", "local-ok"),
        (LAST, '"img/no.png"', "img/no.png", "local-missing"),
        (OPAQUE, '"/img/no.png"', "/img/no.png", "dynamic"),
        (PARTIAL, '"/img/no.png"', "/img/no.png", "dynamic"),
        (" " * 9000 + BELOW, 'src="img/no.png"', "img/no.png", "dynamic"),
    ],
)
def test_a_shortcode_of_the_site(template: str, arguments: str, url: str, status: str) -> None:
    contents = {"layouts/shortcodes/pic.html": template.encode()}
    options: dict[str, Any] = {"post": POST, "kind": "hugo-shortcode", "name": "src", "whole": True}
    disk = ["static/img/a.png", "assets/art/b.png"]
    text = f"{{{{< pic {arguments} >}}}}"
    base = "https://a.example/blog/"
    assert resolve("hugo", url, disk, contents=contents, text=text, baseURL=base, **options).status == status


@pytest.mark.parametrize(("name", "status"), [("b.png", "local-ok"), ("no.png", "local-missing")])
def test_a_resource_of_the_page(name: str, status: str) -> None:
    contents = {"layouts/_shortcodes/pic.html": OF_PAGE.encode()}
    options: dict[str, Any] = {"post": BUNDLE, "kind": "hugo-shortcode", "name": "src", "whole": True}
    text = f'{{{{< pic src="{name}" >}}}}'
    assert resolve("hugo", name, ["content/posts/a/b.png"], contents=contents, text=text, **options).status == status
