"""Measures postlint against other linters on the same posts: `python -m benchmarks --help`."""
