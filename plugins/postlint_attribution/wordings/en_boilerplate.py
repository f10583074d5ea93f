"""English: what an author says of a text, and what is left over from where it lived."""

from __future__ import annotations

from postlint_attribution.wordings.wording import Wording

WORDINGS = (
    Wording(
        "views-disclaimer",
        "phrase",
        r"(?:views?|opinions?|thoughts|statements)\b[^.\n]{0,50}?\b(?:is|are)\s+(?:\w+\s+){0,3}?(?:(?:my|our|their|his|her|the\s+author['’]?s?)\s+(?:(?:own|alone)(?!\s+(?!(?:and|or|alone|only|personal|opinions?|views?|do|does|not|unless|here|in|at|as)\b)\w)|personal)|mine|those\s+of\s+the\s+authors?)\b|"
        r"(?:do(?:es)?|may)\s+not\s+(?:necessarily\s+)?(?:reflect|represent)\s+[^.\n]{0,40}(?:views?|opinions?|positions?|employer|official)|\bspeak(?:ing)?\s+(?:only\s+)?(?:for\s+myself|on\s+my\s+own\s+behalf)\b|\b(?:disclaimer|disclosure)\s*:?\s*(?:\w+\s+)?i(?:['’]m|['’]ve|\s+(?:work|am\s+(?:an?\s+)?(?:\w+\s+)?(?:employ|paid|affiliat|invest|sharehold|advis|consult|maintain|author|found|member)|own|hold|have\s+(?:an?\s+)?(?:\w+\s+)?(?:interest|stake|invest|work)|used\s+to\s+work|co-?found))",
        (
            "view",
            "opinion",
            "thoughts",
            "reflect",
            "represent",
            "disclaimer",
            "disclosure",
            "statements",
            "for myself",
            "own behalf",
        ),
        "All views expressed are my own.",
        "These views are my favourite part of the hike API.",
    ),
    Wording(
        "syndication-boilerplate",
        "phrase",
        r"^\W*(?:click|tap)\s+here\s+to\s+(?:read|view|see)\s+(?:the\s+)?(?:full|whole|rest|original|entire)\b|^\W*(?:read\s+(?:more|the\s+full\s+(?:story|article|post)|the\s+rest(?:\s+of\s+(?:this|the)\s+(?:\w+))?|on)|continue\s+reading|keep\s+reading|view\s+(?:original|full\s+post))\s*(?:→|…|\.{3}|»|>|on\s+\w+|at\s+\w+)?\W*$|"
        r"(?:subscribe\s+to|sign\s+up\s+for|join)\s+(?:our|my|the)\s+(?:\w+\s+){0,3}?(?:newsletter|mailing\s+list|channel|feed|email|podcast)|follow\s+(?:me|us|him|her|them)\s+(?:on|at|for)\s|(?:get|receive|join)\s+(?:\w+\s+){0,3}?newsletter|join\s+(?:over\s+)?[\d,.]+k?\+?\s+(?:other\s+)?(?:\w+\s+)?(?:readers|subscribers|developers|people|others|engineers)|give\s+(?:it|this|me)[^.\n]{0,24}\bclaps?\b|subscribe\s+(?:for\s+free|now|here|today)\b|subscrib(?:e|ing)\s+to\s+(?:our|my|the)\s+(?:\w+\s+){0,3}?(?:newsletter|mailing\s+list|channel|feed|podcast|blog)|"
        r"(?:thanks|thank\s+you)\s+for\s+reading\b[^\n]{0,80}\b(?:subscribe|follow|share\s+(?:it|this))|(?:buy\s+me\s+a\s+(?:coffee|beer))|support\s+(?:me|us)\s+on\s+(?:patreon|ko-?fi)|"
        r"(?:hit|smash|press|tap|click|hold)\s+(?:down\s+)?(?:the|that)\s+(?:clap|like|subscribe|heart|👏|❤)|^\W*share\s+this\s+(?:post|article|story)\W*$|(?:leave|drop)\s+(?:some|a\s+few|a)\s+claps?|"
        r"to\s+get\s+stories\s+like\s+this|originally\s+appeared\s+in\s+[^.\n]{1,50}newsletter",
        (
            "read",
            "continue",
            "reading",
            "view",
            "subscrib",
            "sign up",
            "follow",
            "join",
            "newsletter",
            "stories like this",
            "for reading",
            "buy me",
            "support me",
            "support us",
            "clap",
            "the like",
            "the heart",
            "that heart",
            "share this",
        ),
        "Sign up for our newsletter today.",
        "The request goes on: read more data from the socket.",
        place="edge",
        shape=r"[RrVvSsJjFfNnCcBbLlHh](?i:ead(?:ing|\s+(?:more|the|on))|iew\s+(?:original|full)|ubscrib|ign\s+up|oin\s|ollow\s+(?:me|us|him|her|them)\s|ewsletter|lap|uy\s+me|upport\s+(?:me|us)\s|hare\s+this|tories\s+like|ike|eart)|[👏❤]",
    ),
    Wording(
        "views-disclaimer",
        "phrase",
        r"\bmy\s+(?:own\s+)?(?:personal\s+)?(?:views|opinions)\s*(?:only|,\s*(?:and\s+)?not|and\s+(?:are\s+)?not)\b|\bnot\s+(?:necessarily\s+)?those\s+of\s+(?:my|the|our|any)\s+(?:\w+\s+)?(?:employers?|company|organi[sz]ation|institution|university)\b|(?:everything|all|anything)\s+(?:here|i\s+(?:say|write|post)|(?:on|in)\s+this\s+\w+|written\s+here)\b[^.\n]{0,30}?\b(?:my|personal)\s+(?:own\s+)?(?:personal\s+)?(?:opinions?|views?)\b|\bdisclosure\s*:\s*(?:the\s+)?authors?\s+(?:holds?|owns?|works?|is|has|have|are)\b|\b(?:the\s+author|i)\s+(?:currently\s+)?(?:holds?|owns?|have|has)\s+(?:an?\s+|some\s+|no\s+)?(?:shares?|stock|positions?|stakes?|financial\s+interests?)\s+in\b",
        (
            "those of",
            "opinion",
            "personal view",
            "my view",
            "own view",
            "disclosure",
            "shares in",
            "stock in",
            "position in",
            "stake in",
            "interest in",
        ),
        "I work at Acme, but everything here is my personal opinion.",
        "All in this view is personal to the user.",
    ),
    Wording(
        "originality-claim",
        "phrase",
        r"(?:this|all)\s+(?:post|article|text|content|writing|essay|story)s?\s+(?:here\s+)?(?:is|are)\s+(?:\w+\s+)?(?:100\s?%\s+|entirely\s+|completely\s+|all\s+)?(?:my\s+(?:own\s+)?)?original(?:\s+(?:work|content|writing))?(?=[.,;!)\s]*$|[.,;])|^\W*this\s+is\s+(?:an?|my\s+own|my)\s+original\s+(?:work|article|post|piece|essay)\W*$|^\W*(?:100\s?%\s+)?original\s+(?:content|work|article)\W*$",
        ("original",),
        "This article is entirely original work.",
        "This post is the original one of three.",
        place="edge",
    ),
)
