"""A file -> drafts: a reader for each format."""
