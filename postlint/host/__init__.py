"""Finds plugins and knows their rules."""
