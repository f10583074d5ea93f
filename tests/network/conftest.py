"""The command line, for tests that need a server."""

from __future__ import annotations

# imported late by the client, which takes longer than some tests let an answer take
import postlint.engine.remote.other_answers  # noqa: F401
from tests.cli.conftest import run as run
