"""The templates of a site's own shortcodes, and of the themes on the disk."""

from __future__ import annotations

from postlint.generators.generator import SiteFiles

_FOLDERS = ("layouts/shortcodes", "layouts/_shortcodes")
_MOST_READ = 8192


def read_template(name: str, themes: tuple[str, ...], files: SiteFiles) -> str | None:
    """Return the text of a shortcode's template; None if there is none, or it is too long to be read."""
    for folder in ("", *(f"{theme}/" for theme in themes)):
        for place in _FOLDERS:
            template = f"{folder}{place}/{name}.html"
            if files.exists(template):
                written = files.head(template, _MOST_READ)
                return written.decode("utf-8", "replace") if len(written) < _MOST_READ else None
    return None
