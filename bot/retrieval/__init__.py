"""The store (SQLite is the truth), the inverted index derived from it, and the ranking."""
