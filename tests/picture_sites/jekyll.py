"""Sites of Jekyll: baseurl, permalinks, collections, Liquid, kramdown."""

from __future__ import annotations

from tests.picture_sites.constructs import HTML, MARKDOWN, NO_PICTURES
from tests.picture_sites.model import (
    CASE,
    DEFECT,
    INVALID,
    MISSING,
    NOWHERE,
    OK,
    OUTSIDE,
    REMOTE,
    UNPUBLISHED,
    Construct,
    Place,
    SiteOfCases,
    cross,
)

_POST = "_posts/2021-10-10-{name}.md"
_FRONT = "title: {name}\nlayout: post\n"
_INCLUDE = '<img src="{{ include.src | default: include.url | relative_url }}" alt="{{ include.alt }}">\n'


def _config(*lines: str) -> dict[str, str]:
    first = ("title: T", "url: https://site.example", *lines)
    return {"_config.yml": "\n".join(first) + "\n", "_includes/figure.html": _INCLUDE, "_includes/image.html": _INCLUDE}


_FOUND = (
    Place("rooted", "/img/PIC.png", {"img/PIC.png": None}, {"*": OK, NOWHERE: NOWHERE}),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}, frozenset({"md", "mdref", "html"})),
)
_MAIN = tuple(construct for construct in (*MARKDOWN, *HTML) if construct.name in ("inline", "reference", "img"))
# kramdown takes no tag with `src=/a.png` for one, and no fence without its end for code
_BARE = Construct("img-bare", "<img alt=map src={u} width=600>", NOWHERE)
_HTML = tuple(construct for construct in HTML if construct.name != "img-bare")
_NO_PICTURES = (*(construct for construct in NO_PICTURES if construct.name != "open-code"), _BARE)
_LIQUID = (
    Construct("relative-url", '![A map]({{ "{u}" | relative_url }})', "filter"),
    Construct("relative-url-single", '<img src="{{ \'{u}\' | relative_url }}" alt="A map">', "filter"),
    Construct("absolute-url", '![A map]({{ "{u}" | absolute_url }})', "filter"),
    Construct("prepend", '![A map]({{ "{u}" | prepend: site.baseurl }})', "filter"),
    Construct("prepend-both", '![A map]({{ "{u}" | prepend: site.baseurl | prepend: site.url }})', "filter"),
    Construct("baseurl", "![A map]({{ site.baseurl }}{u})", "filter"),
    Construct("baseurl-tight", "![A map]({{site.baseurl}}{u})", "filter"),
    Construct("url-baseurl", '<img src="{{ site.url }}{{ site.baseurl }}{u}" alt="A map">', "filter"),
    Construct("dashes", '![A map]({{- "{u}" | relative_url -}})', "filter"),
    Construct("reference-filter", '![A map][map]\n\n[map]: {{ "{u}" | relative_url }}', "filter"),
    Construct("link-tag", "![A map]({% link {u} %})", "link"),
    Construct("link-tag-html", '<img src="{% link {u} %}" alt="A map">', "link"),
    Construct("include", '{% include figure.html src="{u}" alt="A map" %}', "include"),
    Construct("include-single", "{% include image.html url='{u}' alt='A map' %}", "include"),
    Construct("include-lines", '{% include figure.html\n  src="{u}"\n  alt="A map"\n%}', "include"),
    Construct("attribute-list", '![A map]({u}){: width="300" .center}', "md"),
    Construct("attribute-list-block", "![A map]({u})\n{: .center}", "md"),
    Construct("raw", "{% raw %}\n![A map]({u})\n{% endraw %}", "md"),
    Construct("liquid-comment", "{% comment %}\n![A map]({u})\n{% endcomment %}", NOWHERE),
    Construct("liquid-comment-html", '{% comment %}<img src="{u}">{% endcomment %}', NOWHERE),
    Construct("highlight", '{% highlight html %}\n<img src="{u}">\n{% endhighlight %}', NOWHERE),
    Construct("markdown-in-div", '<div markdown="1">\n![A map]({u})\n</div>', "md"),
    Construct("after-div", "<div>x</div>\n![A map]({u})", "md"),
    Construct("after-break", "<br>\n![A map]({u})", "md"),
    Construct("after-img", '<img src="{u}" alt="A map">\n*text*', "html"),
    Construct("after-rule", "<hr/>\n![A map]({u})", "md"),
    Construct("after-script", "<script>\nlet a = 1;\n</script>\n![A map]({u})", "md"),
    Construct("after-span", "<span>x</span>\n![A map]({u})", "md"),
    Construct("after-unquoted", "<img width=50%>\n![A map]({u})", "md"),
    Construct("in-div-apart", "<div>\n\n![A map]({u})\n\n</div>", NOWHERE),
    Construct("in-details", "<details>\n<summary>x</summary>\n\n![A map]({u})\n\n</details>", NOWHERE),
    Construct("in-font", '<font color="red">![A map]({u})</font>', NOWHERE),
    Construct("in-open-p", "<p>x\n\n![A map]({u})", NOWHERE),
    Construct("in-nested", '<div>\n<div markdown="1">\n![A map]({u})\n</div>\n</div>', "md"),
    Construct("in-span-lines", "<b>\n![A map]({u})\n</b>", "md"),
    Construct("in-p-markdown", '<p markdown="1">![A map]({u})</p>', "md"),
    Construct("img-indented", '<div>\n\n    <img src="{u}" alt="A map">\n\n</div>', "html"),
    Construct("fence-open", "```\n![A map]({u})", "md"),
    Construct("kramdown-comment", "{::comment}\n![A map]({u})\n{:/comment}", NOWHERE),
    Construct("kramdown-nomarkdown-text", "{::nomarkdown}\n![A map]({u})\n{:/nomarkdown}", NOWHERE),
    Construct("kramdown-nomarkdown-short", "{::nomarkdown}\n![A map]({u})\n\n![A map]({u})\n{:/}", NOWHERE),
    Construct("after-nomarkdown", "{::nomarkdown}\n<b>x</b>\n{:/nomarkdown}\n\n![A map]({u})", "md"),
    Construct("math-block", "Text.\n\n$$\n![A map]({u})\n\n$$", NOWHERE),
    Construct("math-inline", "Text $$x![A map]({u})$$ text", NOWHERE),
    Construct("math-lines", "Text\n$$x![A map]({u})\ny$$ text", NOWHERE),
    Construct("prices", "From $5 ![A map]({u}) to $6", "md"),
    Construct("math-open", "Text\n$$ text\n\n![A map]({u})\n\nText $$ text", "md"),
    Construct("math-in-code", "Text `$$` ![A map]({u}) `$$` text", "md"),
    Construct("math-in-fence", "```\n$$\n```\n\n![A map]({u})\n\n```\n$$\n```", "md"),
    Construct("quotes-in-title", "![A map]({u} \"The \"old\" map\") and ![A map]({u} 'It's old')", "md"),
    Construct("two-titles", '![A map]({u} "The map") and ![A map]({u} "The map")', "md"),
    Construct("longer-fence", "~~~\n![A map]({u})\n~~~~\n\nText.", NOWHERE),
    Construct("defined-twice", "![A map][map]\n\n[map]: /no/where.png\n[map]: {u}", "mdref"),
    Construct("defined-in-code", "![A map][map]\n\n[map]: {u}\n\n```\n[map]: /no/where.png\n```", "mdref"),
    Construct("srcset-filter", '<img alt="A map" srcset="{{ \'{u}\' | relative_url }} 2x">', "filter"),
    Construct("style-baseurl", '<div style="background: url({{ site.baseurl }}{u})">x</div>', "filter"),
    Construct("kramdown-nomarkdown", '{::nomarkdown}\n<img src="{u}" alt="A map">\n{:/}', "html"),
)
_PLACES = (
    Place("relative", "img/PIC.png", {"img/PIC.png": None}, {"*": MISSING}),
    Place("beside", "PIC.png", {"_posts/PIC.png": None}, {"*": MISSING}),
    Place("page", "PIC.png", {"2021/10/10/PIC.png": None}, {"*": OK}),
    Place("up", "../../../img/PIC.png", {"img/PIC.png": None}, {"*": OK}),
    Place("up-too-far", "../../../../../img/PIC.png", {"img/PIC.png": None}, {"*": OK}),
    Place("underscore", "/_img/PIC.png", {"_img/PIC.png": None}, {"*": UNPUBLISHED}),
    Place("posts", "/_posts/PIC.png", {"_posts/PIC.png": None}, {"*": UNPUBLISHED}),
    Place("dot", "/.img/PIC.png", {".img/PIC.png": None}, {"*": UNPUBLISHED}),
    Place("hash", "/img/#PIC.png", {"img/#PIC.png": None}, {"*": MISSING}),
    Place("tilde", "/img/PIC.png~", {"img/PIC.png~": None}, {"*": UNPUBLISHED}),
    Place("excluded", "/drafts/PIC.png", {"drafts/PIC.png": None}, {"*": UNPUBLISHED}),
    Place("vendor", "/vendor/bundle/PIC.png", {"vendor/bundle/PIC.png": None}, {"*": UNPUBLISHED}),
    Place("included", "/_shown/PIC.png", {"_shown/PIC.png": None}, {"*": OK}),
    Place("collection", "/art/PIC.png", {"_art/PIC.png": None}, {"*": OK}),
    Place("collection-hidden", "/kept/PIC.png", {"_kept/PIC.png": None}, {"*": MISSING}),
    Place("case-name", "/img/PIC.PNG", {"img/PIC.png": None}, {"*": CASE}),
    Place("case-folder", "/IMG/PIC.png", {"img/PIC.png": None}, {"*": CASE}),
    Place("query", "/img/PIC.png?v=2", {"img/PIC.png": None}, {"*": OK}),
    Place("blank", "/img/PIC%20b.png", {"img/PIC b.png": None}, {"*": OK}),
    Place("escaped", "/img/PIC\\_b.png", {"img/PIC_b.png": None}, {"md": MISSING, "mdref": MISSING}),
    Place("raw-blank", "/img/PIC b.png", {"img/PIC b.png": None}, {"md": OK, "html": OK}),
    Place("title-in-parens", "/img/PIC.png (x)", {"img/PIC.png": None}, {"md": MISSING}),
    Place("cjk", "/图/PIC图.png", {"图/PIC图.png": None}, {"*": OK}),
    Place("cjk-encoded", "/%E5%9B%BE/PIC.png", {"图/PIC.png": None}, {"*": OK}),
    Place("remote", "https://cdn.example.net/PIC.png", {}, {"*": REMOTE}),
    Place("own-host", "https://site.example/img/PIC.png", {"img/PIC.png": None}, {"*": OK}),
    Place("file", "file:///home/me/PIC.png", {}, {"*": OUTSIDE}),
    Place("scheme", "https//cdn.example.net/PIC.png", {}, {"*": INVALID}),
    Place("html-file", "/img/PIC.png", {"img/PIC.png": b"<html><p>404"}, {"*": DEFECT}),
    Place("site-folder", "/_site/img/PIC.png", {"_site/img/PIC.png": None}, {"*": MISSING}),
    Place("parens", "/img/PIC(1).png", {"img/PIC(1).png": None}, {"*": OK}),
    Place("assets", "/assets/PIC.jpg", {"assets/PIC.jpg": None}, {"*": OK}),
    Place("two-dots", "/a/../img/PIC.png", {"img/PIC.png": None}, {"*": OK}),
)
_PLAIN_CONFIG = (
    "collections:",
    "  art:",
    "    output: true",
    "  kept:",
    "    output: false",
    "exclude: [drafts]",
    "include: [_shown]",
)
_BASE_PLACES = (
    Place("no-base", "/img/PIC.png", {"img/PIC.png": None}, {"*": MISSING, "filter": OK, "include": OK, "link": OK}),
    Place(
        "base",
        "/blog/img/PIC.png",
        {"img/PIC.png": None},
        {"*": OK, "filter": MISSING},
        frozenset({"md", "mdref", "html", "filter"}),
    ),
    Place("lost", "/img/PIC.png", {}, {"*": MISSING}, frozenset({"md", "mdref", "html", "filter"})),
    Place("base-lost", "/blog/img/PIC.png", {}, {"*": MISSING}, frozenset({"md", "mdref", "html"})),
    Place("case", "/img/PIC.png", {"img/PIC.PNG": None}, {"filter": CASE}, frozenset({"filter"})),
    Place("base-case", "/blog/img/PIC.png", {"img/PIC.PNG": None}, {"*": CASE}, frozenset({"md", "mdref", "html"})),
    Place("up", "../../../img/PIC.png", {"img/PIC.png": None}, {"*": OK}, frozenset({"md", "mdref", "html"})),
    Place(
        "up-too-far",
        "../../../../img/PIC.png",
        {"img/PIC.png": None},
        {"*": MISSING},
        frozenset({"md", "mdref", "html"}),
    ),
    Place(
        "own-host",
        "https://site.example/blog/img/PIC.png",
        {"img/PIC.png": None},
        {"*": OK},
        frozenset({"md", "mdref", "html"}),
    ),
)
_PRETTY_PLACES = (
    Place("relative", "PIC.png", {"POST/PIC.png": None}, {"*": OK}),
    Place("up", "../img/PIC.png", {"img/PIC.png": None}, {"*": OK}),
    Place("root", "img/PIC.png", {"img/PIC.png": None}, {"*": MISSING}),
    Place("rooted", "/img/PIC.png", {"img/PIC.png": None}, {"*": OK}),
)
_SOURCE_PLACES = (
    Place("in-source", "/img/PIC.png", {"src/img/PIC.png": None}, {"*": OK}),
    Place("beside-source", "/img/PIC.png", {"img/PIC.png": None}, {"*": MISSING}),
    Place("with-folder", "/src/img/PIC.png", {"src/img/PIC.png": None}, {"*": MISSING}),
)


def _name(name: str) -> str:
    return name


def _stops(group: str, verdict: str) -> bool:
    return group == "link" and verdict in (MISSING, CASE, UNPUBLISHED)


SITES = (
    SiteOfCases(
        "jekyll",
        "jekyll",
        _config(*_PLAIN_CONFIG),
        _POST,
        _FRONT,
        (
            *cross((*MARKDOWN, *_HTML, *_NO_PICTURES, *_LIQUID), _FOUND, "ja", _name, _stops),
            *cross(_MAIN, _PLACES, "jb", _name),
        ),
    ),
    SiteOfCases(
        "jekyll-base",
        "jekyll",
        _config("baseurl: /blog"),
        _POST,
        _FRONT,
        tuple(cross((*_MAIN, *_LIQUID[:15]), _BASE_PLACES, "jc", _name, _stops)),
        base="/blog/",
    ),
    SiteOfCases(
        "jekyll-pretty",
        "jekyll",
        _config("permalink: /:title/"),
        _POST,
        _FRONT,
        tuple(cross(_MAIN, _PRETTY_PLACES, "jd", _name)),
    ),
    SiteOfCases(
        "jekyll-source",
        "jekyll",
        {
            f"{'src/' if path.startswith('_includes') else ''}{path}": text
            for path, text in _config("source: src").items()
        },
        "src/" + _POST,
        _FRONT,
        tuple(cross(_MAIN, _SOURCE_PLACES, "je", _name)),
    ),
)
