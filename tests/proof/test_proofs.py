"""The proofs hold on a small site, so that they themselves are known to work."""

from __future__ import annotations

from pathlib import Path

import pytest
from fetch_drill import drill as fetch_drill
from kill_drill import drill
from replay import prove

ROOT = Path(__file__).parents[2]
POST = (
    "---\ntitle: Walk # one\ndate: 2024-05-06 08:00:00\nauthor: me\n---\r\n\n<!-- postlint-disable-next-line FM009 -->\nText 中文.\n"
)


def test_edits_replayed_are_what_fix_writes(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "source/_posts").mkdir(parents=True)
    (site / "_config.yml").write_text("url: https://example.org\n")
    (site / "package.json").write_text('{"dependencies": {"hexo": "^8.1.2"}}')
    for number, text in enumerate((POST, "\ufeff" + POST, POST.replace("\n", "\r\n"), POST.replace(" # one", ""))):
        (site / f"source/_posts/{number}.md").write_bytes(text.encode())
    (site / "source/_posts/gbk.md").write_bytes(POST.encode("gbk"))
    found = prove(site, tmp_path / "work")
    assert found["changed"] == 5
    assert found["fixes"] >= 5
    assert found["refused"] == 0


@pytest.mark.slow
def test_the_example_site_is_fixed_as_reported(tmp_path: Path) -> None:
    assert prove(ROOT / "examples/blog", tmp_path)["fixes"] > 0


@pytest.mark.slow
def test_killed_runs_leave_whole_posts() -> None:
    found = drill(posts=400, rounds=8, seed=3)
    assert (found["lost"], found["partial"], found["stray"]) == (0, 0, 0)
    assert found["killed"] > 0
    assert found["left in writing after the next run"] == 0


@pytest.mark.slow
def test_killed_fetches_leave_posts_and_pictures_sound() -> None:
    found = fetch_drill(posts=60, rounds=6, seed=3)
    assert found["killed"] == 6
    assert found["killed between the first and the last post"] > 0
