"""ATT017 credit-incomplete."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, option
from postlint_attribution.provenance import judged
from postlint_attribution.view import Attributions


class CreditIncompleteOptions(Options):
    require: tuple[str, ...] = option(
        default=("maker",),
        doc="What the credit of a picture under a licence must hold: `maker`, `link`; `licence` asks every credit "
        "for one.",
    )


class CreditIncomplete(PostRule[CreditIncompleteOptions]):
    """The credit of a picture leaves out what its licence asks for.

    A Creative Commons licence asks for the maker, the licence and, where it is known, the address of the
    picture. A licence without a name credits nobody.
    """

    code = "ATT017"
    name = "credit-incomplete"
    severity = Severity.INFO
    about = Attributions
    valid = (
        Valid(post="![Sea](a.jpg)\n\n*The sea (Rita Moss, CC BY-SA 4.0)*\n"),
        Valid(post="![Sea](a.jpg)\n\n*Photo by Rita Moss*\n"),
    )
    invalid = (
        Invalid(post="![Sea](a.jpg)\n\n*The sea (CC BY-SA 4.0)*\n", reports=("(CC BY-SA 4.0)",)),
        Invalid(
            post="![Sea](a.jpg)\n\n*Photo by Rita Moss*\n",
            options={"require": ("licence",)},
            reports=("Photo by Rita Moss",),
        ),
    )

    def check(self, post: Post) -> Iterable[Report]:
        """Look at licences of pictures without a maker, and at what the options ask for."""
        found = judged(post)
        if found is None:
            return
        stated = found.attributions.of_kind("photo-credit")
        wanted = self.options.require
        for licence in found.attributions.of_kind("licence"):
            near = [s for s in stated if s.block == licence.block]
            if licence.subject != "image" or licence.licence == "CC0-1.0":
                continue
            if "maker" in wanted and not any(s.author or s.source for s in near):
                yield Report(
                    licence.span,
                    f"the picture is under {licence.licence}, but its maker is not named",
                    hint="name the maker",
                    data={"licence": licence.licence, "missing": "maker"},
                )
            elif "link" in wanted and not any(s.url for s in near):
                yield Report(
                    licence.span,
                    f"the picture is under {licence.licence}, but its page is not linked",
                    hint="link the picture's page",
                    data={"licence": licence.licence, "missing": "link"},
                )
        if "licence" in wanted:
            licensed = {s.block for s in found.attributions.of_kind("licence")}
            for credit in stated:
                if credit.block not in licensed and (credit.author or credit.source):
                    yield Report(
                        credit.span,
                        f"the picture credit {credit.quoted} names no licence",
                        hint="name the licence",
                        data={"missing": "licence"},
                    )
