"""Bytes as text, text as paragraphs, and the draft that every reader hands on."""
