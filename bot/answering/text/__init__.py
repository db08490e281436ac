"""A paragraph as words: read once, each word with its class."""
