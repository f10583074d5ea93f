"""`python -m postlint.docgen --write` makes the pages, `--check` tells whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

from postlint.docgen.rule_pages import render_pages
from postlint.host.manager import load_plugins


def main(arguments: list[str]) -> int:
    """Write or check `docs/rules` below the working directory."""
    folder = Path("docs/rules")
    pages = render_pages(load_plugins().registry)
    stale = [n for n, text in pages.items() if not (folder / n).is_file() or (folder / n).read_text("utf-8") != text]
    extra = sorted(path.name for path in folder.glob("*.md") if path.name not in pages)
    if arguments == ["--write"]:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (folder / name).write_text(text, "utf-8")
        for name in extra:
            (folder / name).unlink()
        return 0
    for name in (*stale, *extra):
        print(f"docs/rules/{name} is not current; run `python -m postlint.docgen --write`")
    return 1 if stale or extra else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
