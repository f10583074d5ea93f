"""Which files of its folder an Astro collection takes."""

from __future__ import annotations

import pytest

from postlint.generators.astro.entries import is_entry
from postlint.generators.astro.zod import read_patterns
from postlint.generators.facts import SiteFacts

FILES = ("a.md", "_b.md", "README.md", "x/c.mdx", "x/_d.md", "_y/e.md", "g.markdown", "en/index.md", "z/z/z.md")


def _taken(definition: str) -> list[str]:
    text = f"const blog = defineCollection({{ {definition} }});\nexport const collections = {{ blog }};\n"
    facts = SiteFacts(generator="astro", files={"src/content.config.ts": text})
    return [name for name in FILES if is_entry(f"src/content/blog/{name}", facts)]


# as tinyglobby 0.2, which Astro's `glob` loader calls, answers
@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        ("'**/*.md'", {"x/c.mdx", "g.markdown"}),
        ("'**/[^_]*.md'", {"_b.md", "x/c.mdx", "x/_d.md", "g.markdown"}),
        ("'**/[^_]*.{md,mdx}'", {"_b.md", "x/_d.md", "g.markdown"}),
        ("['**/*.{md,mdx}', '!**/README.md']", {"README.md", "g.markdown"}),
        ("['**/*.md', '!**/_*/**', '!**/_*.md']", {"_b.md", "x/c.mdx", "x/_d.md", "_y/e.md", "g.markdown"}),
        ('"*.md"', set(FILES) - {"a.md", "_b.md", "README.md"}),
        ("`**/*.(md|mdx)`", {"g.markdown"}),
        ("'./**/*.@(md|mdx|markdown)'", set()),
        ("'en/**/*.md'", set(FILES) - {"en/index.md"}),
        ("'**/*'", set()),
        # of a kind that is not read
        ("'**/!(README).md'", set()),
        ("patterns", set()),
        ("['**/*.md', ...more]", set()),
    ],
)
def test_a_loader_takes_what_its_globs_say(pattern: str, left_out: set[str]) -> None:
    loader = f"loader: glob({{ pattern: {pattern}, base: './src/content/blog' }}), schema: z.object({{}})"
    assert set(FILES) - set(_taken(loader)) == left_out


def test_the_case_of_an_extension_is_left_to_the_outcome() -> None:
    loader = "loader: glob({ pattern: '**/*.md', base: './src/content/blog' })"
    text = f"const blog = defineCollection({{ {loader} }});\nexport const collections = {{ blog }};\n"
    facts = SiteFacts(generator="astro", files={"src/content.config.ts": text})
    assert is_entry("src/content/blog/a.MD", facts)


def test_without_a_loader_underscores_hide() -> None:
    assert set(FILES) - set(_taken("type: 'content', schema: z.object({})")) == {"_b.md", "x/_d.md", "_y/e.md"}


@pytest.mark.parametrize("loader", ["loader: file('a.json')", "loader: docsLoader()", "loader"])
def test_other_loaders_are_not_read(loader: str) -> None:
    assert _taken(f"{loader}, schema: z.object({{}})") == list(FILES)


def test_what_is_in_no_collection_is_not_judged() -> None:
    assert is_entry("src/content/notes/_a.md", SiteFacts(generator="astro", files={}))
    assert read_patterns("") == ()
