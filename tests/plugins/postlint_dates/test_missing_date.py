from __future__ import annotations

from postlint import Invalid
from postlint.testing.examples import run_rule
from postlint_dates.rules.missing_date import MissingDate

_CONFIG = """
const blog = defineCollection({ type: 'content', schema: z.object({ title: z.string(), pubDate: z.date() }) });
export const collections = { blog };
"""


def test_the_key_that_a_schema_asks_for_is_named() -> None:
    example = Invalid(
        post="---\ntitle: A\n---\nText.\n",
        generator="astro",
        path="src/content/blog/a.md",
        reports=("---",),
        site={"src/content/config.ts": _CONFIG, "astro.config.mjs": ""},
    )
    (found,) = run_rule(MissingDate, example).diagnostics
    assert found.data["key"] == "pubDate"
