"""A site's own configuration in YAML, as data."""

from __future__ import annotations

from typing import Any

import yaml

_NODES = 100_000
_DEPTH = 100


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # the C class where it was built
    """A safe loader that takes unknown tags (`!ENV`, `!!python/name:…`, `!reference`) as plain data."""

    def construct_unknown(self, node: yaml.Node) -> Any:
        """Return the plain data under an unknown tag."""
        if isinstance(node, yaml.ScalarNode):
            return self.construct_scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return self.construct_sequence(node, deep=True)
        return self.construct_mapping(node, deep=True)


_Loader.add_constructor(None, _Loader.construct_unknown)


def load_yaml(text: str) -> Any:
    """Return the data of a config. Raises ValueError for what is no YAML, and for too much of it."""
    try:
        return _load(text.lstrip("\ufeff"))
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _load(text: str) -> Any:
    depth = 0
    try:
        # libyaml's composer calls itself for every level and ends the process where the stack ends
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEPTH:
                    raise ValueError("too many levels")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.scanner.ScannerError as error:  # libyaml from 0.2.6 counts while it reads ahead
        if error.problem == "exceeded maximum nesting depth":
            raise ValueError("too many levels") from None
        raise
    data = yaml.load(text, Loader=_Loader)  # noqa: S506  # derived from the safe loader
    if _count(data, _NODES) <= 0:
        raise ValueError("too many values")
    return data


def _count(data: Any, left: int) -> int:
    """Count values down from `left`: aliases of aliases grow exponentially for whoever walks them."""
    if isinstance(data, dict):
        data = data.values()
    elif not isinstance(data, list):
        return left - 1
    for item in data:
        if left <= 0:
            break
        left = _count(item, left)
    return left - 1
