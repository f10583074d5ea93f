"""Paths inside a site: relative to its root, with `/`, never out of it."""

from __future__ import annotations


def join_path(folder: str, path: str) -> str | None:
    """Return the normalised path of `path` seen from `folder`; None if it leads out of the root."""
    parts: list[str] = []
    for part in (f"{folder}/{path}" if folder else path).split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def clamp_path(folder: str, path: str) -> str:
    """Return `path` seen from `folder` as a browser does: `..` at the top stays there."""
    parts: list[str] = []
    for part in (f"{folder}/{path}" if folder else path).split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def seen_from_page(base: str, page: str, url: str) -> str | None:
    """Return what a relative URL on a page leads to, below the site's base path; None if that is left.

    `page` is the page's address without the base path (`/2021/10/10/a/`), `base` has no slashes at its ends.
    """
    folder = page[: page.rfind("/") + 1].strip("/")
    full = clamp_path(clamp_path(base, folder), url)
    if not base:
        return full
    return full[len(base) + 1 :] if full.startswith(f"{base}/") else None


def leading_ups(path: str) -> int:
    """Return how many folders a relative URL goes up before it goes down."""
    ups = 0
    for part in path.split("/"):
        if part == "..":
            ups += 1
        elif part not in ("", "."):
            break
    return ups


def folder_of(path: str) -> str:
    """Return the folder that a file is in; empty for the root."""
    return path[: path.rfind("/")] if "/" in path else ""


def stem_of(path: str) -> str:
    """Return a file's name without folder and extension."""
    name = path[path.rfind("/") + 1 :]
    dot = name.rfind(".")
    return name[:dot] if dot > 0 else name


def relative_folder(text: str) -> str | None:
    """Return a folder named in a config as a path relative to the root; None if it is outside or absolute."""
    text = text.strip().replace("\\", "/")
    if text.startswith(("/", "~")) or ":" in text[:3]:
        return None
    return join_path("", text)
