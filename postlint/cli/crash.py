"""The last resort: no traceback for users, no lost exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from postlint.values.errors import PostlintError
from postlint.values.version import __version__

_REPORT_TO = "https://github.com/postlint/postlint/issues"


def guarded(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code: 130 after Ctrl-C, 2 for anything that went wrong."""
    for stream in (sys.stdout, sys.stderr):
        _make_safe(stream)
    try:
        from postlint.cli.main import main

        code = main(list(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("postlint: interrupted", file=sys.stderr)
        return 130
    except BrokenPipeError:
        # the reader has left (`| head`); nothing more may be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except PostlintError as error:
        _say(f"postlint: {error}")
        return 2
    except Exception as error:
        _tell(error, is_verbose="-v" in arguments or "--verbose" in arguments)
        return 2
    return code


def _say(text: str) -> None:
    """Print what may quote a config or a path: neither may steer a terminal or a server that reads along."""
    from postlint.reporters.escape import visible

    print(visible(text), file=sys.stderr)


def _tell(error: Exception, *, is_verbose: bool) -> None:
    python = ".".join(map(str, sys.version_info[:3]))
    _say(f"postlint crashed: {type(error).__name__}: {error}")
    print(
        f"This is a bug of postlint {__version__} (Python {python}). Please report it with the command and,",
        file=sys.stderr,
    )
    print(f"if you can, the post: {_REPORT_TO}", file=sys.stderr)
    if is_verbose:
        import traceback

        traceback.print_exception(error)
    else:
        print("`-v` shows the traceback.", file=sys.stderr)


def _make_safe(stream: TextIO | None) -> None:
    """Write UTF-8 whatever the console says, and never fail on a character."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")
