"""No known generator: front matter as python-frontmatter reads it."""
