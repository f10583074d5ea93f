"""What the author of a plugin subclasses."""
