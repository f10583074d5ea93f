"""The keys of a config file: their types, what they mean, and where they may stand."""

from __future__ import annotations

from enum import Enum

from postlint.values.dataclass import dataclass


class Kind(Enum):
    """What a value must be."""

    SELECTORS = "a list of codes, prefixes, rule names or plugin names"
    PATTERNS = "a list of gitignore patterns"
    TEXTS = "a list of texts"
    TEXT = "a text"
    FLAG = "true or false"
    COUNT = "a whole number, 0 or more"
    SEVERITY = '"error", "warning" or "info"'
    TABLES = "a table of tables"
    HOSTS = "a table of hosts"
    OVERRIDES = "[[overrides]] tables"


@dataclass(frozen=True, slots=True)
class Key:
    """A config key, in kebab-case. `is_of_run` marks settings of the whole run, which no override changes."""

    name: str
    kind: Kind
    doc: str
    is_of_run: bool = False
    choices: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """Return the name of the field in Settings."""
        return self.name.replace("-", "_")


KEYS = (
    Key("extends", Kind.TEXTS, "Config files that this one builds on, relative to it.", True),
    Key("select", Kind.SELECTORS, "The rules to run; without it, every rule that is not a preview."),
    Key("ignore", Kind.SELECTORS, "Rules to leave out; of two selectors the more specific one wins."),
    Key("extend-select", Kind.SELECTORS, "Rules to run besides those selected."),
    Key("extend-ignore", Kind.SELECTORS, "Rules to leave out besides those ignored."),
    Key("exclude", Kind.PATTERNS, "Paths that are not read, relative to the config file.", True),
    Key("extend-exclude", Kind.PATTERNS, "More paths that are not read.", True),
    Key("generator", Kind.TEXT, "The site generator, where it is not found by itself."),
    Key("encoding", Kind.TEXT, "The encoding of posts that are not UTF-8."),
    Key("image-keys", Kind.TEXTS, "More front matter keys that hold pictures: `photo`, `card.picture`, `shots[].src`."),
    Key("site", Kind.FLAG, "Compare with the rest of the site even if only files are named.", True),
    Key("no-exclude", Kind.FLAG, "Read files that `exclude`, git or the generator would leave out.", True),
    Key("network", Kind.FLAG, "Ask the network about remote pictures and sources.", True),
    Key("allow-private-addresses", Kind.FLAG, "Let the network phase ask loopback and private addresses.", True),
    Key("max-time", Kind.COUNT, "The seconds that the network phase may take; 0: no limit.", True),
    Key("max-requests", Kind.COUNT, "The requests that the network phase may send; without it: no limit.", True),
    Key("exclude-host", Kind.TEXTS, "Hosts that are not asked; each stands for all below it, too.", True),
    Key("obey-robots", Kind.FLAG, "Ask for robots.txt first, and leave alone what it closes to robots.", True),
    Key("requests-at-once", Kind.COUNT, "The requests that may be under way at once, all hosts together.", True),
    Key("user-agent", Kind.TEXT, "How the network phase introduces itself.", True),
    Key("full", Kind.FLAG, "Read remote pictures to their end (20 MiB at most), to find those that are cut off.", True),
    Key("hosts", Kind.HOSTS, 'How single hosts are asked, under `[hosts."img.example.org"]`; `*`: all.', True),
    Key("output-format", Kind.TEXT, "The format of standard output.", True),
    Key("output-file", Kind.TEXTS, "Files to write as well, as `FORMAT:FILE`.", True),
    Key("min-severity", Kind.SEVERITY, "The least severity that is shown."),
    Key("fail-on", Kind.SEVERITY, "The least severity that makes the exit code 1."),
    Key("max-diagnostics", Kind.COUNT, "Findings beyond this number are folded by rule in text output; 0: none.", True),
    Key("statistics", Kind.FLAG, "Add tables to text output: findings by rule, and what plugins add up.", True),
    Key("exit-zero", Kind.FLAG, "Exit with 0 whatever is found.", True),
    Key("baseline", Kind.TEXT, "The file of known findings, relative to the config file.", True),
    Key("jobs", Kind.COUNT, "The number of processes; 0: one a processor.", True),
    Key("no-cache", Kind.FLAG, "Neither read nor write the cache.", True),
    Key("color", Kind.TEXT, "Whether text output is coloured.", True, ("auto", "always", "never")),
    Key("quiet", Kind.FLAG, "Print findings only.", True),
    Key("verbose", Kind.FLAG, "Print what was left out and why, and tracebacks.", True),
    Key("plugins", Kind.TEXTS, "`no:NAME` leaves a plugin out, a path of a Python file loads it.", True),
    Key("rules", Kind.TABLES, "Options of rules, and their `severity`, under `[rules.<rule-name>]`."),
    Key("views", Kind.TABLES, "Options of readings that rules share, under `[views.<name>]`."),
    Key("overrides", Kind.OVERRIDES, "Other settings for the posts that `paths` match.", True),
)
BY_NAME = {key.name: key for key in KEYS}
SELECTION = ("select", "ignore", "extend-select", "extend-ignore")
SEVERITIES = ("error", "warning", "info")
