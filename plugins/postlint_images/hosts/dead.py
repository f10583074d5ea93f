"""Hosts that no longer serve pictures, and those that may stop."""

from __future__ import annotations

from postlint_images.hosts.known_host import KnownHost

_RECLAIMED = "test domains are taken back after 30 days"
_ACCOUNT = "shows a notice instead of the picture"

DEAD = {
    known.name: known
    for known in (
        KnownHost("clouddn.com", "2018-10", _RECLAIMED, source="Qiniu's announcement, corpus 230"),
        KnownHost("qiniudn.com", "2018-10", _RECLAIMED, source="Qiniu's announcement"),
        KnownHost("qnssl.com", "2018-10", _RECLAIMED, source="Qiniu's announcement"),
        KnownHost("netdna-cdn.com", "2022", "closed", source="MaxCDN's shutdown, corpus 974"),
        KnownHost("netdna-ssl.com", "2022", "closed", source="MaxCDN's shutdown"),
        KnownHost("via.placeholder.com", "2024", "no longer in DNS", source="corpus 2,518"),
        KnownHost("placehold.it", "2023", "closed", source="corpus 8"),
        KnownHost("placekitten.com", "2023", "closed"),
        KnownHost("source.unsplash.com", "2024", "closed", source="Unsplash's changelog"),
        KnownHost("rawgit.com", "2019-10", "closed", source="its own page, corpus 156"),
        KnownHost("ooo.0o0.ooo", "2018", "moved to sm.ms, then gone", source="corpus 22"),
        KnownHost("presscdn.com", "2019", "closed"),
        KnownHost("timgsa.baidu.com", "2021", "closed"),
        KnownHost("read.html5.qq.com", "2021", "closed"),
        KnownHost("tinypic.com", "2019-09", "closed", source="its own page"),
        KnownHost("photobucket.com", "2017-06", _ACCOUNT, source="seen 8"),
        KnownHost("imageshack.us", "2016", "free pictures are gone"),
        KnownHost("b0.upaiyun.com", "2019", "default domains are switched off", source="corpus 124"),
        KnownHost("picasaweb.google.com", "2016-05", "closed", source="Google's announcement"),
        KnownHost("ggpht.com", "2016-05", "closed with Picasa", prefix="lh", source="Google's announcement"),
        KnownHost("cors-anywhere.herokuapp.com", "2021-01-31", "closed to visitors"),
    )
}

FRAGILE = {
    known.name: known
    for known in (
        KnownHost("i.loli.net", "2019-01", "sm.ms lost its licence, blocked in mainland China", source="corpus 584"),
        KnownHost("s2.loli.net", "2022", "blocked in mainland China", source="corpus 584"),
        KnownHost("cdn.jsdelivr.net", "2021-12", "50 MB limit, partly blocked in China", path="/gh/"),
        KnownHost("raw.githubusercontent.com", "2016", "no CDN, slow or blocked in places"),
        KnownHost("vercel.app", "2022", "free addresses come and go, blocked in China"),
        KnownHost("herokuapp.com", "2022-11", "free plans have ended"),
        KnownHost("workers.dev", "2022", "free addresses come and go, blocked in China"),
    )
}
