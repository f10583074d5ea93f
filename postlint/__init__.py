"""The linter for posts: what plugins and scripts may import, and nothing else.

Names are loaded on first use (PEP 562), so that `import postlint` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from postlint.values.version import __version__ as __version__

if TYPE_CHECKING:
    from postlint.body.block import Block
    from postlint.body.passages import Passage
    from postlint.body.references import ImageRef, LinkRef
    from postlint.body.url import Url
    from postlint.front_matter.flavours import Yaml
    from postlint.front_matter.nodes import Entry, Mapping, Node, Scalar, Sequence
    from postlint.generators.generator import Generator, Resolution
    from postlint.generators.known import known_keys
    from postlint.generators.outcome import DateReading, Fault, Outcome
    from postlint.host.hookspecs import hookimpl
    from postlint.post.front_matter import FrontMatter
    from postlint.post.post import Post
    from postlint.post.site import Site
    from postlint.reporters.reporter import Reporter
    from postlint.rulekit.examples import Invalid, Valid
    from postlint.rulekit.options import Options, option
    from postlint.rulekit.plugin_info import PluginInfo
    from postlint.rulekit.remote_picture import RemotePicture
    from postlint.rulekit.rule import Fixable, NetworkRule, PostRule, RuleClass, SiteRule
    from postlint.rulekit.statistic import Statistic
    from postlint.rulekit.view import View
    from postlint.values.dataclass import dataclass, field, replace
    from postlint.values.edit import Edit, Fix
    from postlint.values.errors import UsageError
    from postlint.values.instant import Civil, Instant
    from postlint.values.late_pattern import late_pattern
    from postlint.values.lazy import lazy
    from postlint.values.named_tuple import NamedTuple
    from postlint.values.patterns import path_patterns
    from postlint.values.record import Record, SiteRecord
    from postlint.values.report import Related, Report, Severity, SiteReport
    from postlint.values.request import NetworkError, Request, Response, Verdict
    from postlint.values.run_result import RunResult
    from postlint.values.span import Span
    from postlint.values.suggest import nearest
    from postlint.values.table import Table

_HOMES = {
    "postlint.body.block": ("Block",),
    "postlint.body.passages": ("Passage",),
    "postlint.body.references": ("ImageRef", "LinkRef"),
    "postlint.body.url": ("Url",),
    "postlint.front_matter.nodes": ("Entry", "Mapping", "Node", "Scalar", "Sequence"),
    "postlint.front_matter.flavours": ("Yaml",),
    "postlint.generators.generator": ("Generator", "Resolution"),
    "postlint.generators.known": ("known_keys",),
    "postlint.generators.outcome": ("DateReading", "Fault", "Outcome"),
    "postlint.host.hookspecs": ("hookimpl",),
    "postlint.post.front_matter": ("FrontMatter",),
    "postlint.post.post": ("Post",),
    "postlint.post.site": ("Site",),
    "postlint.reporters.reporter": ("Reporter",),
    "postlint.rulekit.examples": ("Invalid", "Valid"),
    "postlint.rulekit.options": ("Options", "option"),
    "postlint.rulekit.plugin_info": ("PluginInfo",),
    "postlint.rulekit.remote_picture": ("RemotePicture",),
    "postlint.rulekit.rule": ("Fixable", "NetworkRule", "PostRule", "RuleClass", "SiteRule"),
    "postlint.rulekit.statistic": ("Statistic",),
    "postlint.rulekit.view": ("View",),
    "postlint.values.dataclass": ("dataclass", "field", "replace"),
    "postlint.values.edit": ("Edit", "Fix"),
    "postlint.values.errors": ("UsageError",),
    "postlint.values.instant": ("Civil", "Instant"),
    "postlint.values.named_tuple": ("NamedTuple",),
    "postlint.values.patterns": ("path_patterns",),
    "postlint.values.late_pattern": ("late_pattern",),
    "postlint.values.lazy": ("lazy",),
    "postlint.values.record": ("Record", "SiteRecord"),
    "postlint.values.report": ("Related", "Report", "Severity", "SiteReport"),
    "postlint.values.request": ("NetworkError", "Request", "Response", "Verdict"),
    "postlint.values.run_result": ("RunResult",),
    "postlint.values.span": ("Span",),
    "postlint.values.suggest": ("nearest",),
    "postlint.values.table": ("Table",),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Block",
    "Civil",
    "DateReading",
    "Edit",
    "Entry",
    "Fault",
    "Fix",
    "Fixable",
    "FrontMatter",
    "Generator",
    "ImageRef",
    "Instant",
    "Invalid",
    "LinkRef",
    "Mapping",
    "NamedTuple",
    "NetworkError",
    "NetworkRule",
    "Node",
    "Options",
    "Outcome",
    "Passage",
    "PluginInfo",
    "Post",
    "PostRule",
    "Record",
    "Related",
    "RemotePicture",
    "Report",
    "Reporter",
    "Request",
    "Resolution",
    "Response",
    "RuleClass",
    "RunResult",
    "Scalar",
    "Sequence",
    "Severity",
    "Site",
    "SiteRecord",
    "SiteReport",
    "SiteRule",
    "Span",
    "Statistic",
    "Table",
    "Url",
    "UsageError",
    "Valid",
    "Verdict",
    "View",
    "Yaml",
    "dataclass",
    "field",
    "hookimpl",
    "known_keys",
    "late_pattern",
    "lazy",
    "nearest",
    "option",
    "path_patterns",
    "replace",
]


def __getattr__(name: str) -> Any:
    module = _HOME_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'postlint' has no attribute {name!r}")
    value = getattr(import_module(module), name)
    globals()[name] = value
    return value
