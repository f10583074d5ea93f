"""The command; `--version` is answered before anything else is imported."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import NoReturn


def run() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from postlint import __version__

        print(f"postlint {__version__}")
        return
    # modules, tables and posts are many objects and hardly a cycle: looking for those took a seventh of a run;
    # ten thousand posts from the cache are fewer
    gc.set_threshold(250_000, 20, 50)
    from postlint.values.kept_code import import_from_kept

    modules = import_from_kept()
    from postlint.cli.crash import guarded
    from postlint.values.kept_data import keep_data
    from postlint.values.kept_patterns import keep_patterns

    code = guarded(sys.argv[1:])
    keep_data()
    keep_patterns()
    modules.keep()
    _leave(code)


def _leave(code: int) -> NoReturn:
    """End the process without taking all modules apart first, which takes a fifth of a run over one post.

    As mypy does. Where other threads or processes were started, they are waited for as usual.
    """
    threads = sys.modules.get("threading")
    if "multiprocessing" in sys.modules or (threads is not None and threads.active_count() > 1):
        sys.exit(code)
    try:
        atexit._run_exitfuncs()  # noqa: SLF001  # what `sys.exit` would do
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        # the reader has left; the interpreter knows what to do
        sys.exit(code)
    os._exit(code)


def _leave_working_directory() -> None:
    """Import nothing from the folder that `python -m` puts first: it may be somebody else's repository."""
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if sys.path and sys.path[0] in ("", os.getcwd()) and os.path.abspath(sys.path[0]) != own:
        del sys.path[0]


if __name__ == "__main__":
    _leave_working_directory()
    run()
