"""ATT015 foreign-self-link."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid
from postlint_attribution.addresses import host_of
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions


class ForeignSelfLink(PostRule[Options]):
    """The post gives an address of another site as its own.

    "本文链接" was copied along with the text: it tells readers and search engines that the post lives
    elsewhere, without saying that it was taken from there.

    Limits: reported where the site's own address is known from its config, or where the host is a blog
    platform.
    """

    code = "ATT015"
    name = "foreign-self-link"
    severity = Severity.WARNING
    about = Attributions
    topics = ("self-link",)
    valid = (
        Valid(
            post="---\ntitle: 山路\n---\n本文链接：https://site.test/a.html\n",
            generator="hexo",
            path="source/_posts/a.md",
            site={
                "_config.yml": "title: 站\nurl: https://site.test\n",
                "package.json": '{"dependencies":{"hexo":"^7.0.0"}}',
            },
        ),
        Valid(post="本文链接：https://site.test/a.html\n", why="nothing says that this is another site"),
    )
    invalid = (
        Invalid(
            post="正文。\n\n本文链接：https://www.jianshu.com/p/1234\n",
            reports=("https://www.jianshu.com/p/1234",),
            message="the post's own address is given as jianshu.com",
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at statements of the post's own address."""
        found = judged(post)
        if found is None:
            return
        for statement in found.attributions.of_kind("self-link"):
            if statement.url and found.is_elsewhere(statement.url):
                yield Report(
                    statement.url_span or statement.span,
                    f"the post's own address is given as {host_of(statement.url)}",
                    hint="name it as the source, or give this site's address",
                    data={"url": statement.url},
                )
