"""Frozen values that flow between the layers; imports nothing of postlint."""
