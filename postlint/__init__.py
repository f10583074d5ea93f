"""The linter for posts."""
