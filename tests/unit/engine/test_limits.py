"""What one post may cost."""

import signal
import time

import pytest

from postlint.engine.limits import LimitReached, limited


def spend(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers for processor time here")
def test_a_block_that_takes_too_long_is_stopped_and_the_next_one_is_not() -> None:
    with pytest.raises(LimitReached, match=r"more than 0\.1 s"), limited(seconds=0.1):
        spend(2)
    with limited():
        spend(0.3)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timers for processor time here")
def test_nothing_is_stopped_outside_of_a_block() -> None:
    with limited(seconds=0.1):
        pass
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    spend(0.3)
    signal.raise_signal(signal.SIGPROF)
