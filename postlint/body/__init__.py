"""The body of a post: blocks, HTML, templates, references, prose; knows no generator."""
