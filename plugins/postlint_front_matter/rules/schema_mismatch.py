"""FM010 schema-mismatch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from postlint import (
    Entry,
    Invalid,
    Mapping,
    Options,
    Post,
    PostRule,
    Report,
    Sequence,
    Severity,
    Span,
    Valid,
    option,
)
from postlint_front_matter.json_schema import Mismatch, Step, as_json, find_mismatches
from postlint_front_matter.subjects import UnusualBlock

_SCHEMA = """{
  "type": "object",
  "required": ["title", "author"],
  "properties": {
    "title": {"type": "string", "maxLength": 20},
    "author": {"enum": ["Ann", "Ben"]},
    "tags": {"type": "array", "items": {"type": "string"}},
    "date": {"type": "string", "format": "date"}
  },
  "additionalProperties": false
}
"""
_SITE = {"post.schema.json": _SCHEMA}
_FILE = {"file": "post.schema.json"}
_ASTRO = """import { defineCollection, z } from "astro:content";
const blog = defineCollection({
  schema: z.object({ title: z.string(), kind: z.enum(["walk", "hike"]), tags: z.array(z.string()).optional() }),
});
export const collections = { blog };
"""
_ASTRO_SITE = {"src/content.config.ts": _ASTRO, "astro.config.mjs": ""}

Role = Literal["post", "draft", "page", "section"]


class SchemaMismatchOptions(Options):
    """The site's schema."""

    file: str = option(
        default="", doc="A JSON Schema of the front matter, as a path relative to the site's root; empty for none."
    )
    roles: tuple[Role, ...] = option(default=("post", "draft"), doc="Which files the schema holds for.")


class SchemaMismatch(PostRule[SchemaMismatchOptions]):
    """The front matter does not fit the site's schema.

    What lists, templates and feeds are built from is not there or is of another kind, and a page lacks it.

    `[rules.schema-mismatch]` with `file = "post.schema.json"` names a JSON Schema for all posts; with
    `[[overrides]]`, `paths = ["notes/**"]` and `rules.schema-mismatch.file = "note.schema.json"` some posts
    have another one. Every mistake is reported at its own key. A date without quotes is judged as text,
    `2021-10-10` or `2021-10-10T04:35:37Z`, so that `"format": "date"` and `"date-time"` work. Schemas may refer to
    other files of the site by relative `$ref`; nothing is fetched from the network. It needs
    `pip install 'postlint[schema]'`.

    In an Astro site the collections of `src/content.config.ts` are the schema: what zod refuses stops the
    build, so it is an error. No code is run.

    Limits: of a content config only literal `z.object({…})` are read; collections that are put together in
    code (`...shared`, `.extend()`, `.partial()`) are left alone, and `check -v` names them. Dates that cannot be
    read are reported by the date rules.
    """

    code = "FM010"
    name = "schema-mismatch"
    aliases = ("schema",)
    severity = Severity.WARNING
    about = UnusualBlock
    severities = (Severity.WARNING, Severity.ERROR)
    valid = (
        Valid(post="---\ntitle: A walk\n---\nText.\n", why="without a schema everything fits"),
        Valid(
            post="---\ntitle: A walk\nauthor: Ann\ndate: 2024-05-06\ntags: [alps]\n---\nText.\n",
            options=_FILE,
            site=_SITE,
        ),
        Valid(
            post="---\ntitle: A walk\nkind: walk\nmore: 1\n---\nText.\n",
            generator="astro",
            path="src/content/blog/a.md",
            site=_ASTRO_SITE,
            why="zod drops keys that the schema does not name",
        ),
    )
    invalid = (
        Invalid(
            post="---\ntitle: A walk\nauthor: Cid\ntags:\n- alps\n- 7\nmood: good\n---\nText.\n",
            options=_FILE,
            site=_SITE,
            reports=("Cid", "7", "mood"),
        ),
        Invalid(
            post="---\ntitle: A walk\n---\nText.\n",
            options=_FILE,
            site=_SITE,
            reports=("---",),
            message='the key "author" is missing',
            why="a missing key is reported at the opening line",
        ),
        Invalid(
            post="---\ntitle: 2024\nkind: swim\ntags: [1]\n---\nText.\n",
            generator="astro",
            path="src/content/blog/a.md",
            site=_ASTRO_SITE,
            reports=("2024", "swim", "[1]"),
            severity="error",
            why="the schema of an Astro collection",
        ),
    )

    def subject(self) -> type[UnusualBlock] | None:
        """Return what to look at with these options."""
        return None if self.options.file else UnusualBlock

    def check(self, post: Post) -> Iterable[Report]:
        """Ask the user's schema, and what the generator's own says."""
        front_matter = post.front_matter
        if front_matter is None or not front_matter.is_read or not front_matter.is_map:
            return
        if self.options.file and post.role in self.options.roles and not front_matter.problems:
            for mismatch in find_mismatches(post.site, self.options.file, as_json(front_matter.data)):
                yield from self._judge(post, mismatch)
        if post.generator.profile.name == "astro":
            yield from _judge_collection(post)

    def _judge(self, post: Post, mismatch: Mismatch) -> Iterator[Report]:
        facts = mismatch.facts
        data = {"schema": self.options.file, "path": list(mismatch.path), "keyword": mismatch.keyword}
        if mismatch.keyword in ("additionalProperties", "unevaluatedProperties"):
            for key in facts.get("unexpected", ()):
                path = (*mismatch.path, key)
                message = f'the schema knows no key "{_dotted(path)}"'
                yield Report(_place(post, path, at_key=True), message, hint="rename or remove it", data=data)
            return
        is_missing = mismatch.keyword == "required"
        yield Report(
            _place(post, mismatch.path, at_key=is_missing or not mismatch.path),
            _message(mismatch)[:100],
            hint=f"add `{facts.get('property')}:`" if is_missing else f"write what {self.options.file} asks for",
            data=data,
        )


def _message(mismatch: Mismatch) -> str:
    facts, name = mismatch.facts, _dotted(mismatch.path)
    match mismatch.keyword:
        case "required":
            where = f' in "{name}"' if name else ""
            return f'the key "{str(facts.get("property"))[:40]}" is missing{where}'
        case "type":
            return f'"{name}" is not {_either(facts.get("types", ()))}, as the schema wants it'
        case "enum":
            return f'"{name}" is none of {_either(facts.get("options", ()))}'
        case "format":
            return f'"{name}" is no {facts.get("format")} as the schema wants it'
        case "minLength" | "maxLength":
            bound = "shorter" if mismatch.keyword == "minLength" else "longer"
            return f'"{name}" is {bound} than {facts.get("limit")} characters'
        case "anyOf" | "oneOf":
            return f'"{name}" is in none of the forms that the schema allows, or in several'
    said = mismatch.message.partition("\n")[0]
    return f'"{name}": {said[:1].lower()}{said[1:]}'


def _either(values: Iterable[object]) -> str:
    words = [str(value)[:20] for value in values]
    return " or ".join(words) if len(words) < 4 else f"{', '.join(words[:3])}, …"


def _dotted(path: Iterable[Step]) -> str:
    return ".".join(str(step) for step in path)[:40]


def _place(post: Post, path: tuple[Step, ...], *, at_key: bool) -> Span:
    """Return the place of a value, or that of its key; what is not there is looked for at its parent."""
    front_matter = post.front_matter
    if front_matter is None:
        return Span(0, 0)
    place, node, entry = front_matter.opening, front_matter.root, None
    here: object = node
    for step in path:
        entry = None
        if isinstance(here, Mapping):
            entry = _find(here, step)
            here = entry.node if entry is not None else None
            place = (entry.key_span if at_key else entry.node.span) if entry is not None else place
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
            place = here.span
        else:
            break
    if entry is not None and not len(place):
        return entry.key_span
    return place


def _find(node: Mapping, step: Step) -> Entry | None:
    return node.find(step) if isinstance(step, str) else None


def _judge_collection(post: Post) -> Iterator[Report]:
    """Report what the collection's schema refuses, but for dates, which have rules of their own."""
    front_matter = post.front_matter
    dates = {date.key for date in post.dates}
    for fault in post.outcome.faults:
        entry = front_matter.find(fault.key) if front_matter is not None else None
        if front_matter is None or fault.key in dates:
            continue
        is_missing = entry is None
        place = entry.node.span if entry is not None else front_matter.opening
        yield Report(
            entry.key_span if entry is not None and not len(place) else place,
            fault.message[:100],
            hint=f"add `{fault.key}:`" if is_missing else "write what the schema of the collection asks for",
            severity=Severity.ERROR,
            data={"schema": "zod", "path": [fault.key], "keyword": "required" if is_missing else "type"},
        )
