"""English: what may be done with a text, and what is left over from where it lived."""

from __future__ import annotations

from postlint_attribution.wordings.wording import Wording

WORDINGS = (
    Wording(
        "licence",
        "phrase",
        r"\bcc[- ]?(?:by|0)\b[- /a-z]{0,10}(?:\d\.\d)?(?:\s*by[- a-z]{2,6})?|创用\s?cc",
        ("CC", "cc ", "cc-", "ccb", "cc0"),
        "![A seal](a.jpg)\n\n*Rita Moss / CC BY-SA 4.0*",
        "![A seal](a.jpg)\n\nA cc of the letter.",
        value="licence",
        place="image",
        role="licence",
    ),
    Wording(
        "rights-notice",
        "phrase",
        r"(?<![«<“\"] )(?:(?:copyright|ⓒ|©)\s*(?:\(c\)|©|ⓒ|by|:|：)?\s*(?:\d{4}(?:\s*[-–~]\s*(?:\d{4}|present|now))?)|copyright\s*(?:\(c\)|©|ⓒ)\s*(?=<capital>[^\n\d]{0,50}(?:[.,]|$)))[\s,.]*(?:by\s+)?(?P<v>[^\n”\"]{0,60})|"
        r"(?:copyright|©)\s+(?:remains\s+with|belongs\s+to|by|of)\s+(?:the\s+)?(?P<w>[^\n.]{1,50})|all\s+rights\s+reserved|copyright\s*©\s*(?P<y>[^\n\d]{2,50}?)\s*\d{4}|"
        r"all\s+(?:rights|copyrights)\s+(?:belong|remain)|(?:property|copyright)\s+of\s+(?:their|its)\s+respective\s+(?:owners?|holders?|authors?|creators?)|(?:^|(?<=\n))\(c\)\s*\d{4}\s+(?P<x>[^\n]{0,60})",
        ("copyright", "©", "ⓒ", "rights reserved", "rights belong", "rights remain", "respective", "(c)"),
        "Copyright © 2019 Rita Moss",
        "Copyright law is older than the web.",
        value="holder",
    ),
    Wording(
        "licence",
        "phrase",
        r"(?:(?:licen[sc]ed|available|released|published|shared|distributed)\s+(?:under|with|as)|under\s+(?:a|the))\s+[^.\n]{0,40}?"
        r"(?:creative\s+commons|cc[- ]?(?:by|0)|licen[sc]e|public\s+domain|gfdl)|creative\s+commons\s+(?:attribution|licen[sc]e|by|zero)|^\W*licen[sc]ed?\s*[:：]?\s*(?:creative\s+commons|cc[- ]?(?:by|0)\b)[-\w. ]{0,16}|public\s+domain(?=[\s.,]*(?:image|photo|work|$))",
        (
            "licensed",
            "licenced",
            "license",
            "licence",
            "available",
            "released",
            "creative commons",
            "Creative Commons",
            "CC",
            "cc-",
            "cc ",
            "cc0",
            "ccb",
            "public domain",
            "Public domain",
        ),
        "This post is licensed under Creative Commons Attribution 4.0",
        "The font is licensed under Creative Commons Attribution 4.0.",
        value="licence",
        role="licence",
    ),
    Wording(
        "reuse-terms",
        "phrase",
        r"(?:(?:feel\s+free|you(?:['’]re|\s+are)\s+(?:\w+\s+)?(?:free|welcome)|free)\s+to|you\s+may(?=\s+(?:\w+\s+){0,2}?\w+\s+(?:this|our|my|these|any|the\s+(?:article|post|text))\b))\s+(?:\w+,?\s+(?:(?:and|or)\s+)?){0,3}?(?:republish|repost|share|copy|translate|reuse|reprint|redistribute)[^.\n]{0,60}?(?:attribution|credit|link|as\s+long|provided|source)|"
        r"please\s+(?:do\s+)?(?:give\s+)?(?:credit(?!\s+(?:card|(?:the|your|my|his|her|their|an?)\s+(?:account|balance|card|wallet)))|link\s+back|attribute)|(?:when|if)\s+(?:you\s+)?(?:republish|repost|reprint)(?:ing)?[^.\n]{0,40}(?:please|must|credit|link)|"
        r"(?:may|can)\s+be\s+(?:freely\s+)?(?:republished|reposted)[^.\n]{0,40}(?:with|provided|as\s+long)",
        (
            "republish",
            "repost",
            "share",
            "copy",
            "translate",
            "reuse",
            "reprint",
            "redistribute",
            "credit",
            "link back",
            "attribute",
        ),
        "Feel free to republish this post with attribution.",
        "Feel free to share your thoughts below.",
    ),
    Wording(
        "permission-obtained",
        "phrase",
        r"(?:republished|reposted|posted|published|printed|reprinted|reproduced|syndicated|used|shared|translated|adapted)\s+(?:here\s+)?(?:\w+\s+){0,2}?"
        r"(?:with|by)\s+(?:the\s+)?(?:\w+['’]?s?\s+){0,3}?(?:kind\s+)?permission|with\s+(?:kind\s+)?permission\s+(?:of|from)\s+(?:the\s+)?(?:author|publisher)",
        ("permission",),
        "It has been republished with permission.",
        "Posted without permission.",
    ),
    Wording(
        "repost-forbidden",
        "phrase",
        r"^\W*(?:please\s+)?do\s+not\s+(?:repost|republish)(?:\s+(?:this|it))?(?:\s+without\s+(?:[\w'’]+\s+){0,3}?(?:permission|consent))?\W*$|(?:do\s+not|don['’]t|never)\s+(?:repost|republish|reproduce|re-?upload|copy|re-?translat\w+)\s+(?:without\s+(?:\w+\s+)?permission|(?:any\s+|this\s+|my\s+|the\s+|these\s+|our\s+|of\s+){0,4}"
        r"(?:article|post|stor(?:y|ies)|content|text|work|blog|material|translation|photo|image|essay|page)s?)|no\s+part\s+(?:of\s+[^.\n]{1,40}\s)?may\s+be\s+reproduced|"
        r"(?:may|must|can)\s*not\s+be\s+(?:\w+,?\s+(?:or\s+)?){0,3}?(?:reproduced|republished|reposted|redistributed|reprinted)|"
        r"(?:post|article|story|content|material|text|work|blog|photo|image|translation)s?\s+(?:on\s+this\s+\w+\s+)?(?:may|must|can)\s*not\s+be\s+(?:copied|used\s+without)|"
        r"(?:reposting|republication|republishing|reproduction|redistribution|unauthori[sz]ed\s+(?:use|copying|duplication))\b[^.\n]{0,80}?\b(?:is|are)\s+(?:strictly\s+|expressly\s+)?(?:prohibited|forbidden|not\s+(?:allowed|permitted))",
        (
            "repost",
            "republi",
            "reproduc",
            "upload",
            "copy",
            "copied",
            "redistribut",
            "retranslat",
            "reprinted",
            "nauthori",
            "not be used",
        ),
        "Please do not repost my stories anywhere.",
        "Please do not repost patches too often.",
    ),
    Wording(
        "takedown-offer",
        "phrase",
        r"\b(?:want|would\s+like|wish|prefer)\s[^.\n]{1,40}\b(?:removed|taken\s+down|deleted)\b[^.\n]{0,30}\b(?:contact|e-?mail|write|let|tell)\b|"
        r"(?:contact|email|let|tell|write\s+to)\s+(?:me|us|the\s+\w+)\b[^.\n]{0,60}\b(?:removal|removed?|take\s*down|taken\s+down|deleted?)|"
        r"(?:infring\w*|copyright)[^.\n]{0,60}(?:contact|email|let\s+(?:me|us)\s+know)[^.\n]{0,40}(?:remov|delet|take\s+it\s+down)?",
        ("removal", "remove", "take down", "takedown", "taken down", "delete", "infring"),
        "If I have infringed your copyright, contact me for removal.",
        "Contact us if the file was not copied.",
    ),
    Wording(
        "views-disclaimer",
        "phrase",
        r"(?:views?|opinions?|thoughts|statements)\b[^.\n]{0,50}?\b(?:is|are)\s+(?:\w+\s+){0,3}?(?:(?:my|our|their|his|her|the\s+author['’]?s?)\s+(?:own|alone|personal)|mine|those\s+of\s+the\s+authors?)\b|"
        r"(?:do(?:es)?|may)\s+not\s+(?:necessarily\s+)?(?:reflect|represent)\s+[^.\n]{0,40}(?:views?|opinions?|positions?|employer|official)|\b(?:disclaimer|disclosure)\s*:?\s*(?:\w+\s+)?i(?:['’]m|['’]ve|\s+(?:work|am\s+(?:an?\s+)?(?:\w+\s+)?(?:employ|paid|affiliat|invest|sharehold|advis|consult|maintain|author|found|member)|own|hold|have\s+(?:an?\s+)?(?:\w+\s+)?(?:interest|stake|invest|work)|used\s+to\s+work|co-?found))",
        ("view", "opinion", "thoughts", "reflect", "represent", "disclaimer", "disclosure", "statements"),
        "All views expressed are my own.",
        "These views are my favourite part of the hike API.",
    ),
    Wording(
        "syndication-boilerplate",
        "phrase",
        r"^\W*(?:read\s+(?:more|the\s+full\s+(?:story|article|post)|the\s+rest(?:\s+of\s+(?:this|the)\s+(?:\w+))?|on)|continue\s+reading|keep\s+reading|view\s+(?:original|full\s+post))\s*(?:→|…|\.{3}|»|>|on\s+\w+|at\s+\w+)?\W*$|"
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
    ),
    Wording(
        "rights-notice",
        "phrase",
        r"^\W*(?:(?:all\s+)?(?:content|text|images?|photos?)\s+(?:is\s+)?)?(?:©|\(c\)|copyright)\s*(?P<v><capital>[^\d\n,]{2,40}?),?\s*\d{4}\W*$",
        ("©", "(c)", "copyright"),
        "© Rita Moss, 2017",
        "The sign © came first, in 1909",
        value="holder",
    ),
    Wording(
        "takedown-offer",
        "phrase",
        r"(?:let\s+(?:me|us)\s+know|contact|e-?mail|tell|write)\b[^\n]{0,60}\b(?:(?:take|pull)\s+(?:it|them|this|these)\s+down|(?:remove|delete)\s+(?:it|them)\b)",
        ("take it down", "take them down", "remove it", "remove them", "take this down", "take these down"),
        "Is this photo yours? Let me know and I'll take it down.",
        "Tell the driver about the file, then load it.",
        place="edge",
    ),
    Wording(
        "views-disclaimer",
        "phrase",
        r"(?:everything|all|anything)\s+(?:here|i\s+(?:say|write|post)|(?:on|in)\s+this\s+\w+|written\s+here)\b[^.\n]{0,30}?\b(?:my|personal)\s+(?:own\s+)?(?:personal\s+)?(?:opinions?|views?)\b|\bdisclosure\s*:\s*(?:the\s+)?authors?\s+(?:holds?|owns?|works?|is|has|have|are)\b",
        ("opinion", "personal view", "my view", "own view", "disclosure"),
        "I work at Acme, but everything here is my personal opinion.",
        "All in this view is personal to the user.",
    ),
)
