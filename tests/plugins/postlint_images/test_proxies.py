"""Which URLs are proxied, what they hide, and what may take the proxy's place."""

from __future__ import annotations

import time
from base64 import b64encode, urlsafe_b64encode

import pytest

from postlint_images.proxies import may_be_proxied, unwrap

A = "https://pics.example.org/a.jpg"
E = "https%3A%2F%2Fpics.example.org%2Fa.jpg"
H = "http://pics.example.org/a.jpg"
HE = "http%3A%2F%2Fpics.example.org%2Fa.jpg"
B = b64encode(A.encode()).decode().rstrip("=")
BU = urlsafe_b64encode(A.encode()).decode().rstrip("=")
HEX = A.encode().hex()

# URL, proxy, original, class
PROXIED = [
    # whole query
    (f"https://cors.example.workers.dev/?{A}", "workers.dev", A, "H"),
    (f"https://cors.example.workers.dev/?{H}", "workers.dev", H, "H"),
    (f"https://x.y.workers.dev/?{A}?v=1&w=2", "workers.dev", f"{A}?v=1&w=2", "H"),
    (f"https://corsproxy.io/?{A}", "corsproxy.io", A, "S"),
    (f"https://corsproxy.io/?{E}", "corsproxy.io", A, "S"),
    (f"https://corsproxy.io/?{E}%3Fa%3D1%26b%3D2", "corsproxy.io", f"{A}?a=1&b=2", "S"),
    (f"https://cors.io/?{A}", "cors.io", A, "X"),
    ("https://cors.io/?pics.example.org/a.jpg", "cors.io", H, "X"),
    # a key
    (f"https://p.example.workers.dev/?url={E}", "workers.dev", A, "H"),
    (f"https://p.example.workers.dev/?url={A}&referer=https://example.org/", "workers.dev", A, "H"),
    (f"https://p.example.workers.dev/?referer=x&url={E}", "workers.dev", A, "H"),
    (f"https://p.example.workers.dev/{A}", "workers.dev", A, "H"),
    ("https://p.example.workers.dev/https:/pics.example.org/a.jpg", "workers.dev", A, "H"),
    (f"https://api.allorigins.win/raw?url={E}", "allorigins.win", A, "S"),
    (f"https://api.allorigins.win/get?url={E}", "allorigins.win", A, "S"),
    (f"https://corsproxy.io/?url={E}", "corsproxy.io", A, "S"),
    (f"https://api.codetabs.com/v1/proxy?quest={A}", "codetabs.com", A, "S"),
    (f"https://api.codetabs.com/v1/proxy/?quest={A}", "codetabs.com", A, "S"),
    # the rest of the path
    (f"https://cors-anywhere.herokuapp.com/{A}", "cors-anywhere.herokuapp.com", A, "X"),
    ("https://cors-anywhere.herokuapp.com/pics.example.org/a.jpg", "cors-anywhere.herokuapp.com", H, "X"),
    (
        "https://cors-anywhere.herokuapp.com/pics.example.org:443/a.jpg",
        "cors-anywhere.herokuapp.com",
        "https://pics.example.org:443/a.jpg",
        "X",
    ),
    (f"https://my-cors-anywhere.vercel.app/{A}", "cors-anywhere", A, "S"),
    (f"https://cors-anywhere-2.onrender.com/{A}", "cors-anywhere", A, "S"),
    (f"https://thingproxy.freeboard.io/fetch/{A}", "thingproxy.freeboard.io", A, "X"),
    (f"https://crossorigin.me/{A}", "crossorigin.me", A, "X"),
    (f"https://yacdn.org/proxy/{A}", "yacdn.org", A, "X"),
    (f"https://cors.bridged.cc/{A}", "cors.bridged.cc", A, "X"),
    (f"https://proxy.cors.sh/{A}", "cors.sh", A, "X"),
    # image services
    (f"https://images.weserv.nl/?url={E}", "weserv.nl", A, "S"),
    ("https://images.weserv.nl/?url=pics.example.org/a.jpg", "weserv.nl", H, "S"),
    ("https://images.weserv.nl/?url=pics.example.org%2Fa.jpg", "weserv.nl", H, "S"),
    ("https://images.weserv.nl/?url=ssl:pics.example.org/a.jpg", "weserv.nl", A, "S"),
    ("https://images.weserv.nl/?url=ssl%3Apics.example.org%2Fa.jpg", "weserv.nl", A, "S"),
    ("//images.weserv.nl/?url=//pics.example.org/a.jpg", "weserv.nl", H, "S"),
    (f"https://wsrv.nl/?url={E}&w=300&output=webp", "weserv.nl", A, "H"),
    (f"https://wsrv.nl/?w=300&url={E}", "weserv.nl", A, "H"),
    (f"https://wsrv.nl/?url={A}&w=400", "weserv.nl", A, "H"),
    (f"https://wsrv.nl/?url={A}?v=1&x=2&w=400", "weserv.nl", f"{A}?v=1&x=2", "H"),
    ("https://i0.wp.com/pics.example.org/a.jpg", "wp.com", H, "T"),
    ("https://i0.wp.com/pics.example.org/a.jpg?ssl=1", "wp.com", A, "T"),
    ("https://i2.wp.com/pics.example.org/a.jpg?resize=300%2C200&ssl=1", "wp.com", A, "T"),
    ("https://i2.wp.com/pics.example.org/a.jpg?resize=300%2C200&amp;ssl=1", "wp.com", A, "T"),
    ("https://i3.wp.com/pics.example.org/a.jpg?w=1&v=2&ssl=1", "wp.com", f"{A}?v=2", "T"),
    # a set of sizes that was pasted as one address
    (
        "https://i0.wp.com/pics.example.org/a.jpg?resize=300%2C120&ssl=1%20300w,"
        "%20https://i0.wp.com/pics.example.org/a.jpg?w=611&ssl=1%20611w",
        "wp.com",
        A,
        "T",
    ),
    ("https://i0.wp.com/pics.example.org/a.jpg?ssl&w=9", "wp.com", A, "T"),
    (
        "https://i0.wp.com/pics.example.org/a.php?q=id%3D7%26b%3D1&ssl=1&w=9",
        "wp.com",
        "https://pics.example.org/a.php?id=7&b=1",
        "T",
    ),
    ("http://i1.wp.com/pics.example.org/x/a.jpg?w=300", "wp.com", "http://pics.example.org/x/a.jpg", "T"),
    (f"https://external-content.duckduckgo.com/iu/?u={E}&f=1&nofb=1&ipt=abc", "duckduckgo.com", A, "S"),
    (f"https://proxy.duckduckgo.com/iu/?u={E}", "duckduckgo.com", A, "S"),
    (f"https://search.pstatic.net/common/?src={E}&type=b150", "pstatic.net", A, "H"),
    (f"https://search.pstatic.net/sunny/?src={E}", "pstatic.net", A, "H"),
    (f"https://img1.daumcdn.net/thumb/R1280x0/?scode=mtistory2&fname={E}", "daumcdn.net", A, "H"),
    (f"https://t1.daumcdn.net/thumb/C100x50/?fname={HE}", "daumcdn.net", H, "H"),
    (
        f"https://images1-focus-opensocial.googleusercontent.com/gadgets/proxy?container=focus&url={E}",
        "google-gadgets",
        A,
        "X",
    ),
    (
        f"https://images-blogger-opensocial.googleusercontent.com/gadgets/proxy?url={E}&resize_w=300",
        "google-gadgets",
        A,
        "T",
    ),
    (f"https://ci3.googleusercontent.com/proxy/AbC_d=s0-d-e1-ft#{A}", "gmail", A, "S"),
    (f"https://ci5.googleusercontent.com/meips/AbC=s0-d-e1-ft#{A}", "gmail", A, "S"),
    (f"https://camo.githubusercontent.com/0123abcd/{HEX}", "camo", A, "S"),
    (f"https://git.example.org/camo/0123abcd/{HEX}", "camo", A, "S"),
    (f"https://web.archive.org/web/20200101000000im_/{A}", "web.archive.org", A, "S"),
    (f"https://web.archive.org/web/20200101000000/{H}", "web.archive.org", H, "S"),
    (f"https://web.archive.org/web/2020id_/{A}", "web.archive.org", A, "S"),
    ("https://cdn.statically.io/img/pics.example.org/a.jpg", "statically.io", A, "T"),
    ("https://cdn.statically.io/img/pics.example.org/f=auto,w=600/a.jpg", "statically.io", A, "T"),
    (f"https://shop.example/cdn-cgi/image/width=80,quality=75/{A}", "cloudflare-images", A, "T"),
    (f"https://shop.example/cdn-cgi/image/width=80/{E}", "cloudflare-images", A, "T"),
    (
        "https://shop.example/cdn-cgi/image/width=80/up/a.jpg",
        "cloudflare-images",
        "https://shop.example/up/a.jpg",
        "T",
    ),
    ("/cdn-cgi/image/width=80/up/a.jpg", "cloudflare-images", "/up/a.jpg", "T"),
    (f"https://media2.dev.to/dynamic/image/width=800,format=auto/{E}", "dev.to", A, "T"),
    (f"https://res.cloudinary.com/demo/image/fetch/{A}", "cloudinary.com", A, "T"),
    (f"https://res.cloudinary.com/demo/image/fetch/s--Ab12--/c_limit,f_auto/{A}", "cloudinary.com", A, "T"),
    (
        "https://res.cloudinary.com/demo/image/fetch/w_300/https://pics.example.org/1%2Aa%2C2%20b.jpg",
        "cloudinary.com",
        "https://pics.example.org/1*a,2%20b.jpg",
        "T",
    ),
    (
        "https://res.cloudinary.com/demo/image/fetch/https://pics.example.org/a%2520b.jpg%3Fx%3D1",
        "cloudinary.com",
        "https://pics.example.org/a%20b.jpg?x=1",
        "T",
    ),
    (f"https://res.cloudinary.com/demo/image/fetch/w_300/{E}", "cloudinary.com", A, "T"),
    (f"https://img.example.net/acc/image/fetch/w_300/{E}", "cloudinary.com", A, "T"),
    (f"https://substackcdn.com/image/fetch/$s_!Ab1!,w_1456,c_limit/{E}", "cloudinary.com", A, "T"),
    (f"https://ik.imagekit.io/acc/tr:w-300/{A}", "imagekit.io", A, "T"),
    (f"https://ik.imagekit.io/acc/{A}", "imagekit.io", A, "T"),
    (f"https://acc.imgix.net/{E}?w=300&s=0123", "imgix.net", A, "T"),
    (f"https://img.example.net/insecure/rs:fit:300/plain/{A}@webp", "imgproxy", A, "T"),
    (f"https://img.example.net/sig/rs:fit:300/plain/{E}", "imgproxy", A, "T"),
    (f"https://img.example.net/sig/w:300/{BU}.webp", "base64-path", A, "T"),
    (f"https://img.example.net/sig/w:300/{BU[:16]}/{BU[16:32]}/{BU[32:]}", "base64-path", A, "T"),
    (f"https://thumbs.example.net/unsafe/300x200/smart/{A}", "thumbor", A, "T"),
    (f"https://thumbs.example.net/unsafe/fit-in/300x200/filters:quality(80)/{E}", "thumbor", A, "T"),
    ("https://thumbs.example.net/unsafe/300x200/pics.example.org/a.jpg", "thumbor", H, "T"),
    (f"https://thumbs.example.net/aBc=/300x/filters:format(webp)/{A}", "thumbor", A, "T"),
    (f"https://img.example.net/200x,q60/{A}", "imageproxy", A, "T"),
    (f"https://brand.example/dims4/default/ab12/2147483647/strip/true/?url={E}", "dims4", A, "T"),
    (f"https://imageproxy.pimg.tw/resize?url={E}", "pimg.tw", A, "T"),
    (f"https://cdn.image.st-hatena.com/image/scale/ab12/backend=imagemagick/{E}", "st-hatena.com", A, "T"),
    ("https://pics-example-org.cdn.ampproject.org/i/s/pics.example.org/a.jpg", "ampproject.org", A, "X"),
    (
        "https://pics-example-org.cdn.ampproject.org/ii/w820/s/pics.example.org/a.jpg",
        "ampproject.org",
        A,
        "X",
    ),
    ("https://pics-example-org.cdn.ampproject.org/i/pics.example.org/a.jpg", "ampproject.org", H, "X"),
    (f"https://s.yimg.com/ny/api/res/1.2/Tok--/YXBwaWQ9/{A}", "yimg.com", A, "T"),
    (f"https://sp-ao.shortpixel.ai/client/to_webp,q_glossy/{A}", "shortpixel.ai", A, "T"),
    (
        "https://cdn.shortpixel.ai/client/q_glossy%2Cret_img/https%3A/pics.example.org/a.jpg",
        "shortpixel.ai",
        A,
        "T",
    ),
    (f"https://abc.i.optimole.com/cb:ab.12/w:300/{A}", "optimole.com", A, "T"),
    (
        "https://blog.example/ezoimgfmt/pics.example.org/a.jpg?ezimgfmt=rs:300x200",
        "ezoic",
        A,
        "T",
    ),
    (f"https://slack-imgs.com/?c=1&o1=gu&url={E}", "slack-imgs.com", A, "T"),
    (
        "https://images-ext-1.discordapp.net/external/Sig/https/pics.example.org/a.jpg",
        "discordapp.net",
        A,
        "S",
    ),
    (
        "https://images-ext-2.discordapp.net/external/Sig/%3Fv%3D1/https/pics.example.org/a.jpg?width=9",
        "discordapp.net",
        f"{A}?v=1",
        "T",
    ),
    (f"https://external-fra1-1.xx.fbcdn.net/safe_image.php?d=AQ&url={E}", "facebook", A, "T"),
    (f"https://fbexternal-a.akamaihd.net/safe_image.php?d=AQ&w=1&url={E}", "facebook", A, "T"),
    (f"https://i.embed.ly/1/image?url={E}&key=abc", "embed.ly", A, "T"),
    (f"https://i.embed.ly/1/display/resize?url={E}&width=9", "embed.ly", A, "T"),
    (f"https://www.inoreader.com/camo/sig,q70,b64/{B}", "inoreader.com", A, "S"),
    (f"https://th.bing.com/th/id/R.abc?rik=x&riu={E.lower()}&ehk=y", "bing.com", A.lower(), "T"),
    ("https://th.bing.com/th/id/OIP.abc?w=1", "bing.com", None, "O"),
    ("https://tse1.mm.bing.net/th?id=OIP.abc", "bing.com", None, "O"),
    ("https://encrypted-tbn0.gstatic.com/images?q=tbn:abc", "gstatic.com", None, "O"),
    ("https://avatars.mds.yandex.net/i?id=abc-l", "yandex", None, "O"),
    ("https://img0.baidu.com/it/u=1,2&fm=253", "baidu.com/it", None, "O"),
    ("https://ss1.bdstatic.com/70cFv/it/u=1,2&fm=26", "baidu.com/it", None, "O"),
    ("https://cdn-images-1.medium.com/proxy/1*abc.png", "medium.com", None, "O"),
    ("https://lh3.googleusercontent.com/proxy/AbC", "googleusercontent.com", None, "O"),
    ("https://archive.ph/AbC12/abc.jpg", "archive.today", None, "O"),
    (f"https://www.notion.so/image/{E}?table=block&id=1", "notion.so", A, "H"),
    # Chinese mirrors
    (
        f"https://gimg2.baidu.com/image_search/src={E}&refer={HE}&app=2002&size=f9999",
        "gimg2.baidu.com",
        A,
        "H",
    ),
    (f"https://image.baidu.com/search/down?tn=download&url={E}", "image.baidu.com", A, "H"),
    (f"https://image.baidu.com/search/down?thumburl={E}", "image.baidu.com", A, "H"),
    (f"https://timgsa.baidu.com/timg?image&quality=80&sec=1&src={E}", "timg.baidu.com", A, "T"),
    (f"https://imgconvert.csdnimg.cn/{B}?x-oss-process=image/format,png", "csdnimg.cn", A, "T"),
    (f"https://imgconvert.csdnimg.cn/{B}", "csdnimg.cn", A, "S"),
    (f"https://nimg.ws.126.net/?url={HE}&thumbnail=660x&quality=80&type=jpg", "126.net", H, "T"),
    (f"https://img01.sogoucdn.com/net/a/04/link?appid=1&url={A}", "sogoucdn.com", A, "H"),
    (f"https://img02.sogoucdn.com/v2/thumb/resize/w/1?t=2&url={E}", "sogoucdn.com", A, "H"),
    (
        f"https://read.html5.qq.com/image?src=forum&q=5&r=0&imgflag=7&imageUrl={A}",
        "read.html5.qq.com",
        A,
        "H",
    ),
    (f"https://pic1.xuehuaimg.com/proxy/{A}", "xuehuaimg.com", A, "H"),
    ("https://pic1.xuehuaimg.com/proxy/csdn/pics.example.org/a.jpg", "xuehuaimg.com", A, "H"),
    ("https://i1.read01.com/image.php?url=ABC", "read01.com", None, "O"),
    (f"https://ghproxy.com/{A}", "ghproxy", A, "X"),
    (
        "https://mirror.ghproxy.com/https://raw.githubusercontent.com/u/r/m/a.png",
        "ghproxy",
        "https://raw.githubusercontent.com/u/r/m/a.png",
        "S",
    ),
    (
        "https://ghfast.top/https://github.com/u/r/raw/m/a.png",
        "ghproxy",
        "https://github.com/u/r/raw/m/a.png",
        "S",
    ),
    (
        "https://raw.gitmirror.com/u/r/m/a.png",
        "github-raw-mirror",
        "https://raw.githubusercontent.com/u/r/m/a.png",
        "S",
    ),
    (
        "https://raw.fastgit.org/u/r/m/a.png",
        "github-raw-mirror",
        "https://raw.githubusercontent.com/u/r/m/a.png",
        "S",
    ),
    (
        "https://cdn.jsdelivr.net/gh/u/r@main/a.png",
        "jsdelivr.net",
        "https://raw.githubusercontent.com/u/r/main/a.png",
        "S",
    ),
    (
        "https://fastly.jsdelivr.net/gh/u/r/a.png",
        "jsdelivr.net",
        "https://raw.githubusercontent.com/u/r/HEAD/a.png",
        "S",
    ),
    (
        "https://cdn.jsdmirror.com/gh/u/r@1.0/a.png",
        "jsdelivr-mirror",
        "https://raw.githubusercontent.com/u/r/1.0/a.png",
        "S",
    ),
    (
        "https://i.pixiv.re/img-original/img/a.jpg",
        "pixiv.re",
        "https://i.pximg.net/img-original/img/a.jpg",
        "H",
    ),
    ("https://pixiv.cat/123456-1.jpg", "pixiv.cat", None, "O"),
    # optimisers of frameworks
    (f"https://blog.example/_next/image?url={E}&w=640&q=75", "next-image", A, "T"),
    (
        "https://blog.example/_next/image?url=%2Fimg%2Fa.png&w=640&q=75",
        "next-image",
        "https://blog.example/img/a.png",
        "T",
    ),
    ("/_next/image?url=%2Fimg%2Fa.png&w=640&q=75", "next-image", "/img/a.png", "T"),
    (f"https://blog.example/_vercel/image?url={E}&w=640", "vercel-image", A, "T"),
    (f"https://blog.example/.netlify/images?url={E}", "netlify-images", A, "T"),
    ("/_image?href=%2Fa.png&w=3", "astro-image", "/a.png", "T"),
    ("https://blog.example/_ipx/w_300/img/a.png", "ipx", "https://blog.example/img/a.png", "T"),
    (f"https://blog.example/_gatsby/image/abc/def/a.jpg?u={E}", "gatsby-image", A, "T"),
    (f"https://blog.example/imageproxy.php?url={E}", "imageproxy.php", A, "T"),
    (f"https://blog.example/wp/timthumb.php?src={A}&w=300", "timthumb", A, "T"),
    # in no list
    (f"https://img.unknown.example/get?url={E}", "unknown", A, "T"),
    (f"https://img.unknown.example/get?imgurl={A}&w=300", "unknown", A, "T"),
    (f"https://img.unknown.example/{A}", "unknown", A, "T"),
    (f"https://img.unknown.example/?{A}", "unknown", A, "T"),
    (f"https://img.unknown.example/p/{E}", "unknown", A, "T"),
]

NOT_PROXIED = [
    A,
    H,
    "/img/a.png",
    "a.png",
    "",
    "data:image/png;base64,aHR0cHM6Ly9hLmI=",
    f"https://img.shields.io/badge/a-b-green?link={A}",
    f"https://www.gravatar.com/avatar/0123?d={E}",
    "https://latex.codecogs.com/png.latex?http://a.b/c.png",
    f"https://api.qrserver.com/v1/create-qr-code/?data={A}",
    f"https://blog.example/a.png?ref={A}",
    f"https://blog.example/a.png?utm_source={A}",
    f"https://blog.example/login?redirect={E}",
    "https://i0.wp.com/",
    "https://i0.wp.com/a.png",
    "https://s0.wp.com/mshots/v1/https%3A%2F%2Fpics.example.org%2Fa.jpg",
    "https://lh3.googleusercontent.com/a-/AbC",
    "https://web.archive.org/static/images/logo.png",
    "https://res.cloudinary.com/demo/image/upload/w_300/a.png",
    "https://thumbs.example.net/unsafe/300x200/filters:quality(80)/a1b2",
    "https://img-blog.csdnimg.cn/20200101.png?x-oss-process=image/watermark,text_aHR0cHM6",
    "https://imgconvert.csdnimg.cn/20200101000000001.png",
    "https://cdn.jsdelivr.net/npm/package@1/a.png",
    "https://th.bing.com/other/a.png",
    "https://static.wixstatic.com/media/ab~mv2.jpg/v1/fill/w_300/ab~mv2.jpg",
    "https://cdn.shopify.com/s/files/1/a_300x.jpg?v=1",
    f"https://notworkers.dev.example/?ref={A}",
    f"https://cors.example.workers.dev.evil.example/?ref={A}",
    "https://worker.example.workers.dev/a.png",
    "https://worker.example.workers.dev/?v=2",
    # an inner URL that nobody may ask for
    "https://p.example.workers.dev/?http://localhost/a.png",
    "https://p.example.workers.dev/?http://192.168.1.2/a.png",
    "https://p.example.workers.dev/?http://169.254.169.254/latest/a.png",
    "https://p.example.workers.dev/?http://user:pw@pics.example.org/a.png",
    "https://p.example.workers.dev/?http://intranet/a.png",
    "https://p.example.workers.dev/?ftp://pics.example.org/a.png",
    "https://p.example.workers.dev/?javascript:alert(1)",
    "https://wsrv.nl/?url=http%3A%2F%2Fpics.example.org%2Fa%20b.png",
    "https://wsrv.nl/?url=http%3A%2F%2Fpics.example.org%2Fa%00b.png",
    "https://wsrv.nl/?url=http%3A%2F%2Fpics.example.org%0A%2Fa.png",
    "https://wsrv.nl/?url=",
    "https://wsrv.nl/",
    "https://wsrv.nl/?url=a.png",
    "https://camo.githubusercontent.com/0123/6a6176617363726970743a",
    "https://camo.githubusercontent.com/0123/zz",
    "https://img.unknown.example/get?url=https%3A%2F%2Fpics.example.org%2Fpage",
    "https://img.unknown.example/get?next=https%3A%2F%2Fpics.example.org%2Fa.png",
    "https://:99/?" + "ref=" + A,
    "%zz%",
    "https://",
]


@pytest.mark.parametrize(("url", "proxy", "original", "fix_class"), PROXIED)
def test_a_proxied_url_gives_its_original(url: str, proxy: str, original: str | None, fix_class: str) -> None:
    found = unwrap(url)
    assert found is not None
    assert (found.proxy, found.original, found.fix_class) == (proxy, original, fix_class)
    assert found.chain == (proxy,)


@pytest.mark.parametrize("url", NOT_PROXIED)
def test_an_ordinary_or_unusable_url_is_no_proxied_one(url: str) -> None:
    assert unwrap(url) is None


def test_the_table_is_large_enough() -> None:
    assert len(PROXIED) + len(NOT_PROXIED) >= 170


@pytest.mark.parametrize(
    ("url", "original", "chain"),
    [
        (
            "https://wsrv.nl/?url=https%3A%2F%2Fi0.wp.com%2Fpics.example.org%2Fa.jpg%3Fssl%3D1",
            A,
            ("weserv.nl", "wp.com"),
        ),
        (
            "https://c.example.workers.dev/?https://wsrv.nl/?url=https%3A%2F%2Fi0.wp.com%2Fpics.example.org%2Fa.jpg",
            H,
            ("workers.dev", "weserv.nl", "wp.com"),
        ),
        (
            "https://image.baidu.com/search/down?url=https%3A%2F%2Fgimg2.baidu.com%2Fimage_search%2F"
            "src%3Dhttps%253A%252F%252Fpics.example.org%252Fa.jpg%26app%3D2002",
            A,
            ("image.baidu.com", "gimg2.baidu.com"),
        ),
        (
            f"https://s.yimg.com/ny/api/res/1.2/T--/Y/https://s.yimg.com/uu/api/res/1.2/U--/Z/{A}",
            A,
            ("yimg.com", "yimg.com"),
        ),
        (
            f"https://x.y.workers.dev/?https://x.y.workers.dev/?https://x.y.workers.dev/?https://x.y.workers.dev/?{A}",
            f"https://x.y.workers.dev/?{A}",
            ("workers.dev",) * 3,
        ),
        (
            f"https://x.y.workers.dev/?https://web.archive.org/web/2020im_/{A}",
            f"https://web.archive.org/web/2020im_/{A}",
            ("workers.dev",),
        ),
        (
            "https://x.y.workers.dev/?https://tse1.mm.bing.net/th?id=OIP.abc",
            "https://tse1.mm.bing.net/th?id=OIP.abc",
            ("workers.dev", "bing.com"),
        ),
    ],
)
def test_nested_proxies_are_opened_three_deep(url: str, original: str, chain: tuple[str, ...]) -> None:
    found = unwrap(url)
    assert found is not None
    assert (found.original, found.chain) == (original, chain)


@pytest.mark.parametrize(
    ("url", "original"),
    [
        # encoded once: decoded once, what is encoded inside stays
        ("https://wsrv.nl/?url=https%3A%2F%2Fa.test%2F%25E4%25BD%25A0.jpg", "https://a.test/%E4%BD%A0.jpg"),
        ("https://wsrv.nl/?url=https%3A%2F%2Fa.test%2Fx.jpg%3Fb%3D1%2526c", "https://a.test/x.jpg?b=1%26c"),
        # encoded twice
        ("https://wsrv.nl/?url=https%253A%252F%252Fa.test%252Fx.jpg", "https://a.test/x.jpg"),
        # not encoded: left alone
        ("https://x.y.workers.dev/?https://a.test/%E4%BD%A0.jpg", "https://a.test/%E4%BD%A0.jpg"),
        ("https://x.y.workers.dev/?https://a.test/x%20y.jpg", "https://a.test/x%20y.jpg"),
        ("https://wsrv.nl/?url=https://a.test/o/x%2Fy.jpg?alt=media", "https://a.test/o/x%2Fy.jpg?alt=media"),
        # GBK escapes are no UTF-8
        ("https://wsrv.nl/?url=http%3A%2F%2Fa.test%2F%C4%E3.jpg", "http://a.test/%C4%E3.jpg"),
        ("https://x.y.workers.dev/?https://a.test/图.jpg", "https://a.test/图.jpg"),
        ("https://WSRV.NL./?url=https://a.test/X.JPG", "https://a.test/X.JPG"),
    ],
)
def test_an_encoding_is_undone_once(url: str, original: str) -> None:
    found = unwrap(url)
    assert found is not None
    assert found.original == original


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"https://corsproxy.io/?{A}", None),
        (f"https://cors-anywhere.herokuapp.com/{A}", None),
        (f"https://images.weserv.nl/?url={E}", None),
        (f"https://camo.githubusercontent.com/ab/{HEX}", None),
        (f"https://corsproxy.io/?{H}", "the original is on plain http"),
        (
            "https://corsproxy.io/?https://ww1.sinaimg.cn/large/a.jpg",
            "ww1.sinaimg.cn refuses pictures on other sites",
        ),
        ("https://corsproxy.io/?https://x.bkt.clouddn.com/a.jpg", "x.bkt.clouddn.com is dead"),
        (f"https://wsrv.nl/?url={E}&w=3", "such proxies are there to get round a ban on foreign pages"),
        (f"https://acc.imgix.net/{E}", "the proxy changes size or format"),
        (f"https://x.y.workers.dev/?{A}", "such proxies are there to get round a ban on foreign pages"),
        (f"https://web.archive.org/web/2020im_/{A}", "an archived picture is often gone at its old place"),
        (f"https://www.notion.so/image/{E}", "the original is private, only the proxy may read it"),
        ("https://tse1.mm.bing.net/th?id=OIP", "the original cannot be told from the address"),
        (f"https://img.unknown.example/{A}", "the host is not known as a proxy"),
    ],
)
def test_why_the_original_cannot_take_the_place(url: str, reason: str | None) -> None:
    found = unwrap(url)
    assert found is not None
    assert found.no_fix == reason


LONG = 1_000_000


@pytest.mark.parametrize(
    "url",
    [
        "https://x.y.workers.dev/?" + "https://" * (LONG // 8),
        "https://x.y.workers.dev/?https://a.test/" + "a" * LONG,
        "https://wsrv.nl/?" + "url=&" * (LONG // 5),
        "https://wsrv.nl/?url=https://a.test/?" + "&a=b" * (LONG // 4),
        "https://wsrv.nl/?url=" + "%68" * (LONG // 3),
        "https://wsrv.nl/?url=http%3A" + "%2F" * (LONG // 3),
        "https://wsrv.nl/?url=" + "a." * (LONG // 2) + "/x",
        "https://i0.wp.com/" + "a.b/" * (LONG // 4),
        "https://t.test/unsafe/" + "300x200/" * (LONG // 8),
        "https://t.test/unsafe/" + "filters:a()/" * (LONG // 12),
        "https://t.test/plain/http" + ":" * LONG,
        "https://t.test/" + "aHR0c" * (LONG // 5),
        "https://t.test" + "/aHR0c" * (LONG // 6),
        "https://t.test/" + "_ipx/" * (LONG // 5),
        "https://t.test/cdn-cgi/image/" + "/" * LONG,
        "https://camo.githubusercontent.com/a/" + "68" * (LONG // 2),
        "https://cdn.statically.io/img/a.test/" + "f=a/" * (LONG // 4),
        "https://cdn.statically.io/img/a.test/" + "f=a," * (LONG // 4),
        "https://web.archive.org/web/" + "1" * LONG,
        "https://" + "a" * LONG + ".workers.dev/?http://a.test/b.jpg",
        "https://" + "ü" * LONG + ".test/http",
        "https://" + "a." * (LONG // 2) + "workers.dev/?http://a.test/b.jpg",
        "https://images-ext-1.discordapp.net/external/" + "a/" * (LONG // 2),
        "https://unknown.test/" + "http:/" * (LONG // 6),
        "http" * (LONG // 4),
        "%" * LONG,
        "\ud800" * 1000 + "https://wsrv.nl/?url=http%3A%2F%2Fa.test%2F\ud800",
    ],
    ids=lambda url: url[:40].encode("ascii", "replace").decode(),
)
def test_hostile_lengths_take_linear_time(url: str) -> None:
    start = time.process_time()
    unwrap(url)
    assert time.process_time() - start < 1.5


def test_ordinary_urls_do_not_pass_the_cheap_test() -> None:
    assert not may_be_proxied("https://example.org/blog/wp-content/uploads/2021/10/a-cat.jpg")
    assert not may_be_proxied("/img/2021/a.png")
    assert not may_be_proxied("a.png")
    assert may_be_proxied("https://i0.wp.com/pics.example.org/a.jpg")
