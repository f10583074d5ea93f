"""A post and its site, composed of everything below."""
