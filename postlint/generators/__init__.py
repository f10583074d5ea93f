"""What each static site generator makes of a post: one folder a generator, data first."""
