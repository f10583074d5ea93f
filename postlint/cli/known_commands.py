"""The commands, with a line on each."""

from __future__ import annotations

COMMANDS = {
    "check": "Lint posts; `postlint content/` is short for `postlint check content/`.",
    "inspect": "Print what postlint reads in a post.",
    "rules": "List the rules.",
    "rule": "Explain one rule.",
    "plugins": "List plugins, and those that failed to load.",
    "config": "Print the settings in force for a path.",
    "init": "Write a commented postlint.toml for this site.",
    "baseline": "Write the findings of old posts down, and see what became of them.",
    "images": "Bring remote pictures home: `postlint images fetch`.",
    "cache": "Show or remove the cache.",
}
