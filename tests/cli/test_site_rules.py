"""Rules that look at the whole site or at its own schema, through the command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

SCHEMA = '{"required": ["author"], "properties": {"tags": {"$ref": "parts/tags.json"}}}'
TAGS = '{"type": "array", "items": {"maxLength": 5}}'


def write(site: Path, path: str, text: str) -> None:
    full = site / path
    full.parent.mkdir(parents=True, exist_ok=True)
    full.write_text(text, "utf-8")


def found(run: Run, *arguments: str) -> list[tuple[str, str, int, str]]:
    done = run("check", "--no-cache", "--output-format", "jsonl", *arguments)
    assert done.err == ""
    rows: list[dict[str, Any]] = [json.loads(line) for line in done.out.splitlines()]
    return [(row["path"], row["code"], row["location"]["line"], row["severity"]) for row in rows]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a plain folder with one post, the working directory."""
    write(tmp_path, "a.md", "---\ntitle: A walk\ntags: [alps, mountains]\n---\n\nText.\n")
    write(tmp_path, "post.schema.json", SCHEMA)
    write(tmp_path, "parts/tags.json", TAGS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_schema_from_the_config_with_a_part_in_another_file(run: Run, site: Path) -> None:
    write(site, "postlint.toml", '[rules.schema-mismatch]\nfile = "post.schema.json"\n')
    assert found(run, ".") == [("a.md", "FM010", 1, "warning"), ("a.md", "FM010", 3, "warning")]
    assert found(run, "a.md") == found(run, ".")


def test_a_schema_by_path(run: Run, site: Path) -> None:
    write(site, "notes/b.md", "---\ntitle: A hike\n---\n\nText.\n")
    write(
        site,
        "postlint.toml",
        '[[overrides]]\npaths = ["notes/**"]\n[overrides.rules.schema]\nfile = "post.schema.json"\nseverity = "error"\n',
    )
    assert found(run, ".") == [("notes/b.md", "FM010", 1, "error")]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        (None, '"post.schema.json" is not there'),
        ("{", "post.schema.json is not valid JSON"),
        ('{"type": 5}', "post.schema.json is no JSON Schema"),
        ("[]", "holds no schema"),
        ('{"$ref": "https://example.org/a.json"}', "is not fetched"),
        ('{"$ref": "other.json"}', 'post.schema.json refers to "other.json", which is not there'),
        ('{"$ref": "../../etc/passwd"}', "is not there"),
    ],
)
def test_a_schema_that_cannot_be_used_never_looks_clean(schema: str | None, said: str, run: Run, site: Path) -> None:
    write(site, "postlint.toml", '[rules.schema-mismatch]\nfile = "post.schema.json"\n')
    (site / "post.schema.json").unlink()
    if schema is not None:
        write(site, "post.schema.json", schema)
    done = run("check", "--no-cache", ".")
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_collections_of_astro_are_checked_and_code_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "astro.config.mjs", "export default {};\n")
    config = """
    const blog = defineCollection({ schema: z.object({ title: z.string(), pubDate: z.coerce.date() }) });
    const news = defineCollection({ schema: makeSchema() });
    export const collections = { blog, news };
    """
    write(tmp_path, "src/content.config.ts", config)
    write(tmp_path, "src/content/blog/a.md", "---\ntitle: 2024\npubDate: 2024-05-06\n---\n\nText.\n")
    write(tmp_path, "src/content/blog/b.md", "---\npubDate: 2024-05-06\n---\n\nText.\n")
    write(tmp_path, "src/content/news/c.md", "---\ntitle: 2024\ndate: 2024-05-06\n---\n\nText.\n")
    assert found(run, "--select", "FM010", ".") == [
        ("src/content/blog/a.md", "FM010", 2, "error"),
        ("src/content/blog/b.md", "FM010", 1, "error"),
    ]
    done = run("check", "--no-cache", "-v", "--select", "FM010", ".")
    assert "src/content.config.ts: the schema of `news` is code, so its keys are not checked" in done.out + done.err


def test_a_part_of_a_site_is_compared_with_the_rest(run: Run, hexo: Path) -> None:
    for name, tag in (("one", "Linux"), ("two", "Linux"), ("three", "ｌｉｎｕｘ")):
        write(
            hexo, f"source/_posts/{name}.md", f"---\ntitle: {name}\ntags: [{tag}]\npermalink: /{tag}/\n---\n\nText.\n"
        )
    write(hexo, "source/_posts/sub/four.md", "---\ntitle: One\ntags: [linux]\npermalink: Linux/\n---\n\nText.\n")
    four = "source/_posts/sub/four.md"
    wanted = [(four, "FM014", 2, "info"), (four, "FM011", 3, "warning"), (four, "FM013", 4, "error")]
    rules = ("--select", "FM011,FM013,FM014")
    assert found(run, *rules, "source/_posts/sub") == wanted
    assert found(run, *rules, "--site", four) == wanted
    # a hook that is handed files compares nothing
    assert found(run, *rules, four) == []
    codes = [(row[0], row[1]) for row in found(run, *rules, ".")]
    assert codes == [
        ("source/_posts/one.md", "FM014"),
        ("source/_posts/one.md", "FM013"),
        (four, "FM014"),
        (four, "FM011"),
        (four, "FM013"),
        ("source/_posts/three.md", "FM011"),
        ("source/_posts/two.md", "FM013"),
    ]


def test_a_vocabulary_holds_for_files_that_a_hook_names(run: Run, hexo: Path) -> None:
    write(hexo, "postlint.toml", '[rules.value-not-allowed.values]\ncategories = ["Hiking"]\ndraft = [false]\n')
    write(hexo, "source/_posts/one.md", "---\ntitle: One\ncategories:\n- [hiking, Cities]\ndraft: true\n---\n\nText.\n")
    rows = found(run, "--select", "FM011", "source/_posts/one.md")
    assert [row[2] for row in rows] == [4, 4, 5]
