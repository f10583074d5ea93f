"""Services that make up a picture, and addresses that count readers."""

from __future__ import annotations

from postlint_images.hosts.known_host import KnownHost

_MADE_UP = "makes placeholder pictures"
_RANDOM = "gives another picture each time"

PLACEHOLDERS = {
    known.name: known
    for known in (
        KnownHost("placehold.co", "", _MADE_UP),
        KnownHost("placeholder.com", "", _MADE_UP),
        KnownHost("dummyimage.com", "", _MADE_UP),
        KnownHost("placeimg.com", "", _MADE_UP),
        KnownHost("fakeimg.pl", "", _MADE_UP),
        KnownHost("lorempixel.com", "", _RANDOM),
        KnownHost("loremflickr.com", "", _RANDOM),
        KnownHost("picsum.photos", "", _RANDOM),
        KnownHost("unsplash.it", "", _RANDOM),
        KnownHost("placebear.com", "", _MADE_UP),
        KnownHost("place-hold.it", "", _MADE_UP),
        KnownHost("placebeard.it", "", _MADE_UP),
        KnownHost("placecage.com", "", _MADE_UP),
        KnownHost("fillmurray.com", "", _MADE_UP),
        KnownHost("baconmockup.com", "", _MADE_UP),
        KnownHost("dummyimage.cn", "", _MADE_UP),
        KnownHost("iph.href.lu", "", _MADE_UP),
    )
}

# host (empty: any), text in path and query, who counts
PIXELS = (
    ("google-analytics.com", "/collect", "Google Analytics"),
    ("google-analytics.com", "/__utm.gif", "Google Analytics"),
    ("ga-beacon.appspot.com", "/", "Google Analytics"),
    ("pixel.wp.com", "/", "WordPress.com"),
    ("stats.wordpress.com", "/", "WordPress.com"),
    ("hm.baidu.com", "/hm.gif", "Baidu"),
    ("medium.com", "/_/stat", "Medium"),
    ("feeds.feedburner.com", "/~r/", "FeedBurner"),
    ("feeds.feedburner.com", "/~ff/", "FeedBurner"),
    ("feedproxy.google.com", "/~r/", "FeedBurner"),
    ("feedsportal.com", "/mf.gif", "Feedsportal"),
    ("doubleclick.net", "/", "DoubleClick"),
    ("facebook.com", "/tr?", "Facebook"),
    ("facebook.com", "/tr/?", "Facebook"),
    ("pixel.quantserve.com", "/", "Quantcast"),
    ("b.scorecardresearch.com", "/", "Scorecard Research"),
    ("sb.scorecardresearch.com", "/", "Scorecard Research"),
    ("mc.yandex.ru", "/watch/", "Yandex"),
    ("cnzz.com", "/stat.", "CNZZ"),
    ("statcounter.com", "/", "StatCounter"),
    ("counter.theconversation.com", "/", "The Conversation"),
    ("vg07.met.vgwort.de", "/", "VG Wort"),
    ("met.vgwort.de", "/na/", "VG Wort"),
    ("bat.bing.com", "/action", "Microsoft"),
    ("px.ads.linkedin.com", "/", "LinkedIn"),
    ("analytics.twitter.com", "/i/adsct", "Twitter"),
    ("t.co", "/i/adsct", "Twitter"),
    ("api.segment.io", "/", "Segment"),
    ("tracking.feedpress.it", "/", "FeedPress"),
    ("tracking.feedpress.com", "/", "FeedPress"),
    ("assets.feedblitz.com", "/", "FeedBlitz"),
    ("ir-na.amazon-adsystem.com", "/e/ir", "Amazon"),
    ("amazon-adsystem.com", "/e/ir", "Amazon"),
    ("assoc-amazon.com", "/e/ir", "Amazon"),
    ("matomo.cloud", "/matomo.php", "Matomo"),
)
