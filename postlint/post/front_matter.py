"""A post's front matter as rules use it."""

from __future__ import annotations

from collections import abc
from typing import Any

from postlint.front_matter.edits import FrontMatterEdit
from postlint.front_matter.flavours import Toml, Yaml
from postlint.front_matter.nodes import Entry, Mapping, Parsed, Problem, key_of
from postlint.front_matter.split import Split
from postlint.generators.generator import FrontMatterReading
from postlint.values.lazy import lazy
from postlint.values.span import Span


class FrontMatter:
    """The block that the post has: where it is, what it holds, and whether the generator sees it."""

    def __init__(self, text: str, reading: FrontMatterReading, split: Split, parsed: Parsed) -> None:
        self.text, self.reading, self.split, self.parsed = text, reading, split, parsed
        self.root = parsed.root if isinstance(parsed.root, Mapping) else Mapping(split.block, ())

    @property
    def format(self) -> str:
        """Return `yaml`, `toml`, `json`, `hexo-json`, `hexo-old`, `meta` or `org`."""
        return self.split.format

    @property
    def span(self) -> Span:
        """Return the block with its fences."""
        return self.split.span

    @property
    def opening(self) -> Span:
        """Return the opening fence; where there is none, the start of the block."""
        start = self.split.block.start
        return self.split.opening if len(self.split.opening) else Span(start, start)

    @property
    def is_read(self) -> bool:
        """Tell whether the generator sees the block as front matter."""
        return self.reading.is_read

    @property
    def is_map(self) -> bool:
        """Tell whether the block is a mapping or empty, as front matter must be."""
        return self.parsed.root is None or isinstance(self.parsed.root, Mapping)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return what the generator's parser refuses."""
        return self.parsed.problems

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the top-level entries, duplicates included."""
        return self.root.entries

    @lazy
    def keys(self) -> tuple[str, ...]:
        """Return the top-level keys, duplicates included. Many posts have the same: what hangs on them can be kept."""
        return tuple(map(key_of, self.root.entries))

    def find(self, *path: str) -> Entry | None:
        """Return the entry under a path of keys, or None."""
        entry = self._last_of.get(path[0])
        if len(path) == 1 or entry is None:
            return entry
        return entry.node.find(*path[1:]) if isinstance(entry.node, Mapping) else None

    def find_dotted(self, key: str) -> Entry | None:
        """Return the entry under a dotted key (`cover.image`), or None."""
        return self._last_of.get(key) if "." not in key else self.find(*key.split("."))

    def find_any(self, *keys: str) -> Entry | None:
        """Return the entry of the first of some dotted keys that is there."""
        for key in keys:
            entry = self.find_dotted(key)
            if entry is not None:
                return entry
        return None

    @lazy
    def _last_of(self) -> abc.Mapping[str, Entry]:
        """Return the entries by their keys; of equal keys the last one."""
        return self.reading.entries if self.is_read else {entry.key: entry for entry in self.root.entries}

    @lazy
    def data(self) -> dict[str, Any]:
        """Return the plain data; of equal keys the last one wins."""
        return self.root.value

    @lazy
    def edit(self) -> FrontMatterEdit:
        """Return the maker of edits; nothing else may write front matter."""
        flavour = self.reading.flavour
        if flavour is None:
            flavour = Toml.GO_TOML if self.format == "toml" else Yaml.JS_YAML_4
        return FrontMatterEdit(self.text, self.split, self.root, flavour)
