"""What postlint reads in a post, as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from postlint.body.references import ImageRef
from postlint.engine.candidate import Candidate, SettingsTable
from postlint.engine.discovery import Discoverer
from postlint.engine.limits import LimitReached, limited
from postlint.engine.request import CheckRequest
from postlint.engine.rule_crash import limit_failure, rule_crash
from postlint.engine.run_state import make_worker
from postlint.engine.sites import make_sites
from postlint.engine.worker import Worker
from postlint.front_matter.nodes import Entry
from postlint.generators.outcome import DateReading, Outcome
from postlint.host.manager import Plugins
from postlint.post.front_matter import FrontMatter
from postlint.post.post import Post
from postlint.values.failure import Failure
from postlint.values.instant import Civil
from postlint.values.lines import LineIndex
from postlint.values.span import Span


def inspect_paths(request: CheckRequest, plugins: Plugins) -> Iterator[dict[str, Any] | Failure]:
    """Yield one object a candidate, in order of the paths, and what could not be done."""
    sites = make_sites(request, plugins.generators)
    table = SettingsTable()
    found = Discoverer(request, sites, table).run()
    yield from found.failures
    worker = make_worker(request, plugins, sites, table)
    for candidate in found.candidates:
        yield from inspect_candidate(worker, candidate)


def inspect_candidate(worker: Worker, candidate: Candidate) -> Iterator[dict[str, Any] | Failure]:
    """Yield the object of one candidate; after a failure it has every key all the same."""
    source = worker.read(candidate)
    if isinstance(source, Failure):
        yield source
        yield _empty(worker, candidate)
        return
    post = worker.post(source, candidate)
    try:
        with limited():
            described = describe(worker, candidate, post)
        yield described
    except LimitReached as reached:
        yield limit_failure(f"{reached}; it was not read", candidate.shown)
        yield _empty(worker, candidate)
    except (RecursionError, MemoryError) as error:
        yield rule_crash(None, error, candidate.shown)
        yield _empty(worker, candidate)
    except Exception as error:
        yield Failure("PL005", f"postlint crashed: {type(error).__name__}: {error}", candidate.shown)
        yield _empty(worker, candidate)


def describe(worker: Worker, candidate: Candidate, post: Post) -> dict[str, Any]:
    """Return what `inspect` prints of a post, as contract.md §4."""
    source = post.source
    lines = source.lines
    described = _empty(worker, candidate)
    described.update(
        encoding=source.encoding if source.is_decodable else None,
        newline=source.newline,
        front_matter=_front_matter(post.front_matter, lines),
        date=_date(post.date),
        outcome=_outcome(post.outcome),
        images=[_image(worker, post, image, lines) for image in post.images],
    )
    for name, view in worker.plugins.views.items():
        described[name] = post.view(view.view).to_json()
    return described


def _empty(worker: Worker, candidate: Candidate) -> dict[str, Any]:
    site = worker.site(candidate.site)
    empty: dict[str, Any] = {
        "path": candidate.shown,
        "role": candidate.role,
        "generator": site.generator.profile.name,
        "generator_version": site.facts.version_text or site.generator.profile.newest_version or None,
        "encoding": None,
        "newline": None,
        "front_matter": None,
        "date": None,
        "outcome": None,
        "images": [],
        "attributions": [],
    }
    empty.update({name: [] for name in worker.plugins.views})
    return empty


def _location(lines: LineIndex, offset: int) -> dict[str, int]:
    position = lines.position(offset)
    return {"line": position.line, "column": position.column}


def _front_matter(front_matter: FrontMatter | None, lines: LineIndex) -> dict[str, Any] | None:
    if front_matter is None:
        return None
    problem = front_matter.problems[0] if front_matter.problems else None
    return {
        "format": front_matter.format,
        "offset": list(front_matter.span),
        "read_by_generator": front_matter.is_read,
        "keys": {entry.key: _entry(entry, lines) for entry in front_matter.entries},
        "error": problem
        and {
            "message": problem.message,
            "hint": problem.hint,
            "offset": list(problem.span),
            "location": _location(lines, problem.span.start),
        },
    }


def _entry(entry: Entry, lines: LineIndex) -> dict[str, Any]:
    return {
        "value": to_plain(entry.value),
        "type": entry.type,
        "location": _location(lines, entry.key_span.start),
    }


def to_plain(value: Any) -> Any:
    """Return a front matter value as JSON can hold it; dates as text."""
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Civil):
        return str(value)
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value


def _date(date: DateReading | None) -> dict[str, Any] | None:
    if date is None:
        return None
    return {
        "raw": date.raw,
        "instant": None if date.read is None else str(date.read),
        "format": date.format,
        "meant": None if date.meant is None else str(date.meant),
        "from": "front-matter" if date.entry else "file-name",
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "status": outcome.status,
        "reason": outcome.reason,
        "title": to_plain(outcome.title),
        "title_from": outcome.title_from,
        "date": None if outcome.date is None else str(outcome.date),
        "date_from": outcome.date_from,
    }


def _image(worker: Worker, post: Post, image: ImageRef, lines: LineIndex) -> dict[str, Any]:
    resolution = post.resolve(image)
    span: Span = image.url.span
    original = resolution.original
    if original is None and resolution.status == "remote":
        original = worker.plugins.hook.postlint_original_url(url=image.url.text)
    return {
        "url": image.url.text,
        "raw": image.url.raw,
        "kind": image.kind,
        "attribute": image.name or None,
        "offset": list(span),
        "location": _location(lines, span.start),
        "alt": image.alt,
        "resolution": {
            "status": resolution.status,
            "path": resolution.path,
            "original": original,
            "reason": resolution.reason,
        },
    }
