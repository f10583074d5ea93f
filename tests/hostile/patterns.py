"""Asks every pattern of first-party code for texts that repeat, and prints those that take long.

The name of a pattern is printed before it is asked: the last one tells where it ended, should it never come back.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from types import ModuleType

from postlint_attribution.catalogue import built_in

PACKAGES = (
    "postlint", "postlint_attribution", "postlint_content", "postlint_dates", "postlint_front_matter", "postlint_images",
)  # fmt: skip
LENGTH = 400
# for most it is less than a thousandth of that
MOST_SECONDS = 2.0
SEEDS = (
    "a", "A", "1", "a ", "A b ", "Ab Cd, ", " ", "\u3000", "\t", "\n", "\n\n", "作", "作者", "会社 ", "ab会社 ", "a.", "a-",
    "、", "，", "：", "「", "》", "[a](", "[", "(", "『a", "가", "가나 ", "の", "を", "©", "cc ", "by ", "2024 ", "2024-01-",
    "https://a.b/", "@a ", "&", "&amp;", "/", "|", "* ", "*", "_", "`", "“", '"', "'", "\\", "-", " - ", "。", "文・", "写真",
    "图", "出典", "转载", "来源", "source ", "image ", "photo by ", "the ", "<", "<a ", "<!--", "{{ ", "{% ", "![", "](", "%",
    "%25", "../", "?a=", "#", "---\n", "a: ", "- ", "\u200b",
)  # fmt: skip

Named = tuple[str, str, int, str]


def _modules(name: str) -> Iterator[ModuleType]:
    package = importlib.import_module(name)
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{name}."):
        if "__main__" not in found.name and ".testing" not in found.name:
            yield importlib.import_module(found.name)


def _patterns() -> Iterator[Named]:
    """Yield place, pattern, flags and an example of what it finds."""
    for name in PACKAGES:
        for module in _modules(name):
            for key, value in vars(module).items():
                pattern = getattr(value, "pattern", None)
                if isinstance(pattern, str) and hasattr(value, "search"):
                    yield f"{module.__name__}.{key}", pattern, value.flags, ""
    for wording in built_in().patterns:
        regex = wording.regex
        yield f"{wording.wording.kind}: {regex.pattern[:60]}", regex.pattern, regex.flags, wording.wording.example


def _texts(example: str) -> Iterator[str]:
    for seed in SEEDS:
        many = seed * (LENGTH // len(seed))
        yield many
        yield f"{example}{many}\0"
        yield f"{many}{example}"
    for length in (3, 7, 15):
        yield example[:length] * (LENGTH // length)


def _slowest(named: Named) -> tuple[float, str]:
    """Return the most seconds that a pattern took for one text, and the text."""
    _, pattern, flags, example = named
    regex = re.compile(pattern, flags)
    worst = 0.0, ""
    for text in _texts(example):
        started = time.process_time()
        regex.search(text)
        worst = max(worst, (time.process_time() - started, text))
    return worst


def main() -> None:
    """Print a line a pattern, and one more for each that is slow."""
    for named in _patterns():
        print(named[0], flush=True)
        seconds, text = _slowest(named)
        if seconds > MOST_SECONDS:
            print(f"SLOW {named[0]}: {seconds:.1f} s for {text[:40]!r}", flush=True)


if __name__ == "__main__":
    main()
