"""What one run of a program costs, in all its processes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_EVERY = 0.02
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Seconds of wall clock and of processor time, and the most memory held at once, in MB."""

    wall: float
    cpu: float
    memory: float


def measure(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a session of its own and look at its processes fifty times a second.

    Processes that nobody waits for count as well, which `getrusage` would leave out. Memory is the
    proportional set size, so that what processes share counts once.
    """
    started = time.perf_counter()
    process = subprocess.Popen(  # the programs to compare
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, env=_environment(),
    )  # fmt: skip
    looker = _Looker(process.pid)
    looker.start()
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    looker.end()
    cpu = max(usage.ru_utime + usage.ru_stime, sum(looker.seconds.values()))
    return Cost(wall, cpu, max(looker.memory, usage.ru_maxrss / 1024))


class _Looker(Thread):
    """Looks at the processes of a session beside the wait for its end, which is then seen at once.

    `seconds` is the processor time of each process, `memory` the most MB of all together.
    """

    def __init__(self, leader: int) -> None:
        super().__init__()
        self.seconds: dict[str, float] = {}
        self.memory = 0.0
        self._leader, self._is_over = leader, Event()

    def run(self) -> None:
        """Look until the end is told."""
        while not self._is_over.wait(_EVERY):
            pids = _session(self._leader)
            self.seconds.update({pid: seconds for pid in pids if (seconds := _seconds(pid)) is not None})
            self.memory = max(self.memory, sum(map(_memory, pids)))

    def end(self) -> None:
        """Stop looking."""
        self._is_over.set()
        self.join()


def _environment() -> dict[str, str]:
    """Return the environment, without what keeps Python from remembering what it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _session(leader: int) -> list[str]:
    wanted = str(leader)
    return [pid for pid in os.listdir("/proc") if pid.isdigit() and _stat(pid)[3:4] == [wanted]]


def _stat(pid: str) -> list[str]:
    """Return the fields of /proc/PID/stat after the name: state, parent, group, session, …"""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rpartition(") ")[2].split()
    except OSError:
        return []


def _seconds(pid: str) -> float | None:
    fields = _stat(pid)
    return (int(fields[11]) + int(fields[12])) / _TICKS if len(fields) > 12 else None


def _memory(pid: str) -> float:
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return next((int(line.split()[1]) / 1024 for line in file if line.startswith("Pss:")), 0.0)
    except OSError:
        return 0.0
