"""Fuzzes with bytes that atheris finds by what they make the code do.

    python tests/fuzz/fuzz_bytes.py FOLDER -max_total_time=1800 -rss_limit_mb=1024 -timeout=25

FOLDER collects the inputs that reach new code. The first byte of an input chooses generator and target.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["postlint", *(f"postlint_{n}" for n in ("front_matter", "dates", "images"))]):
    from checks import GENERATORS, check_config, check_post, check_suppressed, plugins

_SEEDS = (
    b"---\ntitle: A walk\ndate: 2024-05-06 08:00:00\ntags: [a, b]\n---\n\nText ![a](http://a.example.com/x.png)\n",
    b"+++\ntitle = 'A'\ndate = 2024-02-30\n+++\n<img src=a.png>\n",
    b'{"title": "A"}\n\n{{< figure src="a.png" >}}\n',
    "---\n标题: x\n---\n转载自：[某站](http://a.cn/1)，作者：王五\n".encode(),
    b"<!-- postlint-disable-next-line IMG006 -- why -->\n![](http://a.example.com/x.png)\n",
)


def take(data: bytes) -> None:
    """Check one input."""
    if not data:
        return
    generator, target = data[0] % len(GENERATORS), data[0] // len(GENERATORS) % 4
    if target == 0:
        check_config(data[1:])
    elif target == 1:
        check_suppressed(data[1:], generator)
    else:
        check_post(data[1:], generator)


def main() -> None:
    """Start libFuzzer on a folder with the seeds in it."""
    folder = Path(next((a for a in sys.argv[1:] if not a.startswith("-")), "corpus"))
    folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(_SEEDS):
        for generator in range(len(GENERATORS)):
            start = 2 * len(GENERATORS) + generator
            (folder / f"seed-{number}-{generator}").write_bytes(bytes([start]) + seed)
    plugins()
    atheris.Setup(sys.argv, take)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
