"""Readings of a post that several rules of a plugin share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from postlint.rulekit.options import Options

if TYPE_CHECKING:
    from postlint.post.post import Post

OptionsT = TypeVar("OptionsT", bound=Options)


class View(Generic[OptionsT]):
    """A reading of one post, built at most once per post through `post.view(Class)`.

    A subclass names itself (`name` is its key in `inspect` and in `[views.<name>]` of the config), does
    its work in `__init__`, and prints itself with `to_json`. `options_type` is its option set.
    """

    name: ClassVar[str] = ""
    options_type: ClassVar[type[Options]] = Options

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.options_type = options_of(cls, View)

    def __init__(self, post: Post, options: OptionsT) -> None:
        self.post, self.options = post, options

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing of its kind in the post; rules that are only about it are not run then."""
        return False

    def holds(self, topic: str) -> bool:
        """Tell whether there is something of a kind that `PostRule.topics` names; True where nobody can say."""
        return True

    def to_json(self) -> list[dict[str, Any]]:
        """Return what `inspect` prints under the view's name; offsets are code points of the text."""
        raise NotImplementedError


def options_of(cls: type, generic: type) -> type[Options]:
    """Return the Options class that `cls` was parametrised with (`PostRule[MyOptions]`)."""
    for base in getattr(cls, "__orig_bases__", ()):
        origin = getattr(base, "__origin__", None)
        if isinstance(origin, type) and issubclass(origin, generic):
            for argument in base.__args__:
                if isinstance(argument, type) and issubclass(argument, Options):
                    return argument
    inherited = getattr(cls, "options_type", Options)
    return inherited if isinstance(inherited, type) else Options
