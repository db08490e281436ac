"""Paragraphs that belong together: twins in the other language, near copies."""
