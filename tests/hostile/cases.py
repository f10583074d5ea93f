"""The hostile inputs tried, by what they attack. docs/hostile-input.md is made from this table."""

from __future__ import annotations

from tests.hostile.case import FRONT, POST, Case, Link, Special

_DEEP = "front matter is nested more than 100 deep"
_TIME = "PL006 it took more than 20 s of processor time"
_MEMORY = "PL006 it took more than 500 MB of memory"


def _bomb(first: str, one: str, join: str) -> str:
    lines = [first]
    for number in range(98, 110):
        lines.append(one.replace("@", chr(number)).replace("#", join.join(["*" + chr(number - 1)] * 9)))
    return "---\n" + "\n".join(lines) + "\n---\nText.\n"


def _fm(block: str) -> str:
    return f"---\n{block}\n---\nText.\n"


FRONT_MATTER = (
    Case("aliases that expand to a billion values", 1, "aliases expand to more than 10,000 values",
         post=_bomb("a: &a [x, x, x, x, x, x, x, x, x]", "@: &@ [#]", ",")),
    Case("the same through merge keys", 1, "FM018", post=_bomb("a: &a {x: 1}", "@: &@ {<<: [#]}", ",")),
    Case("a list that holds itself", 1, "FM004", post=_fm("a: &a [*a]")),
    Case("100,000 open brackets", 1, "FM004", post=_fm("a: " + "[" * 100_000)),
    Case("maps nested 3,000 deep", 1, _DEEP, post=_fm("\n".join(" " * n + "a:" for n in range(3000)))),
    Case("lists nested 50,000 deep", 1, _DEEP, post=_fm("- " * 50_000 + "a")),
    Case("100,000 `? ` keys in one another", 1, _DEEP, post=_fm("? " * 100_000)),
    Case("5,000 times the same key", 1, "FM009", post=_fm("\n".join(["a: 1"] * 5000))),
    Case("20,000 different keys", 0, "", post=_fm("\n".join(f"k{n}: 1" for n in range(20_000)))),
    Case("10,000 anchors", 1, "FM018", post=_fm("\n".join(f"a{n}: &x{n} 1" for n in range(10_000)))),
    Case("a list of 50,000 items", 0, "", post=_fm("tags: [" + "a," * 50_000 + "]")),
    Case("a key of 100,000 characters", 0, "", post=_fm("a" * 100_000 + ": 1")),
    Case("a title of 5 MB", 0, "", post=_fm("title: " + "a" * 5_000_000)),
    Case("a date of 5 MB", 1, "DT002", post=_fm("date: " + "2024-" * 1_000_000)),
    Case("a number of 100,000 digits", 0, "", post=_fm("weight: " + "9" * 100_000)),
    Case("500,000 colons in one value", 1, "FM004", post=_fm("a: b" + ": b" * 500_000)),
    Case("a quote that never closes, 2 MB", 1, "the quote that opens `a` is not closed", post=_fm("a: '" + "b" * 2_000_000)),
    Case("a tag that asks for a Python object", 1, "FM", post=_fm("a: !!python/object/apply:os.system [touch ran]")),
    Case("a tag that asks for a Ruby object", 1, "FM", post=_fm("a: !ruby/object:Gem::Installer {i: x}")),
    Case("a JavaScript function as a value", 1, "FM", post=_fm("a: !!js/function 'function(){}'")),
    Case("a fence for JavaScript front matter", 1, "FM001", post="---js\nmodule.exports = require('fs')\n---\nText.\n"),
    Case("NUL in a value", 1, "FM004", post=_fm("title: a\0b")),
    Case("an escape of half a surrogate pair", 1, "FM012", post=_fm('title: "\\ud800"')),
    Case("a fence and no end, 5 MB", 1, "FM", post="---\ntitle: a\n" + "a: b\n" * 1_000_000),
    Case("nothing but fences, 100,000 of them", 1, "CNT001", post="---\n" * 100_000),
    Case("TOML: 100,000 open brackets", 1, _DEEP, post="+++\na=" + "[" * 100_000 + "\n+++\nText.\n", generator="hugo"),
    Case("TOML: a key of 100,000 parts", 1, _DEEP, post="+++\n" + "a." * 100_000 + "a = 1\n+++\nText.\n", generator="hugo"),
    Case("TOML: 20,000 tables of one name", 0, "", post="+++\n" + "[[a]]\n" * 20_000 + "+++\nText.\n", generator="hugo"),
    Case("JSON: 100,000 open brackets", 1, "FM", post='{"a":' + "[" * 100_000 + "}\n\nText.\n", generator="hugo"),
    Case("JSON: 5,000 times the same key", 1, "FM009", post="{" + ",".join(['"a":1'] * 5000) + "}\nText.\n", generator="hugo"),
)  # fmt: skip

BODY = (
    Case("5,000 pictures", 1, "IMG001", body="![a](b.png)\n" * 5000),
    Case("one line of 5 MB", 0, "", body="a" * 5_000_000),
    Case("5 MB of blanks", 1, "CNT001", body=" " * 5_000_000),
    Case("a million line ends", 1, "CNT001", body="\n" * 1_000_000),
    Case("100,000 `[`", 0, "", body="[" * 100_000),
    Case("100,000 `![`", 0, "", body="![" * 100_000),
    Case("100,000 `[a](`", 0, "", body="[a](" * 100_000),
    Case("`![a](` and 100,000 brackets", 0, "", body="![a](" + "(" * 100_000),
    Case("20,000 `![a](<`", 0, "", body="![a](<" * 20_000),
    Case("100,000 `*a_ `", 0, "", body="*a_ " * 100_000),
    Case("runs of backticks, each longer than the last", 0, "", body=" ".join("`" * n for n in range(1, 1500))),
    Case("quotes in quotes, 50,000 deep", 0, "", body="> " * 50_000 + "a"),
    Case("lists in lists, 1,000 deep", 0, "", body="".join(f"{'  ' * n}- a\n" for n in range(1000))),
    Case("100,000 `<`", 0, "", body="<" * 100_000),
    Case("100,000 `<!--`", 1, "CNT001", body="<!--" * 100_000),
    Case("100,000 `<?`", 1, "CNT001", body="<?" * 100_000),
    Case("50,000 `<![CDATA[`", 1, "CNT001", body="<![CDATA[" * 50_000),
    Case("50,000 open `<div>`", 1, "CNT001", body="<div>" * 50_000),
    Case("a tag of 100,000 attributes", 0, "", body="<b " + "a=b " * 100_000 + ">text</b>"),
    Case("100,000 `{{`", 0, "", body="{{" * 100_000),
    Case("100,000 `{% `", 0, "", body="{% " * 100_000),
    Case("50,000 `{% raw %}`", 1, "CNT001", body="{% raw %}" * 50_000),
    Case("100,000 `{{< `", 0, "", post="---\ntitle: a\n---\n" + "{{< " * 100_000, generator="hugo"),
    Case("50,000 definitions of one link", 0, "", body="[a]: b\n" * 50_000 + "[a] " * 10_000),
    Case("a table of 2,000 columns", 0, "", body="|a" * 2000 + "\n" + "|-" * 2000 + "\n" + "|a\n" * 100),
    Case("100,000 addresses in one word", 0, "", body="http://a.com/" * 100_000),
    Case("50,000 times the word that opens a credit", 1, "ATT002", body="转载自：" * 50_000, select="ATT"),
    Case("10,000 open credits", 0, "", body="来源：[" * 10_000, select="ATT"),
    Case("10,000 suppressions", 1, "PL001", body="<!-- postlint-disable CNT001 -->\ntext\n" * 10_000),
    Case("a suppression of 100,000 rules", 1, "PL002", body="text <!-- postlint-disable " + "zz " * 100_000 + "-->"),
    Case("a picture of 5 MB in the text", 1, "IMG009", body="![](data:image/png;base64," + "A" * 5_000_000 + ")"),
)  # fmt: skip

FILES = (
    Case("a file of 100 MB", 2, "PL006 the file has 100 MB, more than 10 MB; it was not linted", files={POST: Special("zeros", 100_000_000)}),
    Case("NUL bytes", 1, "PL003 [not-utf-8] the file is no text; it was not linted", files={POST: b"\0\xff" * 4096}),
    Case("bytes of no encoding", 1, "PL003", files={POST: b"---\ntitle: a\n---\n" + b"\xff\xfe\xfd\x81" * 1000}),
    Case("an empty file", 1, "CNT001", files={POST: b""}),
    Case("a pipe that is called `.md`", 2, "PL004 it is no regular file", files={POST: Special("fifo")}),
    Case("the same, named", 2, "PL004 it is no regular file", files={POST: Special("fifo")}, args=(POST,)),
    Case("a socket that is called `.md`", 2, "PL004 it is no regular file", files={POST: Special("socket")}),
    Case("a folder that is called `.md`", 0, "", files={POST: Special("folder")}),
    Case("a link to a device", 0, "left out source/_posts/a.md (links out of the site)", files={POST: Link("/dev/zero")}),
    Case("the same, named", 2, "PL004 it is no regular file", files={POST: Link("/dev/zero")}, args=(POST,)),
    Case("a link out of the site", 0, "left out source/_posts/a.md (links out of the site)", files={POST: Link("/etc/passwd")}),
    Case("the same, named", 0, "left out source/_posts/a.md (links out of the site)", files={POST: Link("/etc/passwd")}, args=(POST,)),
    Case("a link to nothing", 2, "PL004 the link's target gone.md is not there", files={POST: Link("gone.md")}),
    Case("a link to itself", 2, "PL004", files={POST: Link("a.md")}),
    Case("a folder that links to the one above it", 0, "", files={POST: FRONT + "Text.\n", "source/_posts/b": Link("..")}),
    Case("a folder that links to `/`, named", 0, "left out source/all (links out of the site)",
         files={POST: FRONT + "Text.\n", "source/all": Link("/")}, args=("source/all",)),
    Case("a line end in a file's name", 1, "source/_posts/a\\x0a::error::b.md:", files={"source/_posts/a\n::error::b.md": FRONT}),
    Case("an escape sequence in a file's name", 1, "source/_posts/a\\x1b]0;x\\x07.md:", files={"source/_posts/a\x1b]0;x\x07.md": FRONT}),
    Case("a file's name that turns the reading direction", 1, "source/_posts/a\\u202ednp.md:", files={"source/_posts/a\u202ednp.md": FRONT}),
    Case("a file's name of bytes that are no UTF-8", 1, "source/_posts/a�.md:", files={"source/_posts/a\udcff.md": FRONT}),
    Case("a file that is called like an option", 1, "source/_posts/--fix.md:", files={"source/_posts/--fix.md": FRONT}),
    Case("folders nested 200 deep", 1, "CNT001", files={"source/_posts/" + "a/" * 200 + "a.md": FRONT}),
)  # fmt: skip


def _picture(what: str, url: str, says: str, exit_code: int = 1) -> Case:
    return Case(what, exit_code, says, body=f"![a view]({url})\n", select="IMG")


PICTURES = (
    _picture("a picture above the site that is there", "../../../../secret.png", "IMG"),
    _picture("a picture above the site that is not there", "../../../../gone.png", "IMG"),
    _picture("`/etc/passwd`", "/etc/passwd", "IMG001"),
    _picture("`/../../../../etc/passwd`", "/../../../../etc/passwd", "IMG"),
    _picture("the same with escaped dots", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "IMG"),
    _picture("the same with escaped slashes", "..%2f..%2f..%2fetc%2fpasswd", "IMG"),
    _picture("`file:///etc/passwd`", "file:///etc/passwd", "IMG"),
    _picture("a Windows path", "C:\\\\Windows\\\\win.ini", "IMG"),
    _picture("a share of a Windows network", "\\\\\\\\host\\\\share\\\\a.png", "IMG"),
    _picture("an escaped NUL in an address", "/a%00.png", "", 0),
    _picture("an address of 1 MB", "/" + "a" * 1_000_000, "IMG001"),
    Case("a picture that links out of the site", 1, "IMG001", body="![a view](/a.png)\n", select="IMG",
         files={"source/a.png": Link("../../secret.png")}),
    Case("a folder of pictures that links out of the site", 1, "IMG001", body="![a view](/p/secret.png)\n", select="IMG",
         files={"source/p": Link("../..")}),
    Case("a picture that is a pipe", 1, "IMG", body="![a view](/a.png)\n", select="IMG", files={"source/a.png": Special("fifo")}),
)  # fmt: skip

_STEERING = "\x1b]0;owned\x07\x1b[2J\u202e\u2066\x9b31m"
STEERING = (
    Case("escape sequences in a value", 1, "\\x1b", post=_fm(f'date: "a{_STEERING}"'), select="DT002"),
    Case("the same, written as escapes of YAML", 1, "DT002", post=_fm('date: "a\\e]0;x\\a\\u202E"'), select="DT002"),
    Case("escape sequences in a key", 1, "FM", post=_fm(f"titel{_STEERING}: a\nb{_STEERING}: a\nb{_STEERING}: a")),
    Case("escape sequences in an address", 1, "\\x1b", body=f"![a view](</a{_STEERING}.png>)\n", select="IMG"),
    Case("commands of GitHub in an address", 1, "IMG001", body="![a view](</a ::set-output name=x::y.png>)\n", select="IMG"),
    Case("commands of GitHub at the start of a line", 0, "", body="::set-output name=x::y\n::error::z\n##[error]z\n"),
    Case("HTML in an address", 1, "IMG", body='<img src="/&lt;script&gt;alert(1)&lt;/script&gt;.png" alt="a view">\n', select="IMG"),
    Case("the end of an XML comment and CDATA in an address", 1, "IMG", body='<img src="/]]&gt;--&gt;.png" alt="a view">\n', select="IMG"),
)

_SAME = FRONT + "![a view](http://a.example.com/x.png)\n"
_SCHEMA = "[rules.schema-mismatch]\nfile = 's.json'\n"
CONFIGS = (
    Case("a plugin of the repository's own", 2, "is code that came with the config",
         files={POST: _SAME, "postlint.toml": "plugins = ['x.py']\n", "x.py": "open('ran', 'w')\n"}),
    Case("`extends` out of the repository", 2, "leads out of the project", files={POST: _SAME, "postlint.toml": "extends = '/etc/passwd'\n"}),
    Case("`extends` in a circle", 2, "extends this file in turn", files={POST: _SAME, "postlint.toml": "extends = 'postlint.toml'\n"}),
    Case("`output-file` out of the repository", 2, "leads out of the project", files={POST: _SAME, "postlint.toml": "output-file = '../a.json'\n"}),
    Case("`output-file` over a hook of git", 2, "lies in a hidden folder", files={POST: _SAME, "postlint.toml": "output-file = '.git/hooks/pre-commit'\n"}),
    Case("`output-file` over a post", 2, "would replace a file that is no report", files={POST: _SAME, "postlint.toml": f"output-file = '{POST}'\n"}),
    Case("`network = true`", 2, "network of a config that is not trusted", files={POST: _SAME, "postlint.toml": "network = true\n"}),
    Case("`allow-private-addresses = true`", 2, "allow-private-addresses of a config that is not trusted",
         files={POST: _SAME, "postlint.toml": "allow-private-addresses = true\n"}),
    Case("a baseline out of the repository", 2, "baseline leads out of the project", files={POST: _SAME, "postlint.toml": "baseline = '/etc/passwd'\n"}),
    Case("`(a+)+$` as a pattern of a rule", 0, "", select="CNT003",
         files={POST: FRONT + "a" * 100_000 + "!\n", "postlint.toml": "[rules.forbidden-wording]\npatterns = ['(a+)+$']\n"}),
    Case("`*a*a*a*a*a*a*b` under `exclude`", 1, "IMG006", select="IMG006",
         files={f"source/_posts/{'a' * 200}.md": _SAME, "postlint.toml": "exclude = ['" + "*a" * 20 + "*b']\n"}),
    Case("the same in `.gitignore`, among 20,000 lines", 1, "IMG006", select="IMG006",
         files={f"source/_posts/{'a' * 200}.md": _SAME, ".git/HEAD": "", ".gitignore": "*a" * 20 + "*b\n" + "x*y\n" * 20_000}),
    Case("`^(?=(a+)+$)(a|aa)+$` as a pattern of a JSON Schema", 1, "FM010", select="FM010",
         files={POST: f"---\ntitle: {'a' * 1000}!\n---\nText.\n", "postlint.toml": _SCHEMA,
                "s.json": '{"properties": {"title": {"pattern": "^(?=(a+)+$)(a|aa)+$"}}}'}),
    Case("a JSON Schema that refers to another host", 2, "is not fetched: keep the schema below the site's root", select="FM010",
         files={POST: _SAME, "postlint.toml": _SCHEMA, "s.json": '{"$ref": "http://127.0.0.1:9/x.json"}'}),
    Case("a JSON Schema out of the site", 2, "is not there; it is looked for below", select="FM010",
         files={POST: _SAME, "postlint.toml": "[rules.schema-mismatch]\nfile = '../../etc/passwd'\n"}),
    Case("a config of 2 MB", 2, "the file is larger than 1 MB", files={POST: _SAME, "postlint.toml": "#" * 2_000_000}),
    Case("a config nested 100,000 deep", 2, "not valid TOML", files={POST: _SAME, "postlint.toml": "select = " + "[" * 100_000}),
    Case("a config that is a pipe", 1, "IMG006", select="IMG006", files={POST: _SAME, "postlint.toml": Special("fifo")}),
    Case("a site config that is a YAML bomb", 1, "IMG006", select="IMG006",
         files={POST: _SAME, "_config.yml": _bomb("a: &a [x, x, x, x]", "@: &@ [#]", ",")[4:-10]}),
    Case("a cache folder that links out of the site", 1, "IMG006", select="IMG006", files={POST: _SAME, ".postlint_cache": Link("/etc")}),
)  # fmt: skip

# these take seconds to minutes and up to the limits on purpose
SLOW = (
    Case("800,000 pictures", 2, _MEMORY, body="![a](b.png)\n" * 800_000),
    Case("800,000 pictures on one line", 2, _MEMORY, body="![a](b.png)" * 800_000),
    Case("a million links", 2, _MEMORY, body="[a](b)\n" * 1_000_000),
    Case("a million `![a](<`", 2, _TIME, body="![a](<" * 1_000_000),
    Case("100,000 times the same key", 1, "FM009", post=_fm("\n".join(["a: 1"] * 100_000))),
    Case("a list of a million items", 0, "", post=_fm("tags: [" + "a," * 1_000_000 + "]")),
)

GROUPS = {
    "Front matter": FRONT_MATTER,
    "Text": BODY,
    "Files": FILES,
    "Addresses of pictures": PICTURES,
    "Texts that steer terminals, servers and pages": STEERING,
    "Configs and what else comes with a repository": CONFIGS,
    "At the limits": SLOW,
}
