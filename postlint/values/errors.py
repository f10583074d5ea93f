"""The exceptions that postlint raises on purpose."""

from __future__ import annotations


class PostlintError(Exception):
    """Something that ends the command with exit code 2 and its own text, no traceback."""


class UsageError(PostlintError):
    """The command line asks for something that cannot be."""


class ConfigError(PostlintError):
    """A config file is wrong. The text names file, line and key, and the nearest valid key."""

    def __init__(self, path: str, line: int, message: str, column: int = 1) -> None:
        super().__init__(f"{path}:{line}:{column}: {message}")
        self.path, self.line, self.column, self.message = path, line, column, message
