"""How much one post may cost: a text made to be slow must not stop the others from being linted."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SECONDS = 20
MEGABYTES = 500
# seconds of CPU between two looks at time and memory
_TICK = 0.2


class LimitReached(BaseException):
    """A post has used up its time or memory; the text says which. No rule may catch it with `Exception`."""


@contextmanager
def limited(seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Iterator[None]:
    """Raise LimitReached inside the block once it has used so much CPU time, or so much more memory.

    Where the platform has no timers for CPU time, or in a thread, the block runs without limits. A call
    into a C library is waited for.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    started = time.process_time()
    first: list[int] = []

    def look(number: int, frame: FrameType | None) -> None:
        if time.process_time() - started > seconds:
            raise LimitReached(f"it took more than {seconds:g} s of processor time")
        now = _resident()
        if not first:
            # most posts are done before the first look, and need not pay for one
            first.append(now)
        if now - first[0] > megabytes * 1_000_000:
            raise LimitReached(f"it took more than {megabytes} MB of memory")

    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


if sys.platform == "linux":
    _PAGE = os.sysconf("SC_PAGE_SIZE")

    def _resident() -> int:
        """Return the bytes of memory in use."""
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * _PAGE

else:

    def _resident() -> int:
        """Return the most bytes of memory that were ever in use."""
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * 1024
