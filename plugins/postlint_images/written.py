"""What can be told from a picture's URL as it is written, without looking anywhere."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

from postlint import late_pattern
from postlint_images.addresses import split_authority

_END_OF_AUTHORITY = late_pattern(r"[/?#\\]")
_WINDOWS = late_pattern(r"[A-Za-z]:[\\/]|\\\\[^\\/]|//\?/")
# on these alone nobody can tell a site's folder from a machine's: they count where the file is missing
_HOME = late_pattern(r"/(?:Users|home)/[^/]+/.|~[/\\]")
_HTTP_LIKE = late_pattern(
    r"(?:h{1,3}t{1,3}p{0,2}s{0,2}|ttps?|tps|httpps?|hptt?ps?|htttps?|https?)(?::|：|;|\b)[/／]{0,3}",
    re.IGNORECASE,
)
_GOOD_START = late_pattern(r"https?://(?=[^/])", re.IGNORECASE)
_TWICE = late_pattern(r"https?://https?(?::/{0,2}|//)", re.IGNORECASE)
_ESCAPED_TWICE = late_pattern(r"(?:%25[89A-Fa-f][0-9A-Fa-f]){2,}")
_BAD_ESCAPE = late_pattern(r"%(?![0-9A-Fa-f]{2})")
_FORBIDDEN_HOST = late_pattern(r"[\s\x00-\x20\x7f#%/<>?@\\^|\[\]]")
_MOST_PORTS = 65535


def is_machine_path(text: str) -> bool:
    """Tell whether a URL names a file of the author's machine: a drive, a share or `file:`."""
    return text[:5].lower() == "file:" or bool(_WINDOWS.match(text))


def may_be_home_path(text: str) -> bool:
    """Tell whether a path looks like one below a home folder; a site may have such folders as well."""
    return bool(_HOME.match(text))


def find_stray_escape(text: str) -> str | None:
    """Return the first `%` that begins no escape, with what follows, or None."""
    found = _BAD_ESCAPE.search(text) if "%" in text else None
    return text[found.start() : found.start() + 3] if found else None


def find_fault(text: str) -> str | None:
    """Return what makes a URL malformed, in words that follow «image URL», or None."""
    if not text:
        return "is empty"
    if text.startswith("//") or _GOOD_START.match(text):
        if _TWICE.match(text):
            return f'has two schemes: "{text[:24]}"'
        return _authority_fault(text)
    found = _HTTP_LIKE.match(text)
    if found and _looks_broken(text, found.group()):
        return _scheme_fault(found.group())
    return None


def _looks_broken(text: str, start: str) -> bool:
    """`http.png` and `https/a.png` are paths; `https//host.tld/` and `hhttps://` are not."""
    if start.rstrip("/／")[-1:] in (":", "：", ";"):
        return True
    after = text[len(start) :]
    return start.endswith("//") and "." in after.partition("/")[0]


def _scheme_fault(start: str) -> str:
    if re.match(r"https?:/{3,}", start, re.IGNORECASE):
        return "names no host"
    if re.match(r"https?:", start, re.IGNORECASE):
        return f'has a broken scheme: "{start}"'
    return f'has an unknown scheme: "{start}"'


def _authority_fault(text: str) -> str | None:
    start = text.find("//") + 2
    end = _END_OF_AUTHORITY.search(text, start)
    _, host, port = split_authority(text[start : end.start() if end else len(text)])
    if not host:
        return "names no host"
    if port and not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) <= _MOST_PORTS):
        return f'has a bad port: "{port[:20]}"'
    if host.startswith("["):
        return None if host.endswith("]") else f'has a bad host: "{host[:40]}"'
    bad = _FORBIDDEN_HOST.search(host)
    if bad:
        return f'has a bad host: "{host[:40]}"'
    # in a query it is harmless (formulas)
    return "has a backslash in it" if "\\" in text.partition("?")[0] else None


def find_double_escape(path: str) -> str | None:
    """Return the first run of escapes that were escaped again and stand for letters beyond ASCII, as `%25E4%25BD%25A0`.

    Other characters are left alone: servers that escape blanks and brackets twice find their files so.
    """
    for match in _ESCAPED_TWICE.finditer(path):
        try:
            unquote_to_bytes(match[0].replace("%25", "%")).decode()
        except UnicodeDecodeError:
            continue
        return match[0]
    return None
