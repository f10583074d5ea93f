"""How much one post may cost: a text made to be slow must not stop the others from being linted."""

from __future__ import annotations

import os
import signal
import sys
import time
from types import FrameType, TracebackType

SECONDS = 20
MEGABYTES = 500
# seconds of CPU between two looks at time and memory
_TICK = 0.2


class LimitReached(BaseException):
    """A post has used up its time or memory; the text says which. No rule may catch it with `Exception`."""


class limited:  # used as a function, like `contextlib.suppress`
    """Raise LimitReached inside the block once it has used so much CPU time, or so much more memory.

    Where the platform has no timers for CPU time, or in a thread, the block runs without limits. A call
    into a C library is waited for. Blocks do not nest.
    """

    current: limited | None = None
    """The block that is running."""

    _is_listening = False

    def __init__(self, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> None:
        self._seconds, self._megabytes = seconds, megabytes
        self._started = 0.0
        self._memory: int | None = None

    def __enter__(self) -> None:
        if not hasattr(signal, "setitimer") or not _is_in_main_thread():
            return
        if not limited._is_listening:
            # once for all posts of a process, and of those that it forks
            signal.signal(signal.SIGPROF, _look)
            limited._is_listening = True
        self._started = time.process_time()
        limited.current = self
        signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if limited.current is self:
            limited.current = None
            signal.setitimer(signal.ITIMER_PROF, 0)

    def look(self) -> None:
        """Raise LimitReached if the block has used up what it may."""
        if time.process_time() - self._started > self._seconds:
            raise LimitReached(f"it took more than {self._seconds:g} s of processor time")
        now = _resident()
        if self._memory is None:
            # most posts are done before the first look, and need not pay for one
            self._memory = now
        if now - self._memory > self._megabytes * 1_000_000:
            raise LimitReached(f"it took more than {self._megabytes} MB of memory")


def _is_in_main_thread() -> bool:
    # without threads there is no other, and the module takes time to load
    threads = sys.modules.get("threading")
    return threads is None or threads.current_thread() is threads.main_thread()


def _look(number: int, frame: FrameType | None) -> None:
    # a signal may arrive when its block has ended
    if limited.current is not None:
        limited.current.look()


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
