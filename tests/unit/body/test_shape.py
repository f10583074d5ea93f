"""Bodies in ASCII."""

from __future__ import annotations

import pytest

from postlint.body.shape import shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* <c>", "a *b* <c>"),
        ("中文 é😀", "xx xx"),
        ("**“a”**", "**,a,**"),
        ("**注：**字", "**x,**x"),
        ("*中*", "*x*"),
        ("中？", "xx"),
        ("a?b 中", "axb x"),
        ("a?* 中", "a,* x"),
        ("<标题>", "<,x>"),
        ("</标>", "</,>"),
        ("<a中>", "<a,>"),
        ("<!中>", "<!,>"),
        ("<?php 中 ?>", "<?php x ?>"),
        ("[中](图.png)", "[x](x.png)"),
    ],
)
def test_shape(text: str, expected: str) -> None:
    assert shape(text) == expected
    assert len(expected) == len(text)
