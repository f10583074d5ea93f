"""What one config file, or the command line, sets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from postlint.values.dataclass import dataclass, field
from postlint.values.settings import Override, Selection


@dataclass(frozen=True)
class Layer:
    """Checked settings of one source. `values` are plain ones by field name of Settings.

    `refusals` are by config key the errors of what the source may not ask for.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    selection: Selection = field(default_factory=Selection)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    views: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    refusals: Mapping[str, str] = field(default_factory=dict)
