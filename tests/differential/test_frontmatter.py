"""postlint makes of a post what the real programs made of it."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from front_matter_answers import DATA, SETUPS, Answer, answer_of, ask_postlint, load_cases

from postlint.generators import zones

CASES = {case.name: case for case in load_cases()}
# what was run there depends on the rest of the site, or the driver takes a short cut
UNLIKE = {
    "hexofm5": {
        # the parser alone was run, not Hexo
        "list-block": "published",
        "name-7": "published",
        "opt-published-false": "published",
        "opt-published-str": "published",
        "opt-published-0": "published",
    },
}
# the parser of `hexofm5` was run alone: it raises where a Hexo around it would leave the post out
AGREEMENT = {"hexofm5": 0.85}


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC")
    assert zones.machine_zone().is_utc


@pytest.mark.parametrize("setup", SETUPS)
def test_recorded_answers(setup: str) -> None:
    different = {}
    asked = 0
    for case in CASES.values():
        real = case.answers.get(setup)
        if real is None or case.name in UNLIKE.get(setup, {}):
            continue
        asked += 1
        ours = ask_postlint(setup, case)
        if ours != real and not (real.date == "today" and ours[:2] == real[:2]):
            different[case.name] = (real, ours)
    assert 1 - len(different) / asked >= AGREEMENT.get(setup, 0.98), different


@pytest.mark.slow
@pytest.mark.skipif(
    "POSTLINT_ORACLE" not in os.environ, reason="POSTLINT_ORACLE names no folder of real generators"
)
def test_the_real_programs_still_answer_so(tmp_path: Path) -> None:
    """Ask the programs installed in the folder POSTLINT_ORACLE with the driver POSTLINT_ORACLE_DRIVER."""
    source, out = tmp_path / "cases.jsonl", tmp_path / "answers.jsonl"
    rows = [{"name": c.name, "file": c.file, "b64": base64.b64encode(c.raw).decode()} for c in CASES.values()]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    driver = os.environ["POSTLINT_ORACLE_DRIVER"]
    command = [sys.executable, driver, "--install", os.environ["POSTLINT_ORACLE"], str(source), "--stable"]
    subprocess.run([*command, "--out", str(out), "--generators", "hexo8,eleventy,pelican"], check=True)
    different = {}
    for line in out.read_text("utf-8").split("\n"):
        record = json.loads(line) if line else None
        if record is None:
            continue
        recorded: Answer | None = CASES[record["case"]].answers.get(record["generator"])
        if recorded is not None and answer_of(record) != recorded:
            different[record["case"], record["generator"]] = (recorded, answer_of(record))
    assert different == {}


def test_the_data_is_there() -> None:
    assert DATA.exists()
    assert len(CASES) > 300
