"""YAML front matter to nodes by the events of a YAML parser, with what libyaml refuses and the library takes."""

from __future__ import annotations

import yaml

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.nodes import Parsed, Problem
from postlint.front_matter.yaml_builder import Built, LimitError, build_nodes
from postlint.front_matter.yaml_lenient import read_broken
from postlint.front_matter.yaml_mappings import find_duplicates
from postlint.front_matter.yaml_prepare import Prepared, prepare, repair
from postlint.front_matter.yaml_problems import describe_error
from postlint.values.span import Span

_MAX_REPAIRS = 10


def parse_events(block: str, base: int, flavour: Yaml) -> Parsed:
    """Parse a block by the events of a YAML parser; `base` is its offset in the source. Never raises."""
    prepared = prepare(block, flavour, base)
    try:
        built = _build(prepared, base, flavour)
    except yaml.YAMLError as error:
        return _parse_broken(describe_error(error, prepared, base), prepared, block, base, flavour)
    except LimitError as error:
        at, message = error.args
        problem = Problem(Span(at, at + 1), message, "make it flatter", "limit")
        return _parse_broken(problem, prepared, block, base, flavour)
    problems = sorted((*prepared.problems, *built.problems), key=lambda problem: problem.span)
    return Parsed(built.root, tuple(problems), tuple(built.duplicates))


def _build(prepared: Prepared, base: int, flavour: Yaml) -> Built:
    """Build the nodes; what libyaml alone refuses is rewritten, one place after another."""
    for _ in range(_MAX_REPAIRS):
        try:
            return build_nodes(prepared, base, flavour)
        except yaml.MarkedYAMLError as error:
            repaired = _repair(error, prepared, flavour)
            if repaired is None:
                raise
            prepared = repaired
    return build_nodes(prepared, base, flavour)


def _repair(error: yaml.MarkedYAMLError, prepared: Prepared, flavour: Yaml) -> Prepared | None:
    mark = error.context_mark if (error.context or "").startswith("while scanning an a") else error.problem_mark
    return repair(prepared, mark.index, flavour) if mark is not None else None


def _parse_broken(problem: Problem, prepared: Prepared, block: str, base: int, flavour: Yaml) -> Parsed:
    root, problems = read_broken(block, base, flavour)
    if not problems or problem.kind == "limit":
        problems = [problem]
    problems = [*prepared.problems, *(found for found in problems if found not in prepared.problems)]
    duplicates = find_duplicates(root.entries, flavour, problems) if root is not None else ()
    return Parsed(root, tuple(sorted(problems, key=lambda found: found.span)), duplicates)
