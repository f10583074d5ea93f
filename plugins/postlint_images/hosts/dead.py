"""Hosts that no longer serve pictures, and those that may stop."""

from __future__ import annotations

from postlint_images.hosts.known_host import KnownHost

_RECLAIMED = "test domains are taken back after 30 days"
_ACCOUNT = "shows a notice instead of the picture"

DEAD = {
    known.name: known
    for known in (
        KnownHost("clouddn.com", "2018-10", _RECLAIMED, source="corpus 230"),
        KnownHost("qiniudn.com", "2018-10", _RECLAIMED),
        KnownHost("qnssl.com", "2018-10", _RECLAIMED),
        KnownHost("netdna-cdn.com", "", "closed", source="corpus 974"),
        KnownHost("netdna-ssl.com", "", "closed"),
        KnownHost("via.placeholder.com", "2024", "no longer in DNS", source="corpus 2,518"),
        KnownHost("placehold.it", "", "closed", source="corpus 8"),
        KnownHost("placekitten.com", "", "closed"),
        KnownHost("source.unsplash.com", "2024", "closed"),
        KnownHost("rawgit.com", "2019", "closed", source="corpus 156"),
        KnownHost("ooo.0o0.ooo", "", "moved to sm.ms, then gone", source="corpus 22"),
        KnownHost("presscdn.com", "", "closed"),
        KnownHost("timgsa.baidu.com", "", "closed"),
        KnownHost("read.html5.qq.com", "", "closed"),
        KnownHost("tinypic.com", "2019", "closed"),
        KnownHost("photobucket.com", "2017-06", _ACCOUNT, source="seen 8"),
        KnownHost("imageshack.us", "", "free pictures are gone"),
        KnownHost("b0.upaiyun.com", "", "default domains are switched off", source="corpus 124"),
        KnownHost("picasaweb.google.com", "", "closed"),
        KnownHost("ggpht.com", "", "closed with Picasa", prefix="lh"),
        KnownHost("cors-anywhere.herokuapp.com", "2021-01-31", "closed to visitors"),
    )
}

FRAGILE = {
    known.name: known
    for known in (
        KnownHost("i.loli.net", "2019-01", "sm.ms lost its licence, blocked in mainland China", source="corpus 584"),
        KnownHost("s2.loli.net", "2022", "blocked in mainland China", source="corpus 584"),
        KnownHost("cdn.jsdelivr.net", "", "50 MB limit, partly blocked in China", path="/gh/"),
        KnownHost("raw.githubusercontent.com", "", "no CDN, slow or blocked in places"),
        KnownHost("vercel.app", "", "free addresses come and go, blocked in China"),
        KnownHost("herokuapp.com", "", "free plans have ended"),
        KnownHost("workers.dev", "", "free addresses come and go, blocked in China"),
    )
}
