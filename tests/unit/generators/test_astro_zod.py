"""Schemas of Astro's content config, read without running it."""

from __future__ import annotations

import time

from postlint.generators.astro.field import Field
from postlint.generators.astro.schema import find_schema
from postlint.generators.astro.zod import read_patterns, read_schemas, unread_collections
from postlint.generators.astro.zod_field import read_field
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
        "tags": Field("array", is_optional=True, item=Field("string")),
        "draft": Field("boolean", is_optional=True),
        "order": Field("number", is_nullable=True),
        "when": Field("any"),
        "kind": Field("enum", choices=("a", "b")),
    }


def test_expressions() -> None:
    text, number = Field("string"), Field("number")
    assert read_field("z.optional(z.string())") == Field("string", is_optional=True)
    assert read_field("z.nullable( z.number() )") == Field("number", is_nullable=True)
    assert read_field("z.array(z.number().optional())") == Field("array", item=Field("number", is_optional=True))
    assert read_field("z.string().array()") == Field("array")
    assert read_field("z.literal('post')") == Field("enum", choices=("post",))
    assert read_field('z.enum(["a", "b", ] as const)') == Field("enum", choices=("a", "b"))
    assert read_field("z.enum(KINDS)") == Field("any")
    assert read_field("titleField") == Field("any", is_optional=True, is_nullable=True)
    assert read_field("z.object({ a: z.string().optional() })") == Field("any")
    assert read_field("z.string().catch('x')") == Field("any", is_optional=True, is_nullable=True)
    assert read_field("z.coerce.number()") == Field("any", is_nullable=True)
    assert (read_field("z.string().refine((x) => x.length(1) > 2)"), read_field("z\n  .int()")) == (text, number)


def test_what_is_code_is_named() -> None:
    assert unread_collections(CONFIG) == ("odd",)
    reworked = "const a = defineCollection({ schema: z.object({ b: z.string() }).partial() })"
    assert unread_collections(reworked) == ("a",)
    inline = "export const collections = { a: defineCollection({ schema: z.object({ b: z.string() }).strict() }) }"
    assert set(read_schemas(inline)) == {"src/content/a"}


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
        read_field(text)
    read_field("z.array(" * 30_000)
    read_field("z.enum([" + "'a'," * 60_000)
    assert time.process_time() - started < 3.0


def test_folders_with_a_name() -> None:
    text = """
export const POSTS = "src/data/blog";
const NOTES: string = './src/data/notes';
const blog = defineCollection({
  loader: glob({ pattern: '**/*.md', base: `./${POSTS}` }), schema: z.object({ title: z.string() }) });
const notes = defineCollection({ loader: glob({ base: NOTES, pattern: '**/*.md' }), schema: z.object({ at: z.date() }) });
const other = defineCollection({ loader: glob({ base: `./${elsewhere}`, pattern: '**/*.md' }), schema: z.object({}) });
export const collections = { blog, notes, other };
"""
    found = read_schemas(text)
    assert dict(found["src/data/blog"].fields) == {"title": Field("string")}
    assert dict(found["src/data/notes"].fields) == {"at": Field("date")}
    assert read_patterns(text)[0] == ("src/data/blog", ("**/*.md",))
