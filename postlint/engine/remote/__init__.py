"""Asking other hosts for pictures; imported only by runs that use the network."""
