"""Hexo."""
