"""Downloads with the client of the network phase: its limits, its guards, its judgement of the bytes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from postlint.engine.fetch.download import Download, OnDownload
from postlint.engine.remote.address import BadUrl, parse_url
from postlint.engine.remote.asking import Ask
from postlint.engine.remote.fetch_run import ClientMaker
from postlint.engine.remote.fetching import fetch
from postlint.engine.remote.sniff import SHOWN
from postlint.engine.request import Progress
from postlint.values.dataclass import replace
from postlint.values.network import NetworkSettings
from postlint.values.request import NetworkError, Outcome, Verdict

_PROGRESS_EVERY = 0.1
MOST_BYTES = 20 * 1024 * 1024
# remarks about a page that embeds the picture, not about its bytes
_HARMLESS = frozenset({"too_large"})


class Asking:
    """Asks for addresses, without a Referer: hosts that mind other sites mostly send the picture then.

    `on_progress` is called about ten times a second at most. `is_interrupted` tells of a Ctrl-C, `why_not` what
    else ended the asking early.
    """

    def __init__(
        self, settings: NetworkSettings, make_client: ClientMaker, on_progress: Callable[[Progress], None] | None = None
    ) -> None:
        self._settings = replace(settings, limit=MOST_BYTES)
        self._make_client, self._on_progress = make_client, on_progress
        self._answers = self._total = self._failed = 0
        self._last = time.perf_counter()
        self.is_interrupted = False
        self.why_not = ""

    def __call__(self, urls: Sequence[str], on_download: OnDownload) -> None:
        """Ask for all of them and call back with each answer."""
        asks: dict[Ask, str] = {}
        for url in urls:
            try:
                target = parse_url(url)
            except BadUrl as error:
                on_download(Download(url, problem=str(error)))
                continue
            if self._settings.is_excluded(target.host):
                on_download(Download(url, problem="the host is excluded in the settings"))
                continue
            asks[Ask(target, keeps_body=True)] = url

        def keep(ask: Ask, outcome: Outcome) -> None:
            download = _read(asks[ask], outcome)
            on_download(download)
            self._count(download)

        self._total += len(asks)
        if asks and not self.is_interrupted and not self.why_not:
            fetched = fetch(asks, self._settings, self._make_client, keep)
            self.is_interrupted, self.why_not = fetched.is_interrupted, fetched.why_not

    def _count(self, download: Download) -> None:
        self._answers += 1
        self._failed += not download.is_picture
        now = time.perf_counter()
        if self._on_progress is not None and now - self._last > _PROGRESS_EVERY:
            self._last = now
            self._on_progress(Progress(self._answers, self._total, self._failed, "addresses"))


def _read(url: str, outcome: Outcome) -> Download:
    if isinstance(outcome, NetworkError):
        return Download(url, problem=outcome.detail)
    if outcome.verdict is not Verdict.GOOD and outcome.reason not in _HARMLESS:
        return Download(url, problem=outcome.detail or outcome.reason)
    if outcome.kind not in SHOWN or not outcome.body:
        return Download(url, problem="sends no picture")
    if outcome.size is not None and outcome.size > len(outcome.body):
        return Download(url, problem=f"is larger than {MOST_BYTES // (1024 * 1024)} MiB")
    return Download(url, outcome.body, outcome.kind)
