"""What `postlint check` does, once its options are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from postlint.cli.output import write_result
from postlint.cli.progress import ProgressLine
from postlint.cli.session import Session, open_session
from postlint.engine.exit_code import exit_code
from postlint.engine.request import STDIN_NAME
from postlint.values.errors import UsageError
from postlint.values.report import Severity
from postlint.values.settings import Settings

if TYPE_CHECKING:
    from postlint.values.network import NetworkSettings


def check_posts(paths: tuple[str, ...], options: Mapping[str, Any]) -> int:
    """Lint posts, print the result and return the exit code; options that are not given may be missing."""
    session = open_session(options, paths)
    session.settings.demand("network", "allow-private-addresses", "output-file")
    progress = ProgressLine(sys.stderr, is_wanted=not session.settings.quiet)
    request = session.request(
        options.get("stdin_filename") or STDIN_NAME,
        fix=bool(options.get("fix")),
        unsafe_fixes=bool(options.get("unsafe_fixes")),
        diff=bool(options.get("diff")),
        since=options.get("since"),
        adds_suppressions=_adds_suppressions(options),
        reason=options.get("reason") or "",
        **_baseline_request(session, options),
        on_progress=progress.update,
        network=_network(session.settings) if session.settings.network else None,
    )
    from postlint.engine.run import run_check

    try:
        result = run_check(request, session.plugins)
    finally:
        progress.clear()
    code = exit_code(result, _fail_on(session), exit_zero=session.settings.exit_zero)
    write_result(result, session, wants_diff=request.diff)
    return code


def _network(settings: Settings) -> NetworkSettings:
    from postlint.config.hosts import network_settings

    return network_settings(settings)


def _adds_suppressions(options: Mapping[str, Any]) -> bool:
    """Tell whether suppressions are written. Raises UsageError for options that contradict each other."""
    adds, reason = bool(options.get("add_suppressions")), options.get("reason") or ""
    for name in ("fix", "unsafe_fixes", "write_baseline"):
        if adds and options.get(name):
            raise UsageError(f"--add-suppressions and --{name.replace('_', '-')} contradict each other; leave one out")
    if reason and not adds:
        raise UsageError("--reason goes with --add-suppressions")
    if not reason.isprintable() or "--" in reason or "*/" in reason:
        raise UsageError("--reason: a comment cannot hold this text; leave out line ends, `--` and `*/`")
    return adds


def _baseline_request(session: Session, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a request says of the baseline. Raises UsageError for options that contradict each other."""
    grows = bool(options.get("write_baseline"))
    for name in ("no_baseline", "diff", "since"):
        if grows and options.get(name):
            raise UsageError(f"--write-baseline and --{name.replace('_', '-')} contradict each other; leave one out")
    if options.get("no_baseline"):
        return {"baseline": None}
    path = session.baseline() or (session.default_baseline() if grows else None)
    # what is not written must not be taken for gone
    return {
        "baseline": path,
        "grows_baseline": grows,
        "keeps_baseline": bool(options.get("diff")) or "-" in session.paths,
    }


def _fail_on(session: Session) -> Callable[[str], Severity]:
    """Return the severity that fails the run, by path as shown: overrides may change it."""

    return lambda path: session.configuration.settings_for(os.path.abspath(path)).fail_on
