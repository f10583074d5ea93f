"""Brings remote pictures home: `postlint images fetch`."""
