"""`postlint images`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from postlint.cli.fetch_text import render_fetch
from postlint.cli.options import SectionedCommand, config_options, loudness_options, option, switch
from postlint.cli.output import write_out
from postlint.cli.progress import ProgressLine
from postlint.cli.session import Session, open_session
from postlint.reporters.escape import clean_json, visible
from postlint.values.dataclass import replace
from postlint.values.errors import UsageError

if TYPE_CHECKING:
    from postlint.engine.fetch.asking import Asking
    from postlint.engine.fetch.run import FetchResult

_EPILOG = """\b
Examples:
  postlint images fetch --dry-run            what would be fetched, and whither
  postlint images fetch                      the pictures that are at risk
  postlint images fetch --proxied content/   only those behind a proxy
  postlint images fetch --all content/a.md   every remote picture of a post

\b
Exit codes:
  0    every chosen picture is in the site
  1    some could not be had; their links are as they were
  2    postlint could not do what was asked
  130  interrupted; what is done is done, run again for the rest"""

_WHICH, _HOW, _NET, _OUTPUT = "Which pictures", "Running", "Network", "Output"


@click.group()
def command() -> None:
    """Bring remote pictures home."""


@command.command("fetch", cls=SectionedCommand, epilog=_EPILOG)
@click.argument("paths", nargs=-1, type=click.Path())
@switch("--all", "wants_all", section=_WHICH, help="Every remote picture, not only those at risk.")
@switch("--proxied", section=_WHICH, help="Pictures that go through a proxy.")
@switch("--hotlinked", section=_WHICH, help="Pictures on hosts that refuse other sites.")
@switch("--expiring", section=_WHICH, help="Links that end by themselves, or have ended.")
@switch("--dead", section=_WHICH, help="Pictures on hosts that are gone.")
@switch("--pages", "page", section=_WHICH, help="Links to a page that shows the picture.")
@switch("-n", "--dry-run", section=_HOW, help="Ask nobody, write nothing; show what would be done.")
@switch("--no-exclude", section=_HOW, help="Read what exclude, git or the generator would leave out.")
@switch("--allow-private-addresses", section=_NET, help="Ask addresses of this machine and its network, too.")
@option("--max-time", type=click.IntRange(min=0), section=_NET, metavar="SECONDS", help="Stop asking after so long.")
@option("--exclude-host", multiple=True, section=_NET, metavar="HOST", help="Never ask this host.")
@switch("--obey-robots", section=_NET, help="Leave alone what robots.txt closes to robots.")
@option("--output-format", type=click.Choice(["text", "json"]), section=_OUTPUT, help="json: one array of links.")
@config_options
@loudness_options
def fetch(paths: tuple[str, ...], wants_all: bool | None, output_format: str | None, **options: Any) -> int:
    """Download pictures of posts into the site and rewrite the links.

    Without a choice: pictures behind proxies, on hosts that refuse other sites or are gone, links that
    expire, and links to pages. A picture goes where the generator keeps the pictures of that post, and its
    source and date into .postlint-images.json. What is there already is not fetched again.
    """
    from postlint.engine.fetch.wanted import REASONS

    chosen = frozenset(name for name in REASONS if options.pop(name))
    if wants_all and chosen:
        raise UsageError("--all takes every remote picture; leave the other choices out")
    is_dry = bool(options.pop("dry_run"))
    session = open_session({key: value for key, value in options.items() if value not in (None, ())}, paths)
    session.settings.demand("allow-private-addresses")
    reasons = chosen or frozenset(REASONS)
    if session.settings.allow_private_addresses:
        reasons |= {"private"}
    run = _Fetch(session, None if wants_all else reasons, is_dry=is_dry, as_json=output_format == "json")
    run.has_deadline = options.get("max_time") is not None
    return run.run()


class _Fetch:
    """One run of the command."""

    has_deadline = False

    def __init__(self, session: Session, reasons: frozenset[str] | None, *, is_dry: bool, as_json: bool) -> None:
        self._session, self._reasons, self._is_dry, self._as_json = session, reasons, is_dry, as_json

    def run(self) -> int:
        from postlint.engine.fetch.run import plan_fetch, run_fetch
        from postlint.engine.fetch.wanted import find_wanted_in
        from postlint.values.failure import Failure

        found = list(find_wanted_in(self._session.request(), self._session.plugins, self._reasons))
        posts = [one for one in found if not isinstance(one, Failure)]
        failures = [*self._session.plugins.failures, *(one for one in found if isinstance(one, Failure))]
        asking = None
        if self._is_dry:
            result = plan_fetch(posts)
        else:
            asking = self._asking()
            try:
                result = run_fetch(posts, asking)
            finally:
                self._line.clear()
        if self._as_json:
            write_out(clean_json(json.dumps([link.to_json() for link in result.links], ensure_ascii=False)) + "\n")
        else:
            write_out(self._text(result))
        notes = [*(f"{one.path or ''}: {one.code} {one.message}" for one in failures), *result.failures]
        if asking is not None and asking.why_not:
            notes.append(f"stopped at {asking.why_not}; run again for the rest")
        for note in notes:
            print(visible(f"postlint: {note}"), file=sys.stderr)
        if asking is not None and asking.is_interrupted:
            return 130
        if failures or result.failures:
            return 2
        return 0 if result.is_complete or self._is_dry else 1

    def _text(self, result: FetchResult) -> str:
        is_all = self._reasons is None
        return render_fetch(result, is_dry=self._is_dry, quiet=self._session.settings.quiet, is_all=is_all)

    def _asking(self) -> Asking:
        from postlint.config.hosts import network_settings
        from postlint.engine.fetch.asking import Asking
        from postlint.engine.network import client_maker

        settings = network_settings(self._session.settings)
        if not self.has_deadline:
            # the limit of a check is meant for CI; nobody waits here who does not want to
            settings = replace(settings, max_time=0.0)
        self._line = ProgressLine(sys.stderr, is_wanted=not self._session.settings.quiet)
        return Asking(settings, client_maker(self._session.plugins), self._line.update)
