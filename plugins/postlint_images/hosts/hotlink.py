"""Hosts that refuse pictures to pages of other sites."""

from __future__ import annotations

from postlint_images.hosts.known_host import KnownHost

_REFUSES = "answers 403 to other sites' pages"

HOTLINK = {
    known.name: known
    for known in (
        KnownHost("sinaimg.cn", "2019-04", _REFUSES, source="seen 8, corpus 394"),
        KnownHost("mmbiz.qpic.cn", "2013", "shows a notice instead", source="seen 6, corpus 31"),
        KnownHost("mmbiz.qlogo.cn", "2013", "shows a notice instead", source="seen 6"),
        KnownHost("hdslb.com", "2017", _REFUSES, prefix="i", source="seen 5"),
        KnownHost("zhimg.com", "2016", "answers 403 at times", source="seen 3, corpus 90"),
        KnownHost("img-blog.csdnimg.cn", "2020", _REFUSES, source="seen 2, corpus 126"),
        KnownHost("img-blog.csdn.net", "2020", _REFUSES, source="seen 2"),
        KnownHost("cdn.nlark.com", "2019-08", _REFUSES, source="seen 3, corpus 57"),
        KnownHost("user-gold-cdn.xitu.io", "2019-06", _REFUSES, source="seen 4, corpus 101"),
        KnownHost("byteimg.com", "2023-08", _REFUSES, prefix="p", path="juejin", source="seen 4"),
        KnownHost(
            "gitee.com",
            "2022-03-25",
            "redirects to its own icon",
            path="/raw/",
            without_referer=False,
            source="seen 1, copied widely",
        ),
        KnownHost("i.pximg.net", "", "wants a pixiv page", without_referer=False, source="seen 10+"),
        KnownHost("doubanio.com", "", "answers 403 or 418 to other sites' pages", source="seen 1"),
        KnownHost("upload-images.jianshu.io", "", _REFUSES, source="doc, corpus 42"),
        KnownHost("126.net", "", _REFUSES, source="doc"),
        KnownHost("img.163.com", "", _REFUSES, source="doc"),
        KnownHost("toutiaoimg.com", "", _REFUSES, source="doc"),
        KnownHost("tiebapic.baidu.com", "", "shows a notice instead", source="doc"),
        KnownHost("imgsrc.baidu.com", "", "shows a notice instead", source="doc"),
        KnownHost("360doc.com", "", "shows a notice instead", source="doc"),
        KnownHost("b3logfile.com", "2020", _REFUSES, without_referer=False, source="seen 1"),
        KnownHost("img.hacpai.com", "2020", _REFUSES, without_referer=False, source="seen 1"),
        KnownHost(
            "drive.google.com",
            "2024-01",
            "answers 403 to embedded pictures",
            path="/uc?",
            without_referer=False,
            source="seen 6",
        ),
    )
}
