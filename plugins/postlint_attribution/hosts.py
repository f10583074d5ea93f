"""Hosts that stand between a post and its source."""

from __future__ import annotations

REDIRECTS = frozenset({
    "link.zhihu.com", "link.juejin.cn", "link.jianshu.com", "link.csdn.net", "link.segmentfault.com",
    "link.ld246.com", "links.jianshu.com", "www.oschina.net/action/GoToLink", "out.reddit.com", "l.facebook.com",
    "lm.facebook.com", "away.vk.com", "steamcommunity.com/linkfilter", "slack-redir.net", "href.li", "anonym.to",
    "safelinks.protection.outlook.com", "urldefense.com",
})  # fmt: skip
"""Hosts (some with a path) that carry the target in the query."""

SHORTENERS = frozenset({
    "t.cn", "url.cn", "dwz.cn", "suo.im", "bit.ly", "j.mp", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "is.gd",
    "buff.ly", "cutt.ly", "rb.gy", "0x9.me", "lnkd.in", "fb.me", "me2.do", "bitly.com", "mz.cm",
    "sina.lt", "w.url.cn", "feedproxy.google.com", "feeds.feedburner.com",
})  # fmt: skip
"""Hosts that hide the target."""

CACHES = frozenset({
    "webcache.googleusercontent.com", "cc.bingj.com", "translate.google.com", "translate.google.cn",
    "translate.googleusercontent.com", "fanyi.baidu.com", "www.google.com/amp", "cdn.ampproject.org",
})  # fmt: skip
"""Copies that do not last, and machine translations on the fly."""

PROXY_SUFFIXES = (".workers.dev", ".translate.goog", ".cdn.ampproject.org")
"""Ends of hosts that forward to another one named in the address."""

DEAD = {
    "geocities.com": "GeoCities closed in 2009",
    "www.geocities.com": "GeoCities closed in 2009",
    "www.geocities.jp": "Yahoo! GeoCities Japan closed in 2019",
    "code.google.com": "Google Code closed in 2016",
    "posterous.com": "Posterous closed in 2013",
    "plus.google.com": "Google+ closed in 2019",
    "blog.163.com": "NetEase Blog closed in 2018",
    "hi.baidu.com": "Baidu Space closed in 2015",
    "blog.yahoo.co.jp": "Yahoo! Blog closed in 2019",
    "blogs.yahoo.co.jp": "Yahoo! Blog closed in 2019",
    "blog.daum.net": "Daum Blog closed in 2022",
    "www.diandian.com": "Diandian closed in 2016",
    "kuro5hin.org": "kuro5hin closed in 2016",
    "www.kuro5hin.org": "kuro5hin closed in 2016",
}
"""Hosts that are gone, with what happened."""

DEAD_PATHS = {"dl.dropbox.com/u/": "Dropbox public folders closed in 2017",
              "dl.dropboxusercontent.com/u/": "Dropbox public folders closed in 2017"}  # fmt: skip
"""Starts of addresses (without scheme) that are gone."""

SHARED = frozenset({
    "github.io", "gitlab.io", "gitee.io", "netlify.app", "netlify.com", "vercel.app", "pages.dev", "herokuapp.com",
    "blogspot.com", "wordpress.com", "tumblr.com", "substack.com", "medium.com", "ghost.io", "typepad.com",
    "hatenablog.com", "hatenablog.jp", "hateblo.jp", "tistory.com", "livejournal.com", "bearblog.dev", "readthedocs.io",
    "iteye.com", "logdown.com", "posterous.com", "egloos.com", "blog.me", "fc2.com",
})  # fmt: skip
"""Domains under which everybody has a host of their own: two such hosts are two sources."""

PLATFORMS = frozenset({
    "jianshu.com", "csdn.net", "cnblogs.com", "zhihu.com", "juejin.cn", "juejin.im", "segmentfault.com", "oschina.net",
    "iteye.com", "51cto.com", "163.com", "sina.com.cn", "qq.com", "medium.com", "dev.to", "hashnode.com", "qiita.com",
    "zenn.dev", "hatenablog.com", "note.com", "tistory.com", "naver.com", "velog.io", "brunch.co.kr", "ithome.com.tw",
    "blogspot.com", "wordpress.com", "substack.com", "toutiao.com", "infoq.cn", "yuque.com", "bilibili.com",
})  # fmt: skip
"""Platforms whose addresses are never those of a static site's own pages."""
