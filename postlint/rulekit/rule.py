"""The three kinds of rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from postlint.rulekit.examples import Invalid, Valid
from postlint.rulekit.options import Options
from postlint.rulekit.view import View, options_of
from postlint.values.late_pattern import late_pattern
from postlint.values.record import Record, SiteRecord
from postlint.values.report import Report, Severity, SiteReport
from postlint.values.request import NetworkError, Request, Response

if TYPE_CHECKING:
    from postlint.post.post import Post
    from postlint.post.site import Site

OptionsT = TypeVar("OptionsT", bound=Options)
_CODE = late_pattern(r"[A-Z]{2,5}[0-9]{3}")
_NAME = late_pattern(r"[a-z0-9]+(-[a-z0-9]+)*")


class Fixable(Enum):
    """Whether a rule's reports carry fixes."""

    NEVER = "never"
    SOMETIMES = "sometimes"
    ALWAYS = "always"


class Rule(Generic[OptionsT]):
    """What all rules share. A rule is stateless and bound to its options once.

    The class docstring is the rule's documentation: a summary line, who is harmed, and the sections
    `Fix safety:`, `Limits:` and `Sources:`. A view that sorts things for one rule is what that rule `configures`:
    it gets the rule's options.
    """

    code: ClassVar[str] = ""
    name: ClassVar[str] = ""
    severity: ClassVar[Severity] = Severity.WARNING
    severities: ClassVar[tuple[Severity, ...]] = ()
    fixable: ClassVar[Fixable] = Fixable.NEVER
    preview: ClassVar[bool] = False
    aliases: ClassVar[tuple[str, ...]] = ()
    valid: ClassVar[Sequence[Valid]] = ()
    invalid: ClassVar[Sequence[Invalid]] = ()
    options_type: ClassVar[type[Options]] = Options
    configures: ClassVar[type[View[Any]] | None] = None

    options: OptionsT

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.options_type = options_of(cls, Rule)
        if cls.configures is not None and cls.configures.options_type is not cls.options_type:
            raise TypeError(f"{cls.__name__}: what it configures takes other options than it does")
        if not cls.code:
            return
        if not _CODE.fullmatch(cls.code):
            raise TypeError(f"{cls.__name__}: code {cls.code!r} is not 2 to 5 capitals and 3 digits")
        if not _NAME.fullmatch(cls.name):
            raise TypeError(f"{cls.__name__}: name {cls.name!r} is not kebab-case")
        if not cls.__doc__:
            raise TypeError(f"{cls.__name__}: a rule needs a docstring, its documentation")

    def __init__(self, options: OptionsT) -> None:
        object.__setattr__(self, "options", options)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"rules are stateless; {type(self).__name__}.{name} cannot be set")

    @classmethod
    def summary(cls) -> str:
        """Return the first line of the documentation."""
        return (cls.__doc__ or "").strip().partition("\n")[0]


class PostRule(Rule[OptionsT]):
    """A rule that judges one post by itself.

    A rule that is `about` a view has nothing to say of a post where that view is empty, and is not run there; with
    `topics` it has nothing to say where the view holds none of them.
    """

    about: ClassVar[type[View[Any]] | None] = None
    topics: ClassVar[Collection[str]] = ()

    def subject(self) -> type[View[Any]] | None:
        """Return the view that this rule is about; one whose options ask for more is about any post, None."""
        return self.about

    def check(self, post: Post) -> Iterable[Report]:
        """Yield the reports of one post, in any order."""
        raise NotImplementedError


class SiteRule(Rule[OptionsT]):
    """A rule that compares the posts of a site; runs only if the run covers the site."""

    def collect(self, post: Post) -> Iterable[Record]:
        """Yield what has to be known of one post."""
        raise NotImplementedError

    def check_site(self, records: Sequence[SiteRecord], site: Site) -> Iterable[SiteReport]:
        """Yield reports, each with the path (relative to the site's root) of the post it is about."""
        raise NotImplementedError


class NetworkRule(Rule[OptionsT]):
    """A rule that asks the network; runs only with `--network`.

    With `hears_good` False it is not told of answers that are good with nothing remarkable about them: no reason,
    no redirect, no outcomes of further addresses.
    """

    hears_good: ClassVar[bool] = True

    def requests(self, post: Post) -> Iterable[Request]:
        """Yield the URLs to ask for; equal ones are asked once per run."""
        raise NotImplementedError

    def check_response(self, request: Request, outcome: Response | NetworkError) -> Iterable[Report]:
        """Yield the reports of one answer."""
        raise NotImplementedError


AnyRule = PostRule[Any] | SiteRule[Any] | NetworkRule[Any]
RuleClass = type[PostRule[Any]] | type[SiteRule[Any]] | type[NetworkRule[Any]]
