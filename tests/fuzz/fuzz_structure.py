"""Fuzzes with made-up posts and config files for a given time.

    python tests/fuzz/fuzz_structure.py --seconds 1800
"""

from __future__ import annotations

import argparse
import time

from checks import check_config, check_post, check_suppressed
from hypothesis import HealthCheck, given, settings
from shapes import configs, posts

_SOME = settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@_SOME
@given(posts)
def fuzz_posts(post: tuple[bytes, int]) -> None:
    """Check a post."""
    check_post(*post)


@_SOME
@given(posts)
def fuzz_suppressions(post: tuple[bytes, int]) -> None:
    """Check the suppressions of a post."""
    check_suppressed(*post)


@_SOME
@given(configs)
def fuzz_configs(text: bytes) -> None:
    """Check a config file."""
    check_config(text)


def main() -> None:
    """Fuzz until the time is over; the first failure ends it with its input."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    end = time.monotonic() + parser.parse_args().seconds
    rounds = 0
    while time.monotonic() < end:
        for fuzz in (fuzz_posts, fuzz_suppressions, fuzz_configs):
            fuzz()
        rounds += 1
    print(f"{rounds} rounds of 900 inputs without a fault")


if __name__ == "__main__":
    main()
