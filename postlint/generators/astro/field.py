"""What a schema asks of front matter."""

from __future__ import annotations

from collections.abc import Mapping

from postlint.values.dataclass import dataclass, field


@dataclass(frozen=True, slots=True)
class Field:
    """What zod asks of a key.

    `kind` is `string`, `number`, `boolean`, `enum`, `array`, `date`, `coerce-date` or `any`.
    `choices` are the texts of an `enum`, `item` is what a list holds (None: anything).
    """

    kind: str
    is_optional: bool = False
    is_nullable: bool = False
    choices: tuple[str, ...] = ()
    item: Field | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """The keys of a `z.object`; keys that it does not name are dropped."""

    fields: Mapping[str, Field] = field(default_factory=dict)

    @property
    def date_keys(self) -> tuple[str, ...]:
        """Return the keys that hold dates, in order."""
        return tuple(key for key, wanted in self.fields.items() if wanted.kind in ("date", "coerce-date"))
