"""First-party postlint plugin."""
