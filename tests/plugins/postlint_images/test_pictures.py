"""One finding for each picture and cause, whatever else stands in its element or URL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from postlint.rulekit.examples import Valid
from postlint.rulekit.rule import NetworkRule
from postlint.testing import run_rule
from postlint_images.rules.catalogue import RULES

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40) + b"IEND\xaeB`\x82"
PROXY = "https://wsrv.nl/?url=https%3A%2F%2Fa.test%2Fx.png"


def findings(post: str, **given: Any) -> list[tuple[str, str]]:
    """Return code and reported text of all findings but those about alternative texts and about answers."""
    found = []
    for rule in RULES:
        if rule.code not in ("IMG009", "IMG010", "IMG011") and not rule.preview and not issubclass(rule, NetworkRule):
            ran = run_rule(rule, Valid(post=post, **given))
            found += [(diagnostic.code, diagnostic.span.of(ran.text)) for diagnostic in ran.diagnostics]
    return found


def test_sizes_of_a_proxied_picture_are_one_finding() -> None:
    post = f'<img src="{PROXY}&w=3" srcset="{PROXY}&w=3 1x, {PROXY}&w=6 2x" alt="">\n'
    assert findings(post) == [("IMG003", f"{PROXY}&w=3")]


def test_lazy_attributes_of_one_picture_are_one_finding() -> None:
    post = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="http://a.test/1.png" data-original="http://a.test/1.png">\n'
    assert findings(post) == [("IMG006", "http://a.test/1.png")]


def test_only_elements_of_html_show_the_address_as_it_is_written_in_docusaurus() -> None:
    site = {"docusaurus.config.js": b"module.exports = {};", "package.json": b'{"dependencies": {"@docusaurus/core": "3.10.2"}}'}
    given: dict[str, Any] = {"path": "docs/a.mdx", "generator": "docusaurus", "site": site}
    assert findings('Text.\n\n<img src="no.png" alt="" />\n', **given) == [("IMG001", "no.png")]
    assert findings('Text.\n\n<Figure src="no.png" alt="" />\n', **given) == []


def test_a_definition_that_two_images_use_is_one_finding() -> None:
    post = "![a][x] ![b][x]\n\n[x]: http://a.test/1.png\n"
    assert findings(post) == [("IMG006", "http://a.test/1.png")]


def test_images_of_a_front_matter_list_are_findings_each() -> None:
    post = "---\ntitle: x\nimages:\n  - http://a.test/1.png\n  - http://a.test/2.png\n---\nx\n"
    assert findings(post, generator="hexo") == [("IMG006", "http://a.test/1.png"), ("IMG006", "http://a.test/2.png")]


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://x.bkt.clouddn.com/a.png", "IMG005"),
        ("http://github.com/u/r/blob/m/a.png", "IMG008"),
        ("http://192.168.0.1/a.png", "IMG014"),
        ("http://pixel.wp.com/g.gif?x=1", "IMG018"),
        ("http://i0.wp.com/a.test/a.png", "IMG003"),
        ("http://timgsa.baidu.com/timg?src=http%3A%2F%2Fa.test%2Fa.png", "IMG003"),
        ("http://scontent.xx.fbcdn.net/a.jpg?oh=1&oe=59E87E32", "IMG007"),
        ("http://cdn.discordapp.com/attachments/1/2/a.png", "IMG007"),
        ("http://a.test:99999/a.png", "IMG012"),
        ("https://pic2.zhimg.com/v2-1\\_b.jpg", "IMG012"),
    ],
)
def test_one_cause_explains_the_address(url: str, code: str) -> None:
    assert findings(f'<img src="{url}" alt="">\n') == [(code, url)]


def test_a_refused_picture_over_http_has_two_causes() -> None:
    url = "http://ww1.sinaimg.cn/a.jpg"
    assert findings(f"![a]({url})\n") == [("IMG004", url), ("IMG006", url)]


def test_a_referrer_meta_of_the_post_counts_for_its_images() -> None:
    post = '<meta name="referrer" content="no-referrer">\n\n![a](https://ww1.sinaimg.cn/a.jpg)\n'
    assert findings(post) == []


@pytest.mark.parametrize("path", ["C:\\x.png", "file:///x.png", "\\\\\\\\host\\share\\a.png"])
def test_paths_of_one_machine_in_markdown(path: str) -> None:
    assert [code for code, _ in findings(f"![a]({path})\n")] == ["IMG013"]


@pytest.mark.parametrize(
    "url", ["https://a.test", "https://a.test?x=1", "HTTPS://A.TEST/x.png", "https://a.test/x.png#y?z"]
)
def test_unusual_addresses_are_remote_all_the_same(url: str) -> None:
    assert findings(f"![a]({url})\n") == []


def test_a_path_that_begins_like_a_scheme_is_local() -> None:
    assert findings("![a](http.a.test/x.png)\n") == [("IMG001", "http.a.test/x.png")]


def test_code_holds_no_pictures() -> None:
    assert findings("```\n![](http://a.test/x.png)\n```\n\n`![](http://a.test/x.png)`\n") == []


def test_the_own_host_is_a_local_place() -> None:
    site: Mapping[str, bytes | str] = {
        "hugo.toml": 'baseURL = "https://blog.test/"\n',
        "static/img/a.png": PNG,
        "static/img/empty.png": b"",
    }
    given = {"generator": "hugo", "site": site}
    assert findings("---\ntitle: x\n---\n![a](https://blog.test/img/a.png)\n", **given) == []
    url = "https://blog.test/img/b.png"
    assert findings(f"---\ntitle: x\n---\n![a]({url})\n", **given) == [("IMG001", url)]
    url = "https://blog.test/img/empty.png"
    assert findings(f"---\ntitle: x\n---\n![a]({url})\n", **given) == [("IMG020", url)]
    url = "https://blog.test/img/A.png"
    assert findings(f"---\ntitle: x\n---\n![a]({url})\n", **given) == [("IMG002", url)]


def test_a_theme_that_cannot_be_seen_may_bring_the_file() -> None:
    rule = next(rule for rule in RULES if rule.code == "IMG001")
    post = "---\ntitle: x\n---\n![a](/images/a.png)\n"
    site: dict[str, bytes | str] = {"_config.yml": "title: x\ntheme: next\n", "source/images/b.png": PNG}
    ran = run_rule(rule, Valid(post=post, generator="hexo", site=site))
    assert [diagnostic.severity.value for diagnostic in ran.diagnostics] == ["info"]
    site["themes/next/_config.yml"] = "menu: {}\n"
    ran = run_rule(rule, Valid(post=post, generator="hexo", site=site))
    assert [diagnostic.severity.value for diagnostic in ran.diagnostics] == ["error"]


def test_a_site_on_plain_http_makes_it_an_info() -> None:
    rule = next(rule for rule in RULES if rule.code == "IMG006")
    post = "---\ntitle: x\n---\n![a](http://a.test/a.png)\n"
    for url, severity in (
        ("http://blog.test", "info"),
        ("http://example.com", "warning"),
        ("https://blog.test", "warning"),
    ):
        ran = run_rule(rule, Valid(post=post, generator="hexo", site={"_config.yml": f"title: x\nurl: {url}\n"}))
        assert [diagnostic.severity.value for diagnostic in ran.diagnostics] == [severity]


def test_an_empty_address_is_not_blamed_for_its_alternative_text() -> None:
    rule = next(rule for rule in RULES if rule.code == "IMG009")
    assert run_rule(rule, Valid(post="![]()\n")).diagnostics == ()
    ran = run_rule(rule, Valid(post="![](data:image/gif;base64,R0lGODlhAQABAAAAACw=)\n"))
    assert [diagnostic.message for diagnostic in ran.diagnostics] == ["embedded image has no alternative text"]
    ran = run_rule(rule, Valid(post="![][x]\n\n[x]: https://a.test/a.png\n"))
    assert ran.reports == ("![][x]",)
