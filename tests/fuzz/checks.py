"""What must hold for any input: nothing raises, hangs, points outside the text, or is fixed twice."""

from __future__ import annotations

import json
import os
import tempfile
from functools import cache
from pathlib import Path

from postlint.config.configuration import Configuration
from postlint.config.find import ConfigFinder
from postlint.config.known import KnownNames
from postlint.config.layer import Layer
from postlint.engine.add_suppressions import add_suppressions
from postlint.engine.candidate import Candidate
from postlint.engine.inspect import describe
from postlint.engine.sites import FileReader
from postlint.engine.worker import Worker, WorkerSetup
from postlint.generators.known import NAMES
from postlint.generators.site_facts import read_facts
from postlint.host.manager import Plugins, load_plugins
from postlint.reporters.escape import visible
from postlint.source.source import Source
from postlint.values.errors import ConfigError
from postlint.values.notices import NOTICES
from postlint.values.settings import Settings

GENERATORS = tuple(NAMES)
_PATHS = {
    "hexo": "source/_posts/a.md",
    "hugo": "content/posts/a.md",
    "jekyll": "_posts/2024-05-06-a.md",
    "docusaurus": "blog/2024-05-06-a.mdx",
    "astro": "src/content/blog/a.mdx",
}


@cache
def plugins() -> Plugins:
    """Return all first-party plugins."""
    return load_plugins()


@cache
def _worker() -> Worker:
    folder = tempfile.mkdtemp()
    sites = tuple(read_facts(folder, name, FileReader(folder)) for name in GENERATORS)
    setup = WorkerSetup((Settings(),), sites, wants_fixes=True, with_unsafe=True, compares_posts=True)
    return Worker(setup, plugins())


def candidate(raw: bytes, number: int) -> Candidate:
    """Return bytes as a post of a generator, by its number."""
    site = number % len(GENERATORS)
    path = _PATHS.get(GENERATORS[site], "a.md")
    return Candidate(path, path, path, "post", site, 0, raw=raw)


def check_post(raw: bytes, number: int = 0) -> None:
    """Lint, fix and inspect bytes as a post."""
    worker = _worker()
    post = candidate(raw, number)
    result = worker.check(Source(raw), post)
    assert not result.failures, result.failures[0]
    text = Source(result.fixed.raw if result.fixed else raw).text
    for item in result.diagnostics:
        assert 0 <= item.span.start <= item.span.end <= len(text), item
        assert item.location <= item.end_location, item
        assert "\n" not in visible(item.message)
        json.dumps(item.data)
    source = worker.read(post)
    assert isinstance(source, Source)
    json.dumps(describe(worker, post, worker.post(source, post)))
    if result.fixed is not None:
        assert result.fixed.old_raw == raw
        again = worker.check(Source(result.fixed.raw), candidate(result.fixed.raw, number))
        assert again.fixed is None, f"a second run changes {result.fixed.raw!r} to {again.fixed and again.fixed.raw!r}"


def check_suppressed(raw: bytes, number: int = 0) -> None:
    """Suppress all that is found in bytes; what could be suppressed is found no more."""
    worker = _worker()
    source = Source(raw)
    if not source.is_exact or "\0" in source.text:
        return
    judged = worker.judge(source, candidate(raw, number))
    found = [item for item in judged.diagnostics if item.code not in NOTICES]
    done = add_suppressions(source, found, lambda now: worker.judge(now, candidate(now.raw, number)), "")
    if done.count:
        left = worker.judge(done.source, candidate(done.source.raw, number)).diagnostics
        assert not {item.code for item in left} & {item.code for item in found}


def check_config(text: bytes) -> None:
    """Read bytes as a config file; only ConfigError may be raised, and it names the file."""
    rules = plugins().registry.rules()
    known = KnownNames(
        rules=rules,
        plugins=tuple(plugin.name for plugin in plugins().loaded),
        views=plugins().views,
        generators=GENERATORS,
        formats=("text", "json"),
        is_complete=True,
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "postlint.toml"
        path.write_bytes(text)
        try:
            Configuration(ConfigFinder(str(path)), Layer({}), known).settings_for(os.path.join(folder, "a.md"))
        except ConfigError as error:
            text_of_error = str(error)
        else:
            return
    assert "postlint.toml" in text_of_error
