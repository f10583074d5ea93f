"""Bytes to text and back."""
