"""`python -m postlint.docgen --write` makes the pages, `--check` tells whether they are current."""

from __future__ import annotations

import sys
from pathlib import Path

from postlint.docgen.generators_page import render_generators
from postlint.docgen.rule_pages import render_pages
from postlint.docgen.settings_page import render_settings
from postlint.host.manager import load_plugins

_DOCS = Path("docs")
_HEAD = "<!-- made by `python -m postlint.docgen --write`; do not edit -->\n\n"


def main(arguments: list[str]) -> int:
    """Write or check the generated pages of `docs` below the working directory."""
    pages = {path: _HEAD + text for path, text in _render().items()}
    stale = [path for path, text in pages.items() if not path.is_file() or path.read_text("utf-8") != text]
    extra = [path for path in sorted((_DOCS / "rules").glob("*.md")) if path not in pages]
    if arguments == ["--write"]:
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages[path], "utf-8")
        for path in extra:
            path.unlink()
        return 0
    for path in (*stale, *extra):
        print(f"{path.as_posix()} is not current; run `python -m postlint.docgen --write`")
    return 1 if stale or extra else 0


def _render() -> dict[Path, str]:
    plugins = load_plugins()
    pages = {_DOCS / "rules" / name: text for name, text in render_pages(plugins.registry).items()}
    pages[_DOCS / "generators.md"] = render_generators()
    pages[_DOCS / "settings.md"] = render_settings()
    return pages


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
