"""Posts and config files put together from pieces that mean something."""

from __future__ import annotations

from hypothesis import strategies as st

_KEYS = (
    "title", "date", "updated", "tags", "categories", "cover", "draft", "author", "source", "permalink", "layout",
    "postlint", "lastmod", "published", "slug", "copyright", "description", "标题", "日期", '"quoted"', "<<", "? a", "a b",
)  # fmt: skip
_VALUES = (
    "", "a", "2024-05-06", "2024-05-06 08:00:00", "2024-02-30", "2024-05-06T08:00:00+08:00", "2024/5/6", "12:30", "0x1f",
    "1e309", ".nan", "~", "true", "yes", "[a, b]", "[a", "{a: 1}", "{disable: [ATT001]}", "'a", '"a\\q"', '"\\ud800"', "|\n  a\n  b",
    ">-\n  a", "&a b", "*a", "!!int x", "!ruby/object:X {}", "a: b", "- a", "\n  - a\n  - b", "\n  k: v", "@a", "`a`", "%a",
    "http://a.example.com/x.png", "转载自某站", "：", "【a】", "a # postlint-disable-line DT", "\t x", "Mon, 06 May 2024 08:00:00 GMT",
)  # fmt: skip
_FENCES = ("---\n", "---\n", "---\n", "+++\n", ";;;\n", "--- \n", "----\n", " ---\n", "\ufeff---\n", "\n---\n", "{\n", "...\n", "<!--\n", "")
_PIECES = (
    "word ", "中文，", "。", "😀", "\n", "\n\n", "\n\n", "\r\n", "\r", "    ", "> ", "- ", "1. ", "# ", "**", "`", "```\n", "![", "](", ")",
    "![a](b.png)", "![](http://a.example.com/x.png)", "![a](http://cors.example.workers.dev/?url=http://b.cn/a.jpg)",
    "[l](/u)", "[r]: /x 't'\n", "![r][r]", '<img src="http://a.example.com/a.png">', "<img src=b.png alt>", '<a href="x">', "</a>",
    "<!-- c -->", "<!--", "-->", "<div>", "</div>", "<script>", "{{ x }}", "{% img a.png %}", "{% raw %}", "{% endraw %}",
    '{{< figure src="a.png" >}}', "<Foo a={b}/>", "{/* c */}", "\0", "\u2028", "\u202e", "\x1b]0;t\x07", "::error::x", "![](data:image/png;base64,AAAA)",
    "转载自：[某站](http://a.cn/1)", "作者：王五", "来源：平安湖北", "原文链接：http://a.cn/b", "本文采用 CC BY-NC-SA 4.0 许可", "Originally published at http://a.com",
    "via [x](http://x.com)", "TODO", "C:\\Users\\a\\b.png", "![](file:///C:/a.png)", "![](../../etc/passwd)", "---\n", "| a |\n|---|\n| b |\n",
    "<!-- postlint-disable -->\n", "<!-- postlint-disable-next-line IMG006 -->\n", "<!-- postlint-disable-next-line IMG006, NOPE -- why -->\n",
    "<!-- postlint-enable -->\n", "<!-- postlint-disable-file ATT -->\n", "{/* postlint-disable IMG */}\n", "<!-- postlint-disable-line DT -->",
)  # fmt: skip

_lines = st.tuples(st.sampled_from(_KEYS), st.sampled_from((": ", ":", " = ", ": ", ": ")), st.sampled_from(_VALUES)).map("".join)
_block = st.lists(_lines, max_size=7).map(lambda lines: "".join(f"{line}\n" for line in lines))
_front = st.tuples(st.sampled_from(_FENCES), _block, st.sampled_from(_FENCES)).map("".join)
_body = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
_texts = st.tuples(_front, _body).map("".join)
_encodings = st.sampled_from(("utf-8", "utf-8", "utf-8", "utf-8-sig", "gbk", "utf-16", "latin-1"))

# bytes of a post, and the number of a generator
posts = st.tuples(
    st.tuples(_texts, _encodings, st.sampled_from(("\n", "\n", "\r\n"))).map(
        lambda parts: parts[0].replace("\n", parts[2]).encode(parts[1], "replace")
    ),
    st.integers(0, 10),
)

_config_keys = (
    "select", "ignore", "exclude", "extends", "generator", "encoding", "network", "jobs", "rules", "views", "overrides",
    "output-file", "baseline", "plugins", "fail-on", "min-severity", "nonsense",
)  # fmt: skip
_config_values = (
    "true", "1", "-1", '"a"', '["IMG"]', '["NOPE"]', "[]", "{}", "[[1]]", '{paths = ["a/**"], select = ["DT"]}',
    '[{paths = ["**"], ignore = ["IMG"]}]', '["../x.toml"]', '"gbk"', '"error"', "{insecure-image = {allow-hosts = [1]}}",
    '{insecure-image = {severity = "info"}}', "{forbidden-wording = {patterns = ['(a+)+$']}}", "nan", "2024-05-06", "'\\'", '"\\u0000"',
)  # fmt: skip
configs = st.lists(st.tuples(st.sampled_from(_config_keys), st.sampled_from(_config_values)), max_size=6).map(
    lambda pairs: "".join(f"{key} = {value}\n" for key, value in pairs).encode()
)
