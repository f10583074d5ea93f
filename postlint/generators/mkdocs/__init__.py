"""MkDocs, with and without the blog plugin of Material."""
