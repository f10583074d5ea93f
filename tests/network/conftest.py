"""The command line, for tests that need a server."""

from __future__ import annotations

from tests.cli.conftest import run as run
