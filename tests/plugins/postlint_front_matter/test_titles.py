"""Titles that are tidy, and titles that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint_front_matter.rules.untidy_title import find_flaw


@pytest.mark.parametrize(
    ("title", "tidy"),
    [
        ("A walk_", "A walk"),
        ("A walk |", "A walk"),
        ("A walk | ", "A walk"),
        ("A walk -", "A walk"),
        ("| A walk", "A walk"),
        ("走路，", "走路"),
        ("走路｜", "走路"),
        ("当好_金牌店小二_", "当好“金牌店小二”"),
        ('"A walk"', "A walk"),
        ('A walk"', "A walk"),
        ("Salt &amp; pepper", "Salt & pepper"),
        ("It&#39;s", "It's"),
        ("A\x08walk", "Awalk"),
        ("A walk\u200b", "A walk"),
        ("\u3000A walk", "A walk"),
    ],
)
def test_untidy(title: str, tidy: str) -> None:
    flaw = find_flaw(title)
    assert flaw is not None
    assert flaw.tidy == tidy
    assert find_flaw(tidy) is None


@pytest.mark.parametrize(
    "title",
    [
        "A walk",
        "__init__",
        "what __main__ does",
        "my_name_",
        "_config.yml",
        "一_二_三",
        "C++",
        "C#",
        '24"',
        '24" and 27"',
        "'Tis the season",
        "the boys'",
        "“A walk”",
        "「走路」",
        "AT&T; and others",
        "Tom & Jerry",
        "/etc/hosts",
        "未完待续——",
        "走路~",
        "A walk…",
        "👨\u200d👩\u200d👧 out",
        '"A walk" and "a hike"',
    ],
)
def test_tidy(title: str) -> None:
    assert find_flaw(title) is None


@given(st.text(st.sampled_from("ab_|-'\"&;#1 ：，“”\u3000\u200b"), max_size=12))
def test_what_is_tidied_has_a_flaw_less(title: str) -> None:
    flaw = find_flaw(title)
    if flaw is not None:
        assert 0 <= flaw.start <= len(title)
        assert flaw.start + flaw.length <= len(title)
        assert flaw.tidy is None or flaw.tidy != title
