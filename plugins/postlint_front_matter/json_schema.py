"""The user's JSON Schema: read from the site, compiled once, asked about plain data."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from postlint import Civil, Site, UsageError, dataclass

_SITE = "site:///"
Step = str | int


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What a schema refuses: the path to the value, the keyword, its facts, and the library's words."""

    path: tuple[Step, ...]
    keyword: str
    facts: dict[str, Any]
    message: str


def find_mismatches(site: Site, file: str, data: Any) -> Iterator[Mismatch]:
    """Yield what the schema in a file of the site refuses. Raises UsageError if it cannot be used."""
    content = _read(site, file)
    # files that it refers to are part of what the answer depends on
    others: tuple[tuple[str, bytes], ...] = ()
    while isinstance(validator := _compile(file, content, others), str):
        others = (*others, (validator, _read(site, validator, f"{file} refers to")))
    for error in validator.iter_errors(data):
        facts = error.kind.as_dict()
        yield Mismatch(tuple(error.instance_path), error.kind.name, facts, error.message)


def _read(site: Site, file: str, why: str = "") -> bytes:
    content = site.files.read(posixpath.normpath(file))
    if content is None:
        what = f'{why} "{file}", which' if why else f'"{file}"'
        raise UsageError(f"rule schema-mismatch: {what} is not there; it is looked for below {site.root or '.'}")
    return content


@lru_cache(maxsize=32)
def _compile(file: str, content: bytes, others: tuple[tuple[str, bytes], ...]) -> Any:
    """Return the validator, or the path of another file that is needed for it."""
    try:
        import jsonschema_rs
    except ImportError:
        needed = "jsonschema-rs, which is not installed: `pip install 'postlint[schema]'`"
        raise UsageError(f"rule schema-mismatch: a schema needs {needed}") from None
    wanted: list[str] = []
    try:
        return jsonschema_rs.validator_for(
            _parse(file, content),
            validate_formats=True,
            base_uri=_SITE + file,
            retriever=_retriever(dict(others), wanted),
        )
    except (ValueError, TypeError, RecursionError, jsonschema_rs.ReferencingError) as error:
        if wanted:
            return wanted[0]
        reason = str(getattr(error, "message", None) or error).partition("\n")[0]
        raise UsageError(f"rule schema-mismatch: {file} is no JSON Schema: {reason}") from None


def _retriever(known: dict[str, bytes], wanted: list[str]) -> Callable[[str], Any]:
    """Return what the library asks for other schemas: files of the site only, never the network."""

    def retrieve(uri: str) -> Any:
        if not uri.startswith(_SITE):
            raise ValueError(f"{uri} is not fetched: keep the schema below the site's root")
        path = uri[len(_SITE) :]
        if path not in known:
            wanted.append(path)
            raise ValueError(path)
        return _parse(path, known[path])

    return retrieve


def _parse(file: str, content: bytes) -> Any:
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise UsageError(f"rule schema-mismatch: {file} is not valid JSON: {error}") from None
    if not isinstance(found, dict | bool):
        raise UsageError(f"rule schema-mismatch: {file} holds no schema: it is neither a map nor true or false")
    return found


def as_json(value: Any) -> Any:
    """Return a front matter value as JSON holds it; a date is `2021-10-10` or `2021-10-10T04:35:37Z`."""
    if isinstance(value, dict):
        return {_text(str(key)): as_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    if isinstance(value, Civil):
        return _date(value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return _text(value) if isinstance(value, str) else value


def _date(value: Civil) -> str:
    text = str(value)
    if value.date_only:
        return text
    day, clock, *offset = text.split(" ")
    zone = "Z" if not offset or value.offset == 0 else offset[0]
    return f"{day}T{clock.removesuffix('Z')}{zone}"


def _text(text: str) -> str:
    """Return a text without lone surrogates, which no JSON holds."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
