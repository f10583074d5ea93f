"""Pelican's settings: a Python module, of which only literal assignments are taken."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable
from typing import Any

LIMIT = 262_144


def read_pelican_config(read: Callable[[str], str | None], notes: list[str]) -> tuple[dict[str, Any], str | None]:
    """Return the settings that stand literally in pelicanconf.py, laid over by those of publishconf.py.

    A setting made of other literal settings (`SITEURL + "/x"`, `[PATH]`) counts; anything else is left out.
    """
    config: dict[str, Any] = {}
    path = None
    for name in ("pelicanconf.py", "publishconf.py"):
        text = read(name)
        if text is None:
            continue
        path = path or name
        if len(text) > LIMIT:
            notes.append(f"{name} is too long to be read")
            continue
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                tree = ast.parse(text.lstrip("\ufeff"))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            notes.append(f"{name} cannot be read: {error}")
            continue
        for statement in tree.body:
            _assign(statement, config)
    return config, path


def _assign(statement: ast.stmt, config: dict[str, Any]) -> None:
    if isinstance(statement, ast.Assign):
        targets, value = statement.targets, statement.value
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets, value = [statement.target], statement.value
    else:
        return
    for target in targets:
        if isinstance(target, ast.Name):
            config.pop(target.id, None)
            try:
                config[target.id] = _evaluate(value, config)
            except (ValueError, TypeError, RecursionError):
                continue


def _evaluate(node: ast.expr, known: dict[str, Any]) -> Any:
    """Return the value of a literal, of a known name, or of two joined texts. Raises ValueError."""
    if isinstance(node, ast.Name):
        if node.id in known:
            return known[node.id]
        raise ValueError(node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _evaluate(node.left, known), _evaluate(node.right, known)
        if type(left) is not type(right) or not isinstance(left, (str, list, tuple)) or len(left) > 10_000:
            raise ValueError("not two texts or lists")
        return left + right
    if isinstance(node, (ast.List, ast.Tuple)):
        items = [_evaluate(item, known) for item in node.elts]
        return tuple(items) if isinstance(node, ast.Tuple) else items
    if isinstance(node, ast.Dict):
        return {
            _evaluate(key, known): _evaluate(value, known)
            for key, value in zip(node.keys, node.values, strict=True)
            if key is not None
        }
    return ast.literal_eval(node)
