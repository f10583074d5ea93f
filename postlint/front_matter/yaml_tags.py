"""What a tag makes of a YAML node, library by library."""

from __future__ import annotations

from base64 import b64decode
from typing import Any

from postlint.front_matter.flavours import Yaml
from postlint.front_matter.yaml_scalars import scalar_fault, scalar_value
from postlint.values.instant import Civil

_CORE = "tag:yaml.org,2002:"
# libraries that raise on a tag they do not know; the others read the node as if it had none
_STRICT = frozenset({Yaml.JS_YAML_4, Yaml.JS_YAML_3, Yaml.PYYAML})
_CHECKS_TAGS = _STRICT | {Yaml.GO_YAML_OLD, Yaml.SERDE}
_SCALAR_TAGS: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "null": (type(None),),
    "timestamp": (Civil,),
}
_COLLECTION_TAGS = frozenset({"seq", "map", "set", "omap", "pairs"})
_PLAIN_AFTER_TAG = frozenset({Yaml.PYYAML, Yaml.PSYCH, Yaml.SAFE_YAML})
# whatever text `!!null` stands before is nothing to these
_NULLS_ALL = frozenset({Yaml.PYYAML, Yaml.GO_YAML})
_GO = frozenset({Yaml.GO_YAML, Yaml.GO_YAML_OLD})


def tagged_value(tag: str, text: str, is_plain: bool, flavour: Yaml) -> tuple[Any, str | None]:
    """Return the value of a tagged scalar, and why the library refuses it (None if it does not)."""
    name = tag.removeprefix(_CORE)
    if tag == "!":
        return _bare_tag_value(text, is_plain, flavour)
    if name == "str":
        return text, None
    if flavour is Yaml.YAML_1_2 and name not in ("int", "bool", "null", "timestamp"):
        return text, None
    if name == "null" and name != tag and flavour in _NULLS_ALL:
        return None, None
    if name != tag and name in _SCALAR_TAGS:
        return _converted(name, text, flavour)
    if name == "binary" and name != tag:
        return _binary_value(text, flavour), None
    value = scalar_value(text, flavour) if is_plain else text
    return value, _find_tag_fault(tag, flavour)


def _bare_tag_value(text: str, is_plain: bool, flavour: Yaml) -> tuple[Any, str | None]:
    """Return the value after `!` alone: text in most libraries, as if plain in those on libyaml."""
    if not text and is_plain:
        return ("" if flavour is Yaml.PYYAML else None), None
    if flavour not in _PLAIN_AFTER_TAG:
        return text, None
    value = scalar_value(text, flavour)
    return value, scalar_fault(text, value, flavour)


def _binary_value(text: str, flavour: Yaml) -> Any:
    """Return what `!!binary` gives: bytes, as each language has them; text that is no base 64 stays text."""
    try:
        raw = b64decode("".join(text.split()), validate=True)
    except ValueError:
        return text
    if flavour is Yaml.JS_YAML_4:
        # a Uint8Array is no text, and prints like a list
        return list(raw)
    return repr(raw) if flavour is Yaml.PYYAML else raw.decode("utf-8", "replace")


def collection_fault(tag: str, flavour: Yaml) -> str | None:
    """Return why the library refuses a tagged list or map; None if it takes it."""
    if tag.removeprefix(_CORE) in _COLLECTION_TAGS:
        return "a `!!set` is a class that Jekyll does not load" if _is_ruby_set(tag, flavour) else None
    return _find_tag_fault(tag, flavour)


def find_quote_fault(text: str, start: int, end: int) -> str | None:
    """Return what npm's `yaml` refuses in a quoted scalar that libyaml takes."""
    if text[start : start + 1] not in ("'", '"'):
        return None
    if text.startswith("#", end):
        return "a comment follows a quote without a blank"
    lines = text[start:end].split("\n")[1:]
    if any(line.strip() and line[0] != " " for line in lines):
        return "a quoted text goes on in a line that is not indented"
    return None


def written_tag(tag: str) -> str:
    """Return a tag as people write it."""
    return f"!!{tag.removeprefix(_CORE)}" if tag.startswith(_CORE) else tag


def _is_ruby_set(tag: str, flavour: Yaml) -> bool:
    return flavour is Yaml.PSYCH and tag == f"{_CORE}set"


def _find_tag_fault(tag: str, flavour: Yaml) -> str | None:
    if flavour in _STRICT:
        return f"`{written_tag(tag)}` is read as a YAML tag, and it is unknown"
    if flavour is Yaml.PSYCH and tag.startswith("!ruby/"):
        return f"`{tag}` is a Ruby class, which Jekyll does not load"
    return None


def _converted(name: str, text: str, flavour: Yaml) -> tuple[Any, str | None]:
    # Go's libraries know timestamps by their tag only
    schema = Yaml.JS_YAML_4 if name == "timestamp" and flavour in _GO else flavour
    value = scalar_value(text, schema)
    wanted = _SCALAR_TAGS[name]
    fits = isinstance(value, wanted) and not (isinstance(value, bool) and name != "bool")
    if not fits:
        return text, f'"{text}" is not a `!!{name}`' if flavour in _CHECKS_TAGS else None
    return (float(value) if name == "float" else value), None
