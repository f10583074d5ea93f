"""Run the comparison and print its tables."""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measure import Cost, measure
from benchmarks.posts import copy_site, find_posts, write_site
from benchmarks.programs import POSTLINT, Program, installed

Run = Callable[[], Cost]


CASES = ("cold", "warm", "20", "one", "growth")


def main() -> None:
    """Run every case, all programs in turn, and print medians and ratios."""
    options = _options()
    programs = installed(options.peers)
    print(f"programs: {', '.join(program.name for program in programs)}; medians of {options.rounds} rounds\n")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "site"
        if options.cases != ["growth"]:
            copy_site(options.posts, folder) if options.posts else write_site(folder, options.count)
            _site_cases(options, programs, folder)
    if "growth" in options.cases:
        _growth(options.growth)


def _site_cases(options: argparse.Namespace, programs: Sequence[Program], folder: Path) -> None:
    posts = [str(path.relative_to(folder)) for path in find_posts(folder)]
    print(f"{len(posts)} posts, {sum((folder / post).stat().st_size for post in posts) / 1e6:.0f} MB\n")
    # some take minutes for a site: they are there for single files
    quick = [program for program in programs if options.slow or not program.is_slow]
    if "cold" in options.cases:
        # the usual number is that of the processors
        numbers = {1, 2} - {os.cpu_count()}
        jobs = {f"postlint --jobs {n}": _cold(POSTLINT, folder, "--jobs", str(n)) for n in sorted(numbers)}
        _compare("cold", options.rounds, {**{p.name: _cold(p, folder) for p in quick}, **jobs})
    if "warm" in options.cases:
        _compare("warm", options.rounds, {**{p.name: _warm(p, folder) for p in quick}, "walk": _walk(folder)})
    if "20" in options.cases:
        slice_ = posts[:: max(1, len(posts) // 20)][:20]
        _compare("20 files", options.rounds, {p.name: _files(p, folder, slice_) for p in programs})
    if "one" in options.cases:
        small = {"python -c pass": ("-c", "pass"), "postlint --version": ("-m", "postlint", "--version")}
        runs = {p.name: _files(p, folder, [posts[len(posts) // 2]]) for p in programs}
        runs |= {name: partial(measure, [sys.executable, *arguments], folder) for name, arguments in small.items()}
        _compare("one file", options.rounds, runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--posts", type=Path, metavar="DIR", help="real posts, copied first [generated ones]")
    parser.add_argument("--count", type=int, default=10_000, help="posts to generate [10000]")
    parser.add_argument("--rounds", type=int, default=5, help="interleaved rounds [5]")
    parser.add_argument("--peers", nargs="*", default=[], help="compare with these only [all that are installed]")
    parser.add_argument("--cases", nargs="+", default=list(CASES), choices=CASES, help="what to measure [all]")
    parser.add_argument("--slow", action="store_true", help="whole sites with those that take minutes, too")
    parser.add_argument("--growth", type=int, nargs="*", default=[100, 1_000, 10_000, 100_000], metavar="N",
                        help="numbers of posts for the table of growth")  # fmt: skip
    return parser.parse_args()


def _cold(program: Program, folder: Path, *more: str) -> Run:
    command = [*program.on(cold=True), *more]
    return lambda: measure(command, folder)


def _warm(program: Program, folder: Path) -> Run:
    is_ready: list[bool] = []

    def run() -> Cost:
        if not is_ready:
            program.forget(folder)
            measure(program.on(), folder)
            is_ready.append(True)
        return measure(program.on(), folder)

    return run


def _files(program: Program, folder: Path, files: Sequence[str]) -> Run:
    return lambda: measure(program.on(files, cold=True), folder)


def _walk(folder: Path) -> Run:
    code = (
        "import os\nstack = ['.']\nwhile stack:\n    for entry in os.scandir(stack.pop()):\n"
        "        if entry.is_dir(follow_symlinks=False): stack.append(entry.path)\n"
        "        else: os.stat(entry.path)\n"
    )
    return lambda: measure([sys.executable, "-c", code], folder)


def _compare(case: str, rounds: int, runs: dict[str, Run]) -> None:
    costs: dict[str, list[Cost]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            costs[name].append(run())
    own = _middle(next(iter(costs.values())))
    print(f"{case:20} {'wall s':>8} {'cpu s':>8} {'MB':>7}   postlint / it: wall   cpu   memory")
    for name, measured in costs.items():
        cost = _middle(measured)
        ratios = (own.wall / cost.wall, own.cpu / max(cost.cpu, 0.001), own.memory / max(cost.memory, 0.1))
        print(f"  {name:18} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.memory:7.0f} {'':13}", end="")
        print("   ".join(f"{ratio:7.2f}" for ratio in ratios))
    print(flush=True)


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(median(c.wall for c in costs), median(c.cpu for c in costs), median(c.memory for c in costs))


def _growth(counts: Sequence[int]) -> None:
    """Print what ever more posts cost; the exponent is 1 where time is proportional to their number."""
    before: tuple[int, float] | None = None
    for count in counts:
        with tempfile.TemporaryDirectory() as made:
            folder = Path(made) / "site"
            write_site(folder, count)
            cold, warm = measure(POSTLINT.on(), folder), measure(POSTLINT.on(), folder)
        exponent = math.log(cold.cpu / before[1]) / math.log(count / before[0]) if before else math.nan
        print(f"{count:>7} posts: cold {cold.cpu:7.2f} s cpu, {cold.memory:4.0f} MB; ", end="")
        print(f"warm {warm.cpu:6.2f} s cpu, {warm.memory:4.0f} MB; exponent {exponent:.2f}", flush=True)
        before = count, cold.cpu


if __name__ == "__main__":
    main()
