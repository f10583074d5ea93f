"""What a run is asked to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from postlint.values.dataclass import dataclass, field
from postlint.values.settings import Settings

if TYPE_CHECKING:
    from postlint.values.network import NetworkSettings

STDIN_NAME = "stdin.md"


class Configuration(Protocol):
    """Finds the settings of a path: nearest file, overrides, flags."""

    def settings_for(self, path: str) -> Settings:
        """Return the settings of an absolute path; the same object for the same settings. Raises ConfigError."""

    def settings_in(self, folder: str) -> Settings | None:
        """Return the settings of every file in an absolute folder; None where overrides may tell them apart."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `done` of `total`, findings so far; `what` is counted in."""

    done: int
    total: int
    findings: int
    what: str = "posts"


@dataclass(frozen=True)
class CheckRequest:
    """A run of `check`, `inspect` or `init`.

    `paths` are as given by the user. `stdin` holds the bytes of standard input where a path is `-`, and
    `stdin_name` its name. `disabled` and `local_plugins` as `load_plugins` takes them.
    `use_cache` lets results of earlier runs stand where they still hold.
    `baseline` is the absolute path of the file of known findings; it shrinks by itself, takes new findings
    with `grows_baseline`, and is left as it is with `keeps_baseline`. `since` names a commit.
    `adds_suppressions` writes suppressions of what is found, with a `reason`.
    `network` is None for a run that asks no other host.
    `on_progress` is called in the parent about ten times a second at most.
    """

    paths: tuple[str, ...]
    configuration: Configuration
    stdin: bytes | None = None
    stdin_name: str = STDIN_NAME
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    no_exclude: bool = False
    whole_site: bool = False
    jobs: int | None = None
    generator: str | None = None
    disabled: tuple[str, ...] = ()
    local_plugins: tuple[str, ...] = ()
    is_verbose: bool = False
    use_cache: bool = False
    baseline: str | None = None
    grows_baseline: bool = False
    keeps_baseline: bool = False
    since: str | None = None
    adds_suppressions: bool = False
    reason: str = ""
    on_progress: Callable[[Progress], None] | None = None
    network: NetworkSettings | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def wants_fixes(self) -> bool:
        """Tell whether fixes are made, written or not."""
        return self.fix or self.unsafe_fixes or (self.diff and not self.adds_suppressions)
