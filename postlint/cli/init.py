"""`postlint init`."""

from __future__ import annotations

import os
from collections import Counter

import click

from postlint.cli.output import write_out
from postlint.cli.proposal import render_proposal, required_keys
from postlint.cli.session import open_session
from postlint.config.find import config_in
from postlint.config.keys import SEVERITIES
from postlint.engine.run import run_check
from postlint.engine.sites import Sites
from postlint.engine.survey import Survey, survey_posts
from postlint.generators.profile import Profile
from postlint.values.count_words import plural
from postlint.values.errors import UsageError
from postlint.values.findings import by_post, count_findings

_TEMPLATE = """\
# Settings of postlint. Every key is optional; the commented ones show their defaults.
# `postlint config` prints what is in force and why, `postlint rules` what can be selected.

{generator}

# Which rules run: codes (IMG006), prefixes (IMG), rule names, plugin names, "ALL".
# The more specific one wins, so `ignore` may take single rules out.
# select = ["ALL"]
# ignore = []

# Paths that are not read (gitignore patterns, relative to this file).
# exclude = []

# Exit with 1 from this severity on: "error", "warning" or "info".
# fail-on = "warning"

# Options of one rule, and its severity; `postlint rule insecure-image` lists them.
# [rules.insecure-image]
# severity = "error"

# Other settings for some posts.
# [[overrides]]
# paths = ["archive/**"]
# ignore = ["DT"]
"""
_MOST_RULES = 8
_FOUND = '# The site generator. It was recognised by itself; set it where that fails.\n# generator = "{name}"'
_NOT_FOUND = (
    "# The site generator was not recognised: posts are read as plain Markdown files.\n"
    '# generator = "hexo"  # or hugo, jekyll, astro, eleventy, docusaurus, gatsby, zola, pelican, mkdocs'
)


@click.command()
@click.argument("folder", required=False, default=".", type=click.Path())
@click.option("--force", is_flag=True, help="Write postlint.toml anew if there is one.")
def command(folder: str, force: bool) -> int:
    """Look at the posts and write a commented postlint.toml into the site's root.

    The config says which generator the site has and proposes a schema of its front matter: keys that
    nearly all posts have, types, and vocabularies of keys with few values. Then the posts are checked with
    it. A config file that is there already is left as it is.
    """
    if not os.path.isdir(folder):
        raise UsageError(f'there is no folder "{folder}"')
    full = os.path.abspath(folder)
    sites = Sites(None, full)
    site = sites.of_folder(full)
    profile, root = sites.generator(site).profile, sites.facts[site].root or full
    there = config_in(root)
    if there is not None and not force:
        raise UsageError(f"{os.path.relpath(there)} is there already; it was left as it is")
    shown = os.path.relpath(root)
    session = open_session({"isolated": True, "quiet": True}, (shown,))
    survey = survey_posts(session.request(), session.plugins)
    rules = frozenset(rule.name for rule in session.plugins.registry)
    text = _TEMPLATE.format(generator=_generator_lines(profile)) + render_proposal(survey, profile, rules)
    path = os.path.join(root, "postlint.toml")
    try:
        with open(path, "w" if force else "x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise UsageError(f"{os.path.relpath(path)} cannot be written: {error.strerror or error}") from None
    write_out(_report(profile, os.path.relpath(path), shown, survey))
    return 0


def _generator_lines(profile: Profile) -> str:
    return _NOT_FOUND if profile.name == "plain" else _FOUND.format(name=profile.name)


def _report(profile: Profile, path: str, root: str, survey: Survey) -> str:
    found = "No site generator was recognised." if profile.name == "plain" else f"This is a {profile.title} site."
    required = required_keys(survey, profile)
    asks = f" It asks for {', '.join(required)}." if required else ""
    next_step = "postlint" if root == "." else f"postlint {root}"
    return (
        f"{found}\n{path} was written.{asks}\n{_today(root)}"
        f"Next: run `{next_step}`, then `postlint rule CODE` to learn about a finding.\n"
    )


def _today(root: str) -> str:
    """Return what is reported with the config that was written."""
    session = open_session({"no_cache": True, "quiet": True}, (root,))
    result = run_check(session.request(), session.plugins)
    if not result.counts.read:
        return ""
    counts: Counter[str] = Counter()
    rules: Counter[tuple[str, str]] = Counter()
    for kind, number in count_findings(result.diagnostics).items():
        counts[kind.severity.value] += number
        rules[kind.code, kind.name] += number
    if not counts:
        return f"Today nothing is reported in {result.counts.read} posts.\n"
    words = ", ".join(plural(counts[name], name) for name in SEVERITIES if counts[name])
    posts = len(by_post(result.diagnostics))
    lines = [f"  {count:>6}  {code} {name}\n" for (code, name), count in rules.most_common(_MOST_RULES)]
    more = f"          and {len(rules) - _MOST_RULES} more rules\n" if len(rules) > _MOST_RULES else ""
    return f"Today it reports {words} in {posts} of {result.counts.read} posts:\n{''.join(lines)}{more}"
