"""ATT017 credit-incomplete."""

from __future__ import annotations

from collections.abc import Iterable

from postlint import Invalid, Options, Post, PostRule, Report, Severity, Valid, late_pattern, option
from postlint_attribution.licences import find_licence
from postlint_attribution.provenance import judged
from postlint_attribution.statement import Statement
from postlint_attribution.view import Attributions

# a caption that says in its own way who made the picture: "maker — title", 作者 maker, 由 maker 提供
_NAMES_MAKER = late_pattern(
    r"(?<![—–])\s[—–]\s(?![—–])|作者|提供|攝影|摄影|拍攝|拍摄|來自|来自|(?i:\bby\b(?![/-])|courtesy|\bfrom\b)"
)
_BEHIND = 60
_FREE = late_pattern(r"(?i)\bCC[ -]?0\b|\bzero\b|public domain")


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
    topics = ("photo-credit", "licence")
    valid = (
        Valid(post="![Sea](a.jpg)\n\n*The sea (Rita Moss, CC BY-SA 4.0)*\n"),
        Valid(post="![Sea](a.jpg)\n\n*Photo by Rita Moss*\n"),
        Valid(post="![Sea](a.jpg)\n\nRita Moss — The old pier (CC BY 2.0)\n"),
        Valid(post="![Sea](a.jpg)\n\nrita.moss\u200a—\u200a“The pier” (CC BY-ND 2.0)\n"),
        Valid(post="![海](a.jpg)\n\n*码头的结构（CC BY 4.0，来自 Rita Moss）*\n"),
        Valid(post="![海](a.jpg)\n\n*图 1：码头，作者 Rita Moss (CC BY-SA 3.0)*\n"),
    )
    invalid = (
        Invalid(post="![Sea](a.jpg)\n\n*The sea (CC BY-SA 4.0)*\n", reports=("(CC BY-SA 4.0)",)),
        Invalid(
            post="![Sea](a.jpg)\n\nImage: [CC BY 2.0](https://creativecommons.org/licenses/by/2.0/)\n",
            reports=("[CC BY 2.0](https://creativecommons.org/licenses/by/2.0/)",),
        ),
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
            if licence.subject != "image" or licence.licence == "CC0-1.0" or _is_free(post, licence):
                continue
            if "maker" in wanted and not any(s.author or s.source for s in near) and not _is_named(post, licence):
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


def _is_named(post: Post, licence: Statement) -> bool:
    """Tell whether the text around a licence names the maker in words of its own."""
    block = post.view(Attributions).blocks[licence.block]
    written = licence.span.of(post.text)
    named = find_licence(written)
    first, last = (named.start, named.end) if named else (0, len(written))
    before = post.text[block.span.start : licence.span.start + first]
    behind = post.text[licence.span.start + last : min(block.span.end, licence.span.end + _BEHIND)]
    return bool(_NAMES_MAKER.search(before) or _NAMES_MAKER.search(behind))


def _is_free(post: Post, licence: Statement) -> bool:
    """Tell whether a licence asks for no credit; its last word may stand behind what was read of it."""
    return bool(_FREE.search(post.text, licence.span.start, licence.span.end + len(" zero")))
