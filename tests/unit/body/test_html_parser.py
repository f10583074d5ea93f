"""The tokenizer is loaded without the package around it, and is that package's none the less."""

from __future__ import annotations

import subprocess
import sys

_CODE = """
import sys
from postlint.body import html_tokens
assert [token.name for token in html_tokens.scan_html("<p>a<br>", 0)] == ["p", "br"]
print("turbohtml" in sys.modules)
import turbohtml
assert turbohtml.tokenize is html_tokens._html.tokenize
assert turbohtml.parse("<p>a").find("p").text == "a"
"""


def test_the_package_is_loaded_for_others_alone() -> None:
    done = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("False\n", "")
