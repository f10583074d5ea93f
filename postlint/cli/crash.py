"""The last resort: no traceback for users, no lost exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import TextIO

from postlint.values.errors import PostlintError


def guarded(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code: 130 after Ctrl-C, 2 for anything that went wrong."""
    for stream in (sys.stdout, sys.stderr):
        _make_safe(stream)
    try:
        from postlint.cli.main import main

        code = main(list(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader has left (`| head`); nothing more may be written, not even at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except PostlintError as error:
        print(f"postlint: {error}", file=sys.stderr)
        return 2
    except Exception as error:
        print(f"postlint crashed: {type(error).__name__}: {error}", file=sys.stderr)
        print("this is a bug of postlint; please report it with the command and, if you can, the post", file=sys.stderr)
        if "-v" in arguments or "--verbose" in arguments:
            traceback.print_exc()
        return 2
    return code


def _make_safe(stream: TextIO | None) -> None:
    """Write UTF-8 whatever the console says, and never fail on a character."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace", newline="\n")
