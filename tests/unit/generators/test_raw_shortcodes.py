"""Pictures between the tags of a Hugo shortcode that prints them as text."""

from __future__ import annotations

import pytest

from postlint.body.references import ImageRef
from postlint.body.url import Url
from postlint.generators.facts import SiteFacts
from postlint.generators.generator import PostFile
from postlint.generators.hugo.assets import resolve_image
from postlint.source.source import Source
from postlint.values.span import Span
from tests.unit.generators.site_on_paper import PaperFiles


@pytest.mark.parametrize(
    ("template", "text", "status"),
    [
        ("<div>{{ .Inner }}</div>", "{{< box >}}\n\n![a](/b.png)\n\n{{< /box >}}", "dynamic"),
        ("<div>{{ .Inner | markdownify }}</div>", "{{< box >}}\n![a](/b.png)\n{{< /box >}}", "local-missing"),
        ("<div>{{ .Inner }}</div>", "{{% box %}}\n![a](/b.png)\n{{% /box %}}", "dynamic"),
        ("<div>{{ .Inner }}</div>", "{{% box %}}![a](/b.png){{% /box %}}", "dynamic"),
        ("<div>{{ .Inner }}</div>", "{{% box %}}\n\n![a](/b.png)\n\n{{% /box %}}", "local-missing"),
        ("<div>\n{{ .Inner }}\n</div>", "{{% box %}}\n![a](/b.png)\n{{% /box %}}", "local-missing"),
        ("<pre>\n{{ .Inner }}\n</pre>", "{{% box %}}\n\n![a](/b.png)\n{{% /box %}}", "dynamic"),
        ("<div>\n\n{{ .Inner }}", "{{% box %}}\n![a](/b.png)\n{{% /box %}}", "local-missing"),
        ("{{ .Inner }}", "{{% box %}}\n![a](/b.png)\n{{% /box %}}", "local-missing"),
        ("<div>{{ .Inner }}</div>", '{{% box class="x" %}}\n![a](/b.png)\n{{% /box %}}', "dynamic"),
        ("<div>{{ .Inner }}</div>", "{{% other %}}\n![a](/b.png)\n{{% /box %}}", "local-missing"),
    ],
)
def test_what_stands_between_the_tags(template: str, text: str, status: str) -> None:
    at = text.index("![a](/b.png)")
    image = ImageRef("markdown", Url("/b.png", Span(at + 5, at + 11)), Span(at, at + 12))
    files = PaperFiles([], {"layouts/shortcodes/box.html": template.encode()})
    file = PostFile("content/posts/a.md", Source.from_text(text + "\n"))
    assert resolve_image(image, file, SiteFacts("hugo", "/site"), files).status == status
