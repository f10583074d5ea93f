"""Corrected paths."""

from __future__ import annotations

import pytest

from postlint_images.rules.image_case_mismatch import correct_path


@pytest.mark.parametrize(
    ("written", "on_disk", "corrected"),
    [
        ("/Img/A.PNG", "static/img/a.png", "/img/a.png"),
        ("../Img/A.PNG", "content/img/a.png", "../img/a.png"),
        ("./A.png", "content/posts/a.png", "./a.png"),
        ("/My%20Pics/A.png", "static/my pics/a.png", "/my%20pics/a.png"),
        ("/img/cafe\u0301.png", "static/img/caf\u00e9.png", "/img/caf\u00e9.png"),
        ("/blog/IMG/a.png", "static/img/a.png", "/blog/img/a.png"),
        ("/img/b.png", "static/img/a.png", None),
    ],
)
def test_a_path_takes_the_names_of_the_disk(written: str, on_disk: str, corrected: str | None) -> None:
    assert correct_path(written, on_disk) == corrected
