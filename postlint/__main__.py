"""The command; `--version` is answered before anything else is imported."""

from __future__ import annotations

import gc
import sys


def run() -> None:
    """Run the command line and exit with its code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from postlint import __version__

        print(f"postlint {__version__}")
        return
    # modules, tables and posts are many objects and hardly a cycle: looking for those took a seventh of a run
    gc.set_threshold(100_000, 20, 50)
    from postlint.cli.crash import guarded

    sys.exit(guarded(sys.argv[1:]))


if __name__ == "__main__":
    run()
