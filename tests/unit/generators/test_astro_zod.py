"""Schemas of Astro's content config, read without running it."""

from __future__ import annotations

import time

from postlint.generators.astro.field import Field
from postlint.generators.astro.schema import find_schema
from postlint.generators.astro.zod import read_schemas
from postlint.generators.facts import SiteFacts

CONFIG = """
import { defineCollection, z } from 'astro:content';
import { glob } from 'astro/loaders';
// const old = defineCollection({ schema: z.object({ nope: z.string() }) });
const shared = z.object({ name: z.string().min(1, "a, b"), born: z.date() });
const blog = defineCollection({
  loader: glob({ base: './src/posts', pattern: '**/*.{md,mdx}' }),
  schema: ({ image }) => z.object({
    title: z.string().max(70),
    "sub-title": z.string().optional(), /* , x: z.string() */
    pubDate: z.coerce.date(),
    updatedDate: z.coerce.date().optional(),
    heroImage: image().optional(),
    tags: z.array(z.string()).default([]),
    draft: z.boolean().default(false),
    order: z.number().nullable(),
    when: z.string().or(z.date()).transform((val) => new Date(val)),
    kind: z.enum(['a', 'b']),
  }),
});
const people = defineCollection({ type: 'content', schema: shared });
const odd = defineCollection({ schema: z.object({ ...base, a: z.string() }) });
export const collections = { blog, 'team': people, odd };
"""


def test_fields() -> None:
    assert dict(read_schemas(CONFIG)["src/posts"].fields) == {
        "title": Field("string"),
        "sub-title": Field("string", is_optional=True),
        "pubDate": Field("coerce-date"),
        "updatedDate": Field("coerce-date", is_optional=True),
        "heroImage": Field("any", is_optional=True),
        "tags": Field("array", is_optional=True),
        "draft": Field("boolean", is_optional=True),
        "order": Field("number", is_nullable=True),
        "when": Field("any"),
        "kind": Field("any"),
    }


def test_folders_and_shared_schemas() -> None:
    found = read_schemas(CONFIG)
    assert set(found) == {"src/posts", "src/content/team"}
    assert dict(found["src/content/team"].fields) == {"name": Field("string"), "born": Field("date")}


def test_the_schema_of_a_file() -> None:
    facts = SiteFacts("astro", files={"src/content.config.ts": CONFIG})
    assert find_schema("src/posts/a.md", facts).date_keys == ("pubDate", "updatedDate")
    assert find_schema("src/content/team/a.md", facts).date_keys == ("born",)
    assert find_schema("src/content/odd/a.md", facts).date_keys == ("date",)
    assert find_schema("src/posts/a.md", SiteFacts("astro")).date_keys == ("date",)


def test_hostile_texts_take_linear_time() -> None:
    started = time.process_time()
    for text in (
        "const a = defineCollection(" * 8000,
        "z.object({" * 20_000,
        "schema:(" * 30_000,
        "'" * 250_000,
        "/*" * 99_999,
    ):
        read_schemas(text)
    assert time.process_time() - started < 3.0
