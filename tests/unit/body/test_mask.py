"""What stands in for tags."""

from __future__ import annotations

from postlint.body.mask import FILLER
from tests.unit.body.bodies import body_of


def masked(text: str, *templates: str, start: int = 0) -> str:
    return body_of(text, *templates, start=start).masked.replace(FILLER, "#")


def test_length_and_places_stay() -> None:
    text = "---\na: 1\n---\r\né {{ x }} 😀\r\n"
    result = masked(text, "liquid", start=14)
    assert len(result) == len(text)
    assert result == " " * 13 + "\n" + "é ####### 😀 \n"


def test_silent_tags_on_their_own_lines_are_blank() -> None:
    assert masked("{% if a %}\n# B\n{% endif %}\n", "liquid") == "          \n# B\n           \n"
    assert masked("a {% if b %}c{% endif %}", "liquid") == "a ##########c###########"
    assert masked("{% include a %}\n", "liquid") == "###############\n"


def test_hexo_tags_are_comments() -> None:
    assert masked("a {% img b %} {{x}}", "hexo") == "a <!--####--> #####"


def test_escaped_shortcodes_stay() -> None:
    assert masked("{{</* a */>}}", "hugo") == "{{</* a */>}}"


def test_lines_of_translators_tools_are_blank() -> None:
    assert masked("[#]: a: (b (c)\nx [#]: y\n") == "              \nx [#]: y\n"
