"""Attribution: where a post comes from, who made it, what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postlint import PluginInfo, RuleClass, Statistic, View

_RULE_PAGE = "https://github.com/postlint/postlint/blob/main/docs/rules/{name}.md"


def postlint_rules() -> list[RuleClass]:
    """Return the rules, in code order."""
    from postlint_attribution.rules.author_conflict import AuthorConflict
    from postlint_attribution.rules.broken_link import BrokenLink
    from postlint_attribution.rules.comment_only import CommentOnly
    from postlint_attribution.rules.credit_incomplete import CreditIncomplete
    from postlint_attribution.rules.dead_host import DeadHost
    from postlint_attribution.rules.duplicate_notice import DuplicateNotice
    from postlint_attribution.rules.empty_field import EmptyField
    from postlint_attribution.rules.forbid_on_repost import ForbidOnRepost
    from postlint_attribution.rules.forbidden_wording import ForbiddenWording
    from postlint_attribution.rules.foreign_self_link import ForeignSelfLink
    from postlint_attribution.rules.image_uncredited import ImageUncredited
    from postlint_attribution.rules.licence_conflict import LicenceConflict
    from postlint_attribution.rules.licence_no_link import LicenceNoLink
    from postlint_attribution.rules.licence_unknown import LicenceUnknown
    from postlint_attribution.rules.link_to_home import LinkToHome
    from postlint_attribution.rules.multiple_origins import MultipleOrigins
    from postlint_attribution.rules.not_in_front_matter import NotInFrontMatter
    from postlint_attribution.rules.original_on_repost import OriginalOnRepost
    from postlint_attribution.rules.proxy_link import ProxyLink
    from postlint_attribution.rules.repost_unattributed import RepostUnattributed
    from postlint_attribution.rules.required_attribution import RequiredAttribution
    from postlint_attribution.rules.rights_no_source import RightsNoSource
    from postlint_attribution.rules.run_on import RunOn
    from postlint_attribution.rules.source_conflict import SourceConflict
    from postlint_attribution.rules.source_no_link import SourceNoLink
    from postlint_attribution.rules.stray_boilerplate import StrayBoilerplate
    from postlint_attribution.rules.takedown_no_contact import TakedownNoContact
    from postlint_attribution.rules.truncated_notice import TruncatedNotice
    from postlint_attribution.rules.unlicensed_translation import UnlicensedTranslation
    from postlint_attribution.rules.vague_source import VagueSource

    return [
        RightsNoSource,
        SourceNoLink,
        SourceConflict,
        AuthorConflict,
        VagueSource,
        RepostUnattributed,
        ForbidOnRepost,
        OriginalOnRepost,
        UnlicensedTranslation,
        MultipleOrigins,
        LinkToHome,
        ProxyLink,
        DeadHost,
        BrokenLink,
        ForeignSelfLink,
        ImageUncredited,
        CreditIncomplete,
        LicenceNoLink,
        LicenceUnknown,
        LicenceConflict,
        DuplicateNotice,
        CommentOnly,
        TruncatedNotice,
        EmptyField,
        RunOn,
        StrayBoilerplate,
        TakedownNoContact,
        NotInFrontMatter,
        RequiredAttribution,
        ForbiddenWording,
    ]


def postlint_views() -> list[type[View]]:  # type: ignore[type-arg]  # views of any options
    """Return the view that `inspect` prints."""
    from postlint_attribution.view import Attributions

    return [Attributions]


def postlint_statistics() -> list[type[Statistic]]:
    """Return who is reposted how often."""
    from postlint_attribution.source_statistics import Sources

    return [Sources]


def postlint_plugin_info() -> PluginInfo:
    """Return what the plugin is about."""
    from postlint import PluginInfo

    return PluginInfo(title="Attribution", prefix="ATT", docs_url=_RULE_PAGE, is_constant=True)
