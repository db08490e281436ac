"""A draft -> an article: its head, the kinds of its paragraphs, and what it repeats."""
