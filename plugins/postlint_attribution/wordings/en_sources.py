"""English: where a text comes from."""

from __future__ import annotations

from postlint_attribution.wordings.wording import Wording

WORDINGS = (
    Wording(
        "source-link",
        "label",
        r"(?:original\s+)?source(?:\s+(?:link|url|article))?|via|original(?!ly)(?:\s+(?:article|post|source|link|text|story|url|version))?|"
        r"canonical\s+link|originally\s+from|reposted\s+from|republished\s+from|(?:you\s+can\s+)?(?:read|find)\s+the\s+original(?:\s+(?:post|article|story|version))?(?:\s+here)?",
        ("source", "via", "original", "canonical", "reposted", "republished"),
        "via: https://example.org/news/1",
        "Connect via SSH: it is safer.",
        value="outlet",
        role="reposted-from",
    ),
    Wording(
        "source-link",
        "phrase",
        r"(?:<enthis>|much\s+of\s+this|parts?\s+of\s+this(?:\s+\w+)?|this)\s+(?:is|was|has\s+been|were)\s+(?:\w+\s+){0,2}?"
        r"(?:adapted|translated|excerpted|republished|reposted|reprinted|reproduced)\s+(?:\w+\s+){0,2}?(?:from|of)\s+",
        ("adapted", "translated", "excerpted", "republished", "reposted", "reprinted", "reproduced"),
        "This article is adapted from [A Long Talk](https://example.org/talk).",
        "This code is adapted for the new parser.",
        value="outlet",
        role="original",
    ),
    Wording(
        "source-link",
        "phrase",
        r"^\W*(?:adapted|translated|excerpted|republished|reposted|reprinted|reproduced)\s+(?!(?:\w+\s+)?with\b)(?:\w+\s+){0,2}?from\s*:?\s+(?!(?:the\s+)?(?:original\s+)?(?:chinese|danish|dutch|english|french|german|greek|hebrew|italian|japanese|korean|norwegian|polish|portuguese|russian|spanish|swedish|ukrainian)\b(?!\s+(?:post|article|version|edition|blog|wikipedia)))|"
        r"(?:this|the\s+following|below)\s+(?:is|was)\s+an?\s+(?:\w+\s+){0,3}?(?:translation|adaptation|repost|excerpt)\s+(?:of|from)\s+",
        (
            "adapted",
            "dapted",
            "translat",
            "excerpt",
            "repost",
            "republished",
            "reprinted",
            "reproduced",
            "cross-post",
            "crosspost",
            "adaptation",
        ),
        "Adapted from the [House Rules](https://example.org/rules).",
        "This translation from chaos to order takes three steps.",
        value="outlet",
        role="original",
    ),
    Wording(
        "source-name",
        "phrase",
        r"^\W*as\s+(?:first\s+)?reported\s+by\s+",
        ("reported by",),
        "As reported by The Morning Wire",
        "It was reported by users.",
        value="outlet",
        place="edge",
    ),
    Wording(
        "first-published",
        "phrase",
        r"(?:originally|first|initially|previously)\s+(?:been\s+)?(?:published|posted|appeared|written|ran|featured|released|shared)\s+"
        r"(?:as\s+[^.\n]{1,40}\s+)?(?:on|at|in(?!\s+(?:simplified|traditional|english|chinese|japanese|korean|french|german|spanish|italian|russian|portuguese|dutch|polish)\b)|over\s+at|for|here)\b\s*(?!(?:\w+\s+)?\d|january|february|march|april|may\s|june|july|august|"
        r"september|october|november|december|ruby|python|version|v\d)(?=[\w\[(])",
        ("originally", "first", "initially", "previously"),
        "This article originally appeared on the Morning blog.",
        "This post was first published: the dates changed.",
        value="outlet",
        role="first-publication",
    ),
    Wording(
        "first-published",
        "phrase",
        r"\bversions?\s+of\s+<enthis>\s+(?:(?:was|has|have|were)\s+)?(?:\w+\s+)?(?:appeared|published|posted|ran)\s+(?:on|at|in)\s+(?!(?:my|our|your|his|her|its|their|this|that|these|those|all|some)\b)(?=[\w\[(])",
        ("version of", "versions of"),
        "A shorter version of this post appeared on the Morning blog.",
        "The new version of this post appeared yesterday.",
        value="outlet",
        role="first-publication",
    ),
    Wording(
        "first-published",
        "phrase",
        r"cross-?post(?:ed)?\s+(?:of|from|at|on|to|with)\s+|exported\s+from\s+(?=medium|\[medium)|syndicated\s+from\s+",
        ("cross-post", "crosspost", "ross-post", "exported from", "xported from", "syndicated"),
        "Cross-posted from [my other blog](https://example.org/a).",
        "We crosspost too often.",
        value="outlet",
        role="first-publication",
    ),
    Wording(
        "self-link",
        "label",
        r"(?-i:Permalink)|permanent\s+link|link\s+to\s+this\s+(?:post|article|page)",
        ("permalink", "permanent link", "link to this"),
        "Permalink: https://example.org/a.html",
        "A permalink never changes.",
        role="self",
        place="edge",
    ),
)
