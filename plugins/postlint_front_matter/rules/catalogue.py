"""Every rule of the plugin, in code order."""

from __future__ import annotations

from postlint import RuleClass
from postlint_front_matter.rules.duplicate_key import DuplicateKey
from postlint_front_matter.rules.duplicate_permalink import DuplicatePermalink
from postlint_front_matter.rules.duplicate_title import DuplicateTitle
from postlint_front_matter.rules.empty_value import EmptyValue
from postlint_front_matter.rules.front_matter_syntax import FrontMatterSyntax
from postlint_front_matter.rules.full_width_syntax import FullWidthSyntax
from postlint_front_matter.rules.ignored_front_matter import IgnoredFrontMatter
from postlint_front_matter.rules.implicit_type import ImplicitType
from postlint_front_matter.rules.missing_front_matter import MissingFrontMatter
from postlint_front_matter.rules.missing_key import MissingKey
from postlint_front_matter.rules.schema_mismatch import SchemaMismatch
from postlint_front_matter.rules.swallowed_text import SwallowedText
from postlint_front_matter.rules.unclosed_front_matter import UnclosedFrontMatter
from postlint_front_matter.rules.unknown_key import UnknownKey
from postlint_front_matter.rules.unpublished_post import UnpublishedPost
from postlint_front_matter.rules.untidy_title import UntidyTitle
from postlint_front_matter.rules.value_changed import ValueChanged
from postlint_front_matter.rules.value_not_allowed import ValueNotAllowed
from postlint_front_matter.rules.wrong_type import WrongType

RULES: tuple[RuleClass, ...] = (
    MissingFrontMatter,
    IgnoredFrontMatter,
    UnclosedFrontMatter,
    FrontMatterSyntax,
    MissingKey,
    EmptyValue,
    WrongType,
    UnknownKey,
    DuplicateKey,
    SchemaMismatch,
    ValueNotAllowed,
    UntidyTitle,
    DuplicatePermalink,
    DuplicateTitle,
    ImplicitType,
    FullWidthSyntax,
    UnpublishedPost,
    ValueChanged,
    SwallowedText,
)
